//! Every address of the portal; nobody else writes a path.

mod desk;
mod door;
mod feed;
mod taking_part;
mod told;

use domain::{
    catalogue::{PictureFile, Slug},
    pact::{CampaignKey, Region},
    search::{Filter, PageNumber, Parameter, Query},
};

use crate::Locale;

pub use desk::{Desk, RowsShown, step_of, step_word};
pub use door::Door;
pub use feed::Feed;
pub use taking_part::TakingPart;
pub use told::Told;

/// A place in the portal, with all that its address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Home,
    Catalogue(Query),
    /// A search as programs follow it.
    Feed(Feed, Query),
    Activity(Slug),
    ActivityCalendar(Slug),
    /// One size of the picture that shows an activity.
    Picture(Slug, PictureFile),
    /// Where somebody tells what is wrong with an activity.
    Report(Slug),
    /// Where somebody keeps an activity for later.
    Save(Slug),
    Partners,
    Partner(Slug, PageNumber),
    Region(Region),
    Campaigns,
    Campaign(CampaignKey, PageNumber),
    About,
    Privacy,
    Accessibility,
    /// Signing up, and one's own sign-up.
    TakingPart(TakingPart),
    /// Signing in, or one's own account.
    Door(Door),
    /// What organisers write, and what moderators look at.
    Desk(Desk),
    /// An address that leads nowhere, as it was typed.
    Nowhere(String),
}

/// The patterns by which the server knows the places, for a web server's router.
pub mod pattern {
    pub use super::{
        desk::pattern as desk, door::pattern as door, feed::pattern as feed,
        taking_part::pattern as taking_part,
    };

    pub const HOME: &str = "/";
    pub const CATALOGUE: &str = "/aktiviteter";
    pub const ACTIVITY: &str = "/aktiviteter/{slug}";
    pub const REPORT: &str = "/aktiviteter/{slug}/meld";
    pub const SAVE: &str = "/aktiviteter/{slug}/gem";
    pub const PICTURE: &str = "/aktiviteter/{slug}/billede/{file}";
    pub const PARTNERS: &str = "/partnere";
    pub const PARTNER: &str = "/partnere/{slug}";
    pub const REGION: &str = "/regioner/{slug}";
    pub const CAMPAIGNS: &str = "/kampagner";
    pub const CAMPAIGN: &str = "/kampagner/{slug}";
    pub const ABOUT: &str = "/om";
    pub const PRIVACY: &str = "/privatliv";
    pub const ACCESSIBILITY: &str = "/was";

    const ALL: [&str; 13] = [
        HOME,
        CATALOGUE,
        ACTIVITY,
        REPORT,
        SAVE,
        PARTNERS,
        PARTNER,
        REGION,
        CAMPAIGNS,
        CAMPAIGN,
        ABOUT,
        PRIVACY,
        ACCESSIBILITY,
    ];

    /// The pattern that a path follows, in whichever language.
    #[must_use]
    pub fn of(path: &str) -> Option<&'static str> {
        let prefix = crate::Locale::En.prefix();
        let path = match path.strip_prefix(prefix) {
            Some("") => HOME,
            Some(rest) if rest.starts_with('/') => rest,
            _ => path,
        };
        let all = ALL.into_iter().chain(door::ALL).chain(desk::ALL).chain(taking_part::ALL);
        all.into_iter().find(|pattern| follows(path, pattern))
    }

    fn follows(path: &str, pattern: &str) -> bool {
        let (mut words, mut gaps) = (path.split('/'), pattern.split('/'));
        loop {
            match (words.next(), gaps.next()) {
                (None, None) => return true,
                (Some(word), Some(gap)) if gap == word => {}
                (Some(word), Some(gap)) if gap.starts_with('{') && !word.is_empty() => {}
                _ => return false,
            }
        }
    }
}

impl Place {
    /// The catalogue as a filter leaves it, from its first page.
    #[must_use]
    pub fn filtered(filter: Filter) -> Self {
        Self::Catalogue(Query { filter, ..Query::default() })
    }

    /// The whole catalogue.
    #[must_use]
    pub fn catalogue() -> Self {
        Self::Catalogue(Query::default())
    }

