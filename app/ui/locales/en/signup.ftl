signup-title = Sign up
signup-title-class = Sign up your class
signup-title-child = Sign up your child
signup-title-one = Sign up
signup-lead = Sign-up for a date.
signup-lead-class = It takes two minutes. We do not ask for pupils' names.
signup-lead-child = It takes two minutes. We ask for a first name and an age, no more.
signup-lead-one = It takes two minutes. You need no account.
signup-instead-as-class = Sign up a class instead
signup-instead-as-child = Sign up your child instead
signup-instead-as-one = Sign up yourself instead
signup-who-class = The class
signup-who-child = The child
signup-who-one = You
signup-you-class = Whom shall we write to?
signup-you-child = You
signup-you-one = Where can we write to you?
signup-label-school = School
signup-label-class = Class
signup-hint-class = What you call it, such as 6B
signup-label-grade = Grade
signup-grade-choose = Choose
signup-grade-mixed = Several grades
signup-label-pupils = Number of pupils
signup-hint-pupils = About how many is fine. You can change it later.
signup-label-adults = Number of adults
signup-hint-adults = They need no seat
signup-label-child = The child's first name
signup-label-age = Age
signup-hint-age-one = If you are under 15, an adult must sign you up
signup-label-name = Name
signup-label-email = E-mail
signup-hint-email = Here you get a receipt and practical information
signup-hint-email-child = Here we ask for your consent
signup-label-phone = Telephone (may be left empty)
signup-hint-phone = Only for messages on the day itself
signup-label-needs = Is there anything the organiser should know? (may be left empty)
signup-hint-needs = Such as a wheelchair, an interpreter or food. Write no names or diagnoses. We erase it a week after the day.
signup-kin-fold = Name another grown-up? (not needed)
signup-kin-title = Other grown-ups
signup-kin-second = Second parent or guardian
signup-kin-second-what = Gets the same letters as you, and can change, cancel and withdraw the consent. Ask them first.
signup-kin-emergency = Emergency contact for the day
signup-kin-emergency-what = The organiser sees it from two days before. We erase it the day after. Ask them first.
signup-kin-off-second = Take the second parent or guardian off
signup-kin-off-emergency = Take the emergency contact off
signup-kin-go = Save
signup-label-second-name = The other grown-up's name
signup-label-second-email = The other grown-up's e-mail
signup-label-emergency-name = The emergency contact's name
signup-label-emergency-phone = The emergency contact's telephone
signup-size = You can be { $min } to { $max } pupils
signup-size-from = You must be at least { $n } pupils
signup-size-to = You can be at most { $n } pupils
signup-waits = Put us on the waiting list if there is no room now
signup-agrees-class = The school is responsible for the pupils on the day, and I will tell their parents
signup-agrees-child = I am the child's parent or guardian
signup-agrees-one = I am 15 or older
signup-go-class = Sign up the class
signup-go-child = Sign up the child
signup-go-one = Sign me up
signup-go-wait = Join the waiting list
signup-privacy = { $partner } sees what you wrote here, and nobody else. We erase it 30 days after the day.
signup-free = { $n ->
    [0] No seats free
    [one] 1 seat free
   *[other] { $n } seats free
}
signup-waiting = { $n ->
    [one] 1 is waiting in line
   *[other] { $n } are waiting in line
}
signup-all-taken = All seats are taken. You can join the waiting list. We write as soon as there is room for all of you.
signup-rule-strict = The line goes by turn: whoever is first gets the next seats, once there are enough for the whole group.
signup-rule-gaps = The line goes by turn. If free seats are too few for whoever is first for two days, the first in line whom they are enough for gets them.
signup-instead = There is room here now
signup-nobody = You cannot sign up here right now. Write to the organiser.
signup-closed = Sign-up has closed. See if there is another date.
signup-sent-held-title = Press the button in our letter
signup-sent-held = We have sent you a letter. The seats are yours for 30 minutes. Press the button in the letter, and you are in.
signup-sent-held-child = We have sent you a letter. The seat is your child's for 48 hours. Press the button in the letter to give consent, and the child is in.
signup-sent-open-title = Press the button in our letter now
signup-sent-open = We have sent you a letter. There is room, but we cannot hold the seats, since many have signed up without answering. Press the button in the letter now: whoever presses first gets the seats. If they are gone by then, you go on the waiting list.
signup-sent-open-child = We have sent you a letter. There is room, but we cannot hold the seat, since many have signed up without answering. Press the button in the letter to give consent: whoever presses first gets the seat. If it is gone by then, your child goes on the waiting list.
signup-sent-line-title = Press the button in our letter
signup-sent-line = We have sent you a letter. Press the button in the letter within 30 minutes, and you are on the waiting list.
signup-sent-line-child = We have sent you a letter. Press the button in the letter within 48 hours, and your child is on the waiting list.
signup-sent-where = If the letter does not come, look in your spam folder. If it is not there either, try again.
signup-missing-kind = Choose who is coming
signup-missing-school = Write what the school is called
signup-missing-class = Write what you call the class
signup-missing-grade = Choose a grade
signup-missing-pupils = Write how many pupils are coming
signup-missing-adults = Write how many adults come along
signup-missing-child = Write the child's first name
signup-missing-age = Write the age in whole years
signup-missing-name = Write your name
signup-missing-email = Write your e-mail
signup-missing-phone = Write all eight digits, or leave the field empty
signup-missing-needs = Write a little more, or leave the field empty
signup-missing-second-name = Write the other grown-up's name, or leave both fields empty
signup-missing-second-email = Write the other grown-up's e-mail, or leave both fields empty
signup-missing-emergency-name = Write the emergency contact's name, or leave both fields empty
signup-missing-emergency-phone = Write all eight digits, or leave both fields empty
signup-same-email = This is your own e-mail. Write the other's, or leave both fields empty.
signup-missing-agrees = Tick this before you send
signup-missing-to = Choose somebody who can get a message
signup-missing-words = Write a message of at least three characters
signup-missing-date = Choose the day they are moved to
signup-missing-wish = Write a little more, or leave the field empty
signup-missing-answer = Choose yes or no
signup-missing-day = Choose the day that you agreed on
signup-missing-time = Write when it begins, such as 09:30
signup-missing-asks = Choose how many days before we ask
signup-missing-frees = Choose at least two days after the question, so that there is time to answer
signup-missing-students = Write how many young people and students came
signup-missing-teachers = Write how many teachers came along
signup-missing-girls = Write how many were girls, or leave the field empty
signup-missing-well = Write a little more, or leave the field empty
signup-missing-better = Write a little more, or leave the field empty
signup-missing-before = Choose how much it interested you before
signup-missing-after = Choose how much it interests you now
signup-missing-until = Write when it ends, such as 11:30. It must be after it begins.
signup-label-wish = When does it suit you? (may be left empty)
signup-hint-wish = For example “a Wednesday morning in March”
signup-too-long = Write at most { $n } characters
signup-unreadable = There are characters here we cannot use. Write it again.
signup-cpr = This looks like a CPR number. We do not need it. Delete it and send again.
signup-no-email = The e-mail must look like name@school.dk. Correct it and send again.
signup-no-phone = The number must have at least eight digits. Correct it, or leave the field empty.
signup-no-number = Write a whole number, such as 24
signup-more-than-came = Only { $n } children and young people came. Correct one of the numbers.
signup-not-agreed = Tick this before you send
signup-unfit-kind = The activity is not for those you chose. See whom it suits.
signup-unfit-small = You must be at least { $n }. If you are fewer, write to the organiser.
signup-unfit-large = At most { $n } can come at a time. Write a smaller number.
signup-unfit-level = The activity does not suit that grade. Choose another.
signup-unfit-young = You must be { $n } or older to take part
signup-unfit-old = You can take part until you are { $n }
signup-unfit-guardian = If you are under { $n }, an adult must sign you up
signup-full-none = No seats are free. Tick the waiting list, or choose another day.
signup-full = { $n ->
    [one] 1 seat is free. Write 1, or tick the waiting list.
   *[other] { $n } seats are free. Write { $n } or fewer, or tick the waiting list.
}
signup-full-line = { $n ->
    [one] 1 seat is free, but others are before you in line. Tick the waiting list.
   *[other] { $n } seats are free, but others are before you in line. Tick the waiting list.
}
signup-never-fits = There are only { $n } seats in all. Write a smaller number.
signup-date-cancelled = The day is cancelled. See if there is another date.
signup-already-in = You are signed up already. Look in the letter we sent.
signup-too-late = It is too late: the seats went to others. Sign up again.
signup-not-offered = There is no offer to answer right now
signup-too-often = We have sent many letters to that address. Wait a quarter of an hour and try again.
signup-other-form = You sent this form before with something else in it. Open the page again and fill it in anew.
signup-answer-title = Are you coming?
signup-answer-child-title = May the child take part?
signup-answer-what = { $n ->
    [one] { $party }: 1 seat
   *[other] { $party }: { $n } seats
}
signup-answer-line = All seats are taken right now, so this is a place on the waiting list.
signup-answer-open = There are seats right now, but they are not held for you. Whoever presses first gets them.
signup-answer-go = Yes, we are coming
signup-answer-line-go = Yes, put us on the waiting list
signup-answer-not = If you did not ask for this, do nothing. Then nothing happens.
signup-consent-text = I consent that Gnist and { $partner } use the child's first name and age and my contact for this activity. It is erased 30 days after the day.
signup-consent-back = You can always withdraw the consent on the sign-up's page. Then the child is no longer signed up.
signup-consent-go = Yes, I consent
signup-dead-title = The link no longer works
signup-dead = The link was used or is too old. If you pressed it before, use the link in the letter you got afterwards.
signup-find = Find an activity
signup-own-confirmed = { $party } is in
signup-own-waiting = { $party } is on the waiting list
signup-own-offered = There is room for { $party }
signup-own-held = The seats for { $party } are held
signup-own-gone = { $party } is not signed up
signup-stands-confirmed = { $n ->
    [one] You have 1 seat.
   *[other] You have { $n } seats.
}
signup-stands-held = Press the button in our letter by { $until }.
signup-stands-offered = { $n ->
    [one] 1 seat is yours if you say yes by { $until }.
   *[other] { $n } seats are yours if you say yes by { $until }.
}
signup-stands-line = { $free ->
    [0] You are number { $place } in line. No seats are free, and you asked for { $asked }.
    [one] You are number { $place } in line. 1 seat is free, and you asked for { $asked }.
   *[other] You are number { $place } in line. { $free } seats are free, and you asked for { $asked }.
}
signup-line-then = Once there is room, we write at once. If you do not answer in time, the seats go to the next. You can safely sign up for something else meanwhile and leave here.
signup-gone-lapsed = Nobody pressed the button in our letter, so the seats went to others.
signup-gone-cancelled = You cancelled.
signup-gone-cancelled-by-organiser = The organiser cancelled your sign-up.
signup-gone-consent-withdrawn = The consent was withdrawn.
signup-gone-declined = You said no to the seats.
signup-gone-offer-passed = The offer ran out, so the seats went to others.
signup-gone-list-closed = The line is closed. Sadly, there was no room.
signup-gone-date-cancelled = The day is cancelled.
signup-gone-moved = You were moved to another date.
signup-gone-not-coming = You said that you are not coming, so the seats went to others.
signup-gone-not-heard-from = We asked twice whether you are still coming, and did not hear from you. So the seats went to others.
signup-offer-title = Do you want the seats?
signup-offer-yes = Yes please, we are coming
signup-offer-no = No thanks
signup-number-title = Are you more or fewer?
signup-number = Number of pupils
signup-number-hint = Fewer is always possible. More needs free seats.
signup-number-hint-line = You keep your place in line
signup-number-go = Change the number
signup-calendar = Add the day to your calendar
signup-cancel-title = Can you not come?
signup-cancel-what = Then the next get the seats. You need not say why.
signup-cancel-go = Cancel the sign-up
signup-withdraw = Withdraw the consent
signup-withdraw-title = Do you want to withdraw the consent?
signup-withdraw-what = { $guardian } has given consent for { $party } to take part. If you withdraw it, the child is no longer signed up and the seat goes to others. We write to both of you.
signup-withdraw-not = If you agree with { $guardian }, do nothing.
signup-withdraw-done = We have written to both of you. If you come to agree, you can always sign the child up again.
signup-told-confirmed = You are in. We have sent a receipt.
signup-told-line = You are on the waiting list. We have sent a receipt.
signup-told-changed = The number is changed.
signup-told-kin = Saved.
signup-told-accepted = The seats are yours.
signup-told-declined = You said no thanks. The seats go to others.
signup-told-cancelled = You have cancelled. Thanks for telling us.
letter-end-signup = You get this letter because somebody wrote your address when signing up. If it was not you, do nothing.
letter-end-second = You get this letter because { $guardian } named you as the second parent or guardian. If you do not want the letters, take yourself off on the sign-up's page, or ask { $guardian } to.
letter-message-subject = A message from the organiser
letter-message-from = { $organiser } of { $partner } writes to { $parties } about “{ $title }”, { $when }:
letter-message-reply = Answer this letter, and your answer reaches { $organiser }.
letter-message-go = See the activity
letter-end-message = You get this letter because you are named as the contact. It is written by the organiser, not by Gnist.
letter-signup-go-asks = Answer the letter
letter-signup-go-page = See the sign-up
letter-signup-go-activity = See the activity
letter-signup-seats-held-subject = Press the button, and you are in
letter-signup-seats-held = { $n ->
    [one] We hold 1 seat for { $party } at “{ $title }”, { $when }. | Press the button by { $until }. Otherwise the seat goes to others.
   *[other] We hold { $n } seats for { $party } at “{ $title }”, { $when }. | Press the button by { $until }. Otherwise the seats go to others.
}
letter-signup-line-held-subject = Press the button to join the waiting list
letter-signup-line-held = “{ $title }”, { $when }, is full. | Press the button by { $until }, and { $party } is on the waiting list.
letter-signup-consent-asked-subject = May your child take part?
letter-signup-consent-asked = { $party } is put down for “{ $title }”, { $when }, and we hold a seat. | The child is under 15, so a parent or guardian must say yes. Press the button by { $until }. Otherwise the seat goes to others.
letter-signup-seats-open-subject = Press the button while there are seats
letter-signup-seats-open = { $party } is put down for “{ $title }”, { $when }. There is room, but we cannot hold the seats, since many have signed up without answering. | Press the button now: whoever presses first gets the seats. If they are gone by then, you go on the waiting list. The button works until { $until }.
letter-signup-consent-asked-open-subject = May your child take part? Answer while there are seats
letter-signup-consent-asked-open = { $party } is put down for “{ $title }”, { $when }. There is room, but we cannot hold a seat, since many have signed up without answering. | The child is under 15, so a parent or guardian must say yes. Whoever presses the button first gets the seat. If it is gone by then, the child goes on the waiting list. The button works until { $until }.
letter-signup-consent-asked-in-line-subject = May your child join the waiting list?
letter-signup-consent-asked-in-line = { $party } would like to join the waiting list for “{ $title }”, { $when }. | The child is under 15, so a parent or guardian must say yes. Press the button by { $until }.
letter-signup-consent-reminder-subject = Remember to answer: may your child take part?
letter-signup-consent-reminder = We still hold a seat for { $party } at “{ $title }”, { $when }. | Press the button by { $until }. Otherwise the seat goes to others.
letter-signup-consent-reminder-unkept-subject = Remember to answer: may your child take part?
letter-signup-consent-reminder-unkept = We still need your answer: may { $party } take part in “{ $title }”, { $when }? | Press the button by { $until }. Otherwise the child is no longer put down for it.
letter-signup-confirmed-subject = You are in
letter-signup-confirmed = { $n ->
    [one] { $party } is signed up for “{ $title }”, { $when }: 1 seat. | On the sign-up's page you can change it or cancel. Do not share the link with others.
   *[other] { $party } is signed up for “{ $title }”, { $when }: { $n } seats. | On the sign-up's page you can change the number or cancel. Do not share the link with others.
}
letter-signup-added-by-organiser-subject = You are in
letter-signup-added-by-organiser = { $n ->
    [one] The organiser has signed { $party } up for “{ $title }”, { $when }: 1 seat. | On the sign-up's page you can change it or cancel. Do not share the link.
   *[other] The organiser has signed { $party } up for “{ $title }”, { $when }: { $n } seats. | On the sign-up's page you can change the number or cancel. Do not share the link.
}
letter-signup-in-line-subject = You are on the waiting list
letter-signup-in-line = { $party } is number { $place } in line for “{ $title }”, { $when }. | Once there is room for all of you, we write at once. You need do no more.
letter-signup-offered-subject = There is room for you now
letter-signup-offered = { $n ->
    [one] There is 1 seat for { $party } at “{ $title }”, { $when }. | Say yes by { $until }. Otherwise the seat goes to the next in line.
   *[other] There are { $n } seats for { $party } at “{ $title }”, { $when }. | Say yes by { $until }. Otherwise the seats go to the next in line.
}
letter-signup-number-changed-subject = The number is changed
letter-signup-number-changed = { $n ->
    [one] { $party } at “{ $title }”, { $when }, is now 1.
   *[other] { $party } at “{ $title }”, { $when }, is now { $n }.
}
letter-signup-named-second-subject = You are named as the other grown-up
letter-signup-named-second = { $guardian } named you as the second parent or guardian of { $party } for “{ $title }”, { $when }. | You get the same letters as { $guardian }. On the sign-up's page you can change it or cancel. Do not share the link.
letter-signup-changed-subject = Something has changed
letter-signup-changed = The organiser has changed time, place or price of “{ $title }”, { $when }. { $party } is still signed up. | See how it is now on the sign-up's page. If it does not suit you any more, cancel there.
letter-signup-cancelled-subject = Your sign-up is cancelled
letter-signup-cancelled = { $party } no longer comes to “{ $title }”, { $when }. Thanks for telling us.
letter-signup-cancelled-by-organiser-subject = The organiser cancelled your sign-up
letter-signup-cancelled-by-organiser = The organiser cancelled the sign-up of { $party } for “{ $title }”, { $when }. | Write to the organiser if you have questions.
letter-signup-consent-withdrawn-subject = The consent is withdrawn
letter-signup-consent-withdrawn = The consent for { $party } at “{ $title }”, { $when }, is withdrawn. The child is no longer signed up.
letter-signup-consent-withdrawn-by-second-subject = The consent is withdrawn
letter-signup-consent-withdrawn-by-second = The other parent or guardian has withdrawn the consent for { $party } at “{ $title }”, { $when }. The child is no longer signed up. | If you come to agree, you can always sign the child up again.
letter-signup-go-withdraw = Do you not agree that the child takes part? Withdraw the consent
letter-signup-offer-passed-subject = The offer has run out
letter-signup-offer-passed = We did not hear from you, so the seats at “{ $title }”, { $when }, went to others. | If { $party } would still like to come, sign up again.
letter-signup-list-closed-subject = Sadly, there was no room
letter-signup-list-closed = The line for “{ $title }”, { $when }, is closed. There was no room for { $party }. | See if there is another date.
letter-signup-date-cancelled-subject = The day is cancelled
letter-signup-date-cancelled = “{ $title }”, { $when }, is cancelled. The sign-up of { $party } no longer stands. | See if there is another date.
letter-signup-moved-subject = You are moved to another day
letter-signup-moved = { $n ->
    [one] The organiser has moved { $party } to another day: “{ $title }”, { $when }. There is 1 seat. | If the day does not suit you, cancel on the sign-up's page. The old links to it work too.
   *[other] The organiser has moved { $party } to another day: “{ $title }”, { $when }. There are { $n } seats. | If the day does not suit you, cancel on the sign-up's page. The old links to it work too.
}
letter-signup-already-in-subject = You are signed up already
letter-signup-already-in = { $party } already has a sign-up for “{ $title }”. So no second one was made. | See or change it on the sign-up's page.
letter-signup-in-a-week-subject = You are going in a week
letter-signup-in-a-week = { $n ->
    [one] { $party } has 1 seat at “{ $title }”, { $when }. | If you cannot come, cancel now. Then others get the seat.
   *[other] { $party } has { $n } seats at “{ $title }”, { $when }. | If you cannot come, cancel now. Then others get the seats.
}
letter-signup-tomorrow-subject = You are going tomorrow
letter-signup-tomorrow = { $party } is going to “{ $title }”, { $when }. Have a good trip!
mine-title = Your sign-ups
mine-lead = Everything you signed up for or asked about with the account's email.
mine-none = You have not signed anybody up with that email yet. Sign-ups with other addresses are in the letters you got.
mine-to-come = To come
mine-over = Over
mine-asked = You have asked
mine-open-asked = See the answer
mine-open = See and change
