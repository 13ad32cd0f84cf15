campaigns-name = Campaigns
campaigns-title = { $n ->
    [0] There are no campaigns
    [one] 1 campaign
   *[other] { $n } campaigns
}
campaigns-lead = A campaign is what the whole pact does on one day or in one season. It has a page of its own and stands on the front page as it comes near.
campaigns-empty = There are none yet. Once there is one, partners can choose it when they make an activity.
campaigns-new = Make a campaign
campaigns-running = On now
campaigns-coming = Coming
campaigns-over = Been
campaigns-closed = closed to new activities
campaigns-size = { $n ->
    [0] no activities to join
    [one] 1 activity to join
   *[other] { $n } activities to join
}
account-campaigns = Go to campaigns
campaign-new-title = Make a campaign
campaign-new-lead = It has its own page at once, and partners can choose it.
campaign-name = Name in Danish
campaign-name-hint = As it should stand on cards and in the menu, such as “Forskningens Døgn 2027”
campaign-name-en = Name in English
campaign-key = Key
campaign-key-hint = Stands in the address and in spreadsheets, such as forskningens-doegn-2027. Leave the field empty and we make it from the name. It cannot be changed afterwards.
campaign-first-day = First day
campaign-last-day = Last day
campaign-last-day-hint = If it is one day only, choose the same
campaign-text = About the campaign in Danish
campaign-text-hint = A few sentences for the campaign's page. The first line also stands on the front page.
campaign-text-en = About the campaign in English
campaign-open = Partners can choose it when they make an activity
campaign-make-go = Make the campaign
campaign-change = Change the campaign
campaign-change-go = Save the campaign
campaign-public = See the campaign's page
campaign-named = { $n ->
    [0] No activities belong to it yet.
    [one] 1 activity belongs to it, counting what waits or is cancelled.
   *[other] { $n } activities belong to it, counting what waits or is cancelled.
}
campaign-is-closed = It is closed to new activities. The activities that belong to it stay. To open it again, tick the box below.
campaign-remove = Remove the campaign
campaign-remove-what = No activities belong to it, so nothing is left of it. Pages that link to it will not find it any more.
campaign-remove-go = Remove the campaign now
campaign-close = Close to new activities
campaign-close-what = Activities belong to the campaign, so it cannot be removed. You can close it, so that no more come. Its page and the activities stay.
campaign-close-go = Close the campaign
campaign-told-made = The campaign is made, and partners can choose it.
campaign-told-kept = The campaign is saved.
campaign-told-removed = The campaign is removed.
campaign-told-closed = The campaign is closed to new activities.
campaign-fault-name = Write a name in Danish of { $min } to { $max } characters
campaign-fault-name-en = Write a name in English of { $min } to { $max } characters
campaign-fault-key = Use small letters, digits and hyphens, at most { $max } characters
campaign-fault-key-taken = Another campaign has that key. Choose another, for instance with the year
campaign-fault-first-day = Choose the first day, such as 2027-04-22
campaign-fault-last-day = Choose the last day, such as 2027-04-22
campaign-fault-order = The last day is before the first. Swap them
campaign-fault-long = A campaign lasts { $max } days at most. Choose an earlier last day
campaign-fault-text = Tell about the campaign in Danish in { $min } to { $max } characters
campaign-fault-text-en = Tell about the campaign in English in { $min } to { $max } characters
campaign-fault-control = It holds characters that nobody can see. Write it again
