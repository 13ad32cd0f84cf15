partners-title = Partners
partners-description = Companies, schools, public bodies and associations that show young people science and technology.
partners-lead = { $n ->
    [one] { $n } partner shows what you can try right now.
   *[other] { $n } partners show what you can try right now.
 }
partners-none = No partner has activities right now. Look in again soon.
partner-description = { $name } ({ $sector }): activities in science and technology for children, young people and classes.
partner-cities = You find them in { $cities }.
partner-activities = { $n ->
    [0] No activities right now
    [one] { $n } activity
   *[other] { $n } activities
 }
partner-none = This partner has no coming activities right now. Look in again soon.
sectors-business = Companies
sectors-education = Education
sectors-public = Public bodies
sectors-association = Associations
