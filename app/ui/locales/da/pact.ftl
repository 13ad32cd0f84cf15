region-description = Aktiviteter i naturfag og teknologi i { $region }: virksomhedsbesøg, værksteder, lejre og besøg, der kommer ud til klassen.
region-lead = { $n ->
    [0] Der er ingen aktiviteter lige nu.
    [one] Der er { $n } aktivitet at vælge.
   *[other] Der er { $n } aktiviteter at vælge imellem.
 }
region-none = Der er ingen kommende aktiviteter i regionen. Se i stedet hele kataloget.
region-gone = { $region } findes ikke mere. Den er nu en del af { $next }. Gå til
region-changes = { $name }: fra 1. januar 2027 har Danmark fire regioner.
region-municipalities = Kommuner
campaign-over = Dagen har været. Her er det, der stadig kan prøves.
campaign-none = Der er ingen aktiviteter endnu. Se imens, hvad der ellers sker.
campaign-activities = Aktiviteter
campaigns-description = Her er det, hele pagten laver sammen lige nu og i den kommende tid.
campaigns-none = Der er ingen kampagner lige nu. Se imens, hvad der ellers sker.
campaigns-been = Har været
