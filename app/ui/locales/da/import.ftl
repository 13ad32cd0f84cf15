import-dry-run = Prøve: intet er skrevet.
import-reading = Læser linje { $n }
import-rows = { $rows ->
    [one] 1 linje
   *[other] { $rows } linjer
} læst: { $taken } taget med, { $rejected } afvist.
import-activities = Aktiviteter: { $new } nye, { $changed } ændrede, { $unchanged } som før. Nye partnere: { $partners }.
import-ignored = Kolonner, vi ikke kender og ikke har brugt: { $columns }.
import-fault = Linje { $line }, { $column }: { $what }
import-more-faults = … og { $n } fejl til.
import-next = Ret linjerne, og læs hele filen ind igen. Det, der er taget med, bliver ikke dobbelt. Så længe linjer er afvist, fjerner vi ingen datoer fra deres aktiviteter.
file-empty = Filen er tom. Gem regnearket igen, og prøv med den nye fil.
file-too-large = Filen fylder mere end { $mb } MB. Del den i flere.
file-too-many-rows = Filen har mere end { $max } linjer. Del den i flere, senest før linje { $line }.
file-unknown-kind = Filen er hverken CSV eller XLSX. Gem regnearket som en af dem.
file-old-spreadsheet = Filen er et gammelt regneark (.xls). Gem det som XLSX eller CSV.
file-utf16 = Filen er skrevet i UTF-16. Gem den som »CSV UTF-8«.
file-not-utf8 = Linje { $line }, tegn { $character }: filen er ikke skrevet i UTF-8, så æ, ø og å går i stykker. Gem den som »CSV UTF-8«.
file-nul = Linje { $line }, tegn { $character }: der står et tegn, som ikke hører til i tekst (NUL). Slet det, og gem filen igen.
file-open-quote = Linje { $line }, tegn { $character }: et anførselstegn begynder og slutter ikke. Skriv et til, eller slet det.
file-too-many-columns = Filen har mere end { $max } kolonner. Slet dem, der ikke er brug for.
file-no-header = Linje 1 er ikke en overskrift. Skriv kolonnernes navne i første linje.
file-no-rows = Filen har kun en overskrift. Skriv en linje for hver aktivitet, og prøv igen.
file-double-column = Linje 1: kolonnen { $column } står to gange. Slet den ene.
file-missing-columns = Linje 1: der mangler kolonner: { $columns }.
file-unreadable = Filen kan ikke læses. Se efter, at den findes, og at du må åbne den.
cell-missing = her skal stå noget.
cell-too-few = { $n ->
    [one] herfra og ud mangler linjen et felt. Sæt det komma, der er glemt.
   *[other] herfra og ud mangler linjen { $n } felter. Sæt de kommaer, der er glemt.
}
cell-too-many = { $n ->
    [one] linjen har et felt for meget. Sæt anførselstegn om tekst med komma i.
   *[other] linjen har { $n } felter for meget. Sæt anførselstegn om tekst med komma i.
}
cell-too-short = skriv mindst { $min } tegn.
cell-too-long = skriv højst { $max } tegn.
cell-control = der står tegn, som ingen kan se. Skriv det igen.
cell-shape = det passer ikke her. Skriv det om.
cell-url = det er ikke en hel adresse. Skriv den med https:// foran.
cell-url-long = adressen er for lang. Brug en kortere.
cell-url-https = adressen skal begynde med https://.
cell-url-credentials = adressen indeholder et navn eller et kodeord. Tag det væk.
cell-email-at = e-mailen mangler @.
cell-email-domain = e-mailen mangler det, der står efter @.
cell-email = det er ikke en e-mail. Skriv den som navn@skole.dk.
cell-unknown-key = vi kender ikke »{ $word }«. Vælg et ord fra listen i vejledningen.
cell-language = skriv sproget med to bogstaver, fx da eller en.
cell-age-reversed = den yngste alder er højere end den ældste. Byt om.
cell-group-reversed = den mindste gruppe er større end den største. Byt om.
cell-price = skriv et beløb i kroner, fx 0, 80 eller 49,50.
cell-price-high = prisen er for høj.
cell-postcode = et postnummer har fire cifre.
cell-postcode-unknown = vi kender ikke det postnummer.
cell-coordinates = skriv grader, fx 55,40 i lat og 10,38 i lon.
cell-coordinates-half = skriv både lat og lon, eller ingen af dem.
cell-number = skriv et helt tal fra { $min } til { $max }.
cell-flag = skriv true eller false.
cell-time = skriv dag og tid som 2027-03-18T09:00.
cell-no-such-day = den dag findes ikke i kalenderen.
cell-no-such-time = det klokkeslæt findes ikke den dag, for uret stilles en time frem. Vælg et andet.
cell-ends-too-soon = den slutter, før den begynder. Ret start eller slut.
cell-late-deadline = fristen ligger efter start. Sæt den før.
cell-same-start = linje { $line } begynder på samme tid. Slet den ene.
cell-conflict = linje { $line } siger noget andet om den samme aktivitet. Lad feltet stå tomt, eller skriv det samme.
cell-first-rejected = aktivitetens første linje ({ $line }) er afvist. Ret den først.
cell-new-partner = partneren er ny, så skriv business, education, public eller association.
cell-topics = skriv et til fire emner, hvert kun én gang.
cell-levels = skriv klassetrin, når det er for elever.
cell-needs-postcode = skriv postnummeret på stedet.
cell-needs-city = skriv byen.
cell-travel = kun besøg på skolen har en afstand. Slet tallet, eller skriv at_school i format.
cell-needs-url = skriv adressen, hvor man tilmelder sig.
cell-other-partner = du kan kun læse jeres egne aktiviteter ind. Skriv jeres eget navn, eller lad feltet stå tomt.
cell-cancelled = aktiviteten er aflyst. Giv den et nyt id, hvis I vil tilbyde den igen.
cell-archived = aktiviteten er taget ned. Giv den et nyt id, hvis I vil tilbyde den igen.
cell-handed-over = en anden partner har overtaget aktiviteten, så et regneark fra jer ændrer den ikke. Er I stadig medejer, så ret den på skrivebordet. Er det en ny aktivitet, så giv den et nyt id.
cell-campaign-closed = kampagnen tager ikke flere aktiviteter. Vælg en anden, eller lad feltet stå tomt.
import-parties-would = { $n ->
    [one] 1 tilmelding får et brev om, at noget er ændret
   *[other] { $n } tilmeldinger får et brev om, at noget er ændret
}
import-parties-told = { $n ->
    [one] 1 tilmelding har fået et brev om, at noget er ændret
   *[other] { $n } tilmeldinger har fået et brev om, at noget er ændret
}
import-touched = { $n ->
    [one] 1 tilmelding får et brev, når du indlæser arket
   *[other] { $n } tilmeldinger får et brev, når du indlæser arket
}
import-touched-dropped = { $n ->
    [one] 1 tilmelding bliver aflyst, for dagen står ikke i arket.
   *[other] { $n } tilmeldinger bliver aflyst, for dagen står ikke i arket.
}
import-touched-changed = { $n ->
    [one] 1 tilmelding hører, at tid, sted eller pris er ændret.
   *[other] { $n } tilmeldinger hører, at tid, sted eller pris er ændret.
}
import-touched-more = { $n ->
    [one] Og 1 aktivitet til.
   *[other] Og { $n } aktiviteter til.
}
