allocation-drawn = { $parties ->
    [one] A draw: { $parties } sign-up
   *[other] A draw: { $parties } sign-ups
 }{ $dates ->
    [one] {" "}for { $dates } date.
   *[other] {" "}for { $dates } dates.
 }
allocation-given = { $n ->
    [one] { $n } got its wish number { $wish }.
   *[other] { $n } got their wish number { $wish }.
 }
allocation-none = { $n } got no seats.
allocation-untold = The file does not tell who got what, so there is nothing to compare with.
allocation-same = It is exactly what was published.
allocation-differs = { $n ->
    [one] It is not what was published: { $n } should have got something else, number { $numbers }.
   *[other] It is not what was published: { $n } should have got something else. The first are number { $numbers }.
 }
allocation-promise-kept = The seed keeps the promise that was given beforehand.
allocation-promise-broken = The seed does not keep the promise. Check that both are copied rightly. If they are, the draw was not done with the seed that was promised.
allocation-no-seed = The seed and the promise have 64 characters each: digits and the letters a to f. Copy them from the page of the draw.
allocation-not-written = The file { $file } cannot be written. Choose another place.
allocation-sheet-dates = The file of dates:
allocation-sheet-parties = The file of sign-ups:
allocation-cell = line { $line }, column “{ $column }”, means nothing. Fetch the file again, and do not change it.
allocation-same-number = Two sign-ups are number { $party }. Fetch the file again, and do not change it.
allocation-nobody = Sign-up number { $party } has nobody. Fetch the file again, and do not change it.
allocation-ranking = Sign-up number { $party } wishes no date, one date twice, or more than { $max }. Fetch the file again, and do not change it.
allocation-unknown-date = Sign-up number { $party } wishes a date that is not in the draw. Fetch both files again, and do not change them.
allocation-two-orders = The dates do not take sign-ups in the same order, so each of them must count visits instead of seats. Mend the file of dates.
draw-title = The draw
draw-lead = How seats are given where more want to come than there are seats.
draw-notice = Being first does not matter here. We draw lots on { $when }. It makes no difference whether you sign up today or on the last day.
draw-comes-first = First come: { $who }. Between equals we draw lots.
draw-priority-by-lot = All are equal
draw-priority-classes-first = Classes
draw-priority-without-class-first = Those who come without a class
draw-priority-choosing-first = Grades 7 to 10 and children of 13 to 16
draw-see = See the draw
draw-see-how = Read how we draw lots
draw-see-number = See the whole draw. You are sign-up number { $number }.
draw-to-form = Sign up for the draw
draw-sent-title = Look in your mail
draw-sent = Press the button in the letter, and you are in the draw.
draw-sent-child = Press the button in the letter. By that you say yes to your child being in the draw.
draw-told-in = Thank you. You are in the draw.
draw-told-set = Saved. It now stands where people sign up.
draw-own-title = { $party } is in the draw
draw-stands-in = You are sign-up number { $number }. We write to you once lots are drawn, however it goes.
draw-why-in = You were number { $rank } of { $of }. When your turn came, { $left } seats were free, { $n ->
    [one] which was enough for you.
   *[other] which was enough for all { $n } of you.
 }
draw-why-not = You were number { $rank } of { $of }. The last one before you that got in was number { $last }. When your turn came, { $left } seats were free, { $n ->
    [one] and you needed one.
   *[other] and you needed { $n }.
 }
draw-why-too-many = You were number { $rank } of { $of }. { $left } seats were free, { $n ->
    [one] and you needed one.
   *[other] and you needed { $n }.
 }
draw-panel = How seats are given
draw-panel-first = The seats go to whoever comes first.
draw-panel-waits = Lots are drawn on { $when }.
draw-panel-done = Lots were drawn on { $when }.
draw-choose = How are the seats given?
draw-by-first = First come, first served
draw-by-draw = By lot, among all who have signed up by a certain time
draw-label-day = Day of the draw
draw-hint-day = At the latest when sign-up closes, { $when }
draw-label-time = Time
draw-label-priority = Who comes before others?
draw-missing-day = Choose the day on which lots are drawn
draw-missing-time = Write a time, such as 12:00
draw-choose-go = Save
draw-not-empty = Somebody has signed up, so this cannot be changed any more.
draw-wrong-time = Choose a time that is not past and comes before sign-up closes
draw-gave = { $given } of { $n } sign-ups got seats. There were { $seats } seats.
draw-how = How we draw lots
draw-how-lots = Each sign-up gets a lot. It is worked out from the number of the sign-up and a secret number that was chosen before anybody signed up.
draw-how-sizes = Then we take the lots in order, the lowest first. Each gets seats if there are enough for all of them. A class is never split.
draw-how-after = The others wait in the same order. If seats are left, they go to whoever comes first.
draw-promise = The promise
draw-promise-what = The secret number was chosen beforehand. Here is its SHA-256. So nobody can exchange the number without being found out.
draw-seed = Check it
draw-seed-what = The secret number is not secret any more. Here it is:
draw-dates = Get the date (CSV)
draw-parties = Get the sign-ups without names (CSV)
draw-check = The program gnist checks it by “gnist allocation DATES SIGN-UPS --seed NUMBER --promise PROMISE”. The lot is HMAC-SHA-256 of the sign-up's number with the secret number as its key.
letter-signup-draw-held-subject = Press the button, and you are in the draw
letter-signup-draw-held = { $party } is put down for “{ $title }”, { $when }. The seats are given by lot. | Press the button by { $until }, and you are in.
letter-signup-consent-asked-for-draw-subject = May your child be in the draw?
letter-signup-consent-asked-for-draw = { $party } would like to come to “{ $title }”, { $when }. The seats are given by lot. | The child is under 15, so a parent or guardian has to say yes. Press the button by { $until }.
letter-signup-in-draw-subject = You are in the draw
letter-signup-in-draw = { $party } is in the draw for “{ $title }”, { $when }. | Lots are drawn on { $until }. Then we write to you, however it goes.
letter-signup-drawn-subject = You got seats in the draw
letter-signup-drawn = { $party } comes to “{ $title }”, { $when }. | { $why } | If you cannot come after all, cancel on the page of the sign-up. Then somebody else gets the seats.
letter-signup-not-drawn-subject = You got no seats in the draw
letter-signup-not-drawn = There were no seats for { $party } at “{ $title }”, { $when }. | { $why } | You are now number { $place } on the waiting list. If there is room for you, we write at once.
