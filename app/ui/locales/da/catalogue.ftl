catalogue-title = Find aktiviteter
catalogue-title-page = Find aktiviteter, side { $n }
catalogue-description = Alle aktiviteter i naturfag og teknologi: vælg klassetrin, emne, sted og tid, og se, hvor der er plads.
catalogue-count = { $n ->
    [0] Ingen aktiviteter
    [one] { $n } aktivitet
   *[other] { $n } aktiviteter
 }
catalogue-show = { $n ->
    [0] Ingen aktiviteter passer
    [one] Vis { $n } aktivitet
   *[other] Vis { $n } aktiviteter
 }
catalogue-first-page = Se dem på side 1
catalogue-order = Den næste dato står først
card-girls = { $whom }, piger
card-any-time = Efter aftale
card-dates = { $n ->
    [one] { $hours } og én dato til
   *[other] { $hours } og { $n } datoer til
 }
seats-left = { $n ->
    [one] { $n } plads tilbage
   *[other] { $n } pladser tilbage
 }
seats-full = Fyldt
seats-closed = Fristen er overskredet
chips-heading = Valgte filtre
chips-remove = Fjern filteret
chips-clear = Ryd alle
chip-words = »{ $words }«
chip-audience = For { $audience }
chip-from = Fra { $day }
chip-period = { $from } – { $to }
chip-to = Til { $day }
chip-language = På { $language }
chip-seats = Plads til { $n }
chip-partner = Hos { $partner }
empty-lead = Ingen aktiviteter passer til hele dit valg.
empty-drop-one = Prøv at tage ét af dine valg væk:
empty-without = { $n ->
    [one] Uden »{ $choice }« er der { $n } aktivitet
   *[other] Uden »{ $choice }« er der { $n } aktiviteter
 }
empty-topics = Prøv et andet ord, eller kig i et emne:
empty-topic = { $topic } ({ $n })
empty-all = Se alle aktiviteter
pages-nav = Sider
pages-previous = Forrige
pages-next = Næste
pages-page = Side
filter-heading = Afgræns
filter-chosen = { $n } valgt
filter-words = Søg
search-lost = Vi kan ikke få fat i Gnist lige nu, så listen er måske gammel. Tryk på søg for at prøve igen.
filter-from = Fra dato
filter-to = Til dato
filter-seats = Hvor mange er I?
filter-age = Alder
filter-level = Klassetrin
filter-topic = Emne
filter-kind = Hvad
filter-where = Hvor
filter-format = Form
filter-region = Region
filter-municipality = Kommune
filter-for-whom = For hvem
filter-girls = Lavet til at fange pigers interesse
filter-price = Pris
filter-price-max = Højst så mange kroner
filter-free = Kun gratis
region-until = { $region } (til { $day })
region-from = { $region } (fra { $day })
fault-heading = Noget skal skrives om
fault-unknown-parameter = Vi kender ikke »{ $name }«, så det er ikke brugt.
fault-unknown-value = »{ $name }« har en værdi, vi ikke kender. Vælg en fra listen.
fault-no-date = »{ $name }« skal være en dato som 2027-03-18.
fault-ends-before = Til-datoen ligger før fra-datoen. Byt om på dem.
fault-no-number = »{ $name }« skal være et helt tal fra { $min } til { $max }.
fault-no-flag = »{ $name }« skal være true eller false.
fault-too-long = »{ $name }« er for lang. Brug højst { $max } tegn.
fault-repeated = »{ $name }« må kun stå én gang.
fault-control-character = »{ $name }« indeholder tegn, som ingen kan se. Skriv det igen.
fault-too-many = Der er for mange valg i adressen. Der må højst være { $max }.
catalogue-title-words = »{ $words }«: aktiviteter
card-distance = { $city }, { $km } km
fault-no-place = »{ $name }« skal være et postnummer eller en by i Danmark.
fault-needs-place = »{ $name }« giver kun mening sammen med et sted. Skriv en by eller et postnummer.
chip-near = Nær { $place }
chip-near-within = Nær { $place }, inden for { $km } km
chip-area = I { $town } og omegn
chip-within = Højst { $km } km væk
chip-price = Højst { $amount } kr.
chip-full = Også fyldte og lukkede
chip-past = Også afholdte
filter-near = Nær
filter-near-hint = By eller postnummer
filter-within = Højst så mange km
filter-when = Måned eller uge
filter-who = Kampagne, arrangør og sprog
sort-heading = Sortér efter
sort-relevance = Relevans
sort-date = Dato
sort-distance = Afstand
more-full = { $n ->
    [one] Vis også { $n }, der er fyldt eller lukket for tilmelding
   *[other] Vis også { $n }, der er fyldte eller lukkede for tilmelding
 }
more-past = { $n ->
    [one] Vis også { $n }, der er afholdt
   *[other] Vis også { $n }, der er afholdt
 }
found-map-show = Vis på kort
found-map-title = Kort over det fundne
found-map-description = Tallene siger, hvor mange aktiviteter der er ved hvert sted.
found-map-place = { $n ->
    [one] { $city } og omegn: { $n } aktivitet
   *[other] { $city } og omegn: { $n } aktiviteter
 }
understood-heading = Sådan har vi forstået dig:
understood-remove = Fjern
understood-literal = Søg kun efter ordene
corrected = Vi fandt ikke »{ $typed }« og viser »{ $meant }«.
corrected-original = Søg efter »{ $typed }« alligevel
overruled = Du skrev »{ $typed }«, men du har valgt »{ $chosen }«, og det gælder.
overruled-instead = Brug »{ $typed }« i stedet
denied = Vi kan kun søge efter det, du gerne vil have, så »{ $typed }« er ikke brugt.
words-left-out = Vi søger kun efter de første { $n } ord. Resten er ikke brugt.
nearly-heading = Tæt på det, du leder efter
nearly-lacks = Passer ikke på { $what }
lacks-words = alle ordene
lacks-level = klassetrinnet
lacks-age = alderen
lacks-time = tiden
lacks-place = stedet
lacks-format = formen
lacks-language = sproget
lacks-free = prisen
lacks-girls = ønsket om piger
lacks-seats = antallet
lacks-audience = målgruppen
lacks-other = et af dine ønsker
empty-lead-near = Intet passer på det hele. Længere nede står det, der kommer tættest på.
search-suggestions = Forslag
filter-month = Måned
filter-week = Uge
filter-search = Søg efter ordene
fault-no-month = »{ $name }« skal være en måned som 2027-03.
fault-no-week = »{ $name }« skal være en uge som 2027-W07.
nearest-date = Nærmeste dato: { $day }
nearest-date-in = Nærmeste dato: { $day } i { $city }
nearest-date-km = Nærmeste dato: { $day } i { $city } ({ $km } km)
nearest-place = Nærmeste sted: { $city } ({ $km } km)
nearest-place-day = Nærmeste sted: { $city } ({ $km } km), { $day }
empty-drop-two = Prøv at tage to af dine valg væk:
empty-without-both = { $n ->
    [one] Uden »{ $first }« og »{ $second }« er der { $n } aktivitet
   *[other] Uden »{ $first }« og »{ $second }« er der { $n } aktiviteter
 }
follow-heading = Følg denne søgning:
follow-rss = RSS
follow-calendar = kalender
follow-csv = CSV
follow-title = { $page } ({ $chosen })
