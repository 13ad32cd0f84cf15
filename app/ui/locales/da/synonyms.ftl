synonyms-no-file = Filen kan ikke læses. Se efter, om navnet er rigtigt.
synonyms-no-text = Filen er ikke skrevet i UTF-8. Gem den som ren tekst i UTF-8.
synonyms-too-many-lines = Filen har mere end { $max } linjer. Gør den kortere.
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
