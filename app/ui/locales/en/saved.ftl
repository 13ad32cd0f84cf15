saved-title = Saved activities
saved-lead = What you have found and want to find again.
saved-save = Save
saved-ask-title = Save the activity
saved-back = Back to the activity
saved-see = See what you have saved
saved-full = You have saved as much as one can: { $n } activities. Remove some before you save more.
saved-none = You have not saved anything yet. Press “Save” on an activity’s page and it stands here.
saved-n = { $n ->
    [one] One activity
   *[other] { $n } activities
}
saved-forget = Remove
saved-told-kept = The activity is saved. You find it here and at your account.
saved-told-removed = The activity is not saved any more.
saved-over = All dates are over
saved-cancelled = Cancelled
saved-gone = Taken down
saved-hidden = An activity
saved-hidden-what = It cannot be seen just now.
held-saved-at = Saved
holding-saved = You save an activity
holding-saved-what = What you save, and when
holding-saved-why = so that you can find it again
holding-saved-who = Only you
holding-saved-kept = Until you remove it, or your account is gone
