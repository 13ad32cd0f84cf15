catalogue-title = Find activities
catalogue-title-page = Find activities, page { $n }
catalogue-description = All activities in science and technology: choose grade, topic, place and time, and see where there is room.
catalogue-count = { $n ->
    [0] No activities
    [one] { $n } activity
   *[other] { $n } activities
 }
catalogue-show = { $n ->
    [0] No activities fit
    [one] Show { $n } activity
   *[other] Show { $n } activities
 }
catalogue-order = The next date comes first
card-campaign = Girls' Day
card-girls = { $whom }, girls
card-any-time = By agreement
card-dates = { $n ->
    [one] { $hours } and one more date
   *[other] { $hours } and { $n } more dates
 }
seats-left = { $n ->
    [one] { $n } seat left
   *[other] { $n } seats left
 }
seats-full = Full
seats-closed = Sign-up has closed
chips-heading = Chosen filters
chips-remove = Remove the filter
chips-clear = Clear all
chip-words = “{ $words }”
chip-audience = For { $audience }
chip-from = From { $day }
chip-to = Until { $day }
chip-language = In { $language }
chip-seats = Room for { $n }
chip-partner = At { $partner }
empty-lead = No activities fit everything you chose.
empty-drop-one = Try dropping one of your choices:
empty-without = { $n ->
    [one] Without “{ $choice }” there is { $n } activity
   *[other] Without “{ $choice }” there are { $n } activities
 }
empty-all = See all activities
pages-nav = Pages
pages-previous = Previous
pages-next = Next
pages-page = Page
filter-heading = Narrow down
filter-chosen = { $n } chosen
filter-words = Search
filter-from = From
filter-to = Until
filter-seats = How many are you?
filter-age = Age
filter-level = Grade
filter-topic = Topic
filter-kind = What
filter-where = Where
filter-format = Form
filter-region = Region
filter-municipality = Municipality
filter-for-whom = For whom
filter-girls = Designed to interest girls
filter-price = Price
filter-free = Free only
region-until = { $region } (until { $day })
region-from = { $region } (from { $day })
fault-heading = Something in the address makes no sense
fault-unknown-parameter = We do not know “{ $name }”, so it was not used.
fault-unknown-value = “{ $name }” has a value we do not know. Choose one from the list.
fault-no-date = “{ $name }” must be a date such as 2027-03-18.
fault-ends-before = The end date comes before the start date. Swap them.
fault-no-number = “{ $name }” must be a whole number from { $min } to { $max }.
fault-no-flag = “{ $name }” must be true or false.
fault-too-long = “{ $name }” is too long. Use at most { $max } characters.
fault-repeated = “{ $name }” may be given only once.
fault-control-character = “{ $name }” holds characters that nobody can see. Type it again.
fault-too-many = There are too many choices in the address. At most { $max } are allowed.
