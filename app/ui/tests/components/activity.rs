//! What an activity's own page says of its dates, and of where it is on them.

use application::testing::{MemoryStore, an_activity, partner};
use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::{
        Activity, ActivityId, Capacity, Format, Occurrence, OccurrenceId, SignUpMode, State, Venue,
    },
};
use ui::{Locale, catalogue::activity_page};

use super::{ask, at, now_or_never};

/// The page of an activity in Herlev, on the first of December 2026, with dates of three hours and
/// their deadlines.
fn page(dates: &[(&str, Option<&str>)], contact: &str, locale: Locale) -> String {
    let mut particulars = an_activity(1).particulars().clone();
    particulars.format = Format::OnSite;
    particulars.travel = None;
    particulars.venue = Venue {
        postcode: Some("2730".parse().expect("a postcode")),
        city: Some("Herlev".try_into().expect("a town")),
        ..Venue::default()
    };
    particulars.sign_up = SignUpMode::Portal;
    particulars.contact = contact.try_into().expect("an address");
    let occurrences = (1..).zip(dates).map(|(n, (start, deadline))| {
        let start = at(start);
        let capacity = Capacity::try_from(24).expect("seats");
        let span = (start, start + TimeDelta::hours(3));
        let id = OccurrenceId(Uuid::from_u128(n));
        Occurrence::new(id, span, Some(capacity), deadline.map(at)).expect("a date")
    });
    let activity = Activity::draft(
        ActivityId(Uuid::from_u128(7)),
        partner(0).id,
        "K-7".to_owned().try_into().expect("a key"),
        particulars,
        occurrences.collect(),
        at("2026-08-01T00:00:00Z"),
    )
    .kept(State::Published, at("2026-08-01T00:00:00Z"));

    let store = MemoryStore::default();
    let ask = ask(&store, locale);
    let slug = activity.slug.clone();
    let page = now_or_never(async {
        let mut tx = ask.ports.store.begin().await.expect("a transaction");
        tx.partners().add(&[partner(0)]).await.expect("a write");
        tx.activities().add(&[activity]).await.expect("a write");
        tx.commit().await.expect("a commit");
        activity_page(&ask, &slug).await.expect("a page")
    });
    page.html
}

const CONTACT: &str = "hej@robothuset.example";

#[test]
fn a_deadline_is_shown_with_its_hour_in_both_languages() {
    let dates = [("2027-03-18T08:00:00Z", Some("2027-03-10T11:00:00Z"))];
    let danish = page(&dates, CONTACT, Locale::Da);
    assert!(danish.contains("<small>Frist 10. marts 2027 kl. 12.00</small>"), "{danish}");
    let english = page(&dates, CONTACT, Locale::En);
    assert!(english.contains("<small>Sign up by 10 March 2027 at 12:00</small>"), "{english}");
}

#[test]
fn a_place_lies_in_the_region_of_its_next_date_not_of_today() {
    // Hovedstaden is one part of the drawing, Østdanmark is that and another.
    let parts = |dates: &[(&str, Option<&str>)]| {
        page(dates, CONTACT, Locale::Da).matches("land--on").count()
    };
    assert_eq!(parts(&[("2026-12-10T08:00:00Z", None)]), 1);
    assert_eq!(parts(&[("2027-04-10T08:00:00Z", None)]), 2);
    assert_eq!(parts(&[("2026-12-10T08:00:00Z", None), ("2027-04-10T08:00:00Z", None)]), 1);
    assert_eq!(parts(&[("2026-11-10T08:00:00Z", None), ("2027-04-10T08:00:00Z", None)]), 2);
    assert_eq!(parts(&[("2026-11-10T08:00:00Z", None)]), 1, "all are over");
    assert_eq!(parts(&[]), 1, "there is none");
}

#[test]
fn a_mailbox_whose_name_holds_a_header_adds_none() {
    let html = page(&[], "a?cc=b@x.dk", Locale::Da);
    assert!(html.contains("href=\"mailto:a%3Fcc%3Db@x.dk\""), "{html}");
    assert!(!html.contains("mailto:a?"), "{html}");
}
