crumb-home = Forside
activity-by = Hos
activity-what = Det skal I prøve
activity-cancelled = Aflyst
activity-cancelled-what = Arrangøren har aflyst aktiviteten. Se, om noget af det andet passer.
activity-related = Måske også noget for jer
activity-more-of-partner = Alt fra arrangøren
activity-write = Skriv til dem
activity-map = Kort over Danmark med et mærke ved { $city }
activity-map-open = Se stedet på OpenStreetMap
activity-address = Siden findes på
activity-updated = Senest opdateret { $day }.
fact-for = Til { $whom }
fact-where = Hvor
fact-price = Pris
fact-language = Sprog
fact-sign-up = Tilmelding
fact-group = Gruppe
fact-lasts = Varer
fact-travel = Kører op til { $km } km
fact-travel-from = Fra { $town }
fact-group-span = { $min }–{ $max } deltagere
fact-group-from = Mindst { $n } deltagere
fact-group-to = Højst { $n } deltagere
fact-days = { $n } dage
fact-hours = { $n ->
    [one] { $n } time
   *[other] { $n } timer
 }
fact-minutes = { $n } minutter
access-heading = Kan alle være med?
access-yes = Ja
access-ask = Spørg arrangøren
access-else = Er der noget andet, arrangøren skal tænke på?
access-write = Skriv til dem, så finder I ud af det sammen.
dates-heading = Datoer
dates-heading-any = Kom med
dates-none = Der er ingen kommende datoer lige nu.
dates-past = { $n ->
    [one] { $n } dato, der har været
   *[other] { $n } datoer, der har været
 }
dates-calendar = Føj til din kalender
dates-sign-up = Tilmeld
dates-wait = Kom på venteliste
dates-deadline = Frist { $when }
dates-deadline-was = Fristen var { $when }
door-none = Du skal ikke tilmelde dig. Bare mød op.
door-external = Gå til tilmelding
door-external-hint = Tilmeldingen ligger på arrangørens egen side.
door-request = Spørg om en dato
door-request-hint = Arrangøren svarer på dit spørgsmål og aftaler en dato med dig.
door-write = Skriv til arrangøren
door-portal-hint = Vælg en dato herover. Det tager to minutter, og du behøver ingen konto.
ruler-youth = udd.
activity-co-owner = Laver aktiviteten sammen med arrangøren
