activity-report = Is something wrong? Tell us
report-title = What is wrong?
report-lead = Tell us what is wrong with an activity. A moderator will look at it.
report-cause = Choose what fits best
report-remark = Tell us more if you like
report-remark-hint = You need not. Please leave out names and CPR numbers.
report-email = Your email address
report-email-hint = Only if you want to know what happens. The organiser will not see it.
report-privacy = We erase what you write once a moderator has answered, and after 30 days at the latest.
report-go = Send to a moderator
report-kept = Thank you. A moderator will look at it within two working days.
report-enough = Thank you. Many have reported it today, and a moderator will look at it. You need not do more.
report-back = Back to the activity
report-fault-cause = Choose what is wrong
report-fault-remark = Write between 3 and 1,000 characters, or leave the field empty
report-fault-cpr = This looks like a CPR number. Remove it, because we must not have it
report-fault-email = Write a whole address like name@school.dk, or leave the field empty
cause-wrong-facts = Something in it is wrong
cause-not-happening = It does not take place
cause-unsuitable = It does not suit young people
cause-unsafe = It may be dangerous
cause-advertising = It is advertising
cause-other = Something else
cause-sampled = Sample
cause-revised = Changed since somebody looked at it
queue-looked = { $n ->
    [one] 1 published activity to look at
   *[other] { $n } published activities to look at
}
queue-tick = Choose
queue-bulk-go = Approve the chosen ones
queue-bulk-what = You will be told about each of them.
queue-bulk-no = Send the chosen ones back
queue-bulk-no-what = Activities go back to their partner. Partners, questions and wishes to act for a partner get a no. All get a letter with what you write here.
queue-bulk-why = What is the reason?
queue-bulk-no-go = Send the chosen ones back
queue-bulk-returned = sent back, and whoever sent it gets a letter with the reason
queue-bulk-refused = got a no, and whoever sent it gets a letter with the reason
queue-nothing-ticked = Tick at least one
queue-bulk-heading = { $n ->
    [one] What became of it
   *[other] What became of the { $n }
}
queue-bulk-nameless = A case
queue-bulk-published = published, and whoever sent it gets a letter
queue-bulk-approved = approved, and whoever sent it gets a letter
queue-bulk-granted = may act for the partner now and gets a letter
queue-bulk-partner-first = still waits, because the partner is not approved
queue-bulk-look-again = still waits, for it was changed since you saw the list. Look at it again
queue-bulk-own = still waits, for it is your own or your partner's. A colleague has to answer
queue-bulk-not-waiting = did not wait any more
queue-bulk-failed = still waits, because something broke on our side. Try again
queue-told-fine = It stays as it is. Whoever reported it gets a letter if we have an address.
queue-told-taken-down = The activity is taken down, and the organiser gets a letter.
queue-told-called-off = The activity is cancelled, and the organiser gets a letter.
review-heading = { $n ->
    [one] See whether it is as it should be
   *[other] See whether it is as it should be ({ $n } reasons)
}
review-wants-answer = wants an answer
review-fine = It is fine
review-reason = Why must it go?
review-reason-hint = Write it to the organiser. It is sent with the letter.
review-return = Take it down and send it back
review-cancel = Cancel it
history-by-visitor = A visitor
