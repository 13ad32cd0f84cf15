//! Every address that search engines may list, in each language (sitemaps.org, 0.9).

use std::fmt::Write as _;

use application::catalogue::{PageAddresses, list_addresses};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use chrono::{DateTime, Utc};
use domain::{pact::Region, search::PageNumber};
use ui::{Ask, Locale, Place, Problem};

use super::{Portal, etags, problems};

/// Where it is.
pub(super) const PATH: &str = "/sitemap.xml";

/// The most addresses one file of a sitemap may hold.
const MOST_ADDRESSES: usize = 50_000;
/// A place has an address in each language.
const MOST_PLACES: usize = MOST_ADDRESSES / Locale::ALL.len();

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// All places in one file, or where they do not fit, an index of the files that hold them.
pub(super) async fn sitemap(
    State(portal): State<Portal>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let ask = portal.ask(Locale::Da);
    let PageAddresses { partners, activities } = match list_addresses(&ask.ports).await {
        Ok(addresses) => addresses,
        Err(error) => return problems::problem(&portal, PATH, &error.into()),
    };
    let mut fixed = fixed(&ask);
    fixed.extend(partners.into_iter().map(|slug| Place::Partner(slug, PageNumber::FIRST)));
    let parts = parts(fixed.len() + activities.len());
    let places = fixed.into_iter().map(|place| (place, None));
    let places = places
        .chain(activities.into_iter().map(|it| (Place::Activity(it.slug), Some(it.updated_at))));
    let xml = match part(query.as_deref()) {
        None if parts > 1 => index(&ask.site.public_url, parts),
        None => addresses(&ask, places),
        Some(n) if (1..=parts).contains(&n) => {
            addresses(&ask, places.skip((n - 1) * MOST_PLACES).take(MOST_PLACES))
        }
        Some(_) => return problems::problem(&portal, PATH, &Problem::NotFound),
    };
    let tag = etags::of(xml.as_bytes());
    let whole = ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response();
    etags::unless_known(&headers, tag, whole)
}

/// Which file is asked for, counted from 1.
fn part(query: Option<&str>) -> Option<usize> {
    query?.strip_prefix("part=")?.parse().ok()
}

/// How many files so many places need.
fn parts(places: usize) -> usize {
    places.div_ceil(MOST_PLACES)
}

/// The places that are not activities.
fn fixed(ask: &Ask) -> Vec<Place> {
    let pages = [
        Place::Home,
        Place::catalogue(),
        Place::Partners,
        Place::Campaigns,
        Place::About,
        Place::Privacy,
        Place::Accessibility,
    ];
    let campaigns = ask.ports.catalogue.campaigns_shown();
    let campaigns = campaigns.iter().map(|it| Place::Campaign(it.key.clone(), PageNumber::FIRST));
    let regions = Region::on(ask.today()).map(Place::Region);
    pages.into_iter().chain(campaigns).chain(regions).collect()
}

/// A file of addresses: each place in each language, with what it is in the others.
fn addresses(ask: &Ask, places: impl Iterator<Item = (Place, Option<DateTime<Utc>>)>) -> String {
    let mut xml =
        format!("{HEAD}<urlset xmlns=\"{SPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for (place, updated) in places {
        let mut about = String::new();
        if let Some(updated) = updated {
            let _ = write!(about, "<lastmod>{}</lastmod>", updated.format("%Y-%m-%d"));
        }
        let urls = Locale::ALL.map(|locale| (locale.code(), ask.url(&place, locale)));
        for (code, url) in &urls {
            let _ =
                write!(about, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}\"/>");
        }
        for (_, url) in &urls {
            let _ = writeln!(xml, "<url><loc>{url}</loc>{about}</url>");
        }
    }
    xml + "</urlset>\n"
}

/// Where the files are.
fn index(public_url: &str, parts: usize) -> String {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{SPACE}\">\n");
    for n in 1..=parts {
        let _ = writeln!(xml, "<sitemap><loc>{public_url}/sitemap.xml?part={n}</loc></sitemap>");
    }
    xml + "</sitemapindex>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_fifty_thousand_addresses_and_one_more_needs_another_file() {
        assert_eq!((parts(25_000), parts(25_001), parts(1_000_000)), (1, 2, 40));
    }

    #[test]
    fn a_file_is_asked_for_by_its_number() {
        assert_eq!(part(Some("part=2")), Some(2));
        for other in [None, Some(""), Some("part="), Some("part=-1"), Some("utm_source=x")] {
            assert_eq!(part(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_index_names_every_file_once() {
        let xml = index("https://gnist.example", 3);
        assert_eq!(xml.matches("<loc>").count(), 3, "{xml}");
        assert!(xml.contains("<loc>https://gnist.example/sitemap.xml?part=3</loc>"), "{xml}");
    }
}
