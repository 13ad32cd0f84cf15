letter-signed = Venlig hilsen Gnist
letter-write = Skriv til os:
letter-or-copy = Virker knappen ikke, så kopier adressen:
letter-end-link = Har du ikke bedt om dette brev, så gør ingenting. Så sker der ingenting.
letter-end-news = Var det ikke dig, så skriv til os med det samme.
letter-sign-in-subject = Dit link til Gnist
letter-sign-in = Her er linket, du bad om. | Det virker i 10 minutter og kun én gang.
letter-sign-in-go = Log ind
letter-no-account-subject = Du har ingen konto på Gnist endnu
letter-no-account = Nogen, sikkert dig, bad om at komme ind med denne adresse. Den har ingen konto endnu. | Vil du have en, så tryk på knappen inden for 10 minutter.
letter-register-subject = Opret din konto på Gnist
letter-register = Godt, at du vil være med. | Tryk på knappen inden for 10 minutter, så er kontoen din.
letter-register-go = Opret min konto
letter-has-account-subject = Du har allerede en konto på Gnist
letter-has-account = Nogen, sikkert dig, ville oprette en konto med denne adresse. Du har allerede en. | Log ind med knappen inden for 10 minutter.
letter-reset-subject = Vælg en ny adgangskode til Gnist
letter-reset = Her er linket, hvor du kan vælge en ny adgangskode. | Det virker i 10 minutter og kun én gang.
letter-reset-go = Vælg en ny adgangskode
letter-suspended-subject = Din konto på Gnist er lukket
letter-suspended = Du bad om at komme ind, men din konto er lukket for nu. Skriv til os, hvis det er en fejl.
letter-password-subject = Din adgangskode til Gnist er ændret
letter-password = Din adgangskode er ændret, og du er logget ud alle andre steder.
letter-account-go = Se din side
letter-factor-on-subject = To trin er slået til på Gnist
letter-factor-on = Fra nu af spørger vi om en kode fra din telefon, når du logger ind.
letter-factor-off-subject = To trin er slået fra på Gnist
letter-factor-off = Fra nu af spørger vi ikke mere om en kode fra din telefon, når du logger ind.
letter-recovery-subject = En kode på papir er brugt på Gnist
letter-recovery = { $n ->
    [one] Nogen loggede ind med en af dine koder på papir. Du har én tilbage. | Er den snart brugt, så lav nye på din side.
   *[other] Nogen loggede ind med en af dine koder på papir. Du har { $n } tilbage. | Er de snart brugt, så lav nye på din side.
}
letter-old-address-subject = Vil du skifte e-mail på Gnist?
letter-old-address = Nogen, sikkert dig, vil have, at vi skriver til { $new } fra nu af. | Sig ja inden for 10 minutter. Tryk også på linket i brevet til den nye adresse.
letter-new-address-subject = Vil du bruge denne e-mail på Gnist?
letter-new-address = Nogen, sikkert dig, vil have, at vi skriver til denne adresse fra nu af. | Sig ja inden for 10 minutter. Tryk også på linket i brevet til den gamle adresse.
letter-address-go = Ja, skift
letter-address-taken-subject = Denne e-mail har allerede en konto på Gnist
letter-address-taken = Nogen, måske dig, ville flytte en anden konto til denne adresse. Det kan ikke lade sig gøre, for adressen har sin egen.
letter-address-changed-subject = Din e-mail på Gnist er skiftet
letter-address-changed = Fra nu af skriver vi til { $new }. Dette er det sidste brev hertil.
letter-failures-subject = Nogen gætter på din adgangskode til Gnist
letter-failures = { $n ->
    [one] Nogen har skrevet en forkert adgangskode til din konto. | Vi har bremset dem. Du kan altid komme ind med et brev.
   *[other] Nogen har skrevet en forkert adgangskode til din konto { $n } gange i træk. | Vi har bremset dem. Du kan altid komme ind med et brev.
}
letter-codes-subject = Nogen gætter på din kode til Gnist
letter-codes = { $n ->
    [one] Nogen er kommet forbi det første trin til din konto og har skrevet en forkert kode. | Var det dig, skal du ikke gøre noget. Var det en anden, så skift din adgangskode nu.
   *[other] Nogen er kommet forbi det første trin til din konto og har skrevet en forkert kode { $n } gange. | Var det dig, skal du ikke gøre noget. Var det en anden, så skift din adgangskode nu.
}
letter-roles-subject = Du har fået en ny rolle på Gnist
letter-roles = Det, du kan på Gnist, er ændret. Log ind igen for at se det.
letter-end-desk = Du får brevet, fordi du arbejder for en partner på Gnist.
letter-published-subject = Din aktivitet er udgivet på Gnist
letter-published = »{ $title }« er udgivet. Nu kan alle finde den.
letter-published-go = Se aktiviteten
letter-returned-subject = Din aktivitet er sendt retur på Gnist
letter-returned = »{ $title }« skal rettes, før den kan udgives. | Moderatoren skriver: | { $reason } | Ret den, og send den igen. Det, du har skrevet, er gemt.
letter-returned-go = Ret aktiviteten
letter-granted-subject = Du arbejder nu for en partner på Gnist
letter-granted = Du kan nu oprette og rette aktiviteter for { $partner }. | Log ind igen, hvis du er logget ind.
letter-not-granted-subject = Svar på dit ønske på Gnist
letter-not-granted = Du har bedt om at arbejde for { $partner }. Det er afvist. | Moderatoren skriver: | { $reason }
letter-approved-subject = Jeres partner er godkendt på Gnist
letter-approved = { $partner } er godkendt. | De aktiviteter, I har sendt, venter nu kun på et blik fra en moderator.
letter-refused-subject = Jeres partner er ikke godkendt på Gnist
letter-refused = { $partner } er ikke godkendt, og du arbejder ikke mere for den på Gnist. | Moderatoren skriver: | { $reason } | Vil I prøve igen, så opret partneren igen, og bed om at arbejde for den. En moderator ser på det.
letter-desk-go = Se jeres skrivebord
letter-end-invited = Vil du ikke, så gør ingenting. Så sker der ingenting.
letter-invited-subject = Du er inviteret til at være med på Gnist
letter-invited = En, der arbejder for { $partner }, vil have dig med på Gnist, hvor de viser, hvad de tilbyder unge. | Sig ja inden for syv dage. Linket virker kun én gang.
letter-invited-go = Se invitationen
letter-member-came-subject = Der arbejder en mere for jeres partner på Gnist
letter-member-came = En mere arbejder nu for { $partner } på Gnist. | Kender I ikke personen, så fjern adgangen på jeres skrivebord under de folk, der arbejder for partneren, og skriv til os.
letter-member-changed-subject = Det, du må hos en partner på Gnist, er ændret
letter-member-administrator = Du bestemmer nu, hvem der arbejder for { $partner } på Gnist. | Log ind igen. Første gang skal du slå to trin til.
letter-member-editor = Du kan stadig skrive og sende aktiviteter for { $partner } på Gnist, men ikke mere bestemme, hvem der ellers må. | Log ind igen.
letter-member-removed-subject = Du arbejder ikke mere for en partner på Gnist
letter-member-removed = Du arbejder ikke mere for { $partner } på Gnist. Det, du har skrevet for dem, bliver hos dem.
letter-end-account = Har du spørgsmål, så skriv til os.
letter-closed-subject = Din konto på Gnist er lukket
letter-closed = Din konto er lukket, og du er logget ud alle steder. | Den, der lukkede den, skriver: | { $reason }
letter-reopened-subject = Din konto på Gnist er åben igen
letter-reopened = Din konto er åbnet igen. Du kan logge ind, som du plejer.
letter-idle-subject = Vi sletter snart din konto på Gnist
letter-idle = Du har ikke været logget ind på Gnist i lang tid. Vi gemmer ikke noget længere, end der er brug for, så { $day } sletter vi din konto og alt, hvad vi har gemt om dig. | Vil du beholde den? Så log ind før den dag. Mere skal du ikke gøre. | Har du ikke brug for den længere, så gør ingenting.
letter-end-moderator = Du får brevet, fordi du svarer partnere på Gnist. Vi skriver én gang om hver sag.
letter-queue-go = Se det, der venter
letter-late-subject = Noget venter på dig på Gnist
letter-late = { $n ->
    [one] »{ $first }« har ventet på svar i en hverdag. | Vi har lovet svar på to hverdage.
    [2] »{ $first }« og én til har ventet på svar i en hverdag. | Vi har lovet svar på to hverdage.
   *[other] »{ $first }« og { $others } andre har ventet på svar i en hverdag. | Vi har lovet svar på to hverdage.
}
letter-escalated-subject = Noget har ventet for længe på Gnist
letter-escalated = { $n ->
    [one] »{ $first }« har ventet på svar i to hverdage. Det var det, vi lovede. | Nu kan du svare i stedet for regionen.
    [2] »{ $first }« og én til har ventet på svar i to hverdage. Det var det, vi lovede. | Nu kan du svare i stedet for regionen.
   *[other] »{ $first }« og { $others } andre har ventet på svar i to hverdage. Det var det, vi lovede. | Nu kan du svare i stedet for regionen.
}
letter-taken-down-subject = Din aktivitet er taget ned på Gnist
letter-taken-down = »{ $title }« er taget ned, så ingen kan se den lige nu. | Moderatoren skriver: | { $reason } | Ret den, og send den igen. Det, du har skrevet, er gemt.
letter-cancelled-subject = Din aktivitet er aflyst på Gnist
letter-cancelled = En moderator har aflyst »{ $title }«. Det står på dens side. | Moderatoren skriver: | { $reason }
letter-cancelled-go = Se aktiviteten
letter-report-subject = Svar på det, du meldte på Gnist
letter-report-fine = En moderator har set på »{ $title }«. Den bliver, som den er. | Tak, fordi du sagde til.
letter-report-returned = En moderator har set på »{ $title }«. Den er taget ned, og arrangøren er bedt om at rette den. | Tak, fordi du sagde til.
letter-report-cancelled = En moderator har set på »{ $title }«. Den er aflyst. | Tak, fordi du sagde til.
letter-report-gone = Arrangøren har taget »{ $title }« ned. | Tak, fordi du sagde til.
letter-end-reporter = Du får brevet, fordi nogen skrev din adresse, da de meldte aktiviteten. Vi har slettet adressen nu.
letter-co-owner-subject = I er inviteret til at lave en aktivitet sammen
letter-co-owner = { $lead } vil have { $partner } med som medejer af en aktivitet på Gnist. | På dit bord ser du, hvilken aktivitet det er. Sig ja eller nej tak dér. Siger I ja, står I på aktivitetens side og kan rette den.
letter-co-owner-yes-subject = En partner er med i din aktivitet på Gnist
letter-co-owner-yes = { $partner } har sagt ja til at være medejer af »{ $title }«. | Partneren står nu på aktivitetens side og kan rette den. Hvem der er tilmeldt, ser den kun, hvis I lader den se det.
letter-co-owner-no-subject = En partner har sagt nej tak på Gnist
letter-co-owner-no = { $partner } har sagt nej tak til at være medejer af »{ $title }«. | Aktiviteten er, som den var. I kan invitere en anden partner.
letter-lead-subject = Vil I overtage en aktivitet på Gnist?
letter-lead = { $lead } vil have, at { $partner } overtager »{ $title }« og leder den. | Siger I ja, bestemmer I, hvem der er medejere, og I ser, hvem der er tilmeldt. { $lead } bliver medejer. Siger I nej, er alt, som det er nu.
letter-lead-yes-subject = En anden partner leder nu din aktivitet på Gnist
letter-lead-yes = { $partner } har sagt ja og leder nu »{ $title }«. | I er medejere: I står stadig på aktivitetens side og kan rette den. Hvem der er med, bestemmer { $partner }.
letter-lead-no-subject = I leder stadig jeres aktivitet på Gnist
letter-lead-no = { $partner } har sagt nej til at lede »{ $title }«. | I leder den stadig, og partneren er medejer som før.
letter-owners-go = Se, hvem der ejer aktiviteten
