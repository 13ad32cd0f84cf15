desk-import = Import a spreadsheet
imports-title = Import a spreadsheet
imports-lead = Many activities at once, from CSV or XLSX.
imports-how = One spreadsheet with a row for each date. You see what happens row by row before anything is written, and you can undo all of it afterwards.
imports-file = File
imports-file-hint = CSV or XLSX, at most { $mb } MB and { $rows } rows
imports-go = Look at the file
imports-no-file = Choose a file
imports-no-name = without a name
imports-earlier = What you have imported
imports-none = You have not imported anything yet.
imports-open = Not written yet. The file is forgotten after a day.
imports-undone = Undone
imports-figures = { $new } new, { $changed } changed, { $unchanged } as before. { $refused } of { $rows } rows are refused.
import-lead = Row by row: what happens, and what is wrong.
import-columns-first = First say what the columns mean
import-columns = The columns of the file: { $columns }, of which { $left } mean nothing
import-columns-how = Choose what each column of the file means to us. Those marked (*) must be there. If there is no column for the partner, it is you. We remember it for next time.
import-columns-go = Use the columns like this
import-column-none = Do not use it
import-column-no-name = Column { $n }
import-would = What will happen
import-count-new = { $n ->
    [one] 1 new activity
   *[other] { $n } new activities
}
import-count-changed = { $n ->
    [one] 1 changed activity
   *[other] { $n } changed activities
}
import-count-unchanged = { $n ->
    [one] 1 activity is as it was
   *[other] { $n } activities are as they were
}
import-count-refused = { $n ->
    [one] 1 row is refused
   *[other] { $n } rows are refused
}
import-refused-what = Rows that are refused are skipped. Correct them in the spreadsheet and import the whole file again whenever you like. Nothing is doubled. As long as rows are refused, we remove no dates from their activities.
import-go = { $n ->
    [one] Import 1 activity
   *[other] Import { $n } activities
}
import-nothing = There is nothing new to import here.
import-follows-at-once = You publish at once, so everybody can see it in a moment.
import-follows-waits = New activities wait for a moderator before everybody can see them.
import-follows-waits-changed = New activities wait for a moderator. What is published changes at once, as when you change it by hand.
import-rows-heading = The rows
import-rows-which = Which rows
import-line = Row
import-becomes = What happens
row-all = All
row-new = New
row-changed = Changed
row-unchanged = As before
row-refused = Refused
import-did = What became of it
import-written-at = Imported { $time }
import-undone-at = Undone { $time }
import-stayed = { $n ->
    [one] 1 activity stayed as it was
   *[other] { $n } activities stayed as they were
}
import-refused-heading = Rows that were refused
import-undo = Undo all of it
import-undo-what = What is new goes, and what was changed says again what it said before. You can undo for 30 days.
import-undo-stays = { $n ->
    [one] One activity stays:
   *[other] { $n } activities stay:
}
import-undo-go = { $n ->
    [one] Undo 1 activity
   *[other] Undo { $n } activities
}
import-undo-nothing = There is nothing to undo here.
import-told-written = The file is imported.
import-told-undone = It is undone.
import-told-look-again = Something has changed since you saw the page. Look again at what stays, then press.
stays-gone = it is not here any more
stays-changed-since = it was changed or answered since
stays-public = everybody can see it, so somebody may count on it. Cancel it instead
stays-begun = one of its dates has begun
stays-seats-taken = somebody has a seat at a date that would go
export-title = Take your activities with you
export-what = All your activities in the spreadsheet that we read. Change it and import it again: only what you changed is changed.
export-xlsx = Get as XLSX
export-csv = Get as CSV
