//! The facts of an activity at a glance, and whether everybody can take part.

use chrono::TimeDelta;
use domain::catalogue::{Accessibility, Format, Particulars, Venue};
use leptos::prelude::*;

use application::{copenhagen, ports::OccurrenceSummary};

use super::card::grades;
use crate::{
    Ask, Speech,
    design::{icon::Icon, ruler::big_ruler, way_out},
};

/// For whom, where, for how much, for how many, how long and in which language.
#[component]
pub fn Facts(ask: Ask, it: Particulars, first: Option<OccurrenceSummary>) -> impl IntoView {
    let t = ask.speech();
    let (from, to, youth) = grades(&it.levels);
    let ages = t.ages(it.ages).map(|ages| view! { <span class="muted">" (" {ages} ")"</span> });
    let mut facts = vec![
        (t.say("fact-where"), whereabouts(t, &it)),
        (t.say("fact-price"), vec![t.price(it.price)]),
        (t.say("fact-language"), vec![crate::speech::capitalised(&t.language(it.language))]),
        (t.say("fact-sign-up"), vec![t.word("sign-up", it.sign_up.key()).to_owned()]),
    ];
    facts.extend(group(t, &it).map(|text| (t.say("fact-group"), vec![text])));
    facts.extend(
        first.and_then(|date| lasts(t, date)).map(|text| (t.say("fact-lasts"), vec![text])),
    );
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(name, lines)| {
            let lines: Vec<_> = lines
                .into_iter()
                .enumerate()
                .map(|(i, line)| view! { {(i > 0).then(|| view! { <br /> })} {line} })
                .collect();
            view! { <div><dt>{name}</dt><dd>{lines}</dd></div> }
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="h-til">
            <h2 class="t2" id="h-til">
                {t.tell("fact-for", &[("whom", t.for_whom(&it.levels, &it.audience).into())])} {ages}
            </h2>
            {(!it.levels.is_empty()).then(|| view! { <p class="trin trin--big">{big_ruler(from, to, youth, t.say("ruler-youth"))}</p> })}
            <dl class="dl dl--3 mt5">{facts}</dl>
        </section>
    }
}

/// The lines of a venue's address.
pub(crate) fn address(venue: &Venue) -> Vec<String> {
    let name = venue.name.as_ref().map(ToString::to_string);
    let street = venue.street.as_ref().map(ToString::to_string);
    [name, street, town(venue)].into_iter().flatten().collect()
}

fn town(venue: &Venue) -> Option<String> {
    match (venue.postcode, &venue.city) {
        (Some(postcode), Some(city)) => Some(format!("{postcode} {city}")),
        (None, Some(city)) => Some(city.to_string()),
        (Some(postcode), None) => Some(postcode.to_string()),
        (None, None) => None,
    }
}

fn whereabouts(t: &'static Speech, it: &Particulars) -> Vec<String> {
    match it.format {
        Format::Online => vec![t.format(Format::Online).to_owned()],
        Format::AtSchool => {
            let reach = it.travel.map(|it| t.tell("fact-travel", &[("km", it.km().into())]));
            let from =
                town(&it.venue).map(|town| t.tell("fact-travel-from", &[("town", town.into())]));
            [Some(t.format(Format::AtSchool).to_owned()), reach, from]
                .into_iter()
                .flatten()
                .collect()
        }
        Format::OnSite | Format::Hybrid | Format::Outdoor => {
            let extra = (it.format != Format::OnSite).then(|| t.format(it.format).to_owned());
            address(&it.venue).into_iter().chain(extra).collect()
        }
    }
}

fn group(t: &'static Speech, it: &Particulars) -> Option<String> {
    match (it.group.min(), it.group.max()) {
        (Some(min), Some(max)) => {
            Some(t.tell("fact-group-span", &[("min", min.into()), ("max", max.into())]))
        }
        (Some(min), None) => Some(t.tell("fact-group-from", &[("n", min.into())])),
        (None, Some(max)) => Some(t.tell("fact-group-to", &[("n", max.into())])),
        (None, None) => None,
    }
}

