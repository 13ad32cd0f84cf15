roster-see = See who is coming
roster-desk = Desk
roster-lead = Who comes to the date.
roster-taken = { $taken ->
    [one] 1 seat is taken, { $free } are free
   *[other] { $taken } seats are taken, { $free } are free
}
roster-kept = { $n ->
    [one] 1 seat is held for somebody who has not answered the letter yet
   *[other] { $n } seats are held for those who have not answered their letter yet
}
roster-csv = Get the list (CSV)
roster-xlsx = Get the list (Excel)
roster-coming = They are coming ({ $n })
roster-waiting = They are waiting ({ $n })
roster-gone = They have cancelled ({ $n })
roster-nobody = Nobody has signed up yet. Share the activity's page, and they will.
roster-nobody-waits = Nobody is waiting.
roster-nobody-left = Nobody has cancelled.
roster-taken-open = { $n ->
    [one] 1 comes
   *[other] { $n } come
}
roster-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
roster-aged = { $name }, { $n } years
roster-offered = Has been offered seats and can answer until { $until }
roster-gone-lapsed = Did not answer the letter
roster-gone-cancelled = Cancelled
roster-gone-cancelled-by-organiser = Cancelled by you
roster-gone-consent-withdrawn = The consent was withdrawn
roster-gone-declined = Said no thanks
roster-gone-offer-passed = Did not answer the offer
roster-gone-list-closed = There was no room
roster-gone-date-cancelled = The day was cancelled
roster-gone-moved = Moved to another date
roster-gone-not-coming = Said no when we asked
roster-gone-not-heard-from = Did not answer when we asked twice
roster-cancel = Cancel
roster-cancel-sure = They get a letter, and the seats go to the next in line.
roster-cancel-go = Cancel their sign-up
roster-told-cancelled = Their sign-up is cancelled, and they have been told.
roster-told-rule = The rule of the line is saved. Everybody can read it.
roster-rule = How the line goes
roster-rule-go = Save the rule
roster-second = Second parent or guardian: { $name }, { $email }
roster-emergency = Emergency contact: { $name }, { $phone }
roster-privacy = We show only what you need on the day. Emergency contacts stand here from two days before and are erased the day after. What they need is erased after a week, the rest after 30 days.
roster-add = Add somebody who has called
roster-add-title = Add somebody
roster-add-lead = For those who call or write to you. They get a letter if you type an address.
roster-add-lead-child = A child under 15 can only come once a parent or guardian has said yes. We write to them and keep the seat for 48 hours.
roster-add-as-class = Add a class instead
roster-add-as-child = Add a child instead
roster-add-as-one = Add one person instead
roster-add-who = Who is coming?
roster-add-contact = Whom do you talk to?
roster-add-email = If they have no email, leave the field empty. Then they get no letters.
roster-add-email-child = Here we ask a parent or guardian for consent
roster-add-agrees = I have told them what we keep, and that we erase it 30 days after the day
roster-add-go = Add them
roster-add-over = The day is over or called off, so nobody can be added.
roster-told-added = They are added. If you typed an address, they get a letter.
roster-move = Move
roster-move-sure = They get seats on the day you choose, and a letter about it. The link to their page still works.
roster-move-to = New day
roster-move-choose = Choose a day
roster-move-option = { $free ->
    [one] { $when } (1 free seat)
   *[other] { $when } ({ $free } free seats)
}
roster-move-go = Move them
roster-told-moved = They are moved and have been told.
roster-full = { $n ->
    [0] There are no free seats. Give the day more seats, or choose another day.
    [one] There is only 1 free seat. Give the day more seats, or choose another day.
   *[other] There are only { $n } free seats. Give the day more seats, or choose another day.
}
roster-already-in = They are signed up for a date already. Find them on the list.
roster-not-sure = They have not answered their letter yet. Try again when they have.
roster-too-late = That is not possible any more. Look at the list to see how things stand.
roster-write = Write to those who come
roster-write-title = Write to those who come
roster-write-lead = Everybody gets a letter of their own and cannot see the others. Answers go to your own email.
roster-write-to = Who should get the message?
roster-write-to-coming = Those who come
roster-write-to-waiting = Those who wait
roster-write-to-everybody = Everybody
roster-write-to-chosen = Only those I choose here
roster-write-no-address = Has no email
roster-write-words = Message
roster-write-words-hint = At most 2,000 characters. Write nothing about others who come.
roster-write-night = It is evening, so the letters will be sent { $when }.
roster-write-limit = You can write about one day five times within 24 hours.
roster-write-go = Send the message
roster-write-nobody = There is nobody to write to yet.
roster-write-too-often = Five messages about that day were sent in the last 24 hours. Wait until tomorrow.
roster-write-sent = { $n ->
    [one] 1 letter is on its way.
   *[other] { $n } letters are on their way, one to each.
}
roster-written = Written before
roster-written-none = Nobody has been written to yet.
roster-written-when = { $n ->
    [one] { $when }, 1 letter
   *[other] { $when }, { $n } letters
}
