partners-title = Partnere
partners-description = Virksomheder, uddannelser, offentlige institutioner og foreninger, der viser unge naturfag og teknologi.
partners-lead = { $n ->
    [one] { $n } partner viser lige nu, hvad man kan prøve.
   *[other] { $n } partnere viser lige nu, hvad man kan prøve.
 }
partners-none = Der er ingen partnere med aktiviteter lige nu. Kig forbi igen om lidt.
partner-description = { $name } ({ $sector }): aktiviteter i naturfag og teknologi for børn, unge og klasser.
partner-cities = Du finder dem i { $cities }.
partner-activities = { $n ->
    [0] Ingen aktiviteter lige nu
    [one] { $n } aktivitet
   *[other] { $n } aktiviteter
 }
partner-none = Partneren har ingen kommende aktiviteter lige nu. Kig forbi igen om lidt.
sectors-business = Virksomheder
sectors-education = Uddannelser
sectors-public = Offentlige
sectors-association = Foreninger
