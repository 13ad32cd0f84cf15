//! An activity's dates for a calendar (iCalendar, RFC 5545).

use application::catalogue::see_activity;
use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::catalogue::{Slug, State};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use ui::{Ask, Place, Problem};

use super::security_headers::Policy;

/// The dates to come, each with a name of its own that never changes.
pub(super) async fn calendar(ask: &Ask, slug: &Slug) -> Result<Response, Problem> {
    let details = Problem::unless_seen(see_activity(&ask.ports, slug).await?)?;
    let (activity, now) = (&details.activity, ask.ports.clock.now());
    let it = activity.particulars();
    let host = ask.site.public_url.split("://").nth(1).unwrap_or_default();
    let url = ask.url(&Place::Activity(activity.slug.clone()), ask.locale);
    let venue = [it.venue.name.as_ref(), it.venue.street.as_ref(), it.venue.city.as_ref()];
    let place: Vec<&str> =
        venue.into_iter().flatten().map(domain::catalogue::VenueText::as_str).collect();

    let mut calendar = Calendar::new();
    calendar.name(it.title.as_str());
    for date in details.occurrences.iter().filter(|date| date.end > now) {
        let mut event = Event::new();
        event
            .uid(&format!("{}@{host}", date.id.0))
            .timestamp(activity.updated_at())
            .summary(it.title.as_str())
            .description(&format!("{}\n\n{url}", it.summary))
            .starts(date.start)
            .ends(date.end)
            .append_property(Property::new("URL", &url));
        if !place.is_empty() {
            event.location(&place.join(", "));
        }
        if activity.state() == State::Cancelled {
            event.status(EventStatus::Cancelled);
        }
        calendar.push(event.done());
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}.ics\"")),
        (header::CACHE_CONTROL, "public, max-age=300".to_owned()),
    ];
    Ok((Policy::Locked.mark(), headers, calendar.done().to_string()).into_response())
}
