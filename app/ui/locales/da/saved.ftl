saved-title = Gemte aktiviteter
saved-lead = Det, du har fundet og vil kunne finde igen.
saved-save = Gem
saved-ask-title = Gem aktiviteten
saved-back = Tilbage til aktiviteten
saved-see = Se det, du har gemt
saved-full = Du har gemt så meget, som man kan: { $n } aktiviteter. Fjern nogle, før du gemmer flere.
saved-none = Du har ikke gemt noget endnu. Tryk på »Gem« på en aktivitets side, så står den her.
saved-n = { $n ->
    [one] Én aktivitet
   *[other] { $n } aktiviteter
}
saved-forget = Fjern
saved-told-kept = Aktiviteten er gemt. Du finder den her og under din konto.
saved-told-removed = Aktiviteten er ikke gemt mere.
saved-over = Alle datoer er forbi
saved-cancelled = Aflyst
saved-gone = Taget ned
saved-hidden = En aktivitet
saved-hidden-what = Den kan ikke ses lige nu.
held-saved-at = Gemt
holding-saved = Du gemmer en aktivitet
holding-saved-what = Hvad du gemmer, og hvornår
holding-saved-why = så du kan finde det igen
holding-saved-who = Kun dig
holding-saved-kept = Til du fjerner det, eller din konto er væk
