region-description = Activities in science and technology in { $region }: company visits, workshops, camps and visits that come to your school.
region-lead = { $n ->
    [0] There are no activities right now.
    [one] There is { $n } activity to choose.
   *[other] There are { $n } activities to choose from.
 }
region-none = There are no coming activities in the region. See the whole catalogue instead.
region-gone = { $region } is no more. It is now part of { $next }. Go to
region-changes = { $name }: from 1 January 2027 Denmark has four regions.
region-municipalities = Municipalities
campaign-over = The day has been. Here is what you can still try.
campaign-none = There are no activities yet. See what else is on in the meantime.
campaign-activities = Activities
campaigns-description = Here is what the whole pact does together now and in the time to come.
campaigns-none = There are no campaigns right now. See what else is on in the meantime.
campaigns-been = Have been
