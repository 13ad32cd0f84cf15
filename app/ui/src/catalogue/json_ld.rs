//! An activity in the words of schema.org, for search engines.

use application::{
    catalogue::ActivityPage,
    copenhagen,
    ports::{OccurrenceSummary, PartnerLink},
};
use domain::catalogue::{Format, State, Venue, VenueText};
use serde_json::{Map, Value, json};

use crate::{Ask, Place};

/// An activity's dates as schema.org `Event`s in JSON-LD, safe to stand in a `<script>`.
/// Nothing where it has no date to come.
pub(super) fn json_ld(ask: &Ask, page: &ActivityPage) -> Option<String> {
    let coming: Vec<&OccurrenceSummary> =
        page.details.occurrences.iter().filter(|it| it.end > page.now).collect();
    let graph: Vec<Value> = coming.into_iter().take(50).map(|it| event(ask, page, it)).collect();
    let document = json!({ "@context": "https://schema.org", "@graph": graph });
    (!graph.is_empty()).then(|| safe_in_script(&document.to_string()))
}

fn event(ask: &Ask, page: &ActivityPage, occurrence: &OccurrenceSummary) -> Value {
    let activity = &page.details.activity;
    let it = activity.particulars();
    let url = ask.url(&Place::Activity(activity.slug.clone()), ask.locale);
    let mut event = json!({
        "@type": "EducationEvent",
        "name": it.title,
        "description": it.summary,
        "url": url,
        "image": image(ask, page).unwrap_or_else(|| ask.share_url()),
        "startDate": copenhagen::rfc3339(occurrence.start),
        "endDate": copenhagen::rfc3339(occurrence.end),
        "eventStatus": status(activity.state()),
        "eventAttendanceMode": attendance(it.format),
        "inLanguage": it.language.code(),
        "isAccessibleForFree": it.price.is_free(),
        "organizer": organizers(ask, page),
        "location": location(ask, page, &url),
        "offers": {
            "@type": "Offer",
            "url": url,
            "price": format!("{}.{:02}", it.price.oere() / 100, it.price.oere() % 100),
            "priceCurrency": "DKK",
            "availability": availability(occurrence),
        },
    });
    let more = event.as_object_mut();
    if let Some(more) = more {
        optional(
            more,
            "typicalAgeRange",
            it.ages.span().map(|span| format!("{}-{}", span.start(), span.end())),
        );
        optional(more, "maximumAttendeeCapacity", occurrence.capacity);
        optional(more, "remainingAttendeeCapacity", occurrence.seats_left);
    }
    event
}

/// The address of its picture, in the widest size.
fn image(ask: &Ask, page: &ActivityPage) -> Option<String> {
    let picture = page.details.picture.as_ref()?;
    let slug = page.details.activity.slug.clone();
    let place = Place::Picture(slug, picture.file(picture.widest()?));
    Some(ask.url(&place, ask.locale))
}

fn optional(into: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        into.insert(name.to_owned(), value.into());
    }
}

/// Where it happens; what comes to a school is at home with its partner, and happens elsewhere.
fn location(ask: &Ask, page: &ActivityPage, url: &str) -> Value {
    let it = page.details.activity.particulars();
    if it.format == Format::Online {
        return json!({ "@type": "VirtualLocation", "url": url });
    }
    let comes = it.format == Format::AtSchool;
    let venue = (!comes).then_some(&it.venue);
    let mut address = json!({ "@type": "PostalAddress", "addressCountry": "DK" });
    if let (Some(venue), Some(more)) = (venue, address.as_object_mut()) {
        optional(more, "streetAddress", venue.street.as_ref().map(VenueText::as_str));
        optional(more, "postalCode", venue.postcode.map(|it| it.to_string()));
        optional(more, "addressLocality", venue.city.as_ref().map(VenueText::as_str));
    }
    let name = match venue.and_then(|it| it.name.as_ref().or(it.city.as_ref())) {
        Some(name) => name.as_str(),
        None if comes => ask.speech().format(Format::AtSchool),
        None => "Danmark",
    };
    let mut place = json!({ "@type": "Place", "name": name, "address": address });
    if let (Some(point), Some(more)) = (venue.and_then(Venue::point), place.as_object_mut()) {
        let geo =
            json!({ "@type": "GeoCoordinates", "latitude": point.lat(), "longitude": point.lon() });
        more.insert("geo".to_owned(), geo);
    }
    place
}

/// Who does it: the lead, and who owns it too.
fn organizers(ask: &Ask, page: &ActivityPage) -> Value {
    let one = |it: &PartnerLink| {
        let place = Place::Partner(it.slug.clone(), domain::search::PageNumber::FIRST);
        json!({ "@type": "Organization", "name": it.name, "url": ask.url(&place, ask.locale) })
    };
    let lead = one(&page.details.partner);
    let others: Vec<Value> = page.details.co_owners.iter().map(|it| one(&it.link)).collect();
    if others.is_empty() { lead } else { std::iter::once(lead).chain(others).collect() }
}

fn status(state: State) -> &'static str {
    if state == State::Cancelled {
        "https://schema.org/EventCancelled"
    } else {
        "https://schema.org/EventScheduled"
    }
}

fn attendance(format: Format) -> &'static str {
    match format {
        Format::Online => "https://schema.org/OnlineEventAttendanceMode",
        Format::Hybrid => "https://schema.org/MixedEventAttendanceMode",
        Format::OnSite | Format::AtSchool | Format::Outdoor => {
            "https://schema.org/OfflineEventAttendanceMode"
        }
    }
}

fn availability(occurrence: &OccurrenceSummary) -> &'static str {
    if occurrence.seats_left == Some(0) {
        "https://schema.org/SoldOut"
    } else {
        "https://schema.org/InStock"
    }
}

/// JSON in which nothing can end the script it stands in: HTML looks for `<`, and old
/// scripts for the two line ends that JSON allows and they do not.
fn safe_in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_ends_the_script() {
        let json = json!({ "name": "</script><script>alert(1)</script><!--\u{2028}&" }).to_string();
        let safe = safe_in_script(&json);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']), "{safe}");
        assert_eq!(
            serde_json::from_str::<Value>(&safe).unwrap(),
            serde_json::from_str::<Value>(&json).unwrap()
        );
    }
}
