coming-title = Is { $party } still coming?
coming-lead = { $n ->
    [one] You have 1 seat. One tap keeps it or passes it on.
   *[other] You have { $n } seats. One tap keeps them or passes them on.
}
coming-kept = If you do not answer, you keep the seats.
coming-until = Answer by { $until }. Otherwise the seats go to others.
coming-said-yes = You said that you are coming ({ $when }).
coming-go-yes = Yes, we are coming
coming-go-no = No, pass the seats on
coming-fewer = If you are fewer, correct the number on the page of the sign-up. Its link is in the letter that you got when you came in.
coming-told-yes = Thank you. The seats are yours.
coming-told-no = You have cancelled. Thanks for telling us.
coming-gone = If you would like to come after all, see if there is room, and sign up again.
coming-panel = Are you still coming?
coming-row-yes = Said that they are coming ({ $when })
coming-row-silent = Asked { $when }, has not answered. They keep the seats.
coming-row-until = Has not answered. The seats go to others { $until }.
coming-answered = { $asked ->
    [one] Said that they are coming: { $n } of 1 who was asked
   *[other] Said that they are coming: { $n } of { $asked } who were asked
}
coming-choose = Are they still coming?
coming-choose-what = We write to those who are in, and ask. One tap keeps the seats or passes them on to the line. Whoever signs up later is not asked.
coming-choose-closes = We write once more a day before seats go to others, and never at night. Once the deadline has passed ({ $when }), no seats go to others.
coming-choose-go = Save the question
coming-label-asks = When do we ask?
coming-label-frees = And if they do not answer?
coming-never-asks = Do not ask
coming-never-frees = They keep the seats
coming-days = { $n ->
    [one] 1 day before
   *[other] { $n } days before
}
coming-told-set = Saved. This is how we ask.
letter-signup-go-yes = Yes, we are coming
letter-signup-go-no = No, we are not coming
letter-signup-still-coming-subject = Are you still coming?
letter-signup-still-coming = { $n ->
    [one] { $party } has 1 seat at “{ $title }”, { $when }. Are you still coming? | If you do not answer, you keep the seat. If you are not coming, others get it.
   *[other] { $party } has { $n } seats at “{ $title }”, { $when }. Are you still coming? | If you do not answer, you keep the seats. If you are not coming, others get them.
}
letter-signup-still-coming-by-subject = Are you still coming? Answer, and you keep the seats
letter-signup-still-coming-by = { $n ->
    [one] { $party } has 1 seat at “{ $title }”, { $when }. Are you still coming? | Answer by { $until }. Otherwise the seat goes to others.
   *[other] { $party } has { $n } seats at “{ $title }”, { $when }. Are you still coming? | Answer by { $until }. Otherwise the seats go to others.
}
letter-signup-still-coming-last-subject = Please answer: are you still coming?
letter-signup-still-coming-last = { $n ->
    [one] We have not heard whether { $party } is still coming to “{ $title }”, { $when }. | Answer by { $until }. Otherwise the seat goes to others.
   *[other] We have not heard whether { $party } is still coming to “{ $title }”, { $when }. | Answer by { $until }. Otherwise the { $n } seats go to others.
}
letter-signup-not-heard-from-subject = The seats went to others
letter-signup-not-heard-from = We asked twice whether { $party } is still coming to “{ $title }”, { $when }, and did not hear from you. So the seats went to others. | If you would like to come after all, see if there is room, and sign up again.
