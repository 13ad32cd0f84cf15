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
catalogue-first-page = See them on page 1
catalogue-order = The next date comes first
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
chip-period = { $from } – { $to }
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
empty-topics = Try another word, or look into a topic:
empty-topic = { $topic } ({ $n })
empty-all = See all activities
pages-nav = Pages
pages-previous = Previous
pages-next = Next
pages-page = Page
filter-heading = Narrow down
filter-chosen = { $n } chosen
filter-words = Search
search-lost = We cannot reach Gnist just now, so the list may be old. Press search to try again.
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
filter-price-max = At most so many kroner
filter-free = Free only
region-until = { $region } (until { $day })
region-from = { $region } (from { $day })
fault-heading = Something must be typed anew
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
catalogue-title-words = “{ $words }”: activities
card-distance = { $city }, { $km } km
fault-no-place = “{ $name }” must be a postcode or a town in Denmark.
fault-needs-place = “{ $name }” makes sense only together with a place. Type a town or a postcode.
chip-near = Near { $place }
chip-near-within = Near { $place }, within { $km } km
chip-area = In and around { $town }
chip-within = At most { $km } km away
chip-price = At most DKK { $amount }
chip-full = Also full and closed ones
chip-past = Also past ones
filter-near = Near
filter-near-hint = Town or postcode
filter-within = At most so many km
filter-when = Month or week
filter-who = Campaign, organiser and language
sort-heading = Sort by
sort-relevance = Relevance
sort-date = Date
sort-distance = Distance
more-full = { $n ->
    [one] Also show { $n } that is full or closed for sign-up
   *[other] Also show { $n } that are full or closed for sign-up
 }
more-past = { $n ->
    [one] Also show { $n } that is over
   *[other] Also show { $n } that are over
 }
found-map-show = Show on a map
found-map-title = Map of what was found
found-map-description = The numbers say how many activities there are at each place.
found-map-place = { $n ->
    [one] { $city } and around: { $n } activity
   *[other] { $city } and around: { $n } activities
 }
understood-heading = This is how we understood you:
understood-remove = Remove
understood-literal = Search for the words only
corrected = We did not find “{ $typed }” and show “{ $meant }”.
corrected-original = Search for “{ $typed }” anyway
overruled = You wrote “{ $typed }”, but you have chosen “{ $chosen }”, and that counts.
overruled-instead = Use “{ $typed }” instead
denied = We can only search for what you would like, so “{ $typed }” is not used.
words-left-out = We only search for the first { $n } words. The rest are not used.
nearly-heading = Close to what you are looking for
nearly-lacks = Does not fit { $what }
lacks-words = all the words
lacks-level = the grade
lacks-age = the age
lacks-time = the time
lacks-place = the place
lacks-format = the form
lacks-language = the language
lacks-free = the price
lacks-girls = the wish for girls
lacks-seats = the number
lacks-audience = the audience
lacks-other = one of your wishes
empty-lead-near = Nothing fits everything. Further down is what comes closest.
search-suggestions = Suggestions
filter-month = Month
filter-week = Week
filter-search = Search for the words
fault-no-month = “{ $name }” must be a month such as 2027-03.
fault-no-week = “{ $name }” must be a week such as 2027-W07.
nearest-date = Nearest date: { $day }
nearest-date-in = Nearest date: { $day } in { $city }
nearest-date-km = Nearest date: { $day } in { $city } ({ $km } km)
nearest-place = Nearest place: { $city } ({ $km } km)
nearest-place-day = Nearest place: { $city } ({ $km } km), { $day }
empty-drop-two = Try dropping two of your choices:
empty-without-both = { $n ->
    [one] Without “{ $first }” and “{ $second }” there is { $n } activity
   *[other] Without “{ $first }” and “{ $second }” there are { $n } activities
 }
follow-heading = Follow this search:
follow-rss = RSS
follow-calendar = calendar
follow-csv = CSV
follow-title = { $page } ({ $chosen })