/// How long the first date lasts: hours and minutes, or, from a day by the clock on, so many days.
fn lasts(t: &'static Speech, date: OccurrenceSummary) -> Option<String> {
    let (start, end) = (copenhagen::local(date.start), copenhagen::local(date.end));
    if end - start >= TimeDelta::hours(24) {
        // What ends at midnight is over before the day that begins then.
        let last = end - TimeDelta::seconds(1);
        let days = (last.date() - start.date()).num_days() + 1;
        return Some(t.tell("fact-days", &[("n", days.into())]));
    }
    let span = date.end - date.start;
    let (hours, minutes) = (span.num_hours(), span.num_minutes() % 60);
    let hours = (hours > 0).then(|| t.tell("fact-hours", &[("n", hours.into())]));
    let minutes = (minutes > 0).then(|| t.tell("fact-minutes", &[("n", minutes.into())]));
    let parts: Vec<String> = [hours, minutes].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| t.list(&parts))
}

/// Whether everybody can take part: yes, or ask; never nothing.
#[component]
pub fn AccessibilityFacts(ask: Ask, it: Particulars) -> impl IntoView {
    let t = ask.speech();
    let facts: Vec<_> = Accessibility::ALL
        .iter()
        .map(|fact| {
            let known = it.accessibility.contains(fact);
            let (icon, answer) = if known {
                (Icon::Check, t.say("access-yes"))
            } else {
                (Icon::Message, t.say("access-ask"))
            };
            view! {
                <li class="acc" class:acc--sp=!known>
                    {icon.show()}
                    <span>
                        <strong>{t.word("accessibility", fact.key())}</strong>
                        <br />
                        {answer}
                    </span>
                </li>
            }
        })
        .collect();
    let write = way_out::letter(it.contact.as_str());
    view! {
        <section aria-labelledby="h-adg">
            <h2 id="h-adg">{t.say("access-heading")}</h2>
            <ul class="accs mt5">{facts}</ul>
            <p class="mt5">{t.say("access-else")} " " <a href=write>{t.say("access-write")}</a></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use domain::{Uuid, catalogue::OccurrenceId};

    use super::*;
    use crate::Locale;

    /// Between two times on Danish walls.
    fn date(start: &str, end: &str) -> OccurrenceSummary {
        let at = |text: &str| copenhagen::instant(text.parse().unwrap()).unwrap();
        let (start, end) = (at(start), at(end));
        let id = OccurrenceId(Uuid::nil());
        OccurrenceSummary { id, start, end, closes_at: start, capacity: None, seats_left: None }
    }

    fn said(start: &str, end: &str) -> String {
        lasts(Speech::of(Locale::Da), date(start, end)).unwrap()
    }

    #[test]
    fn a_week_has_five_days_whenever_it_ends_on_the_fifth() {
        assert_eq!(said("2027-06-28T10:00:00", "2027-07-02T09:00:00"), "5 dage");
        assert_eq!(said("2027-06-28T10:00:00", "2027-07-02T15:00:00"), "5 dage");
        assert_eq!(said("2027-06-28T10:00:00", "2027-06-29T10:00:00"), "2 dage");
    }

    #[test]
    fn what_ends_at_midnight_does_not_last_into_the_next_day() {
        assert_eq!(said("2027-06-28T10:00:00", "2027-06-30T00:00:00"), "2 dage");
    }

    #[test]
    fn less_than_a_day_is_told_in_hours_even_over_midnight() {
        assert_eq!(said("2027-06-28T18:00:00", "2027-06-29T09:30:00"), "15 timer og 30 minutter");
    }

    #[test]
    fn the_nights_on_which_the_clocks_are_changed_change_no_days() {
        assert_eq!(said("2027-03-27T12:00:00", "2027-03-28T12:00:00"), "2 dage", "23 hours");
        assert_eq!(said("2027-03-26T23:30:00", "2027-03-29T00:30:00"), "4 dage");
        assert_eq!(said("2027-10-30T12:00:00", "2027-10-31T12:00:00"), "2 dage", "25 hours");
        assert_eq!(said("2027-10-29T23:30:00", "2027-11-01T00:30:00"), "4 dage");
    }

    #[test]
    fn an_hour_that_is_left_out_is_not_counted_and_one_that_comes_twice_is() {
        assert_eq!(said("2027-03-27T22:00:00", "2027-03-28T06:00:00"), "7 timer");
        assert_eq!(said("2027-10-30T22:00:00", "2027-10-31T06:00:00"), "9 timer");
    }
}
