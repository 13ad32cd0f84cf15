//! The date of a sign-up for a calendar (iCalendar, RFC 5545). No name stands in it.

use application::signup::show_sign_up;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::signup::Stage;
use icalendar::EventStatus;

use super::{nowhere, secret, stopped};
use crate::http::{
    calendar::{begun, event},
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
    let mut calendar = begun(activity.particulars().title.as_str());
    let date = activity.occurrences().iter().find(|date| date.id == shown.sign_up.occurrence);
    if let Some(date) = date {
        let mut event = event(&ask, activity, date);
        event.status(match shown.sign_up.entry.stage {
            Stage::Confirmed => EventStatus::Confirmed,
            Stage::Gone(_) => EventStatus::Cancelled,
            _ => EventStatus::Tentative,
        });
        calendar.push(event);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dato.ics\"".to_owned()),
    ];
    (Policy::Locked.mark(), headers, calendar.done().to_string()).into_response()
}
