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
draw-title = Lodtrækning
draw-lead = Sådan fordeles pladserne, når flere vil med, end der er plads til.
draw-notice = Her er det ikke først til mølle. Vi trækker lod { $when }. Det er lige meget, om du tilmelder dig i dag eller den sidste dag.
draw-comes-first = Først kommer: { $who }. Blandt dem, der er lige, trækkes der lod.
draw-priority-by-lot = Alle er lige
draw-priority-classes-first = Klasser
draw-priority-without-class-first = De, der kommer uden en klasse
draw-priority-choosing-first = 7. til 10. klasse og børn på 13 til 16 år
draw-see = Se lodtrækningen
draw-see-how = Læs, hvordan vi trækker lod
draw-see-number = Se hele lodtrækningen. I er tilmelding nummer { $number }.
draw-to-form = Tilmeld dig til lodtrækningen
draw-sent-title = Se i din mail
draw-sent = Tryk på knappen i brevet, så er I med i lodtrækningen.
draw-sent-child = Tryk på knappen i brevet. Så siger du ja til, at barnet er med i lodtrækningen.
draw-told-in = Tak. I er med i lodtrækningen.
draw-told-set = Gemt. Det står nu, hvor man tilmelder sig.
draw-own-title = { $party } er med i lodtrækningen
draw-stands-in = I er tilmelding nummer { $number }. Vi skriver til jer, når der er trukket lod, uanset hvordan det går.
draw-why-in = I var nummer { $rank } af { $of }. Da det blev jeres tur, var der { $left } ledige pladser, og { $n ->
    [one] det var nok til dig.
   *[other] det var nok til jer alle { $n }.
 }
draw-why-not = I var nummer { $rank } af { $of }. Den sidste før jer, der fik plads, var nummer { $last }. Da det blev jeres tur, var der { $left } ledige pladser, og { $n ->
    [one] du skulle bruge en.
   *[other] I skulle bruge { $n }.
 }
draw-why-too-many = I var nummer { $rank } af { $of }. Der var { $left } ledige pladser, og { $n ->
    [one] du skulle bruge en.
   *[other] I skulle bruge { $n }.
 }
draw-panel = Fordeling af pladser
draw-panel-first = Pladserne går til dem, der kommer først.
draw-panel-waits = Der trækkes lod { $when }.
draw-panel-done = Der blev trukket lod { $when }.
draw-choose = Hvordan skal pladserne fordeles?
draw-by-first = Først til mølle
draw-by-draw = Lodtrækning blandt alle, der har tilmeldt sig inden et tidspunkt
draw-label-day = Dagen for lodtrækningen
draw-hint-day = Senest når tilmeldingen lukker, { $when }
draw-label-time = Klokkeslæt
draw-label-priority = Hvem kommer før andre?
draw-missing-day = Vælg den dag, der skal trækkes lod
draw-missing-time = Skriv et klokkeslæt, fx 12.00
draw-choose-go = Gem fordelingen
draw-not-empty = Nogen har tilmeldt sig, så fordelingen kan ikke ændres mere.
draw-wrong-time = Vælg et tidspunkt, der ikke er gået, og som er, før tilmeldingen lukker
draw-gave = { $given } af { $n } tilmeldinger fik plads. Der var { $seats } pladser.
draw-how = Sådan trækker vi lod
draw-how-lots = Hver tilmelding får et lod. Loddet regnes ud af tilmeldingens nummer og et hemmeligt tal, som blev valgt, før nogen tilmeldte sig.
draw-how-sizes = Så går vi lodderne igennem, det laveste først. Hver får plads, hvis der er nok til alle i tilmeldingen. En klasse bliver aldrig delt.
draw-how-after = De andre kommer på venteliste i samme rækkefølge. Er der stadig pladser, går de til dem, der kommer først.
draw-promise = Løftet
draw-promise-what = Det hemmelige tal blev valgt på forhånd. Her er dets SHA-256. Derfor kan ingen skifte tallet ud uden at blive opdaget.
draw-seed = Regn efter
draw-seed-what = Nu er det hemmelige tal ikke hemmeligt mere. Her er det:
draw-dates = Hent datoen (CSV)
draw-parties = Hent tilmeldingerne uden navne (CSV)
draw-check = Programmet gnist regner efter med »gnist allocation DATOER TILMELDINGER --seed TAL --promise LØFTE«. Loddet er HMAC-SHA-256 af nummeret med tallet som nøgle.
letter-signup-draw-held-subject = Tryk på knappen, så er I med i lodtrækningen
letter-signup-draw-held = { $party } er skrevet op til »{ $title }«, { $when }. Pladserne fordeles ved lodtrækning. | Tryk på knappen inden { $until }, så er I med.
letter-signup-consent-asked-for-draw-subject = Må dit barn være med i lodtrækningen?
letter-signup-consent-asked-for-draw = { $party } vil gerne med til »{ $title }«, { $when }. Pladserne fordeles ved lodtrækning. | Barnet er under 15, så en forælder eller værge skal sige ja. Tryk på knappen inden { $until }.
letter-signup-in-draw-subject = I er med i lodtrækningen
letter-signup-in-draw = { $party } er med i lodtrækningen til »{ $title }«, { $when }. | Der trækkes lod { $until }. Så skriver vi til jer, uanset hvordan det går.
letter-signup-drawn-subject = I fik plads ved lodtrækningen
letter-signup-drawn = { $party } er med til »{ $title }«, { $when }. | { $why } | Kan I ikke alligevel, så meld afbud på tilmeldingens side. Så får en anden pladsen.
letter-signup-not-drawn-subject = I fik ikke plads ved lodtrækningen
letter-signup-not-drawn = Der blev ikke plads til { $party } til »{ $title }«, { $when }. | { $why } | I er nu nummer { $place } på ventelisten. Bliver der plads til jer, skriver vi straks.
