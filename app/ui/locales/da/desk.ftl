desk-title = Skrivebord
desk-lead = Det, I tilbyder, og det, der venter på dig.
desk-hello = Hej { $name }
desk-empty = Du arbejder ikke for en partner endnu
desk-empty-what = Find din virksomhed, skole, forening eller institution, så kan du oprette aktiviteter for den. Er den ikke på Gnist, opretter du den på et minut.
desk-find = Find din partner
desk-find-another = Arbejd for en partner mere
desk-claim-waits = Du har bedt om at arbejde for { $partner } ({ $time }). En moderator svarer dig med et brev.
desk-partners = Du arbejder for
desk-begin = Opret aktivitet
desk-todo = { $n ->
    [0] Ingenting venter på dig
    [one] Én ting venter på dig
   *[other] { $n } ting venter på dig
}
desk-todo-none = Alt, du har skrevet, er sendt.
desk-waiting = { $n ->
    [one] Én aktivitet venter på en moderator
   *[other] { $n } aktiviteter venter på en moderator
}
desk-waiting-more = Her er de { $n }, der er sendt sidst. De andre står i listen nederst på siden.
desk-returned = »{ $title }« er sendt retur
desk-taken-back = »{ $title }« er taget tilbage
desk-history = Se historikken
desk-revise = Ret
desk-draft = Kladden »{ $title }«
desk-draft-change = Rettelser til »{ $title }«
desk-draft-kept = Gemt { $time }
desk-write-on = Skriv videre
desk-no-title = uden titel
desk-waits-since = Sendt { $time }
desk-see = Se
desk-coming = De næste gange
desk-activity = Aktivitet
desk-when = Hvornår
desk-seats-heading = Pladser
desk-seats = { $n ->
    [one] 1 plads
   *[other] { $n } pladser
}
desk-seats-taken = { $taken } af { $n } pladser er taget
desk-seats-waiting = { $n } venter
desk-no-seats = Ikke talt her
desk-shelf = { $n ->
    [0] Jeres aktiviteter
    [one] Jeres aktivitet
   *[other] Jeres { $n } aktiviteter
}
desk-shelf-found = { $n ->
    [0] Ingen af jeres aktiviteter har »{ $words }« i titlen
    [one] Én af jeres aktiviteter har »{ $words }« i titlen
   *[other] { $n } af jeres aktiviteter har »{ $words }« i titlen
}
desk-shelf-q = Ord i titlen
desk-shelf-go = Find aktiviteten
desk-shelf-all = Se alle jeres aktiviteter
desk-shelf-not-found = Prøv med færre ord, eller med et andet ord fra titlen.
desk-shelf-empty = I har ikke sendt noget endnu. Opret jeres første aktivitet, så står den her.
desk-told-kept = Kladden er gemt. Du kan skrive videre, når du vil.
desk-told-discarded = Kladden er slettet.
desk-told-sent = Aktiviteten er sendt. En moderator ser på den inden for to hverdage, og du får et brev.
desk-told-partner = Partneren er oprettet. Skriv jeres første aktivitet, mens en moderator ser på den.
desk-told-granted = Din e-mail hører til partneren, så du kan arbejde for den nu.
desk-told-claimed = Dit ønske er sendt. En moderator svarer dig med et brev.
desk-told-claims-wait = Du venter på svar om så mange partnere, som man kan på én gang. Vent på en moderators brev, før du beder om flere.
desk-told-theirs = Du arbejder allerede for den partner.
desk-told-many = Der er for mange kladder. Send eller slet nogle af dem først.
desk-told-later = Det kan ikke lade sig gøre, som aktiviteten står nu. Se på den igen.
account-desk = Gå til skrivebordet
account-queue = Gå til det, der venter på moderatorer
partner-waiting = En moderator ser på partneren. Skriv bare løs imens.
partner-refused = Partneren er ikke godkendt.
desk-partner-refused = Partneren er ikke godkendt. Er det en fejl, så skriv til os. Adressen står nederst på siden.
partner-approved = Partneren er godkendt.
partner-trusted = Aktiviteter udgives med det samme.
find-partner-title = Find din partner
find-partner-lead = Måske er den her allerede. Så skal den ikke oprettes igen.
find-partner-q = Navn eller webadresse
find-partner-q-hint = Fx Munkemose Robotics eller munkemose.dk
find-partner-go = Find
find-partner-found = { $n ->
    [0] Ingen ligner det, du skrev
    [one] Én ligner det, du skrev
   *[other] { $n } ligner det, du skrev
}
find-partner-not-there = Er din ikke her?
find-partner-new = Opret en ny partner
claim-remark-open = Skriv, hvordan du hører til
claim-remark = Hvordan du hører til
claim-go = Jeg arbejder for den
introduce-title = Opret en partner
introduce-lead = Fire svar, så kan du skrive jeres første aktivitet. En moderator ser på partneren, før noget bliver udgivet.
introduce-known = Den er her allerede
introduce-known-what = Partneren er på Gnist under det navn eller den adresse. Bed om at arbejde for den i stedet.
refused-title = { $partner } er ikke godkendt
refused-what = En moderator har sagt nej til dem, der bad om den. Ingen arbejder for den nu.
refused-claim = Arbejder du der, så bed om den, og skriv, hvordan du hører til. En moderator ser på det.
introduce-name = Navn
introduce-name-hint = Som andre kender jer
introduce-sector = Hvad er I?
introduce-website = Webadresse
introduce-website-hint = Fx munkemose.dk. Har I ingen, så lad feltet stå tomt
introduce-postcode = Postnummer
introduce-postcode-hint = Så ved vi, hvilken region der ser på det, I sender.
introduce-go = Opret partneren
partner-fault-name = Skriv et navn på mindst to tegn
partner-fault-name-long = Navnet er for langt. Brug højst 120 tegn
partner-fault-sector = Vælg, hvad I er
partner-fault-website = Det ligner ikke en webadresse. Skriv den som munkemose.dk
partner-fault-postcode = Skriv et dansk postnummer med fire cifre
partner-fault-too-many = Du har oprettet så mange partnere, som én person kan. Skriv til os, hvis du skal bruge flere
partner-fault-about = Der står noget, vi ikke kan vise. Skriv det med almindelige tegn
partner-fault-about-long = Det er for langt. Brug højst 1.000 tegn
partner-fault-taken = En anden partner har den webadresse. Skriv jeres egen, eller skriv til os, hvis det er jeres
profile-title = { $partner }: det, andre ser
profile-lead = Det står på jeres side, ved siden af jeres aktiviteter.
profile-see = Se jeres side
profile-about = Om jer
profile-about-hint = Hvem er I, og hvad kan børn og unge opleve hos jer? Højst 1.000 tegn
profile-website-lets-in = Den, der har en mailadresse på samme domæne, kan komme til at arbejde for jer uden at vente på en moderator. Er andre partnere på domænet, spørger vi en moderator først.
profile-go = Gem
profile-name-stays = Hedder I noget andet nu? Skriv til os, så retter vi navnet.
profile-told-kept = Gemt. Jeres side er rettet.
desk-profile = Ret oplysninger
own-lead = Hvor aktiviteten står, og hvad der er gjort ved den.
own-do = Det kan du gøre
own-see = Se den, som andre ser den
own-take-back = Tag den tilbage
own-copy = Lav en ny ud fra den
own-cancel = Aflys aktiviteten
own-cancel-sure = Siden bliver stående, så alle kan se, at den er aflyst.
archive-title = Tag aktiviteten ned
archive-lead = Så er den ikke i kataloget mere.
archive-what = Det sker der
archive-what-public = Ingen kan finde den mere. Den, der har et link til den, får at vide, at den har været her, og kan lede efter noget andet.
archive-what-hidden = Den venter ikke på nogen mere, og ingen moderator ser på den.
archive-what-draft = Er der rettelser, som ikke er sendt, bliver de slettet.
archive-what-again = Den kan ikke komme tilbage. Vil I tilbyde det igen, kan du lave en ny ud fra den.
archive-go = Tag den ned
archive-keep = Behold den
archive-told = Aktiviteten er taget ned. Du finder den sidst i listen.
archive-expected = Der er nogen, der regner med den
archive-expected-what = Aflys det først, eller svar dem, der spørger, så de får besked. Så kan du tage aktiviteten ned.
archive-expected-dates = De er tilmeldt
archive-expected-people = { $n ->
    [one] 1 person
   *[other] { $n } personer
}
archive-asking = { $n ->
    [one] 1 spørger, om de må komme
   *[other] { $n } spørger, om de må komme
}
own-state-draft = Den er ikke sendt. Ret den, og send den igen.
own-state-submitted = En moderator ser på den. Vil du rette noget, så tag den tilbage først.
own-state-published = Alle kan se den. Rettelser bliver vist med det samme, når du sender dem.
own-state-cancelled = Alle kan se, at den er aflyst.
own-state-archived = Den er taget ned.
own-told-taken-back = Den er taget tilbage. Ret den, og send den igen.
own-told-cancelled = Aktiviteten er aflyst.
state-draft = Kladde
state-submitted = Venter
state-published = Udgivet
state-cancelled = Aflyst
state-archived = Taget ned
queue-name = Moderation
queue-title = { $n ->
    [0] Ingenting venter
    [one] 1 venter
   *[other] { $n } venter
}
queue-lead = Det, der venter i din region, det ældste først. Vi lover svar på to hverdage.
queue-empty = Alt er besvaret. Godt gået.
queue-since = venter siden { $time }
queue-no-region = uden region
queue-look = Se på
queue-partners = { $n ->
    [one] 1 ny partner
   *[other] { $n } nye partnere
}
queue-claims = { $n ->
    [one] 1 vil arbejde for en partner
   *[other] { $n } vil arbejde for en partner
}
queue-claim = { $name } vil arbejde for { $partner }
queue-activities = { $n ->
    [one] 1 aktivitet
   *[other] { $n } aktiviteter
}
queue-told-approved = Aktiviteten er udgivet, og afsenderen får et brev.
queue-told-returned = Aktiviteten er sendt retur, og afsenderen får et brev.
queue-own = jeres egen, så en kollega svarer
queue-told-own = Du svarer ikke på det, der er dit eget eller din partners. Det gør en kollega, der er moderator.
case-changed-since = Aktiviteten er ændret, siden du åbnede siden. Derfor er intet godkendt. Nedenfor ser du den, som den er nu.
case-own = Du arbejder for en af dem, der står bag aktiviteten. Derfor er det en kollega, der skal svare.
candidate-own = Du arbejder for partneren. Derfor er det en kollega, der skal svare.
candidate-claim-own = Det er dit eget ønske eller din egen partner. Derfor er det en kollega, der skal svare.
case-lead = Se på aktiviteten, og svar.
case-checks = Det har vi set efter
case-answer = Dit svar
case-approve-what = Godkender du, kan alle se den med det samme.
case-approve = Godkend og udgiv
case-reason = Hvad mangler der?
case-return = Send retur
case-preview = Sådan ser den ud
case-partner-first = Partneren er ikke godkendt. Se på den først, så kan aktiviteten udgives.
check-partner-yes = Partneren er godkendt
check-partner-no = Partneren er ikke godkendt endnu
check-contact-yes = Kontaktens e-mail hører til partnerens webadresse
check-contact-no = Kontaktens e-mail hører ikke til partnerens webadresse
check-date-yes = Der er en dato, som kommer
check-date-no = Alle datoer ligger bag os
check-access-yes = Tilgængelighed er udfyldt
check-access-no = Tilgængelighed er ikke udfyldt
check-double = En udgivet aktivitet fra samme partner hedder det samme
moderation-reason-hint = Skriv, hvad der skal ændres, og hvad der var godt. Det bliver sendt med brevet.
moderation-reason-missing = Skriv mindst tre tegn, så de ved, hvorfor
candidate-lead = Se på partneren, og svar.
candidate-about = Om partneren
candidate-region = Region
candidate-sector = Sektor
candidate-unknown = Ikke oplyst
candidate-activities = Aktiviteter
candidate-answer = Dit svar
candidate-waiting = Partneren venter på svar.
candidate-approve = Godkend partneren
candidate-reason = Hvorfor ikke?
candidate-refuse = Afvis partneren
candidate-not-trusted = Partnerens aktiviteter venter på en moderator.
candidate-trust-on = Lad den udgive med det samme
candidate-trust-off = Se på aktiviteterne først igen
candidate-claims = De vil arbejde for partneren
candidate-claim = { $name }, { $email }
candidate-claim-reason = Hvorfor ikke? (kun ved nej)
candidate-claim-yes = Ja, det må de
candidate-claim-no = Nej
candidate-told-saved = Dit svar er gemt.
desk-views = { $n ->
    [one] set én gang på { $days } dage
   *[other] set { $n } gange på { $days } dage
}
desk-silent = »{ $title }« fører hen, hvor ingen svarer
desk-silent-what = Adressen til tilmelding har ikke svaret siden { $day }. Prøv den selv. Virker den ikke, så ret den under »Tilmelding, pris og adgang«. Vi prøver selv igen; når der bliver svaret, forsvinder beskeden.
queue-silent = { $n ->
    [one] 1 aktivitet fører til en adresse, der ikke svarer. Arrangøren kan se det på sit skrivebord.
   *[other] { $n } aktiviteter fører til adresser, der ikke svarer. Arrangørerne kan se det på deres skriveborde.
}
desk-requests = { $n ->
    [one] 1 spørger, om de må komme til »{ $title }«
   *[other] { $n } spørger, om de må komme til »{ $title }«
}
desk-requests-overdue = Over tiden: De har ventet på svar i mindst en arbejdsuge
desk-requests-go = Svar
desk-asked = { $n ->
    [one] En invitation til at være medejer
   *[other] { $n } invitationer til at være medejer
}
desk-asked-lead = Siger I ja, står I på aktivitetens side og kan rette den.
desk-asked-what = { $lead } vil have { $partner } med i »{ $title }«
desk-asked-see = Se aktiviteten
desk-asked-yes = Ja, vi er med
desk-asked-no = Nej tak
desk-leads = { $n ->
    [one] I er spurgt, om I vil lede en aktivitet
   *[other] I er spurgt, om I vil lede { $n } aktiviteter
}
desk-leads-what = { $lead } vil give »{ $title }« videre til { $partner }
desk-leads-see = Se, hvad det betyder, og svar
desk-led-by = ledes af { $partner }
