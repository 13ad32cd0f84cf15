after-title = Rapport
after-lead = Hvor mange der kom til dagen, og hvordan det gik.
after-open = Skriv rapporten
after-see = Se rapporten
after-not-yet = Du kan skrive rapporten, når dagen er slut. Så er tallene fyldt ud på forhånd.
after-closed = Rapporten kunne skrives og rettes i 30 dage efter dagen. Nu bliver den, som den er.
after-called-off = Dagen blev aflyst, så der er ikke noget at skrive.
after-told = Tak. Rapporten er gemt. Du kan rette den i 30 dage efter dagen.
after-stands = Sådan gik det
after-form = Skriv på et minut
after-from-door = Tallene kommer fra det, I krydsede af ved døren. Ret dem, hvis de ikke passer.
after-from-roster = Ingen blev krydset af ved døren, så her står dem, der havde en plads. Ret tallene, hvis de ikke passer.
after-mend = Her står det, du har gemt. Du kan rette det i 30 dage efter dagen.
after-came = Hvor mange kom?
after-who-pupils = Børn og elever i grundskolen
after-who-students = Elever på ungdomsuddannelser, studerende og unge
after-who-teachers = Lærere og andre, der fulgte med
after-who-adults = Andre voksne
after-came-pupils = { $n ->
    [one] 1 barn eller elev
   *[other] { $n } børn og elever
}
after-came-students = { $n ->
    [one] 1 ung
   *[other] { $n } unge
}
after-came-teachers = { $n ->
    [one] 1 lærer
   *[other] { $n } lærere
}
after-came-adults = { $n ->
    [one] 1 anden voksen
   *[other] { $n } andre voksne
}
after-nobody = Ingen kom
after-girls = Hvor mange af børnene og de unge var piger?
after-girls-hint = Et tal på øjemål er nok. Du behøver ikke svare.
after-girls-share = Piger
after-girls-percent = { $n } procent af børnene og de unge
after-levels = Klassetrin og uddannelser
after-well = Hvad gik godt?
after-better = Hvad skal være anderledes næste gang?
after-remark-hint = Højst 500 tegn. Du behøver ikke svare. Skriv ikke navne på elever.
after-go = Gem rapporten
after-privacy = Vi gemmer kun tal, ingen navne. Det, du skriver med egne ord, sletter vi efter et år.
after-desk-missing = { $n ->
    [0] Ingen dage mangler en rapport
    [one] 1 dag mangler en rapport
   *[other] { $n } dage mangler en rapport
}
after-desk-none = Når en dag er slut, står den her, til du har skrevet, hvor mange der kom. Det tager et minut.
after-desk-told = Det kom der ud af dagene
interest-panel = Elevernes svar
interest-what = To spørgsmål til eleverne: hvor meget naturvidenskab og teknik interesserede dem før, og hvor meget nu. De svarer på et link eller en kode. Vi gemmer ingen navne, kun hvor mange der svarede hvad.
interest-make = Lav et link til eleverne
interest-again = Lav et nyt link
interest-made = Der blev lavet et link { $when }. Laver du et nyt, virker det gamle ikke mere.
interest-few = Færre end fem har svaret, så vi viser ingen tal endnu.
interest-figures = { $n } har svaret. På en skala fra 1 til 5 var interessen { $before } før og { $after } efter.
interest-mean = { $whole },{ $tenths }
interest-desk = Elevernes interesse
interest-title = Hvad synes du nu?
interest-lead = To spørgsmål. Ingen kan se, hvad du svarer.
interest-question-before = Hvor meget interesserede naturvidenskab og teknik dig, før I var af sted?
interest-question-after = Hvor meget interesserer det dig nu?
interest-score-1 = slet ikke
interest-score-2 = lidt
interest-score-3 = noget
interest-score-4 = meget
interest-score-5 = rigtig meget
interest-go = Send mit svar
interest-privacy = Vi gemmer ikke, hvem du er, eller hvornår du svarer. Vi tæller kun, hvor mange der svarer hvad, og viser det først, når fem har svaret.
interest-thanks = Tak for dit svar. Nu er det talt med.
interest-next = Er der flere, der skal svare her?
interest-not-yet = Du kan svare, når dagen er begyndt. Kom tilbage, når I er der.
interest-closed = Det er for sent at svare. Tak, fordi du ville.
interest-full = Der har allerede svaret så mange, som var med. Spørg din lærer, hvis det ikke passer.
interest-too-often = Mange svarer lige nu. Vent et minut, og send igen.
interest-dead-title = Linket virker ikke
interest-dead = Måske er der lavet et nyt link. Spørg den, du fik det af.
interest-sheet = To spørgsmål til klassen
interest-sheet-how = Scan koden, eller skriv adressen i en browser. Det tager et halvt minut. Linket virker fra dagen begynder, til en uge efter.
interest-square = Kode med linket til de to spørgsmål
interest-sheet-keep = Gem eller print siden nu. Vi gemmer ikke linket, så du kan kun finde det her.
paper-certificate = Attest
paper-certificate-lead = At I har holdt aktiviteten, og for hvor mange.
paper-certificate-go = Se jeres attest
paper-unlocked = Nu kan I printe en attest, og de, der var med, kan hente et deltagerbevis på deres tilmeldings side.
paper-print = Print siden, eller hent attesten som PDF. Kun attesten kommer med.
paper-has-held = har holdt aktiviteten
paper-for = { $n ->
    [one] for 1 deltager
   *[other] for { $n } deltagere
}
paper-gnist = Udstedt af Gnist, hvor skoler og virksomheder finder hinanden om naturvidenskab og teknik
paper-proof = Deltagerbevis
paper-proof-own = Du kan printe et bevis på, at I var med. Navnet skriver I selv på. Siden er her i 30 dage efter dagen.
paper-proof-go = Se deltagerbeviset
paper-own = Tilmeldingen
paper-write = Print siden, og skriv navnet på linjen.
paper-names = Navne
paper-names-hint = Et navn på hver linje, så bliver der et bevis til hver. Navnene bliver i din browser. Vi får dem ikke.
paper-pdf-name = PDF-filen har en tom linje, hvor I skriver navnet i hånden.
paper-print-go = Print
paper-took-part = har været med til
paper-held-by = Holdt af { $partner }
