crumb-home = Front page
activity-by = By
activity-what = What you will try
activity-cancelled = Cancelled
activity-cancelled-what = The organiser has cancelled this activity. See if one of the others fits.
activity-related = You may like these too
activity-more-of-partner = Everything from the organiser
activity-write = Write to them
activity-map = Map of Denmark with a mark at { $city }
activity-map-open = See the place on OpenStreetMap
activity-address = The page is at
activity-updated = Last updated { $day }.
fact-for = For { $whom }
fact-where = Where
fact-price = Price
fact-language = Language
fact-sign-up = Sign-up
fact-group = Group
fact-lasts = Lasts
fact-travel = Travels up to { $km } km
fact-travel-from = From { $town }
fact-group-span = { $min }–{ $max } participants
fact-group-from = At least { $n } participants
fact-group-to = At most { $n } participants
fact-days = { $n } days
fact-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
fact-minutes = { $n } minutes
access-heading = Can everybody take part?
access-yes = Yes
access-ask = Ask the organiser
access-else = Is there anything else the organiser should think of?
access-write = Write to them, and you will find a way together.
dates-heading = Dates
dates-heading-any = Take part
dates-none = There are no coming dates right now.
dates-past = { $n ->
    [one] { $n } date that has been
   *[other] { $n } dates that have been
 }
dates-calendar = Add to your calendar
dates-sign-up = Sign up
dates-wait = Join the waiting list
dates-deadline = Sign up by { $when }
dates-deadline-was = Sign-up closed { $when }
door-none = There is no sign-up. Just come.
door-external = Go to sign-up
door-external-hint = Sign-up is on the organiser's own site.
door-request = Ask for a date
door-request-hint = The organiser answers your question and agrees on a date with you.
door-write = Write to the organiser
door-portal-hint = Choose a date above. It takes two minutes, and you need no account.
ruler-youth = youth
activity-co-owner = Does the activity together with the organiser
