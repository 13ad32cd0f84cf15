signup-title = Tilmeld
signup-title-class = Tilmeld klassen
signup-title-child = Tilmeld dit barn
signup-title-one = Tilmeld dig
signup-lead = Tilmelding til en dato.
signup-lead-class = Det tager to minutter. Vi beder ikke om elevernes navne.
signup-lead-child = Det tager to minutter. Vi beder om et fornavn og en alder, ikke mere.
signup-lead-one = Det tager to minutter. Du behøver ingen konto.
signup-instead-as-class = Tilmeld en klasse i stedet
signup-instead-as-child = Tilmeld dit barn i stedet
signup-instead-as-one = Tilmeld dig selv i stedet
signup-who-class = Klassen
signup-who-child = Barnet
signup-who-one = Dig
signup-you-class = Hvem skal vi skrive til?
signup-you-child = Dig
signup-you-one = Hvor kan vi skrive til dig?
signup-label-school = Skole
signup-label-class = Klasse
signup-hint-class = Det, I selv kalder den, fx 6.B
signup-label-grade = Klassetrin
signup-grade-choose = Vælg
signup-grade-mixed = Flere klassetrin
signup-label-pupils = Antal elever
signup-hint-pupils = Et cirkatal er fint. Du kan rette det senere.
signup-label-adults = Antal voksne
signup-hint-adults = De skal ikke bruge en plads
signup-label-child = Barnets fornavn
signup-label-age = Alder
signup-hint-age-one = Er du under 15, skal en voksen tilmelde dig
signup-label-name = Navn
signup-label-email = E-mail
signup-hint-email = Her får du kvittering og praktiske oplysninger
signup-hint-email-child = Her beder vi om dit samtykke
signup-label-phone = Telefon (må gerne stå tomt)
signup-hint-phone = Kun til besked på selve dagen
signup-label-needs = Er der noget, arrangøren skal tage hensyn til? (må gerne stå tomt)
signup-hint-needs = Fx kørestol, tolk eller mad. Skriv ikke navne eller diagnoser. Vi sletter det en uge efter dagen.
signup-kin-fold = Vil du skrive en voksen mere på? (behøves ikke)
signup-kin-title = Andre voksne
signup-kin-second = Anden forælder eller værge
signup-kin-second-what = Får de samme breve som dig, og kan rette, melde afbud og trække samtykket tilbage. Spørg først.
signup-kin-emergency = Nødkontakt på dagen
signup-kin-emergency-what = Arrangøren ser det fra to dage før. Vi sletter det dagen efter. Spørg først.
signup-kin-off-second = Tag den anden forælder eller værge af
signup-kin-off-emergency = Tag nødkontakten af
signup-kin-go = Gem
signup-label-second-name = Den anden voksnes navn
signup-label-second-email = Den anden voksnes e-mail
signup-label-emergency-name = Nødkontaktens navn
signup-label-emergency-phone = Nødkontaktens telefon
signup-size = I kan være { $min } til { $max } elever
signup-size-from = I skal være mindst { $n } elever
signup-size-to = I kan højst være { $n } elever
signup-waits = Sæt os på ventelisten, hvis der ikke er plads nu
signup-agrees-class = Skolen har ansvaret for eleverne på dagen, og jeg giver forældrene besked
signup-agrees-child = Jeg er barnets forælder eller værge
signup-agrees-one = Jeg er 15 år eller ældre
signup-go-class = Tilmeld klassen
signup-go-child = Tilmeld barnet
signup-go-one = Tilmeld mig
signup-go-wait = Skriv op på ventelisten
signup-privacy = { $partner } ser det, du har skrevet her, og ingen andre. Vi sletter det 30 dage efter dagen.
signup-free = { $n ->
    [0] Ingen ledige pladser
    [one] 1 ledig plads
   *[other] { $n } ledige pladser
}
signup-waiting = { $n ->
    [one] 1 venter i køen
   *[other] { $n } venter i køen
}
signup-all-taken = Alle pladser er taget. Du kan komme på ventelisten. Vi skriver, så snart der er plads til jer alle.
signup-rule-strict = Køen går efter tur: den første får de næste pladser, når der er nok til alle i gruppen.
signup-rule-gaps = Køen går efter tur. Er ledige pladser for få til den første i to dage, får den første i køen, der kan være der, dem.
signup-instead = Her er der plads nu
signup-nobody = Man kan ikke tilmelde sig her lige nu. Skriv til arrangøren.
signup-closed = Tilmeldingen er lukket. Se, om der er en anden dato.
signup-sent-held-title = Tryk på knappen i vores brev
signup-sent-held = Vi har sendt dig et brev. Pladserne er dine i 30 minutter. Tryk på knappen i brevet, så er I med.
signup-sent-held-child = Vi har sendt dig et brev. Pladsen er dit barns i 48 timer. Tryk på knappen i brevet for at give samtykke, så er barnet med.
signup-sent-open-title = Tryk på knappen i vores brev nu
signup-sent-open = Vi har sendt dig et brev. Der er plads, men vi kan ikke holde pladserne, for mange er skrevet op uden at have svaret. Tryk på knappen i brevet nu: Den, der trykker først, får pladserne. Er de væk, kommer I på ventelisten.
signup-sent-open-child = Vi har sendt dig et brev. Der er plads, men vi kan ikke holde den, for mange er skrevet op uden at have svaret. Tryk på knappen i brevet for at give samtykke: Den, der trykker først, får pladsen. Er den væk, kommer dit barn på ventelisten.
signup-sent-line-title = Tryk på knappen i vores brev
signup-sent-line = Vi har sendt dig et brev. Tryk på knappen i brevet inden 30 minutter, så står I på ventelisten.
signup-sent-line-child = Vi har sendt dig et brev. Tryk på knappen i brevet inden 48 timer, så står dit barn på ventelisten.
signup-sent-where = Kommer brevet ikke, så kig i uønsket post. Er det der heller ikke, så prøv igen.
signup-missing-kind = Vælg, hvem der kommer
signup-missing-school = Skriv, hvad skolen hedder
signup-missing-class = Skriv, hvad I kalder klassen
signup-missing-grade = Vælg klassetrin
signup-missing-pupils = Skriv, hvor mange elever der kommer
signup-missing-adults = Skriv, hvor mange voksne der kommer med
signup-missing-child = Skriv barnets fornavn
signup-missing-age = Skriv alderen i hele år
signup-missing-name = Skriv dit navn
signup-missing-email = Skriv din e-mail
signup-missing-phone = Skriv alle otte cifre, eller lad feltet stå tomt
signup-missing-needs = Skriv lidt mere, eller lad feltet stå tomt
signup-missing-second-name = Skriv den anden voksnes navn, eller lad begge felter stå tomme
signup-missing-second-email = Skriv den anden voksnes e-mail, eller lad begge felter stå tomme
signup-missing-emergency-name = Skriv nødkontaktens navn, eller lad begge felter stå tomme
signup-missing-emergency-phone = Skriv alle otte cifre, eller lad begge felter stå tomme
signup-same-email = Det er din egen e-mail. Skriv den andens, eller lad begge felter stå tomme.
signup-missing-agrees = Sæt hak her, før du sender
signup-missing-to = Vælg nogen, der kan få en besked
signup-missing-words = Skriv en besked på mindst tre tegn
signup-missing-date = Vælg den dag, de skal flyttes til
signup-missing-wish = Skriv lidt mere, eller lad feltet stå tomt
signup-missing-answer = Vælg ja eller nej
signup-missing-day = Vælg den dag, I har aftalt
signup-missing-time = Skriv, hvornår det begynder, fx 09.30
signup-missing-asks = Vælg, hvor mange dage før vi spørger
signup-missing-frees = Vælg mindst to dage efter spørgsmålet, så der er tid til at svare
signup-missing-students = Skriv, hvor mange unge og studerende der kom
signup-missing-teachers = Skriv, hvor mange lærere der kom med
signup-missing-girls = Skriv, hvor mange der var piger, eller lad feltet stå tomt
signup-missing-well = Skriv lidt mere, eller lad feltet stå tomt
signup-missing-better = Skriv lidt mere, eller lad feltet stå tomt
signup-missing-before = Vælg, hvor meget det interesserede dig før
signup-missing-after = Vælg, hvor meget det interesserer dig nu
signup-missing-until = Skriv, hvornår det slutter, fx 11.30. Det skal være, efter at det begynder.
signup-label-wish = Hvornår passer det? (må gerne stå tomt)
signup-hint-wish = Fx »en onsdag formiddag i marts«
signup-too-long = Skriv højst { $n } tegn
signup-unreadable = Her står tegn, vi ikke kan bruge. Skriv det igen.
signup-cpr = Det ligner et cpr-nummer. Det skal vi ikke bruge. Slet det, og send igen.
signup-no-email = E-mailen skal ligne navn@skole.dk. Ret den, og send igen.
signup-no-phone = Telefonnummeret skal have mindst otte cifre. Ret det, eller lad feltet stå tomt.
signup-no-number = Skriv et helt tal, fx 24
signup-more-than-came = Der kom kun { $n } børn og unge. Ret et af tallene.
signup-not-agreed = Sæt hak her, før du sender
signup-unfit-kind = Aktiviteten er ikke for dem, du har valgt. Se, hvem den passer til.
signup-unfit-small = I skal være mindst { $n }. Er I færre, så skriv til arrangøren.
signup-unfit-large = Der kan højst komme { $n } ad gangen. Skriv et mindre tal.
signup-unfit-level = Aktiviteten passer ikke til det klassetrin. Vælg et andet.
signup-unfit-young = Man skal være fyldt { $n } år for at være med
signup-unfit-old = Man kan være med, til man er { $n } år
signup-unfit-guardian = Er du under { $n } år, skal en voksen tilmelde dig
signup-full-none = Der er ingen ledige pladser. Sæt hak ved ventelisten, eller vælg en anden dag.
signup-full = { $n ->
    [one] Der er 1 ledig plads. Skriv 1, eller sæt hak ved ventelisten.
   *[other] Der er { $n } ledige pladser. Skriv { $n } eller færre, eller sæt hak ved ventelisten.
}
signup-full-line = { $n ->
    [one] Der er 1 ledig plads, men andre står før jer i køen. Sæt hak ved ventelisten.
   *[other] Der er { $n } ledige pladser, men andre står før jer i køen. Sæt hak ved ventelisten.
}
signup-never-fits = Der er kun { $n } pladser i alt. Skriv et mindre tal.
signup-date-cancelled = Dagen er aflyst. Se, om der er en anden dato.
signup-already-in = I er allerede tilmeldt. Se i det brev, vi har sendt.
signup-too-late = Det er for sent: pladserne er givet videre. Tilmeld jer igen.
signup-not-offered = Der er intet tilbud at svare på lige nu
signup-too-often = Vi har sendt mange breve til den adresse. Vent et kvarter, og prøv igen.
signup-other-form = Du har sendt skemaet før med noget andet i. Hent siden igen, og udfyld den forfra.
signup-answer-title = Kommer I?
signup-answer-child-title = Må barnet være med?
signup-answer-what = { $n ->
    [one] { $party }: 1 plads
   *[other] { $party }: { $n } pladser
}
signup-answer-line = Alle pladser er taget lige nu, så det er en plads på ventelisten.
signup-answer-open = Der er plads lige nu, men vi holder den ikke til jer. Den, der trykker først, får den.
signup-answer-go = Ja, vi kommer
signup-answer-line-go = Ja, sæt os på ventelisten
signup-answer-not = Har du ikke bedt om det, så gør ingenting. Så sker der ingenting.
signup-consent-text = Jeg samtykker til, at Gnist og { $partner } bruger barnets fornavn og alder og min kontakt til denne aktivitet. Det slettes 30 dage efter dagen.
signup-consent-back = Du kan altid trække samtykket tilbage på tilmeldingens side. Så er barnet ikke længere tilmeldt.
signup-consent-go = Ja, jeg giver samtykke
signup-dead-title = Linket virker ikke mere
signup-dead = Linket er brugt eller for gammelt. Har du trykket på det før, så brug linket i det brev, du fik bagefter.
signup-find = Find en aktivitet
signup-own-confirmed = { $party } er med
signup-own-waiting = { $party } står på ventelisten
signup-own-offered = Der er plads til { $party }
signup-own-held = Pladserne til { $party } er holdt
signup-own-gone = { $party } er ikke tilmeldt
signup-stands-confirmed = { $n ->
    [one] I har 1 plads.
   *[other] I har { $n } pladser.
}
signup-stands-held = Tryk på knappen i vores brev inden { $until }.
signup-stands-offered = { $n ->
    [one] 1 plads er jeres, hvis I siger ja inden { $until }.
   *[other] { $n } pladser er jeres, hvis I siger ja inden { $until }.
}
signup-stands-line = { $free ->
    [0] I er nummer { $place } i køen. Der er ingen ledige pladser, og I har bedt om { $asked }.
    [one] I er nummer { $place } i køen. Der er 1 ledig plads, og I har bedt om { $asked }.
   *[other] I er nummer { $place } i køen. Der er { $free } ledige pladser, og I har bedt om { $asked }.
}
signup-line-then = Bliver der plads, skriver vi straks. Svarer I ikke i tide, går pladserne videre til den næste. I kan trygt tilmelde jer noget andet imens og springe fra her.
signup-gone-lapsed = Der blev ikke trykket på knappen i vores brev, så pladserne gik videre.
signup-gone-cancelled = I har meldt afbud.
signup-gone-cancelled-by-organiser = Arrangøren har afmeldt jer.
signup-gone-consent-withdrawn = Samtykket er trukket tilbage.
signup-gone-declined = I sagde nej tak til pladserne.
signup-gone-offer-passed = Tilbuddet udløb, så pladserne gik videre.
signup-gone-list-closed = Køen er lukket. Der blev desværre ikke plads.
signup-gone-date-cancelled = Dagen er aflyst.
signup-gone-moved = I er flyttet til en anden dato.
signup-gone-not-coming = I har sagt, at I ikke kommer, så pladserne er givet videre.
signup-gone-not-heard-from = Vi spurgte to gange, om I stadig kommer, og hørte ikke fra jer. Derfor er pladserne givet videre.
signup-offer-title = Vil I have pladserne?
signup-offer-yes = Ja tak, vi kommer
signup-offer-no = Nej tak
signup-number-title = Bliver I flere eller færre?
signup-number = Antal elever
signup-number-hint = Færre er altid muligt. Flere kræver ledige pladser.
signup-number-hint-line = I beholder jeres plads i køen
signup-number-go = Ret antallet
signup-calendar = Føj dagen til din kalender
signup-cancel-title = Kan I ikke komme?
signup-cancel-what = Så får de næste pladserne. Du behøver ikke at sige hvorfor.
signup-cancel-go = Meld afbud
signup-withdraw = Træk samtykket tilbage
signup-withdraw-title = Vil du trække samtykket tilbage?
signup-withdraw-what = { $guardian } har givet samtykke til, at { $party } er med. Trækker du det tilbage, er barnet ikke længere tilmeldt, og pladsen går videre. Vi skriver til jer begge.
signup-withdraw-not = Er du enig med { $guardian }, så gør ingenting.
signup-withdraw-done = Vi har skrevet til jer begge. Bliver I enige, kan I altid tilmelde barnet igen.
signup-told-confirmed = I er med. Vi har sendt en kvittering.
signup-told-line = I står på ventelisten. Vi har sendt en kvittering.
signup-told-changed = Antallet er rettet.
signup-told-kin = Det er gemt.
signup-told-accepted = Pladserne er jeres.
signup-told-declined = I har sagt nej tak. Pladserne går videre.
signup-told-cancelled = I har meldt afbud. Tak, fordi du sagde til.
letter-end-signup = Du får brevet, fordi nogen skrev din adresse, da de tilmeldte sig. Var det ikke dig, så gør ingenting.
letter-end-second = Du får brevet, fordi { $guardian } har skrevet dig på som den anden forælder eller værge. Vil du ikke have brevene, så tag dig af på tilmeldingens side, eller bed { $guardian } om det.
letter-message-subject = Besked fra arrangøren
letter-message-from = { $organiser } fra { $partner } skriver til { $parties } om »{ $title }«, { $when }:
letter-message-reply = Svar på brevet, så når dit svar frem til { $organiser }.
letter-message-go = Se aktiviteten
letter-end-message = Du får brevet, fordi du er skrevet på som kontakt. Brevet er skrevet af arrangøren, ikke af Gnist.
letter-signup-go-asks = Svar på brevet
letter-signup-go-page = Se tilmeldingen
letter-signup-go-activity = Se aktiviteten
letter-signup-seats-held-subject = Tryk på knappen, så er I med
letter-signup-seats-held = { $n ->
    [one] Vi holder 1 plads til { $party } til »{ $title }«, { $when }. | Tryk på knappen inden { $until }. Ellers går pladsen videre.
   *[other] Vi holder { $n } pladser til { $party } til »{ $title }«, { $when }. | Tryk på knappen inden { $until }. Ellers går pladserne videre.
}
letter-signup-line-held-subject = Tryk på knappen, så står I på ventelisten
letter-signup-line-held = »{ $title }«, { $when }, er fyldt. | Tryk på knappen inden { $until }, så står { $party } på ventelisten.
letter-signup-consent-asked-subject = Må dit barn være med?
letter-signup-consent-asked = { $party } er skrevet op til »{ $title }«, { $when }, og vi holder en plads. | Barnet er under 15, så en forælder eller værge skal sige ja. Tryk på knappen inden { $until }. Ellers går pladsen videre.
letter-signup-seats-open-subject = Tryk på knappen, mens der er plads
letter-signup-seats-open = { $party } er skrevet op til »{ $title }«, { $when }. Der er plads, men vi kan ikke holde den, for mange er skrevet op uden at have svaret. | Tryk på knappen nu: Den, der trykker først, får pladserne. Er de væk, kommer I på ventelisten. Knappen virker indtil { $until }.
letter-signup-consent-asked-open-subject = Må dit barn være med? Svar, mens der er plads
letter-signup-consent-asked-open = { $party } er skrevet op til »{ $title }«, { $when }. Der er plads, men vi kan ikke holde den, for mange er skrevet op uden at have svaret. | Barnet er under 15, så en forælder eller værge skal sige ja. Den, der trykker på knappen først, får pladsen. Er den væk, kommer barnet på ventelisten. Knappen virker indtil { $until }.
letter-signup-consent-asked-in-line-subject = Må dit barn stå på ventelisten?
letter-signup-consent-asked-in-line = { $party } vil gerne på ventelisten til »{ $title }«, { $when }. | Barnet er under 15, så en forælder eller værge skal sige ja. Tryk på knappen inden { $until }.
letter-signup-consent-reminder-subject = Husk at svare: må dit barn være med?
letter-signup-consent-reminder = Vi holder stadig en plads til { $party } til »{ $title }«, { $when }. | Tryk på knappen inden { $until }. Ellers går pladsen videre.
letter-signup-consent-reminder-unkept-subject = Husk at svare: må dit barn være med?
letter-signup-consent-reminder-unkept = Vi mangler dit svar: Må { $party } være med til »{ $title }«, { $when }? | Tryk på knappen inden { $until }. Ellers er barnet ikke skrevet op mere.
letter-signup-confirmed-subject = I er med
letter-signup-confirmed = { $n ->
    [one] { $party } er tilmeldt »{ $title }«, { $when }: 1 plads. | På tilmeldingens side kan du rette eller melde afbud. Del ikke linket med andre.
   *[other] { $party } er tilmeldt »{ $title }«, { $when }: { $n } pladser. | På tilmeldingens side kan du rette antallet eller melde afbud. Del ikke linket med andre.
}
letter-signup-added-by-organiser-subject = I er med
letter-signup-added-by-organiser = { $n ->
    [one] Arrangøren har tilmeldt { $party } til »{ $title }«, { $when }: 1 plads. | På tilmeldingens side kan du rette eller melde afbud. Del ikke linket med andre.
   *[other] Arrangøren har tilmeldt { $party } til »{ $title }«, { $when }: { $n } pladser. | På tilmeldingens side kan du rette antallet eller melde afbud. Del ikke linket med andre.
}
letter-signup-in-line-subject = I står på ventelisten
letter-signup-in-line = { $party } er nummer { $place } i køen til »{ $title }«, { $when }. | Bliver der plads til jer alle, skriver vi straks. Du behøver ikke gøre mere.
letter-signup-offered-subject = Der er plads til jer nu
letter-signup-offered = { $n ->
    [one] Der er 1 plads til { $party } til »{ $title }«, { $when }. | Sig ja inden { $until }. Ellers går pladsen videre til den næste i køen.
   *[other] Der er { $n } pladser til { $party } til »{ $title }«, { $when }. | Sig ja inden { $until }. Ellers går pladserne videre til den næste i køen.
}
letter-signup-number-changed-subject = Antallet er rettet
letter-signup-number-changed = { $n ->
    [one] { $party } til »{ $title }«, { $when }, er nu 1.
   *[other] { $party } til »{ $title }«, { $when }, er nu { $n }.
}
letter-signup-named-second-subject = Du er skrevet på som den anden voksne
letter-signup-named-second = { $guardian } har skrevet dig på som den anden forælder eller værge for { $party } til »{ $title }«, { $when }. | Du får de samme breve som { $guardian }. På tilmeldingens side kan du rette eller melde afbud. Del ikke linket med andre.
letter-signup-changed-subject = Noget er ændret
letter-signup-changed = Arrangøren har ændret tid, sted eller pris for »{ $title }«, { $when }. { $party } er stadig tilmeldt. | Se, hvordan det er nu, på tilmeldingens side. Passer det ikke mere, så meld afbud dér.
letter-signup-cancelled-subject = I er meldt fra
letter-signup-cancelled = { $party } er meldt fra »{ $title }«, { $when }. Tak, fordi du sagde til.
letter-signup-cancelled-by-organiser-subject = Arrangøren har meldt jer fra
letter-signup-cancelled-by-organiser = Arrangøren har meldt { $party } fra »{ $title }«, { $when }. | Skriv til arrangøren, hvis du har spørgsmål.
letter-signup-consent-withdrawn-subject = Samtykket er trukket tilbage
letter-signup-consent-withdrawn = Samtykket for { $party } til »{ $title }«, { $when }, er trukket tilbage. Barnet er ikke længere tilmeldt.
letter-signup-consent-withdrawn-by-second-subject = Samtykket er trukket tilbage
letter-signup-consent-withdrawn-by-second = Den anden forælder eller værge har trukket samtykket tilbage for { $party } til »{ $title }«, { $when }. Barnet er ikke længere tilmeldt. | Bliver I enige, kan I altid tilmelde barnet igen.
letter-signup-go-withdraw = Er du ikke enig i, at barnet er med? Træk samtykket tilbage
letter-signup-offer-passed-subject = Tilbuddet er udløbet
letter-signup-offer-passed = Vi hørte ikke fra jer, så pladserne til »{ $title }«, { $when }, gik videre. | Vil { $party } stadig gerne med, så skriv jer op igen.
letter-signup-list-closed-subject = Der blev desværre ikke plads
letter-signup-list-closed = Køen til »{ $title }«, { $when }, er lukket. Der blev ikke plads til { $party }. | Se, om der er en anden dato.
letter-signup-date-cancelled-subject = Dagen er aflyst
letter-signup-date-cancelled = »{ $title }«, { $when }, er aflyst. Tilmeldingen for { $party } gælder ikke mere. | Se, om der er en anden dato.
letter-signup-moved-subject = I er flyttet til en anden dag
letter-signup-moved = { $n ->
    [one] Arrangøren har flyttet { $party } til en anden dag: »{ $title }«, { $when }. Der er 1 plads. | Passer dagen ikke, så meld afbud på tilmeldingens side. De gamle links dertil virker også.
   *[other] Arrangøren har flyttet { $party } til en anden dag: »{ $title }«, { $when }. Der er { $n } pladser. | Passer dagen ikke, så meld afbud på tilmeldingens side. De gamle links dertil virker også.
}
letter-signup-already-in-subject = I er tilmeldt i forvejen
letter-signup-already-in = { $party } har allerede en tilmelding til »{ $title }«. Derfor er der ikke lavet en til. | Se eller ret den på tilmeldingens side.
letter-signup-in-a-week-subject = Om en uge skal I afsted
letter-signup-in-a-week = { $n ->
    [one] { $party } har 1 plads til »{ $title }«, { $when }. | Kan I ikke komme, så meld afbud nu. Så får andre pladsen.
   *[other] { $party } har { $n } pladser til »{ $title }«, { $when }. | Kan I ikke komme, så meld afbud nu. Så får andre pladserne.
}
letter-signup-tomorrow-subject = I morgen skal I afsted
letter-signup-tomorrow = { $party } skal til »{ $title }«, { $when }. God tur!
mine-title = Dine tilmeldinger
mine-lead = Alt, du har tilmeldt eller spurgt om med kontoens e-mail.
mine-none = Du har ikke tilmeldt nogen med den e-mail endnu. Tilmeldinger med andre adresser finder du i de breve, du fik.
mine-to-come = Kommende
mine-over = Forbi
mine-asked = Du har spurgt om
mine-open-asked = Se svaret
mine-open = Se og ret
