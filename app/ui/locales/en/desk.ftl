desk-title = Desk
desk-lead = What you offer, and what waits for you.
desk-hello = Hello { $name }
desk-empty = You do not act for a partner yet
desk-empty-what = Find your company, school, association or institution, and you can add activities for it. If it is not on Gnist, you add it in a minute.
desk-find = Find your partner
desk-find-another = Act for one more partner
desk-claim-waits = You asked to act for { $partner } ({ $time }). A moderator answers you by letter.
desk-partners = You act for
desk-begin = Add an activity
desk-todo = { $n ->
    [0] Nothing waits for you
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
desk-todo-none = All that you wrote is sent.
desk-waiting = { $n ->
    [one] One activity waits for a moderator
   *[other] { $n } activities wait for a moderator
}
desk-waiting-more = Here are the { $n } that were sent last. The others are in the list at the bottom of the page.
desk-returned = “{ $title }” comes back
desk-taken-back = “{ $title }” was taken back
desk-history = See the history
desk-revise = Change
desk-draft = The draft “{ $title }”
desk-draft-change = Changes to “{ $title }”
desk-draft-kept = Kept { $time }
desk-write-on = Go on writing
desk-no-title = without a title
desk-waits-since = Sent { $time }
desk-see = See
desk-coming = What comes next
desk-activity = Activity
desk-when = When
desk-seats-heading = Seats
desk-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
desk-seats-taken = { $taken } of { $n } seats are taken
desk-seats-waiting = { $n } waiting
desk-no-seats = Not counted here
desk-shelf = { $n ->
    [0] Your activities
    [one] Your activity
   *[other] Your { $n } activities
}
desk-shelf-found = { $n ->
    [0] None of your activities has “{ $words }” in its title
    [one] One of your activities has “{ $words }” in its title
   *[other] { $n } of your activities have “{ $words }” in their titles
}
desk-shelf-q = Words in the title
desk-shelf-go = Find the activity
desk-shelf-all = See all your activities
desk-shelf-not-found = Try fewer words, or another word of the title.
desk-shelf-empty = You have sent nothing yet. Make your first activity, and it will be here.
desk-told-kept = The draft is kept. Go on whenever you like.
desk-told-discarded = The draft is deleted.
desk-told-sent = The activity is sent. A moderator looks at it within two working days, and you get a letter.
desk-told-partner = The partner is added. Write your first activity while a moderator looks at it.
desk-told-granted = Your email address belongs to the partner, so you can act for it now.
desk-told-claimed = Your wish is sent. A moderator answers you by letter.
desk-told-claims-wait = You wait for answers about as many partners as one can at once. Wait for a moderator’s letter before you ask for more.
desk-told-theirs = You act for that partner already.
desk-told-many = There are too many drafts. Send or delete some of them first.
desk-told-later = That cannot be done as the activity stands now. Look at it again.
account-desk = Go to your desk
account-queue = Go to what waits for moderators
partner-waiting = A moderator looks at the partner. Just write on in the meantime.
partner-refused = The partner is not approved.
desk-partner-refused = The partner is not approved. If that is a mistake, write to us. The address stands at the bottom of the page.
partner-approved = The partner is approved.
partner-trusted = Activities are published at once.
find-partner-title = Find your partner
find-partner-lead = It may be here already. Then it need not be added again.
find-partner-q = Name or web address
find-partner-q-hint = Such as Munkemose Robotics or munkemose.dk
find-partner-go = Find
find-partner-found = { $n ->
    [0] None is like what you wrote
    [one] One is like what you wrote
   *[other] { $n } are like what you wrote
}
find-partner-not-there = Is yours not here?
find-partner-new = Add a new partner
claim-remark-open = Write how you belong to it
claim-remark = How you belong to it
claim-go = I act for it
introduce-title = Add a partner
introduce-lead = Four answers, and you can write your first activity. A moderator looks at the partner before anything is published.
introduce-known = It is here already
introduce-known-what = The partner is on Gnist under that name or address. Ask to act for it instead.
refused-title = { $partner } is not approved
refused-what = A moderator has said no to those who asked for it. Nobody acts for it now.
refused-claim = If you work there, ask for it and write how you belong to it. A moderator looks at it.
introduce-name = Name
introduce-name-hint = As others know you
introduce-sector = What are you?
introduce-website = Web address
introduce-website-hint = Such as munkemose.dk. Leave it empty if you have none
introduce-postcode = Postcode
introduce-postcode-hint = It tells us which region looks at what you send.
introduce-go = Add the partner
partner-fault-name = Write a name of at least two characters
partner-fault-name-long = The name is too long. Use at most 120 characters
partner-fault-sector = Choose what you are
partner-fault-website = That is no web address. Write it like munkemose.dk
partner-fault-postcode = Write a Danish postcode of four digits
partner-fault-too-many = You have added as many partners as one person can. Write to us if you need more
partner-fault-about = It holds something we cannot show. Write it in ordinary characters
partner-fault-about-long = It is too long. Use at most 1,000 characters
partner-fault-taken = Another partner has that web address. Type your own, or write to us if it is yours
profile-title = { $partner }: what others see
profile-lead = It stands on your page, beside your activities.
profile-see = See your page
profile-about = About you
profile-about-hint = Who are you, and what can children and young people experience with you? At most 1,000 characters
profile-website-lets-in = Whoever has a mail address at the same domain can come to act for you without waiting for a moderator. If other partners are at the domain, we ask a moderator first.
profile-go = Save
profile-name-stays = Are you called something else now? Write to us and we change the name.
profile-told-kept = Saved. Your page is changed.
desk-profile = Change details
own-lead = Where the activity stands, and what was done to it.
own-do = What you can do
own-see = See it as others do
own-take-back = Take it back
own-copy = Make a new one from it
own-cancel = Cancel the activity
own-cancel-sure = The page stays, so that everybody can see that it is cancelled.
archive-title = Take the activity down
archive-lead = Then it is not in the catalogue any more.
archive-what = This is what happens
archive-what-public = Nobody can find it any more. Whoever has a link to it is told that it has been here, and can look for something else.
archive-what-hidden = It waits for nobody any more, and no moderator looks at it.
archive-what-draft = Changes that were not sent are deleted.
archive-what-again = It cannot come back. If you want to offer it again, you can make a new one from it.
archive-go = Take it down
archive-keep = Keep it
archive-told = The activity is taken down. You find it at the end of the list.
archive-expected = Somebody counts on it
archive-expected-what = Cancel it first, or answer those who ask, so that they are told. Then you can take the activity down.
archive-expected-dates = They are signed up
archive-expected-people = { $n ->
    [one] 1 person
   *[other] { $n } persons
}
archive-asking = { $n ->
    [one] 1 asks whether they may come
   *[other] { $n } ask whether they may come
}
own-state-draft = It is not sent. Change it and send it again.
own-state-submitted = A moderator looks at it. If you want to change something, take it back first.
own-state-published = Everybody sees it. Changes show at once when you send them.
own-state-cancelled = Everybody sees that it is cancelled.
own-state-archived = It was taken down.
own-told-taken-back = It was taken back. Change it and send it again.
own-told-cancelled = The activity is cancelled.
state-draft = Draft
state-submitted = Waiting
state-published = Published
state-cancelled = Cancelled
state-archived = Taken down
queue-name = Moderation
queue-title = { $n ->
    [0] Nothing waits
    [one] 1 waits
   *[other] { $n } wait
}
queue-lead = What waits in your region, the oldest first. We promise an answer within two working days.
queue-empty = Everything is answered. Well done.
queue-since = waiting since { $time }
queue-no-region = without a region
queue-look = Look at
queue-partners = { $n ->
    [one] 1 new partner
   *[other] { $n } new partners
}
queue-claims = { $n ->
    [one] 1 wants to act for a partner
   *[other] { $n } want to act for a partner
}
queue-claim = { $name } wants to act for { $partner }
queue-activities = { $n ->
    [one] 1 activity
   *[other] { $n } activities
}
queue-told-approved = The activity is published, and whoever sent it gets a letter.
queue-told-returned = The activity goes back, and whoever sent it gets a letter.
queue-own = your own, so a colleague answers
queue-told-own = You do not answer what is your own or your partner's. A colleague who is a moderator does.
case-changed-since = The activity was changed since you opened the page. So nothing was approved. Below you see it as it is now.
case-own = You act for one of those behind the activity. That is why a colleague has to answer.
candidate-own = You act for the partner. That is why a colleague has to answer.
candidate-claim-own = It is your own wish or your own partner. That is why a colleague has to answer.
case-lead = Look at the activity and answer.
case-checks = What we looked for
case-answer = Your answer
case-approve-what = If you approve it, everybody sees it at once.
case-approve = Approve and publish
case-reason = What is missing?
case-return = Send it back
case-preview = How it looks
case-partner-first = The partner is not approved. Look at it first, then the activity can be published.
check-partner-yes = The partner is approved
check-partner-no = The partner is not approved yet
check-contact-yes = The contact’s email belongs to the partner’s web address
check-contact-no = The contact’s email does not belong to the partner’s web address
check-date-yes = There is a date to come
check-date-no = All dates are over
check-access-yes = Accessibility is told
check-access-no = Accessibility is not told
check-double = A published activity of the same partner has the same title
moderation-reason-hint = Write what must change, and what was good. It is sent with the letter.
moderation-reason-missing = Write at least three characters, so that they know why
candidate-lead = Look at the partner and answer.
candidate-about = About the partner
candidate-region = Region
candidate-sector = Sector
candidate-unknown = Not told
candidate-activities = Activities
candidate-answer = Your answer
candidate-waiting = The partner waits for an answer.
candidate-approve = Approve the partner
candidate-reason = Why not?
candidate-refuse = Refuse the partner
candidate-not-trusted = The partner’s activities wait for a moderator.
candidate-trust-on = Let it publish at once
candidate-trust-off = Look at its activities first again
candidate-claims = They want to act for the partner
candidate-claim = { $name }, { $email }
candidate-claim-reason = Why not? (only for a no)
candidate-claim-yes = Yes, they may
candidate-claim-no = No
candidate-told-saved = Your answer is kept.
desk-views = { $n ->
    [one] seen once in { $days } days
   *[other] seen { $n } times in { $days } days
}
desk-silent = “{ $title }” leads to where nobody answers
desk-silent-what = The address for signing up has not answered since { $day }. Try it yourself. If it does not work, change it under “Sign-up, price and access”. We go on trying; once there is an answer, this message goes away.
queue-silent = { $n ->
    [one] 1 activity leads to an address that does not answer. Its organiser can see it at their desk.
   *[other] { $n } activities lead to addresses that do not answer. Their organisers can see it at their desks.
}
desk-requests = { $n ->
    [one] 1 asks whether they may come to “{ $title }”
   *[other] { $n } ask whether they may come to “{ $title }”
}
desk-requests-overdue = Overdue: they have waited at least a working week for an answer
desk-requests-go = Answer
desk-asked = { $n ->
    [one] An invitation to be a co-owner
   *[other] { $n } invitations to be a co-owner
}
desk-asked-lead = If you say yes, you stand on the activity's page and can change it.
desk-asked-what = { $lead } wants { $partner } in »{ $title }«
desk-asked-see = See the activity
desk-asked-yes = Yes, we are in
desk-asked-no = No thanks
desk-leads = { $n ->
    [one] You are asked to lead an activity
   *[other] You are asked to lead { $n } activities
}
desk-leads-what = { $lead } wants to hand over “{ $title }” to { $partner }
desk-leads-see = See what that means, and answer
desk-led-by = led by { $partner }
