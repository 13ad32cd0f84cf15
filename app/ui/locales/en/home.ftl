home-title = Experiences in science and technology
home-description = Find company visits, workshops, camps and competitions in science and technology for pupils, classes and families all over Denmark.
home-heading = What will you try?
home-lead = { $n ->
    [0] Steer a robot, visit a laboratory, join a coding camp. The first activities are on their way.
    [one] Steer a robot, visit a laboratory, join a coding camp. There is one activity right now.
   *[other] Steer a robot, visit a laboratory, join a coding camp. Here are { $n } things to try at companies, schools and associations all over the country.
 }
home-search = Search for activities
home-find = Find activities
home-any-level = All grades
home-any-region = The whole country
home-who = Who are you?
home-soon = Coming up
home-see-all = See all activities
home-empty = There are no activities yet. Look in again soon.
home-campaign = { $n ->
    [0] The activities will be here soon.
    [one] There is one activity.
   *[other] There are { $n } activities all over the country.
 }
home-campaign-find = Find a seat
home-topics = Browse by topic
home-near = Near you
home-near-what = Choose your region. Activities that come to your school are counted in every region they travel to.
home-region-count = { $n ->
    [one] { $n } activity
   *[other] { $n } activities
 }
map-title = Map of Denmark
map-description = Map of Denmark with the number of activities in each region. The same figures stand in the list beside it.
door-teacher = I am a teacher
door-teacher-what = Find something for the whole class in minutes.
door-teacher-visits = Visits that come to your school
door-teacher-companies = Companies you can visit
door-teacher-loans = Borrow equipment
door-teacher-courses = Courses for you
door-pupil = I am a pupil
door-pupil-what = Try something you cannot do at school.
door-pupil-free-time = Things to do after school
door-pupil-camps = Holiday camps
door-pupil-competitions = Competitions
door-pupil-internships = Work experience
door-parent = I am a parent
door-parent-what = Find something for your child or the whole family.
door-parent-open = Open days
door-parent-together = For children and grown-ups together
door-parent-free = Free activities
door-partner = I am a partner
door-partner-what = Show young people what you do.
door-partner-who = See who takes part
door-partner-how = How to join
how-heading = How it works
how-find = Find something that fits
how-find-what = Choose a grade and a region. You only see what fits.
how-read = See if there is room
how-read-what = All dates, prices and free seats are on the page.
how-write = Sign up
how-write-what = It takes two minutes and no account. If it is full, you join the waiting list. We never ask for pupils' names.
join-heading = Do you have something to show?
join-what = Companies, schools, municipalities and associations can publish activities for free.
join-how = How to join
shortcut-free = Free
shortcut-at-school = Comes to your school
shortcut-camps = Holiday camps
shortcut-loans = Borrow equipment
