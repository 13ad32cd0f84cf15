//! Following a search: where its feeds are, and what they say.

use application::ports::ActivitySummary;
use domain::search::{PageNumber, Parameter, Query};
use leptos::prelude::*;

use super::{card::whereabouts, catalogue_page::title, chips::label};
use crate::{Ask, Place, frame::HeadFeed, page::write, routes::Feed};

/// Where a search can be followed, under the list.
#[component]
pub fn Follow(ask: Ask, query: Query) -> impl IntoView {
    let t = ask.speech();
    let link = |feed: Feed, key: &str| {
        view! { <a href=ask.path(&followed(feed, &query)) type=feed.kind() rel="nofollow">{t.say(key)}</a> }
    };
    view! {
        <p class="s muted no-print">
            {t.say("follow-heading")} " " {link(Feed::Rss, "follow-rss")} " · "
            {link(Feed::Calendar, "follow-calendar")} " · " {link(Feed::Csv, "follow-csv")}
        </p>
    }
}

/// Where programs find what to follow on a page that shows a search.
pub(super) fn head_feeds(ask: &Ask, query: &Query) -> Vec<HeadFeed> {
    let title = feed_title(ask, &Query { page: PageNumber::FIRST, ..query.clone() });
    let feed = |feed: Feed| HeadFeed {
        title: title.clone(),
        kind: feed.kind(),
        path: ask.path(&followed(feed, query)),
    };
    vec![feed(Feed::Rss), feed(Feed::Calendar)]
}

/// Whoever follows a search follows all of it and not the page that they see.
fn followed(feed: Feed, query: &Query) -> Place {
    let (page, per_page) = (PageNumber::FIRST, Query::PER_PAGE);
    Place::Feed(feed, Query { page, per_page, ..query.clone() })
}

/// What a feed is called among others: as its page is, with what else is chosen.
#[must_use]
pub fn feed_title(ask: &Ask, query: &Query) -> String {
    let t = ask.speech();
    let page = title(ask, query);
    let chosen = query.filter.pairs().into_iter().filter(|it| it.0 != Parameter::Words);
    let chosen: Vec<String> = chosen.map(|pair| label(ask, &pair)).collect();
    let page = if chosen.is_empty() {
        page
    } else {
        let chosen = ("chosen", t.list(&chosen).into());
        t.tell("follow-title", &[("page", page.into()), chosen])
    };
    t.tell("frame-title", &[("page", page.into())])
}

/// What a feed says of an activity, in HTML: when, where and for how much, and what it is.
#[must_use]
pub fn feed_item(ask: &Ask, it: &ActivitySummary) -> String {
    let t = ask.speech();
    let when = it.next.map(|next| t.period(next.start, next.end));
    let when = when.unwrap_or_else(|| t.say("card-any-time").to_owned());
    let place = whereabouts(t, it).map(|(_, place)| place);
    let facts: Vec<String> =
        [Some(when), place, Some(t.price(it.price))].into_iter().flatten().collect();
    let (facts, summary) = (facts.join(" · "), it.summary.clone());
    let lang = ask.foreign(it.language);
    write(|| view! { <p>{facts}</p><p lang=lang>{summary}</p> })
}
