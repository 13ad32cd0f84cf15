synonyms-no-file = The file cannot be read. Check that its name is right.
synonyms-no-text = The file is not written in UTF-8. Save it as plain text in UTF-8.
synonyms-too-many-lines = The file has more than { $max } lines. Make it shorter.
synonyms-line-too-long = Line { $line } has more than { $max } characters. Split it.
synonyms-term-too-long = Line { $line }: a term has more than { $max } words. Make it shorter.
synonyms-empty-term = Line { $line }: a word is missing beside a comma or an arrow.
synonyms-alone = Line { $line }: there is only one term. Add another, or delete the line.
synonyms-two-arrows = Line { $line }: there are two arrows. Use only one.
synonyms-next = Mend the file, and try again. Nothing was changed.
synonyms-groups = { $n ->
    [one] The file is in order: { $n } group.
   *[other] The file is in order: { $n } groups.
 }
synonyms-against-standard = Compared with the list that comes with Gnist.
synonyms-against-file = Compared with { $file }.
synonyms-changes = New groups: { $added }, changed: { $changed }, removed: { $removed }.
synonyms-added = New, line { $line }: { $group }
synonyms-removed = Removed, formerly line { $line }: { $group }
synonyms-changed = Changed, line { $line }: { $group }
synonyms-was = before: { $group }
synonyms-hits = “{ $words }”: { $before } before, { $after } after
synonyms-more = … and { $n } more
