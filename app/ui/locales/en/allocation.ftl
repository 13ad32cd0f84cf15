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
allocation-cell = line { $line }, column »{ $column }«, means nothing. Fetch the file again, and do not change it.
allocation-same-number = Two sign-ups are number { $party }. Fetch the file again, and do not change it.
allocation-nobody = Sign-up number { $party } has nobody. Fetch the file again, and do not change it.
allocation-ranking = Sign-up number { $party } wishes no date, one date twice, or more than { $max }. Fetch the file again, and do not change it.
allocation-unknown-date = Sign-up number { $party } wishes a date that is not in the draw. Fetch both files again, and do not change them.
allocation-two-orders = The dates do not take sign-ups in the same order, so each of them must count visits instead of seats. Mend the file of dates.
