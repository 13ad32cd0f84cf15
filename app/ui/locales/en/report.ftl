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
