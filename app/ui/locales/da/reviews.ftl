activity-report = Er der noget galt? Sig det til os
report-title = Hvad er der galt?
report-lead = Fortæl os, hvad der er galt med en aktivitet. En moderator ser på den.
report-cause = Vælg det, der passer bedst
report-remark = Skriv gerne lidt mere
report-remark-hint = Du behøver ikke. Skriv ikke navne eller CPR-numre.
report-email = Din e-mail
report-email-hint = Kun hvis du vil vide, hvad der sker. Arrangøren får den ikke at se.
report-privacy = Vi sletter det, du skriver, når en moderator har svaret, og senest efter 30 dage.
report-go = Send til en moderator
report-kept = Tak. En moderator ser på det inden to hverdage.
report-enough = Tak. Mange har meldt den i dag, og en moderator ser på den. Du behøver ikke gøre mere.
report-back = Tilbage til aktiviteten
report-fault-cause = Vælg, hvad der er galt
report-fault-remark = Skriv mellem 3 og 1.000 tegn, eller lad feltet stå tomt
report-fault-cpr = Det ligner et CPR-nummer. Slet det, for det må vi ikke have
report-fault-email = Skriv en hel e-mail som navn@skole.dk, eller lad feltet stå tomt
cause-wrong-facts = Noget, der står, er forkert
cause-not-happening = Den finder ikke sted
cause-unsuitable = Den passer ikke til unge
cause-unsafe = Den kan være farlig
cause-advertising = Den er reklame
cause-other = Noget andet
cause-sampled = Stikprøve
cause-revised = Ændret, efter at du eller en anden så på den
queue-looked = { $n ->
    [one] 1 udgivet aktivitet skal ses efter
   *[other] { $n } udgivne aktiviteter skal ses efter
}
queue-tick = Vælg
queue-bulk-go = Godkend de valgte
queue-bulk-what = Du får svar for hver af dem.
queue-bulk-no = Send de valgte retur
queue-bulk-no-what = Aktiviteter går tilbage til deres partner. Partnere, spørgsmål og ønsker om at arbejde for en partner får et nej. Alle får et brev med det, du skriver her.
queue-bulk-why = Hvad er grunden?
queue-bulk-no-go = Send de valgte retur
queue-bulk-returned = sendt retur, og afsenderen får et brev med grunden
queue-bulk-refused = fik et nej, og afsenderen får et brev med grunden
queue-nothing-ticked = Sæt kryds ved mindst én
queue-bulk-heading = { $n ->
    [one] Sådan gik det med den
   *[other] Sådan gik det med de { $n }
}
queue-bulk-nameless = En sag
queue-bulk-published = udgivet, og afsenderen får et brev
queue-bulk-approved = godkendt, og afsenderen får et brev
queue-bulk-granted = må nu arbejde for partneren og får et brev
queue-bulk-partner-first = venter stadig, for partneren er ikke godkendt
queue-bulk-look-again = venter stadig, for den er ændret, siden du så listen. Se på den igen
queue-bulk-own = venter stadig, for det er dit eget eller din partners. En kollega skal svare
queue-bulk-not-waiting = ventede ikke mere
queue-bulk-failed = venter stadig, for noget gik galt hos os. Prøv igen
queue-told-fine = Den bliver, som den er. Den, der meldte den, får et brev, hvis vi har en adresse.
queue-told-taken-down = Aktiviteten er taget ned, og arrangøren får et brev.
queue-told-called-off = Aktiviteten er aflyst, og arrangøren får et brev.
review-heading = { $n ->
    [one] Se efter, om den er, som den skal være
   *[other] Se efter, om den er, som den skal være ({ $n } grunde)
}
review-wants-answer = vil gerne have svar
review-fine = Den er fin
review-reason = Hvorfor skal den væk?
review-reason-hint = Skriv det til arrangøren. Det bliver sendt med brevet.
review-return = Tag ned, og send retur
review-cancel = Aflys den
history-by-visitor = En besøgende
