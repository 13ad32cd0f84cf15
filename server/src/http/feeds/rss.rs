//! What is found, for feed readers (RSS 2.0).

use std::collections::BTreeMap;

use application::search::{Followed, follow_search};
use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::search::Query;
use rss::{
    Channel, Guid, Item,
    extension::{Extension, ExtensionMap},
};
use ui::{
    Ask, Place, Problem,
    catalogue::{feed_item, feed_title},
};

use crate::http::security_headers::Policy;

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Where a feed and the list that it tells of are.
pub(super) struct Addresses {
    pub(super) here: String,
    pub(super) list: String,
}

pub(super) async fn written(ask: &Ask, query: &Query, at: Addresses) -> Result<Response, Problem> {
    let followed = follow_search(&ask.ports, query).await?;
    let newest = followed.iter().map(|it| it.activity.updated_at()).max();
    let channel = Channel {
        title: legible(&feed_title(ask, query)),
        link: at.list,
        description: ask.speech().say("catalogue-description").to_owned(),
        language: Some(ask.locale.code().to_owned()),
        last_build_date: newest.map(|at| at.to_rfc2822()),
        namespaces: BTreeMap::from([("atom".to_owned(), ATOM.to_owned())]),
        extensions: itself(at.here),
        items: followed.iter().map(|it| item(ask, it)).collect(),
        ..Channel::default()
    };
    let kind = [(header::CONTENT_TYPE, "application/rss+xml; charset=utf-8")];
    Ok((Policy::Locked.mark(), kind, channel.to_string()).into_response())
}

/// Its link never changes, so a reader that knows it sees a change and not another activity.
fn item(ask: &Ask, Followed { hit, activity }: &Followed) -> Item {
    let url = ask.url(&Place::Activity(activity.slug.clone()), ask.locale);
    Item {
        title: Some(legible(activity.particulars().title.as_str())),
        link: Some(url.clone()),
        description: Some(legible(&feed_item(ask, hit))),
        guid: Some(Guid { value: url, permalink: true }),
        pub_date: Some(activity.updated_at().to_rfc2822()),
        ..Item::default()
    }
}

/// Where the feed itself is, in Atom's words: RSS has none for it.
fn itself(here: String) -> ExtensionMap {
    let named =
        [("href", here), ("rel", "self".to_owned()), ("type", "application/rss+xml".to_owned())];
    let link = Extension {
        name: "atom:link".to_owned(),
        attrs: named.map(|(name, value)| (name.to_owned(), value)).into(),
        ..Extension::default()
    };
    BTreeMap::from([("atom".to_owned(), BTreeMap::from([("link".to_owned(), vec![link])]))])
}

/// A text without the two letters that are in Unicode and that XML cannot say; control characters
/// are in none of ours.
fn legible(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "")
}
