//! The date of a sign-up for a calendar (iCalendar, RFC 5545). No name stands in it.

use application::signup::show_sign_up;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::signup::Stage;
use icalendar::{Component as _, Event, EventLike as _, EventStatus};
use ui::Place;

use super::{nowhere, secret, stopped};
use crate::http::{
    calendar::{begun, uid},
    doors::Caller,
    security_headers::Policy,
};

pub(super) async fn of_sign_up(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        show_sign_up(&caller.portal.plugs.ports, &secret).await
    };
    let shown = match found.await {
        Ok(shown) => shown,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let (ask, activity) = (caller.ask(), &shown.details.activity);
    let it = activity.particulars();
    let url = ask.url(&Place::Activity(activity.slug.clone()), ask.locale);
    let mut calendar = begun(it.title.as_str());
    let date = shown.details.occurrences.iter().find(|date| date.id == shown.sign_up.occurrence);
    if let Some(date) = date {
        let mut event = Event::new();
        event
            .uid(&uid(&ask.site.public_url, date.id))
            .timestamp(activity.updated_at())
            .summary(it.title.as_str())
            .description(&format!("{}\n\n{url}", it.summary))
            .starts(date.start)
            .ends(date.end);
        let venue = [it.venue.name.as_ref(), it.venue.street.as_ref(), it.venue.city.as_ref()];
        let place: Vec<&str> =
            venue.into_iter().flatten().map(domain::catalogue::VenueText::as_str).collect();
        if !place.is_empty() {
            event.location(&place.join(", "));
        }
        event.status(match shown.sign_up.entry.stage {
            Stage::Confirmed => EventStatus::Confirmed,
            Stage::Gone(_) => EventStatus::Cancelled,
            _ => EventStatus::Tentative,
        });
        calendar.push(event.done());
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dato.ics\"".to_owned()),
    ];
    (Policy::Locked.mark(), headers, calendar.done().to_string()).into_response()
}
