allocation-drawn = { $parties ->
    [one] Lodtrækning: { $parties } tilmelding
   *[other] Lodtrækning: { $parties } tilmeldinger
 }{ $dates ->
    [one] {" "}til { $dates } dato.
   *[other] {" "}til { $dates } datoer.
 }
allocation-given = { $n ->
    [one] { $n } fik sit ønske nummer { $wish }.
   *[other] { $n } fik deres ønske nummer { $wish }.
 }
allocation-none = { $n } fik ingen plads.
allocation-untold = Filen fortæller ikke, hvem der fik hvad, så der er intet at sammenligne med.
allocation-same = Det er nøjagtigt det, der blev offentliggjort.
allocation-differs = { $n ->
    [one] Det er ikke det, der blev offentliggjort: { $n } skulle have haft noget andet, nemlig nummer { $numbers }.
   *[other] Det er ikke det, der blev offentliggjort: { $n } skulle have haft noget andet. De første er nummer { $numbers }.
 }
allocation-promise-kept = Tallet passer til det løfte, der blev givet på forhånd.
allocation-promise-broken = Tallet passer ikke til løftet. Se efter, om begge dele er skrevet rigtigt af. Er de det, er lodtrækningen ikke lavet med det tal, der blev lovet.
allocation-no-seed = Lodtrækningens tal og løftet er hver på 64 tegn: cifre og bogstaverne a til f. Kopiér dem fra lodtrækningens side.
allocation-not-written = Filen { $file } kan ikke skrives. Vælg et andet sted.
allocation-sheet-dates = Filen med datoer:
allocation-sheet-parties = Filen med tilmeldinger:
allocation-cell = linje { $line }, kolonnen »{ $column }«, kan ikke forstås. Hent filen igen, og ret den ikke.
allocation-same-number = To tilmeldinger har nummer { $party }. Hent filen igen, og ret den ikke.
allocation-nobody = Tilmelding nummer { $party } har ingen deltagere. Hent filen igen, og ret den ikke.
allocation-ranking = Tilmelding nummer { $party } ønsker ingen dato, en dato to gange eller mere end { $max }. Hent filen igen, og ret den ikke.
allocation-unknown-date = Tilmelding nummer { $party } ønsker en dato, der ikke er med. Hent begge filer igen, og ret dem ikke.
allocation-two-orders = Datoerne tager ikke tilmeldingerne i samme rækkefølge, og så skal de alle tælle besøg i stedet for pladser. Ret filen med datoer.
