after-title = Report
after-lead = How many came to the day, and how it went.
after-open = Write the report
after-see = See the report
after-not-yet = You can write the report once the day is over. The figures will be filled in already.
after-closed = The report could be written and corrected for 30 days after the day. Now it stays as it is.
after-called-off = The day was called off, so there is nothing to write.
after-told = Thank you. The report is kept. You can correct it for 30 days after the day.
after-stands = How it went
after-form = Written in a minute
after-from-door = The figures come from what you ticked off at the door. Correct them where they are wrong.
after-from-roster = Nobody was ticked off at the door, so here are those who had a seat. Correct the figures where they are wrong.
after-mend = This is what you have kept. You can correct it for 30 days after the day.
after-came = How many came?
after-who-pupils = Children and pupils of primary and lower secondary school
after-who-students = Pupils of youth educations, students and young people
after-who-teachers = Teachers and others who came along
after-who-adults = Other grown-ups
after-came-pupils = { $n ->
    [one] 1 child or pupil
   *[other] { $n } children and pupils
}
after-came-students = { $n ->
    [one] 1 young person
   *[other] { $n } young people
}
after-came-teachers = { $n ->
    [one] 1 teacher
   *[other] { $n } teachers
}
after-came-adults = { $n ->
    [one] 1 other grown-up
   *[other] { $n } other grown-ups
}
after-nobody = Nobody came
after-girls = How many of the children and young people were girls?
after-girls-hint = A number by eye is enough. You need not answer.
after-girls-share = Girls
after-girls-percent = { $n } per cent of the children and young people
after-levels = Grades and programmes
after-well = What went well?
after-better = What should be different next time?
after-remark-hint = At most 500 characters. You need not answer. Do not write names of pupils.
after-go = Keep the report
after-privacy = We keep numbers only, no names. What you write in your own words is erased after a year.
after-desk-missing = { $n ->
    [0] No day lacks a report
    [one] 1 day lacks a report
   *[other] { $n } days lack a report
}
after-desk-none = Once a day is over it stands here, until you have written how many came. It takes a minute.
after-desk-told = What came of the days
interest-panel = What the pupils answer
interest-what = Two questions for the pupils: how much science and technology interested them before, and how much now. They answer by a link or a code. We keep no names, only how many answered what.
interest-make = Make a link for the pupils
interest-again = Make a new link
interest-made = A link was made { $when }. If you make a new one, the old one stops working.
interest-few = Fewer than five have answered, so we show no figures yet.
interest-figures = { $n } have answered. On a scale from 1 to 5, their interest was { $before } before and { $after } after.
interest-mean = { $whole }.{ $tenths }
interest-desk = The pupils' interest
interest-title = What do you think now?
interest-lead = Two questions. Nobody can see what you answer.
interest-question-before = How much did science and technology interest you before you went?
interest-question-after = How much does it interest you now?
interest-score-1 = not at all
interest-score-2 = a little
interest-score-3 = somewhat
interest-score-4 = a lot
interest-score-5 = very much
interest-go = Send my answer
interest-privacy = We do not keep who you are or when you answer. We only count how many answer what, and show it once five have answered.
interest-thanks = Thank you for your answer. It is counted.
interest-next = Is somebody else to answer here?
interest-not-yet = You can answer once the day has begun. Come back when you are there.
interest-closed = It is too late to answer. Thank you for wanting to.
interest-full = As many have answered as took part. Ask your teacher if that is not right.
interest-too-often = Many are answering right now. Wait a minute, and send again.
interest-dead-title = The link does not work
interest-dead = Perhaps a new link was made. Ask whoever gave it to you.
interest-sheet = Two questions for the class
interest-sheet-how = Scan the code, or write the address in a browser. It takes half a minute. The link works from the beginning of the day until a week after.
interest-square = Code with the link to the two questions
interest-sheet-keep = Keep or print the page now. We do not keep the link, so you can find it only here.
paper-certificate = Certificate
paper-certificate-lead = That you held the activity, and for how many.
paper-certificate-go = See your certificate
paper-unlocked = You can now print a certificate, and those who took part can get a proof on the page of their sign-up.
paper-print = Print the page, or get the certificate as a PDF. Only the certificate is printed.
paper-has-held = has held the activity
paper-for = { $n ->
    [one] for 1 participant
   *[other] for { $n } participants
}
paper-gnist = Issued by Gnist, where schools and companies meet about science and technology
paper-proof = Proof of participation
paper-proof-own = You can print a proof that you took part. You write the name on it yourselves. The page is here for 30 days after the day.
paper-proof-go = See the proof
paper-own = The sign-up
paper-write = Print the page, and write the name on the line.
paper-names = Names
paper-names-hint = One name on each line makes one proof each. The names stay in your browser. We do not get them.
paper-pdf-name = The PDF has an empty line on which you write the name by hand.
paper-print-go = Print
paper-took-part = has taken part in
paper-held-by = Held by { $partner }
