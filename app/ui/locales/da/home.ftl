home-title = Oplevelser i naturfag og teknologi
home-description = Find virksomhedsbesøg, værksteder, lejre og konkurrencer i naturfag og teknologi for elever, klasser og familier i hele Danmark.
home-heading = Hvad vil du prøve?
home-lead = { $n ->
    [0] Styr en robot, besøg et laboratorium, tag på kodelejr. De første aktiviteter er på vej.
    [one] Styr en robot, besøg et laboratorium, tag på kodelejr. Der er én aktivitet lige nu.
   *[other] Styr en robot, besøg et laboratorium, tag på kodelejr. Her er { $n } ting at prøve hos virksomheder, skoler og foreninger i hele landet.
 }
home-search = Søg efter aktiviteter
home-find = Find aktiviteter
home-any-level = Alle klassetrin
home-any-region = Hele landet
home-who = Hvem er du?
home-soon = Det sker snart
home-see-all = Se alle aktiviteter
home-empty = Der er ingen aktiviteter endnu. Kig forbi igen om lidt.
home-campaign = { $n ->
    [0] Aktiviteterne kommer snart.
    [one] Der er én aktivitet.
   *[other] Der er { $n } aktiviteter i hele landet.
 }
home-campaign-find = Find en plads
home-topics = Gå efter emne
home-near = Tæt på dig
home-near-what = Vælg din region. Aktiviteter, der kommer ud til klassen, er talt med i de regioner, de kører i.
home-region-count = { $n ->
    [one] { $n } aktivitet
   *[other] { $n } aktiviteter
 }
map-title = Danmarkskort
map-description = Kort over Danmark med antallet af aktiviteter i hver region. De samme tal står i listen ved siden af.
door-teacher = Jeg er lærer
door-teacher-what = Find noget til hele klassen på få minutter.
door-teacher-visits = Besøg, der kommer ud til klassen
door-teacher-companies = Virksomheder, I kan besøge
door-teacher-loans = Lån udstyr
door-teacher-courses = Kurser til dig
door-pupil = Jeg er elev
door-pupil-what = Prøv noget, man ikke kan i skolen.
door-pupil-free-time = Ting at lave i fritiden
door-pupil-camps = Lejre i ferien
door-pupil-competitions = Konkurrencer
door-pupil-internships = Praktik
door-parent = Jeg er forælder
door-parent-what = Find noget til barnet eller hele familien.
door-parent-open = Åbent hus
door-parent-together = For børn og voksne sammen
door-parent-free = Gratis aktiviteter
door-partner = Jeg er partner
door-partner-what = Vis unge, hvad I laver.
door-partner-who = Se, hvem der er med
door-partner-how = Sådan kommer I med
how-heading = Sådan gør du
how-find = Find noget, der passer
how-find-what = Vælg klassetrin og region. Du ser kun det, der passer.
how-read = Se, om der er plads
how-read-what = Alle datoer, priser og ledige pladser står på siden.
how-write = Tilmeld jer
how-write-what = Det tager to minutter uden konto. Er der fyldt, kommer I på venteliste. Vi beder aldrig om elevernes navne.
join-heading = Har I noget at vise frem?
join-what = Virksomheder, skoler, kommuner og foreninger kan lægge aktiviteter ind gratis.
join-how = Sådan kommer I med
shortcut-free = Gratis
shortcut-at-school = Kommer ud til klassen
shortcut-camps = Lejre i ferien
shortcut-loans = Lån udstyr
