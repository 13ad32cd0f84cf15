desk-import = Læs et regneark ind
imports-title = Læs et regneark ind
imports-lead = Mange aktiviteter på én gang, fra CSV eller XLSX.
imports-how = Ét regneark med en linje for hver dato. Du ser linje for linje, hvad der sker, før noget bliver skrevet, og du kan fortryde det hele bagefter.
imports-file = Fil
imports-file-hint = CSV eller XLSX, højst { $mb } MB og { $rows } linjer
imports-go = Se på filen
imports-no-file = Vælg en fil
imports-no-name = uden navn
imports-earlier = Det, I har læst ind
imports-none = I har ikke læst noget ind endnu.
imports-open = Ikke skrevet endnu. Filen bliver glemt efter et døgn.
imports-undone = Fortrudt
imports-figures = { $new } nye, { $changed } ændrede, { $unchanged } som før. { $refused } af { $rows } linjer er afvist.
import-lead = Linje for linje: hvad der sker, og hvad der er galt.
import-columns-first = Sig først, hvad kolonnerne betyder
import-columns = Kolonnerne i filen: { $columns }, heraf { $left } uden betydning
import-columns-how = Vælg, hvad hver kolonne i filen betyder for os. De mærkede (*) skal være der. Mangler I kolonnen med udbyder, så er det jer. Vi husker det til næste gang.
import-columns-go = Brug kolonnerne sådan
import-column-none = Brug den ikke
import-column-no-name = Kolonne { $n }
import-would = Det sker der
import-count-new = { $n ->
    [one] 1 ny aktivitet
   *[other] { $n } nye aktiviteter
}
import-count-changed = { $n ->
    [one] 1 ændret aktivitet
   *[other] { $n } ændrede aktiviteter
}
import-count-unchanged = { $n ->
    [one] 1 aktivitet er, som den var
   *[other] { $n } aktiviteter er, som de var
}
import-count-refused = { $n ->
    [one] 1 linje er afvist
   *[other] { $n } linjer er afvist
}
import-refused-what = De afviste linjer bliver sprunget over. Ret dem i regnearket, og læs hele filen ind igen, når du vil. Intet bliver dobbelt. Så længe linjer er afvist, fjerner vi ingen datoer fra deres aktiviteter.
import-go = { $n ->
    [one] Læs 1 aktivitet ind
   *[other] Læs { $n } aktiviteter ind
}
import-nothing = Her er intet nyt at læse ind.
import-follows-at-once = I udgiver med det samme, så alle kan se det om et øjeblik.
import-follows-waits = Nye aktiviteter venter på en moderator, før alle kan se dem.
import-follows-waits-changed = Nye aktiviteter venter på en moderator. Det, der er udgivet, bliver rettet med det samme, som når du retter det i hånden.
import-rows-heading = Linjerne
import-rows-which = Hvilke linjer
import-line = Linje
import-becomes = Det sker der
row-all = Alle
row-new = Ny
row-changed = Ændret
row-unchanged = Som før
row-refused = Afvist
import-did = Det blev der af den
import-written-at = Læst ind { $time }
import-undone-at = Fortrudt { $time }
import-stayed = { $n ->
    [one] 1 aktivitet blev, som den var
   *[other] { $n } aktiviteter blev, som de var
}
import-refused-heading = Afviste linjer
import-undo = Fortryd det hele
import-undo-what = Det nye forsvinder, og det ændrede får sit gamle indhold igen. Du kan fortryde i 30 dage.
import-undo-stays = { $n ->
    [one] Én aktivitet bliver stående:
   *[other] { $n } aktiviteter bliver stående:
}
import-undo-go = { $n ->
    [one] Fortryd 1 aktivitet
   *[other] Fortryd { $n } aktiviteter
}
import-undo-nothing = Her er intet at fortryde.
import-told-written = Filen er læst ind.
import-told-undone = Det er fortrudt.
import-told-look-again = Noget er ændret, siden du så siden. Se igen, hvad der bliver stående, og tryk så.
stays-gone = den er her ikke mere
stays-changed-since = den er ændret eller besvaret siden
stays-public = alle kan se den, så nogen kan regne med den. Aflys den i stedet
stays-begun = en dato er begyndt
stays-seats-taken = nogen har fået plads på en dato, som ville forsvinde
export-title = Hent jeres aktiviteter
export-what = Alle jeres aktiviteter i det regneark, vi læser. Ret i det, og læs det ind igen: kun det, du har rettet, bliver ændret.
export-xlsx = Hent som XLSX
export-csv = Hent som CSV