    /// Its path and query in a language.
    #[must_use]
    pub fn path(&self, locale: Locale) -> String {
        let prefix = locale.prefix();
        match self {
            Self::Home if prefix.is_empty() => pattern::HOME.to_owned(),
            Self::Home => prefix.to_owned(),
            Self::Catalogue(query) => {
                format!("{prefix}{}{}", pattern::CATALOGUE, query_string(query))
            }
            Self::Feed(feed, query) => format!("{prefix}{}{}", feed.path(), query_string(query)),
            Self::Activity(slug) => format!("{prefix}{}/{slug}", pattern::CATALOGUE),
            Self::ActivityCalendar(slug) => format!("{prefix}{}/{slug}.ics", pattern::CATALOGUE),
            Self::Report(slug) => format!("{prefix}{}/{slug}/meld", pattern::CATALOGUE),
            Self::Save(slug) => format!("{prefix}{}/{slug}/gem", pattern::CATALOGUE),
            // The same in every language, so that it is kept once.
            Self::Picture(slug, file) => format!("{}/{slug}/billede/{file}", pattern::CATALOGUE),
            Self::Partners => format!("{prefix}{}", pattern::PARTNERS),
            Self::Partner(slug, page) => {
                format!("{prefix}{}/{slug}{}", pattern::PARTNERS, page_string(*page))
            }
            Self::Region(region) => format!("{prefix}/regioner/{}", region.key()),
            Self::Campaigns => format!("{prefix}{}", pattern::CAMPAIGNS),
            Self::Campaign(key, page) => format!("{prefix}/kampagner/{key}{}", page_string(*page)),
            Self::About => format!("{prefix}{}", pattern::ABOUT),
            Self::Privacy => format!("{prefix}{}", pattern::PRIVACY),
            Self::Accessibility => format!("{prefix}{}", pattern::ACCESSIBILITY),
            Self::Desk(desk) => format!("{prefix}{}", desk.path()),
            Self::Door(door) => format!("{prefix}{}", door.path()),
            Self::TakingPart(it) => format!("{prefix}{}", it.path()),
            Self::Nowhere(path) => format!("{prefix}{path}"),
        }
    }

    /// Its path without the question behind it, as a form's action.
    #[must_use]
    pub fn action(&self, locale: Locale) -> String {
        let path = self.path(locale);
        path.split('?').next().unwrap_or_default().to_owned()
    }
}

fn page_string(page: PageNumber) -> String {
    if page == PageNumber::FIRST {
        String::new()
    } else {
        format!("?{}={}", Parameter::Page, page.get())
    }
}

/// `?topic=robotics&level=grade-5`, or nothing for the whole catalogue. What means nothing once
/// something else is taken away goes: no link of ours leads to where it would be refused.
fn query_string(query: &Query) -> String {
    let pairs = query.standing().pairs();
    if pairs.is_empty() {
        return String::new();
    }
    let mut text = form_urlencoded::Serializer::for_suffix(String::from("?"), 1);
    text.extend_pairs(pairs.iter().map(|(parameter, value)| (parameter.key(), value)));
    text.finish()
}

/// A path with a question behind it; without pairs it is the path alone.
#[must_use]
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() {
        return path.to_owned();
    }
    let mut text = form_urlencoded::Serializer::for_suffix(format!("{path}?"), path.len() + 1);
    text.extend_pairs(pairs);
    text.finish()
}

/// Takes an address's query apart.
#[must_use]
pub fn decode_query(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_has_no_prefix_and_english_has_one() {
        assert_eq!(Place::Home.path(Locale::Da), "/");
        assert_eq!(Place::Home.path(Locale::En), "/en");
        assert_eq!(Place::Partners.path(Locale::En), "/en/partnere");
    }

    #[test]
    fn a_path_is_known_by_its_pattern() {
        let slug = Slug::kept("byg-en-robot");
        for locale in Locale::ALL {
            let pattern_of = |place: Place| pattern::of(&place.action(locale));
            assert_eq!(pattern_of(Place::Home), Some(pattern::HOME));
            assert_eq!(pattern_of(Place::catalogue()), Some(pattern::CATALOGUE));
            assert_eq!(pattern_of(Place::Activity(slug.clone())), Some(pattern::ACTIVITY));
            assert_eq!(pattern_of(Place::About), Some(pattern::ABOUT));
        }
        for nowhere in ["", "om", "/om/", "/aktiviteter/", "/aktiviteter/a/b", "/english"] {
            assert_eq!(pattern::of(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn the_address_of_a_list_is_its_whole_state() {
        let pairs = [("q", "rød robot & co"), ("topic", "robotics"), ("page", "3")];
        let query = Query::parse(&pairs).unwrap();
        let path = Place::Catalogue(query).path(Locale::Da);
        assert_eq!(path, "/aktiviteter?q=r%C3%B8d+robot+%26+co&topic=robotics&page=3");
    }

    #[test]
    fn no_address_asks_for_a_way_from_nowhere() {
        let near = [("q", "viborg"), ("within_km", "20"), ("sort", "distance"), ("free", "true")];
        let near = Query::parse(&near).unwrap();
        let silent = Filter { words: None, ..near.filter.clone() };
        let path = Place::Catalogue(Query { filter: silent, ..near }).path(Locale::Da);
        assert_eq!(path, "/aktiviteter?free=true");
    }

    #[test]
    fn a_feed_has_the_address_of_its_list_with_an_ending() {
        let query = Query::parse(&[("topic", "robotics"), ("page", "3")]).unwrap();
        let list = Place::Catalogue(query.clone()).path(Locale::En);
        for (feed, end) in [(Feed::Rss, ".rss"), (Feed::Calendar, ".ics"), (Feed::Csv, ".csv")] {
            let path = Place::Feed(feed, query.clone()).path(Locale::En);
            assert_eq!(path, list.replacen('?', &format!("{end}?"), 1));
        }
    }
}
