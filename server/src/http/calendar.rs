//! An activity's dates for a calendar (iCalendar, RFC 5545).

use application::catalogue::see_activity;
use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::catalogue::{Activity, Format, Occurrence, OccurrenceId, Slug, State, VenueText};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use ui::{Ask, Place, Problem};

use super::security_headers::Policy;

/// A calendar without dates, which says what wrote it.
pub(super) fn begun(name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Gnist//Gnist//DA"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name(name);
    calendar
}

/// The name of a date, which is the same in every calendar for good: whoever adds the date
/// twice has it once. A port says where a program listens, not whose the date is.
pub(super) fn uid(public_url: &str, date: OccurrenceId) -> String {
    let host = public_url.split("://").nth(1).unwrap_or_default();
    let port = |it: &(&str, &str)| it.1.bytes().all(|digit| digit.is_ascii_digit());
    let host = host.rsplit_once(':').filter(port).map_or(host, |(host, _)| host);
    format!("{}@{host}", date.0)
}

/// One date of an activity, as every calendar tells it.
pub(super) fn event(ask: &Ask, activity: &Activity, date: &Occurrence) -> Event {
    let it = activity.particulars();
    let url = ask.url(&Place::Activity(activity.slug.clone()), ask.locale);
    let mut event = Event::new();
    event
        .uid(&uid(&ask.site.public_url, date.id))
        .timestamp(activity.updated_at())
        .summary(it.title.as_str())
        .description(&format!("{}\n\n{url}", it.summary))
        .starts(date.start())
        .ends(date.end())
        .append_property(Property::new("URL", &url));
    // What comes to a school is at home with its partner, and happens elsewhere.
    let comes = it.format == Format::AtSchool;
    let venue = [it.venue.name.as_ref(), it.venue.street.as_ref(), it.venue.city.as_ref()];
    let place: Vec<&str> =
        venue.into_iter().flatten().filter(|_| !comes).map(VenueText::as_str).collect();
    if !place.is_empty() {
        event.location(&place.join(", "));
    }
    if activity.state() == State::Cancelled {
        event.status(EventStatus::Cancelled);
    }
    event.done()
}

/// The dates of an activity that are not over, likewise.
pub(super) fn coming(ask: &Ask, activity: &Activity) -> impl Iterator<Item = Event> {
    let now = ask.ports.clock.now();
    let dates = activity.occurrences().iter().filter(move |date| date.end() > now);
    dates.map(|date| event(ask, activity, date))
}

/// The dates to come, each with a name of its own that never changes.
pub(super) async fn calendar(ask: &Ask, slug: &Slug) -> Result<Response, Problem> {
    let activity = Problem::unless_seen(see_activity(&ask.ports, slug).await?)?.activity;
    let mut calendar = begun(activity.particulars().title.as_str());
    calendar.extend(coming(ask, &activity));
    Ok(answer(&calendar, slug.as_str()))
}

/// A calendar as a file to keep, open to everybody; `name` is without its ending.
pub(super) fn answer(calendar: &Calendar, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.ics\"")),
        (header::CACHE_CONTROL, "public, max-age=300".to_owned()),
    ];
    (Policy::Locked.mark(), headers, calendar.to_string()).into_response()
}

#[cfg(test)]
mod tests {
    use domain::Uuid;

    use super::*;

    #[test]
    fn a_date_is_named_for_the_host_and_not_for_its_port() {
        let date = OccurrenceId(Uuid::from_u128(7));
        for (url, host) in [
            ("https://gnist.example", "gnist.example"),
            ("http://127.0.0.1:4710", "127.0.0.1"),
            ("http://[::1]:4710", "[::1]"),
            ("http://[::1]", "[::1]"),
        ] {
            assert_eq!(uid(url, date), format!("{}@{host}", date.0));
        }
    }

    #[test]
    fn a_calendar_says_what_wrote_it() {
        let text = begun("Åbent hus").done().to_string();
        assert!(text.contains("PRODID:-//Gnist//Gnist//DA\r\n"), "{text}");
        assert_eq!(text.matches("VERSION:2.0").count(), 1, "{text}");
    }
}
