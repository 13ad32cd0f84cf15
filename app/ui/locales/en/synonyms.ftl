synonyms-no-file = The file cannot be read. Check that its name is right.
synonyms-no-text = The file is not written in UTF-8. Save it as plain text in UTF-8.
synonyms-too-many-lines = The list has more than { $max } lines. Make it shorter.
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
words-title = Synonyms in the search
words-lead = Synonyms lead from one word to another, so that whoever types “sygehus” also finds “hospital”. Here are the lines that stand on top of Gnist's own list.
words-lines = Lines
words-lines-hint = One group a line: “hospital, sygehus” leads both ways, “python => programmering” only one. What stands after # is a remark.
words-line = Add a line
words-line-hint = It is put last. Leave the field empty if you have changed the lines above.
words-try = See what it changes
words-put = Put in force
words-trial = It changes the search
words-no-change = It changes nothing: the same words lead to the same.
words-not-searched = { $n ->
    [one] There is 1 more word that was not searched for here.
   *[other] There are { $n } more words that were not searched for here.
}
words-come = Comes:
words-gone = Goes:
words-back = One step back
words-back-what = Did the search get worse? Then put in force again what was so before. You can undo that too.
words-back-see = See the lines from before
words-back-empty = There were no lines before.
words-back-go = Go one step back
words-base = The list below
words-base-what = It comes from Gnist or from whoever runs the portal, and cannot be changed here. Your lines are added to it and take nothing away.
words-base-see = { $n ->
    [one] See the group
   *[other] See { $n } groups
}
words-told-put = The lines are in force. The search uses them in a moment.
words-told-back = What was so before is in force again.
words-fault-long = The list has more than { $max } kB. Make it shorter
words-fault-look-again = Somebody else has changed the lines meanwhile. Look at them on this page, and try again
account-synonyms = Go to synonyms
