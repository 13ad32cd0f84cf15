synonyms-no-file = Filen kan ikke læses. Se efter, om navnet er rigtigt.
synonyms-no-text = Filen er ikke skrevet i UTF-8. Gem den som ren tekst i UTF-8.
synonyms-too-many-lines = Listen har mere end { $max } linjer. Gør den kortere.
synonyms-line-too-long = Linje { $line } fylder mere end { $max } tegn. Del den i flere.
synonyms-term-too-long = Linje { $line }: et udtryk har mere end { $max } ord. Gør det kortere.
synonyms-empty-term = Linje { $line }: der mangler et ord ved et komma eller en pil.
synonyms-alone = Linje { $line }: der står kun ét udtryk. Skriv et til, eller slet linjen.
synonyms-two-arrows = Linje { $line }: der er to pile. Brug kun én.
synonyms-next = Ret filen, og prøv igen. Intet er ændret.
synonyms-groups = { $n ->
    [one] Filen er i orden: { $n } gruppe.
   *[other] Filen er i orden: { $n } grupper.
 }
synonyms-against-standard = Sammenlignet med listen, der følger med Gnist.
synonyms-against-file = Sammenlignet med { $file }.
synonyms-changes = Nye grupper: { $added }, ændrede: { $changed }, fjernede: { $removed }.
synonyms-added = Ny, linje { $line }: { $group }
synonyms-removed = Fjernet, før linje { $line }: { $group }
synonyms-changed = Ændret, linje { $line }: { $group }
synonyms-was = før: { $group }
synonyms-hits = »{ $words }«: { $before } før, { $after } efter
synonyms-more = … og { $n } til
words-title = Synonymer i søgningen
words-lead = Synonymer leder fra ét ord til et andet, så den, der skriver »sygehus«, også finder »hospital«. Her står de linjer, der er lagt oven på Gnists egen liste.
words-lines = Linjer
words-lines-hint = Én gruppe på hver linje: »hospital, sygehus« leder begge veje, »python => programmering« kun den ene. Det, der står efter #, er en bemærkning.
words-line = Tilføj en linje
words-line-hint = Den kommer nederst. Lad feltet stå tomt, hvis du har rettet ovenfor.
words-try = Se, hvad det ændrer
words-put = Sæt i kraft
words-trial = Det ændrer søgningen
words-no-change = Det ændrer ingenting: de samme ord leder til de samme.
words-not-searched = { $n ->
    [one] Der er 1 ord til, som ikke er søgt efter her.
   *[other] Der er { $n } ord til, som ikke er søgt efter her.
}
words-come = Kommer til:
words-gone = Forsvinder:
words-back = Et skridt tilbage
words-back-what = Fik søgningen det værre? Så sæt det i kraft igen, der gjaldt før. Det kan du også fortryde.
words-back-see = Se linjerne fra før
words-back-empty = Før var der ingen linjer.
words-back-go = Gå et skridt tilbage
words-base = Listen nedenunder
words-base-what = Den kommer fra Gnist eller fra den, der driver portalen, og kan ikke rettes her. Dine linjer kommer oven i den og tager ikke noget væk.
words-base-see = { $n ->
    [one] Se gruppen
   *[other] Se { $n } grupper
}
words-told-put = Linjerne er i kraft. Søgningen bruger dem om et øjeblik.
words-told-back = Det, der gjaldt før, er i kraft igen.
words-fault-long = Listen fylder mere end { $max } kB. Gør den kortere
words-fault-look-again = En anden har ændret linjerne imens. Se dem på siden her, og prøv igen
account-synonyms = Gå til synonymer
