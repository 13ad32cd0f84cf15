campaigns-name = Kampagner
campaigns-title = { $n ->
    [0] Der er ingen kampagner
    [one] 1 kampagne
   *[other] { $n } kampagner
}
campaigns-lead = En kampagne er noget, hele pagten laver på en dag eller i en sæson. Den har sin egen side og står på forsiden, når den nærmer sig.
campaigns-empty = Der er ikke nogen endnu. Når der kommer en, kan partnerne vælge den, når de opretter en aktivitet.
campaigns-new = Lav en kampagne
campaigns-running = I gang nu
campaigns-coming = Kommer
campaigns-over = Har været
campaigns-closed = lukket for nye aktiviteter
campaigns-size = { $n ->
    [0] ingen aktiviteter at være med i
    [one] 1 aktivitet at være med i
   *[other] { $n } aktiviteter at være med i
}
account-campaigns = Gå til kampagner
campaign-new-title = Lav en kampagne
campaign-new-lead = Den har sin egen side med det samme, og partnerne kan vælge den.
campaign-name = Navn på dansk
campaign-name-hint = Som det skal stå på kort og i menuen, fx »Forskningens Døgn 2027«
campaign-name-en = Navn på engelsk
campaign-key = Nøgle
campaign-key-hint = Står i adressen og i regneark, fx forskningens-doegn-2027. Lad feltet stå tomt, så laver vi den af navnet. Den kan ikke ændres bagefter.
campaign-first-day = Første dag
campaign-last-day = Sidste dag
campaign-last-day-hint = Er det kun én dag, så vælg den samme
campaign-text = Om kampagnen på dansk
campaign-text-hint = Et par sætninger til kampagnens side. Den første linje står også på forsiden.
campaign-text-en = Om kampagnen på engelsk
campaign-open = Partnere kan vælge den, når de opretter en aktivitet
campaign-make-go = Lav kampagnen
campaign-change = Ret kampagnen
campaign-change-go = Gem kampagnen
campaign-public = Se kampagnens side
campaign-named = { $n ->
    [0] Ingen aktiviteter hører til den endnu.
    [one] 1 aktivitet hører til den, også regnet med det, der venter eller er aflyst.
   *[other] { $n } aktiviteter hører til den, også regnet med det, der venter eller er aflyst.
}
campaign-is-closed = Den er lukket for nye aktiviteter. De aktiviteter, der hører til den, bliver stående. Vil du åbne den igen, så sæt hakket nedenfor.
campaign-remove = Fjern kampagnen
campaign-remove-what = Ingen aktiviteter hører til den, så der bliver ikke noget tilbage. Sider, der linker til den, finder den ikke mere.
campaign-remove-go = Fjern kampagnen nu
campaign-close = Luk for nye aktiviteter
campaign-close-what = Aktiviteter hører til kampagnen, så den kan ikke fjernes. Du kan lukke den, så der ikke kommer flere. Siden og aktiviteterne bliver stående.
campaign-close-go = Luk kampagnen
campaign-told-made = Kampagnen er lavet, og partnerne kan vælge den.
campaign-told-kept = Kampagnen er gemt.
campaign-told-removed = Kampagnen er fjernet.
campaign-told-closed = Kampagnen er lukket for nye aktiviteter.
campaign-fault-name = Skriv et navn på dansk på { $min } til { $max } tegn
campaign-fault-name-en = Skriv et navn på engelsk på { $min } til { $max } tegn
campaign-fault-key = Brug små bogstaver, tal og bindestreger, højst { $max } tegn
campaign-fault-key-taken = En anden kampagne har den nøgle. Vælg en anden, fx med årstal
campaign-fault-first-day = Vælg den første dag, fx 2027-04-22
campaign-fault-last-day = Vælg den sidste dag, fx 2027-04-22
campaign-fault-order = Den sidste dag ligger før den første. Byt om
campaign-fault-long = En kampagne varer højst { $max } dage. Vælg en tidligere sidste dag
campaign-fault-text = Fortæl på dansk om kampagnen med { $min } til { $max } tegn
campaign-fault-text-en = Fortæl på engelsk om kampagnen med { $min } til { $max } tegn
campaign-fault-control = Der står tegn, som ingen kan se. Skriv det igen
