import-dry-run = Trial: nothing was written.
import-reading = Reading line { $n }
import-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} read: { $taken } taken, { $rejected } rejected.
import-activities = Activities: { $new } new, { $changed } changed, { $unchanged } as before. New partners: { $partners }.
import-ignored = Columns we do not know and did not use: { $columns }.
import-fault = Line { $line }, { $column }: { $what }
import-more-faults = … and { $n } more faults.
import-next = Mend the lines and import the whole file again. What was taken will not be doubled. As long as lines are rejected, we remove no dates from their activities.
file-empty = The file is empty. Save the spreadsheet again and try the new file.
file-too-large = The file has more than { $mb } MB. Split it.
file-too-many-rows = The file has more than { $max } rows. Split it, before line { $line } at the latest.
file-unknown-kind = The file is neither CSV nor XLSX. Save the spreadsheet as one of them.
file-old-spreadsheet = The file is an old spreadsheet (.xls). Save it as XLSX or CSV.
file-utf16 = The file is written in UTF-16. Save it as “CSV UTF-8”.
file-not-utf8 = Line { $line }, character { $character }: the file is not written in UTF-8, so æ, ø and å break. Save it as “CSV UTF-8”.
file-nul = Line { $line }, character { $character }: there is a character that does not belong in text (NUL). Delete it and save the file again.
file-open-quote = Line { $line }, character { $character }: a quotation mark opens and does not close. Write another, or delete it.
file-too-many-columns = The file has more than { $max } columns. Delete those that are not needed.
file-no-header = Line 1 is no header. Write the names of the columns in the first line.
file-no-rows = The file has only a header. Write a line for each activity and try again.
file-double-column = Line 1: the column { $column } stands twice. Delete one.
file-missing-columns = Line 1: columns are missing: { $columns }.
file-unreadable = The file cannot be read. Check that it exists and that you may open it.
cell-missing = something must stand here.
cell-too-few = { $n ->
    [one] from here on the line lacks a cell. Put in the comma that was forgotten.
   *[other] from here on the line lacks { $n } cells. Put in the commas that were forgotten.
}
cell-too-many = { $n ->
    [one] the line has one cell too many. Put quotation marks around text with commas.
   *[other] the line has { $n } cells too many. Put quotation marks around text with commas.
}
cell-too-short = write at least { $min } characters.
cell-too-long = write at most { $max } characters.
cell-control = there are characters that nobody can see. Type it again.
cell-shape = that does not fit here. Write it another way.
cell-url = that is no complete address. Write it with https:// in front.
cell-url-long = the address is too long. Use a shorter one.
cell-url-https = the address must begin with https://.
cell-url-credentials = the address holds a name or a password. Take it out.
cell-email-at = the email address has no @.
cell-email-domain = the email address lacks what follows the @.
cell-email = that is no email address. Write it like name@school.dk.
cell-unknown-key = we do not know “{ $word }”. Choose a word from the list in the guide.
cell-language = write the language with two letters, such as da or en.
cell-age-reversed = the youngest age is higher than the oldest. Swap them.
cell-group-reversed = the smallest group is larger than the largest. Swap them.
cell-price = write an amount in kroner, such as 0, 80 or 49.50.
cell-price-high = the price is too high.
cell-postcode = a postcode has four digits.
cell-postcode-unknown = we do not know that postcode.
cell-coordinates = write degrees, such as 55.40 in lat and 10.38 in lon.
cell-coordinates-half = write both lat and lon, or neither.
cell-number = write a whole number from { $min } to { $max }.
cell-flag = write true or false.
cell-time = write day and time as 2027-03-18T09:00.
cell-no-such-day = that day is in no calendar.
cell-no-such-time = that time does not exist on that day, for the clocks are put forward. Choose another.
cell-ends-too-soon = it ends before it starts. Mend start or end.
cell-late-deadline = the deadline comes after the start. Put it before.
cell-same-start = line { $line } starts at the same time. Delete one.
cell-conflict = line { $line } says something else about the same activity. Leave the cell empty or say the same.
cell-first-rejected = the activity's first line ({ $line }) was rejected. Mend that one first.
cell-new-partner = the partner is new, so write business, education, public or association.
cell-topics = write one to four topics, each only once.
cell-levels = write the grades when it is for pupils.
cell-needs-postcode = write the postcode of the venue.
cell-needs-city = write the town.
cell-travel = only visits to the school have a distance. Delete the number, or write at_school in format.
cell-needs-url = write the address where one signs up.
cell-other-partner = you can only import your own activities. Write your own name, or leave the field empty.
cell-cancelled = the activity is cancelled. Give it a new id if you want to offer it again.
cell-archived = the activity was taken down. Give it a new id if you want to offer it again.
cell-handed-over = another partner has taken over the activity, so a sheet of yours does not change it. If you still own it together, change it at your desk. If it is a new activity, give it a new id.
cell-campaign-closed = the campaign takes no more activities. Choose another, or leave the field empty.
import-parties-would = { $n ->
    [one] 1 sign-up gets a letter that something has changed
   *[other] { $n } sign-ups get a letter that something has changed
}
import-parties-told = { $n ->
    [one] 1 sign-up got a letter that something has changed
   *[other] { $n } sign-ups got a letter that something has changed
}
import-touched = { $n ->
    [one] 1 sign-up gets a letter when you import the sheet
   *[other] { $n } sign-ups get a letter when you import the sheet
}
import-touched-dropped = { $n ->
    [one] 1 sign-up is called off, since its day is not in the sheet.
   *[other] { $n } sign-ups are called off, since their day is not in the sheet.
}
import-touched-changed = { $n ->
    [one] 1 sign-up hears that time, place or price has changed.
   *[other] { $n } sign-ups hear that time, place or price has changed.
}
import-touched-more = { $n ->
    [one] And 1 more activity.
   *[other] And { $n } more activities.
}
