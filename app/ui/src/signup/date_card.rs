//! The date that it is about, beside a form.

use application::ports::{ActivityDetails, OccurrenceSummary};
use domain::signup::Line;
use leptos::prelude::*;

use crate::{Ask, Place, design::icon::Icon, speech::capitalised};

/// The date that it is about: what, when, where, and how many seats are free.
#[component]
pub fn DateCard(
    ask: Ask,
    details: ActivityDetails,
    date: OccurrenceSummary,
    line: Option<Line>,
) -> impl IntoView {
    let t = ask.speech();
    let it = details.activity.particulars();
    let path = ask.path(&Place::Activity(details.activity.slug.clone()));
    let place = [it.venue.street.as_ref(), it.venue.city.as_ref()];
    let place: Vec<&str> =
        place.into_iter().flatten().map(domain::catalogue::VenueText::as_str).collect();
    let place =
        (!place.is_empty()).then(|| view! { <p>{Icon::MapPin.show()} {place.join(", ")}</p> });
    let seats = line.map(|line| {
        let waiting = (!line.parties.is_empty()).then(|| {
            let n = line.parties.len();
            view! { <p class="s">{t.tell("signup-waiting", &[("n", n.into())])}</p> }
        });
        view! {
            <p><strong>{t.tell("signup-free", &[("n", line.free.into())])}</strong></p>
            {waiting}
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-valgt">
            <h2 class="t3" id="h-valgt"><a href=path lang=ask.foreign(it.language)>{it.title.to_string()}</a></h2>
            <div class="facts">
                <p>{Icon::Calendar.show()} {capitalised(&t.period(date.start, date.end))}</p>
                {place}
            </div>
            <p>{details.partner.name.clone()}</p>
            <p>{t.price(it.price)}</p>
            {seats}
        </section>
    }
}
