coming-title = Kommer { $party } stadig?
coming-lead = { $n ->
    [one] I har 1 plads. Ét tryk beholder den eller giver den videre.
   *[other] I har { $n } pladser. Ét tryk beholder dem eller giver dem videre.
}
coming-kept = Svarer I ikke, beholder I pladserne.
coming-until = Svar inden { $until }. Ellers går pladserne videre.
coming-said-yes = I har sagt, at I kommer ({ $when }).
coming-go-yes = Ja, vi kommer
coming-go-no = Nej, giv pladserne videre
coming-fewer = Bliver I færre, så ret antallet på tilmeldingens side. Linket står i det brev, du fik, da I kom med.
coming-told-yes = Tak. Pladserne er jeres.
coming-told-no = I har meldt afbud. Tak, fordi du sagde til.
coming-gone = Vil I alligevel gerne med, så se, om der er plads, og tilmeld jer igen.
coming-panel = Kommer I stadig?
coming-row-yes = Har sagt, at de kommer ({ $when })
coming-row-silent = Spurgt { $when }, har ikke svaret. De beholder pladserne.
coming-row-until = Har ikke svaret. Pladserne går videre { $until }.
coming-answered = { $asked ->
    [one] Har svaret, at de kommer: { $n } af 1, der er spurgt
   *[other] Har svaret, at de kommer: { $n } af { $asked }, der er spurgt
}
coming-choose = Kommer de stadig?
coming-choose-what = Vi skriver til dem, der er med, og spørger. Ét tryk beholder pladserne eller giver dem videre til køen. Den, der tilmelder sig senere, bliver ikke spurgt.
coming-choose-closes = Vi skriver en gang til et døgn før, pladser går videre, og aldrig om natten. Når fristen er gået ({ $when }), går ingen pladser videre.
coming-choose-go = Gem spørgsmålet
coming-label-asks = Hvornår spørger vi?
coming-label-frees = Og hvis de ikke svarer?
coming-never-asks = Spørg ikke
coming-never-frees = De beholder pladserne
coming-days = { $n ->
    [one] 1 dag før
   *[other] { $n } dage før
}
coming-told-set = Gemt. Sådan spørger vi.
letter-signup-go-yes = Ja, vi kommer
letter-signup-go-no = Nej, vi kommer ikke
letter-signup-still-coming-subject = Kommer I stadig?
letter-signup-still-coming = { $n ->
    [one] { $party } har 1 plads til »{ $title }«, { $when }. Kommer I stadig? | Svarer du ikke, beholder I pladsen. Kommer I ikke, så får andre den.
   *[other] { $party } har { $n } pladser til »{ $title }«, { $when }. Kommer I stadig? | Svarer du ikke, beholder I pladserne. Kommer I ikke, så får andre dem.
}
letter-signup-still-coming-by-subject = Kommer I stadig? Svar, så beholder I pladserne
letter-signup-still-coming-by = { $n ->
    [one] { $party } har 1 plads til »{ $title }«, { $when }. Kommer I stadig? | Svar inden { $until }. Ellers går pladsen videre til andre.
   *[other] { $party } har { $n } pladser til »{ $title }«, { $when }. Kommer I stadig? | Svar inden { $until }. Ellers går pladserne videre til andre.
}
letter-signup-still-coming-last-subject = Husk at svare: kommer I stadig?
letter-signup-still-coming-last = { $n ->
    [one] Vi har ikke hørt, om { $party } stadig kommer til »{ $title }«, { $when }. | Svar inden { $until }. Ellers går pladsen videre til andre.
   *[other] Vi har ikke hørt, om { $party } stadig kommer til »{ $title }«, { $when }. | Svar inden { $until }. Ellers går de { $n } pladser videre til andre.
}
letter-signup-not-heard-from-subject = Pladserne er gået videre
letter-signup-not-heard-from = Vi spurgte to gange, om { $party } stadig kommer til »{ $title }«, { $when }, og hørte ikke fra jer. Derfor er pladserne gået videre. | Vil I gerne med alligevel, så se, om der er plads, og tilmeld jer igen.
