letter-signed = Kind regards, Gnist
letter-write = Write to us:
letter-or-copy = If the button does not work, copy the address:
letter-end-link = If you did not ask for this letter, do nothing. Then nothing happens.
letter-end-news = If it was not you, write to us at once.
letter-sign-in-subject = Your link to Gnist
letter-sign-in = Here is the link you asked for. | It works for 10 minutes and only once.
letter-sign-in-go = Sign in
letter-no-account-subject = You have no account at Gnist yet
letter-no-account = Someone, probably you, asked to come in with this address. It has no account yet. | If you want one, press the button within 10 minutes.
letter-register-subject = Make your account at Gnist
letter-register = Good that you are joining. | Press the button within 10 minutes and the account is yours.
letter-register-go = Make my account
letter-has-account-subject = You already have an account at Gnist
letter-has-account = Someone, probably you, wanted to make an account with this address. You already have one. | Sign in with the button within 10 minutes.
letter-reset-subject = Choose a new password for Gnist
letter-reset = Here is the link where you can choose a new password. | It works for 10 minutes and only once.
letter-reset-go = Choose a new password
letter-suspended-subject = Your account at Gnist is closed
letter-suspended = You asked to come in, but your account is closed for now. Write to us if that is a mistake.
letter-password-subject = Your password for Gnist was changed
letter-password = Your password was changed, and you are signed out everywhere else.
letter-account-go = See your page
letter-factor-on-subject = Two steps are on at Gnist
letter-factor-on = From now on we ask for a code from your phone when you sign in.
letter-factor-off-subject = Two steps are off at Gnist
letter-factor-off = From now on we no longer ask for a code from your phone when you sign in.
letter-recovery-subject = A code on paper was used at Gnist
letter-recovery = { $n ->
    [one] Someone signed in with one of your codes on paper. You have one left. | If it is soon used, make new ones on your page.
   *[other] Someone signed in with one of your codes on paper. You have { $n } left. | If they are soon used, make new ones on your page.
}
letter-old-address-subject = Do you want to change email at Gnist?
letter-old-address = Someone, probably you, wants us to write to { $new } from now on. | Agree within 10 minutes. Follow the link in the letter to the new address too.
letter-new-address-subject = Do you want to use this email at Gnist?
letter-new-address = Someone, probably you, wants us to write to this address from now on. | Agree within 10 minutes. Follow the link in the letter to the old address too.
letter-address-go = Yes, change it
letter-address-taken-subject = This email already has an account at Gnist
letter-address-taken = Someone, perhaps you, wanted to move another account to this address. That cannot be done, since the address has its own.
letter-address-changed-subject = Your email at Gnist was changed
letter-address-changed = From now on we write to { $new }. This is the last letter to this address.
letter-failures-subject = Someone is guessing your password for Gnist
letter-failures = { $n ->
    [one] Someone has typed a wrong password for your account. | We have slowed them down. You can always come in with a letter.
   *[other] Someone has typed a wrong password for your account { $n } times in a row. | We have slowed them down. You can always come in with a letter.
}
letter-codes-subject = Someone is guessing your code for Gnist
letter-codes = { $n ->
    [one] Someone has come past the first step into your account and has typed a wrong code. | If it was you, you need do nothing. If it was somebody else, change your password now.
   *[other] Someone has come past the first step into your account and has typed a wrong code { $n } times. | If it was you, you need do nothing. If it was somebody else, change your password now.
}
letter-roles-subject = You have a new role at Gnist
letter-roles = What you can do at Gnist has changed. Sign in again to see it.
letter-end-desk = You get this letter because you act for a partner on Gnist.
letter-published-subject = Your activity is published on Gnist
letter-published = “{ $title }” is published. Everybody can find it now.
letter-published-go = See the activity
letter-returned-subject = Your activity comes back from Gnist
letter-returned = “{ $title }” needs a change before it can be published. | The moderator writes: | { $reason } | Change it and send it again. What you wrote is kept.
letter-returned-go = Change the activity
letter-granted-subject = You now act for a partner on Gnist
letter-granted = You can now add and change activities for { $partner }. | Sign in again if you are signed in.
letter-not-granted-subject = An answer to your wish on Gnist
letter-not-granted = You asked to act for { $partner }. That was refused. | The moderator writes: | { $reason }
letter-approved-subject = Your partner is approved on Gnist
letter-approved = { $partner } is approved. | The activities that you sent now only wait for a moderator to look at them.
letter-refused-subject = Your partner is not approved on Gnist
letter-refused = { $partner } is not approved, and you no longer act for it on Gnist. | The moderator writes: | { $reason } | If you want to try again, add the partner again and ask to act for it. A moderator looks at it.
letter-desk-go = See your desk
letter-end-invited = If you do not want to, do nothing. Then nothing happens.
letter-invited-subject = You are invited to join in on Gnist
letter-invited = Someone at { $partner } wants you with them on Gnist, where they show what they offer young people. | Say yes within seven days. The link works only once.
letter-invited-go = See the invitation
letter-member-came-subject = One more acts for your partner on Gnist
letter-member-came = One more person now acts for { $partner } on Gnist. | If you do not know them, remove them at your desk, among the people who act for the partner, and write to us.
letter-member-changed-subject = What you may do for a partner on Gnist has changed
letter-member-administrator = You now decide who acts for { $partner } on Gnist. | Sign in again. The first time you set up signing in in two steps.
letter-member-editor = You can still write and send activities for { $partner } on Gnist, but no longer decide who else may. | Sign in again.
letter-member-removed-subject = You no longer act for a partner on Gnist
letter-member-removed = You no longer act for { $partner } on Gnist. What you wrote for them stays with them.
letter-end-account = If you have questions, write to us.
letter-closed-subject = Your account at Gnist is closed
letter-closed = Your account is closed, and you are signed out everywhere. | Whoever closed it writes: | { $reason }
letter-reopened-subject = Your account at Gnist is open again
letter-reopened = Your account is open again. You can sign in as you always do.
letter-idle-subject = We will soon erase your account at Gnist
letter-idle = You have not signed in at Gnist for a long time. We keep nothing for longer than it is needed, so on { $day } we erase your account and everything we keep about you. | Do you want to keep it? Then sign in before that day. There is nothing else to do. | If you do not need it any more, do nothing.
letter-end-moderator = You get this letter because you answer partners on Gnist. We write once about each case.
letter-queue-go = See what waits
letter-late-subject = Something waits for you on Gnist
letter-late = { $n ->
    [one] “{ $first }” has waited a working day for an answer. | We have promised answers within two.
    [2] “{ $first }” and one more have waited a working day for an answer. | We have promised answers within two.
   *[other] “{ $first }” and { $others } others have waited a working day for an answer. | We have promised answers within two.
}
letter-escalated-subject = Something has waited too long on Gnist
letter-escalated = { $n ->
    [one] “{ $first }” has waited two working days for an answer. That is what we promised. | You can answer now in place of the region.
    [2] “{ $first }” and one more have waited two working days for an answer. That is what we promised. | You can answer now in place of the region.
   *[other] “{ $first }” and { $others } others have waited two working days for an answer. That is what we promised. | You can answer now in place of the region.
}
letter-taken-down-subject = Your activity was taken down from Gnist
letter-taken-down = “{ $title }” was taken down, so nobody can see it right now. | The moderator writes: | { $reason } | Change it and send it again. What you wrote is kept.
letter-cancelled-subject = Your activity is cancelled on Gnist
letter-cancelled = A moderator has cancelled “{ $title }”. Its page says so. | The moderator writes: | { $reason }
letter-cancelled-go = See the activity
letter-report-subject = About what you reported on Gnist
letter-report-fine = A moderator has looked at “{ $title }”. It stays as it is. | Thank you for telling us.
letter-report-returned = A moderator has looked at “{ $title }”. It was taken down, and the organiser has been asked to change it. | Thank you for telling us.
letter-report-cancelled = A moderator has looked at “{ $title }”. It is cancelled. | Thank you for telling us.
letter-report-gone = The organiser has taken down “{ $title }”. | Thank you for telling us.
letter-end-reporter = You get this letter because somebody gave your address when they reported the activity. We have erased the address now.
letter-co-owner-subject = You are invited to do an activity together
letter-co-owner = { $lead } wants { $partner } to co-own an activity on Gnist. | At your desk you see which activity it is. Say yes or no thanks there. If you say yes, you stand on the activity's page and can change it.
letter-co-owner-yes-subject = A partner joins your activity on Gnist
letter-co-owner-yes = { $partner } has said yes to co-owning “{ $title }”. | The partner now stands on the activity's page and can change it. It sees who has signed up only if you let it.
letter-co-owner-no-subject = A partner has said no thanks on Gnist
letter-co-owner-no = { $partner } has said no thanks to co-owning “{ $title }”. | The activity is as it was. You can invite another partner.
letter-lead-subject = Will you take over an activity on Gnist?
letter-lead = { $lead } wants { $partner } to take over “{ $title }” and lead it. | If you say yes, you decide who co-owns it, and you see who has signed up. { $lead } becomes a co-owner. If you say no, all stays as it is now.
letter-lead-yes-subject = Another partner now leads your activity on Gnist
letter-lead-yes = { $partner } has said yes and now leads “{ $title }”. | You co-own it: you still stand on the activity's page and can change it. { $partner } decides who else does.
letter-lead-no-subject = You still lead your activity on Gnist
letter-lead-no = { $partner } has said no to leading “{ $title }”. | You still lead it, and the partner co-owns it as before.
letter-owners-go = See who owns the activity
