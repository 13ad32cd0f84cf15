roster-see = Se deltagerne
roster-desk = Skrivebord
roster-lead = Hvem der kommer til dagen.
roster-taken = { $taken ->
    [one] 1 plads er taget, { $free } er ledige
   *[other] { $taken } pladser er taget, { $free } er ledige
}
roster-kept = { $n ->
    [one] 1 plads er holdt til en, der ikke har svaret på sit brev endnu
   *[other] { $n } pladser er holdt til nogle, der ikke har svaret på deres brev endnu
}
roster-csv = Hent listen (CSV)
roster-xlsx = Hent listen (Excel)
roster-coming = De kommer ({ $n })
roster-waiting = De venter ({ $n })
roster-gone = De har meldt fra ({ $n })
roster-nobody = Ingen er tilmeldt endnu. Del aktivitetens side, så kommer de.
roster-nobody-waits = Ingen venter.
roster-nobody-left = Ingen har meldt fra.
roster-taken-open = { $n ->
    [one] 1 kommer
   *[other] { $n } kommer
}
roster-seats = { $n ->
    [one] 1 plads
   *[other] { $n } pladser
}
roster-aged = { $name }, { $n } år
roster-offered = Er tilbudt pladser og kan svare til { $until }
roster-gone-lapsed = Svarede ikke på brevet
roster-gone-cancelled = Meldte afbud
roster-gone-cancelled-by-organiser = Afmeldt af jer
roster-gone-consent-withdrawn = Samtykket blev trukket tilbage
roster-gone-declined = Sagde nej tak
roster-gone-offer-passed = Svarede ikke på tilbuddet
roster-gone-list-closed = Der blev ikke plads
roster-gone-date-cancelled = Dagen blev aflyst
roster-gone-moved = Flyttet til en anden dato
roster-gone-not-coming = Sagde nej, da vi spurgte
roster-gone-not-heard-from = Svarede ikke, da vi spurgte to gange
roster-cancel = Afmeld
roster-cancel-sure = De får besked på mail, og pladserne går til de næste i køen.
roster-cancel-go = Afmeld dem
roster-told-cancelled = De er afmeldt og har fået besked.
roster-told-rule = Reglen for køen er gemt. Alle kan læse den.
roster-rule = Sådan går køen
roster-rule-go = Gem reglen
roster-second = Anden forælder eller værge: { $name }, { $email }
roster-emergency = Nødkontakt: { $name }, { $phone }
roster-privacy = Vi viser kun det, I skal bruge på dagen. Nødkontakter står her fra to dage før og slettes dagen efter. Det, de har brug for, slettes efter en uge, og resten efter 30 dage.
roster-add = Tilføj nogen, der har ringet
roster-add-title = Tilføj nogen
roster-add-lead = Til dem, der ringer eller skriver til dig. De får et brev, hvis du skriver en adresse.
roster-add-lead-child = Et barn under 15 kan først være med, når en forælder eller værge har sagt ja. Vi skriver til dem og holder pladsen i 48 timer.
roster-add-as-class = Tilføj en klasse i stedet
roster-add-as-child = Tilføj et barn i stedet
roster-add-as-one = Tilføj en person i stedet
roster-add-who = Hvem kommer?
roster-add-contact = Hvem taler du med?
roster-add-email = Har de ingen e-mail, så lad feltet stå tomt. Så får de ingen breve.
roster-add-email-child = Her beder vi en forælder eller værge om samtykke
roster-add-agrees = Jeg har fortalt dem, hvad vi gemmer, og at vi sletter det 30 dage efter dagen
roster-add-go = Tilføj dem
roster-add-over = Dagen er forbi eller aflyst, så der kan ikke tilføjes nogen.
roster-told-added = De er tilføjet. Har du skrevet en adresse, får de et brev.
roster-move = Flyt
roster-move-sure = De får pladser den dag, du vælger, og et brev om det. Linket til deres side virker stadig.
roster-move-to = Ny dag
roster-move-choose = Vælg en dag
roster-move-option = { $free ->
    [one] { $when } (1 ledig plads)
   *[other] { $when } ({ $free } ledige pladser)
}
roster-move-go = Flyt dem
roster-told-moved = De er flyttet og har fået besked.
roster-full = { $n ->
    [0] Der er ingen ledige pladser. Giv dagen flere pladser, eller vælg en anden dag.
    [one] Der er kun 1 ledig plads. Giv dagen flere pladser, eller vælg en anden dag.
   *[other] Der er kun { $n } ledige pladser. Giv dagen flere pladser, eller vælg en anden dag.
}
roster-already-in = De er allerede tilmeldt en dato. Find dem på listen.
roster-not-sure = De har ikke svaret på deres brev endnu. Prøv igen, når de har.
roster-too-late = Det kan ikke lade sig gøre mere. Se på listen, hvordan det står.
roster-write = Skriv til deltagerne
roster-write-title = Skriv til deltagerne
roster-write-lead = Alle får hver sit brev og kan ikke se hinanden. Svar kommer til din egen e-mail.
roster-write-to = Hvem skal have beskeden?
roster-write-to-coming = Dem, der kommer
roster-write-to-waiting = Dem, der venter
roster-write-to-everybody = Alle
roster-write-to-chosen = Kun dem, jeg vælger her
roster-write-no-address = Har ingen e-mail
roster-write-words = Besked
roster-write-words-hint = Højst 2.000 tegn. Skriv ikke noget om andre deltagere.
roster-write-night = Det er aften, så brevene bliver sendt { $when }.
roster-write-limit = Du kan skrive til en dag fem gange i døgnet.
roster-write-go = Send beskeden
roster-write-nobody = Der er ingen at skrive til endnu.
roster-write-too-often = Der er skrevet fem gange til den dag i det sidste døgn. Vent til i morgen.
roster-write-sent = { $n ->
    [one] 1 brev er på vej.
   *[other] { $n } breve er på vej, et til hver.
}
roster-written = Skrevet før
roster-written-none = Ingen har fået besked endnu.
roster-written-when = { $n ->
    [one] { $when }, 1 brev
   *[other] { $when }, { $n } breve
}
