paper-heading = For the day
paper-what = Take it all along on paper. Print the page, or get it as a PDF.
paper-day-sheet = Day sheet
paper-release = Release letter for the school
paper-pdf = Get it as a PDF
paper-back = Back to the sign-up
paper-back-to-roster = Back to the participants
paper-foot = Gnist. As it stood on { $when }.
paper-at = “{ $title }” at { $partner }
paper-when-where = When and where
paper-activity = Activity
paper-when = When
paper-organiser = Organiser
paper-write-to = Write to
paper-who = Who is coming
paper-party = Who
paper-number = How many
paper-contact = Contact
paper-needs = What they need
paper-parties = Signed up
paper-waiting = On the waiting list
paper-pupils = { $n ->
    [one] 1 pupil
   *[other] { $n } pupils
}
paper-adults = { $n ->
    [one] 1 adult
   *[other] { $n } adults
}
paper-persons = { $n ->
    [one] 1 participant
   *[other] { $n } participants
}
paper-parties-class = { $n ->
    [one] 1 class
   *[other] { $n } classes
}
paper-parties-child = { $n ->
    [one] 1 child
   *[other] { $n } children
}
paper-parties-one = { $n ->
    [one] 1 single person
   *[other] { $n } single persons
}
paper-of-seats = { $taken } of { $seats } seats
paper-shred = There are names on this sheet. Shred it when the day is over.
paper-way = Getting there
paper-way-public = Find buses and trains at rejseplanen.dk. Type the address: { $address }.
paper-way-bus = If you come by bus or car, ask the organiser where it can park.
paper-way-outdoor = It takes place outdoors. Dress for the weather.
paper-way-hybrid = You can also take part online. Ask the organiser for the link.
paper-way-to-you = The organiser comes to you. You need not go anywhere.
paper-way-online = It takes place online. Ask the organiser if you have not got a link.
paper-way-you-go = You go to them. The list says which school they are at.
paper-way-send-link = It takes place online. Remember to send a link to those who come.
paper-access-ask = If anybody needs something else, write to the organiser: { $email }
paper-access-unknown = The organiser has not written about it. Ask in good time: { $email }
paper-access-untold = You have not written about it.
paper-blank-meet = We meet (time and place)
paper-blank-go = We leave at
paper-blank-by = We travel by
paper-blank-back = We are back at school at
paper-blank-home = We are home again at
release-title = Release letter
release-to = To the management of { $school }
release-asks = { $class } is going to “{ $title }” at { $partner } and will not be at school during that time. We ask that the class be excused from other lessons.
release-deal = Who, where and when
release-contacts = Contact on the day
release-at-organiser = At the organiser
release-at-class = With the class
release-journey = The journey
release-journey-what = To be filled in by hand.
release-names = Pupils
release-names-what = Write the names by hand. Gnist does not know them.
release-names-more = If you are more, write the rest on the back.
release-name = Name
release-line = No.
release-signed = Signatures
release-signed-teacher = Date and signature, class teacher
release-signed-school = Date and signature, school management
