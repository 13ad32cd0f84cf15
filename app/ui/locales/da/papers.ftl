paper-heading = Til dagen
paper-what = Tag det hele med på papir. Print siden, eller hent den som PDF.
paper-day-sheet = Dagsseddel
paper-release = Frigivelsesbrev til skolen
paper-pdf = Hent som PDF
paper-back = Tilbage til tilmeldingen
paper-back-to-roster = Tilbage til deltagerne
paper-foot = Gnist. Sådan stod det { $when }.
paper-at = »{ $title }« hos { $partner }
paper-when-where = Hvornår og hvor
paper-activity = Aktivitet
paper-when = Hvornår
paper-organiser = Arrangør
paper-write-to = Skriv til
paper-who = Hvem kommer
paper-party = Hvem
paper-number = Hvor mange
paper-contact = Kontakt
paper-needs = Det har de brug for
paper-parties = Tilmeldt
paper-waiting = På venteliste
paper-pupils = { $n ->
    [one] 1 elev
   *[other] { $n } elever
}
paper-adults = { $n ->
    [one] 1 voksen
   *[other] { $n } voksne
}
paper-persons = { $n ->
    [one] 1 deltager
   *[other] { $n } deltagere
}
paper-parties-class = { $n ->
    [one] 1 klasse
   *[other] { $n } klasser
}
paper-parties-child = { $n ->
    [one] 1 barn
   *[other] { $n } børn
}
paper-parties-one = { $n ->
    [one] 1 enkelt person
   *[other] { $n } enkelte personer
}
paper-of-seats = { $taken } af { $seats } pladser
paper-shred = Her står navne. Riv arket i stykker, når dagen er slut.
paper-way = Vejen dertil
paper-way-public = Find bus og tog på rejseplanen.dk. Skriv adressen: { $address }.
paper-way-bus = Kommer I i bus eller bil, så spørg arrangøren, hvor den kan holde.
paper-way-outdoor = Det foregår udendørs. Tag tøj på efter vejret.
paper-way-hybrid = I kan også være med online. Spørg arrangøren om linket.
paper-way-to-you = Arrangøren kommer ud til jer. I skal ingen steder.
paper-way-online = Det foregår online. Spørg arrangøren, hvis I ikke har fået et link.
paper-way-you-go = I kommer ud til dem. Se på listen, hvor de går i skole.
paper-way-send-link = Det foregår online. Husk at sende et link til dem, der kommer.
paper-access-ask = Har nogen brug for andet, så skriv til arrangøren: { $email }
paper-access-unknown = Arrangøren har ikke skrevet noget om det. Spørg i god tid: { $email }
paper-access-untold = I har ikke skrevet noget om det.
paper-blank-meet = Vi mødes (tid og sted)
paper-blank-go = Vi tager af sted kl.
paper-blank-by = Vi rejser med
paper-blank-back = Vi er tilbage på skolen kl.
paper-blank-home = Vi er hjemme igen kl.
release-title = Frigivelsesbrev
release-to = Til ledelsen på { $school }
release-asks = { $class } skal til »{ $title }« hos { $partner } og er derfor ikke på skolen i den tid. Vi beder om, at klassen bliver fri fra anden undervisning.
release-deal = Hvem, hvor og hvornår
release-contacts = Kontakt på dagen
release-at-organiser = Hos arrangøren
release-at-class = I klassen
release-journey = Rejsen
release-journey-what = Udfyldes i hånden.
release-names = Elever
release-names-what = Skriv navnene i hånden. Gnist kender dem ikke.
release-names-more = Er I flere, så skriv resten på bagsiden.
release-name = Navn
release-line = Nr.
release-signed = Underskrift
release-signed-teacher = Dato og underskrift, klassens lærer
release-signed-school = Dato og underskrift, skolens ledelse
