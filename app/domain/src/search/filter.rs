//! Which activities somebody wants to see.

use std::fmt::Display;

use chrono::NaiveDate;

use super::{InvalidParameter, Month, Parameter, Reason, Sort, Week, reader::Reader};
use crate::{
    catalogue::{Audience, Format, Kind, Language, Level, Slug, Topic},
    pact::{Area, CampaignKey, Locality, Municipality, Region},
    partners::Sector,
};

/// Which activities somebody wants to see: *or* inside a list, *and* between them; an empty list asks for nothing.
#[expect(clippy::struct_excessive_bools, reason = "each is a box that can be ticked")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// As somebody typed it into the search box; what it means is for the search to say.
    pub words: Option<String>,
    pub topics: Vec<Topic>,
    pub levels: Vec<Level>,
    /// In whole years.
    pub age: Option<u8>,
    pub kinds: Vec<Kind>,
    pub audiences: Vec<Audience>,
    pub regions: Vec<Region>,
    pub municipalities: Vec<Municipality>,
    /// Where it takes place, and nowhere it comes to.
    pub areas: Vec<Area>,
    /// The first day, in Denmark, on which an occurrence may start.
    pub from: Option<NaiveDate>,
    /// The last day, in Denmark, on which an occurrence may start.
    pub to: Option<NaiveDate>,
    /// The months and the weeks of which one must hold a part of an occurrence.
    pub months: Vec<Month>,
    pub weeks: Vec<Week>,
    pub formats: Vec<Format>,
    pub languages: Vec<Language>,
    pub free: bool,
    /// In whole kroner for each participant.
    pub price_max: Option<u32>,
    pub girls: bool,
    /// Room for so many at one occurrence.
    pub seats: Option<u16>,
    pub partners: Vec<Slug>,
    pub sectors: Vec<Sector>,
    pub campaigns: Vec<CampaignKey>,
    /// Near this place, as the bird flies.
    pub near: Option<Locality>,
    /// How near; the place knows where nothing is said.
    pub within_km: Option<u16>,
    /// Also what is full or closed for sign-up.
    pub full: bool,
    /// Also what is over.
    pub past: bool,
}

/// The number of a page of a list, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageNumber(u32);

impl PageNumber {
    pub const FIRST: Self = Self(1);
    pub const MAX: u32 = 1_000_000;

    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number))
    }

    /// How many pages a list of `total` has, `per_page` on each; one, where there is nothing.
    #[must_use]
    pub fn pages(total: impl Into<u64>, per_page: u32) -> u32 {
        let pages = total.into().div_ceil(u64::from(per_page.max(1))).max(1);
        u32::try_from(pages).unwrap_or(u32::MAX)
    }

    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// How many stand on the pages before this one, `per_page` on each.
    #[must_use]
    pub fn before(self, per_page: u32) -> u64 {
        u64::from(self.0 - 1) * u64::from(per_page)
    }
}

/// A filter and the page of its result that somebody wants to see: the whole state of a list's address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    pub filter: Filter,
    pub page: PageNumber,
    /// 1 to 100.
    pub per_page: u32,
    /// None: what fits best where words are given, else what comes first.
    pub sort: Option<Sort>,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            page: PageNumber::FIRST,
            per_page: Self::PER_PAGE,
            sort: None,
        }
    }
}

impl Query {
    pub const PER_PAGE: u32 = 20;
    pub const MAX_PER_PAGE: u32 = 100;
    pub const MAX_PARAMETERS: usize = 200;
    pub const MAX_WORDS_CHARS: usize = 200;

    /// Reads an address's parameters; empty ones are as good as none.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order in which it was met. Parameters that
    /// are not known are wrong too; a page that wants to be lenient looks at the reason.
    pub fn parse<N: AsRef<str>, V: AsRef<str>>(
        pairs: &[(N, V)],
    ) -> Result<Self, Vec<InvalidParameter>> {
        let (query, faults) = Self::parse_leniently(pairs);
        if faults.is_empty() { Ok(query) } else { Err(faults) }
    }

    /// What an address asks for without what nobody can have meant, and the latter, in the
    /// order in which it was met.
    #[must_use]
    pub fn parse_leniently<N: AsRef<str>, V: AsRef<str>>(
        pairs: &[(N, V)],
    ) -> (Self, Vec<InvalidParameter>) {
        let mut reader = Reader::default();
        for (name, value) in pairs.iter().take(Self::MAX_PARAMETERS) {
            reader.take(name.as_ref(), value.as_ref().trim());
        }
        if pairs.len() > Self::MAX_PARAMETERS {
            let (name, value) = &pairs[Self::MAX_PARAMETERS];
            let reason = Reason::TooMany { max: Self::MAX_PARAMETERS };
            reader.refuse(name.as_ref(), value.as_ref(), reason);
        }
        reader.finish()
    }

    /// The parameters that say the same, in a fixed order and without those that ask for nothing.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Parameter, String)> {
        let mut pairs = self.filter.pairs();
        pairs.extend(self.sort.map(|sort| (Parameter::Sort, sort.to_string())));
        if self.page != PageNumber::FIRST {
            pairs.push((Parameter::Page, self.page.get().to_string()));
        }
        if self.per_page != Self::PER_PAGE {
            pairs.push((Parameter::PerPage, self.per_page.to_string()));
        }
        pairs
    }
}

impl Filter {
    /// The longest way that can be near, in kilometres.
    pub const MAX_KM: u16 = 400;

    /// How far from the place that somebody wants to be near, in kilometres.
    #[must_use]
    pub fn radius_km(&self) -> Option<u16> {
        self.near.as_ref().map(|place| self.within_km.unwrap_or(place.reach_km()))
    }

    /// Whether it asks for a time: what is agreed day by day meets it, but comes after what takes
    /// place then.
    #[must_use]
    pub fn asks_for_days(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.asks_for_periods()
    }

    /// Whether it asks for months or weeks.
    #[must_use]
    pub fn asks_for_periods(&self) -> bool {
        !self.months.is_empty() || !self.weeks.is_empty()
    }

    /// The parameters that say the same, in a fixed order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Parameter, String)> {
        fn each<T: Display>(
            parameter: Parameter,
            list: &[T],
        ) -> impl Iterator<Item = (Parameter, String)> {
            list.iter().map(move |value| (parameter, value.to_string()))
        }
        fn flag(parameter: Parameter, raised: bool) -> Option<(Parameter, String)> {
            raised.then(|| (parameter, "true".to_owned()))
        }
        let regions: Vec<&str> = self.regions.iter().map(|it| it.key()).collect();
        let municipalities: Vec<&str> = self.municipalities.iter().map(|it| it.code()).collect();

        let mut pairs = Vec::new();
        pairs.extend(each(Parameter::Words, self.words.as_slice()));
        pairs.extend(each(Parameter::Topic, &self.topics));
        pairs.extend(each(Parameter::Level, &self.levels));
        pairs.extend(each(Parameter::Age, self.age.as_slice()));
        pairs.extend(each(Parameter::Kind, &self.kinds));
        pairs.extend(each(Parameter::Audience, &self.audiences));
        pairs.extend(each(Parameter::Region, &regions));
        pairs.extend(each(Parameter::Municipality, &municipalities));
        pairs.extend(each(Parameter::Area, &self.areas));
        pairs.extend(each(Parameter::From, self.from.as_slice()));
        pairs.extend(each(Parameter::To, self.to.as_slice()));
        pairs.extend(each(Parameter::Month, &self.months));
        pairs.extend(each(Parameter::Week, &self.weeks));
        pairs.extend(each(Parameter::Format, &self.formats));
        pairs.extend(each(Parameter::Language, &self.languages));
        pairs.extend(flag(Parameter::Free, self.free));
        pairs.extend(each(Parameter::PriceMax, self.price_max.as_slice()));
        pairs.extend(flag(Parameter::Girls, self.girls));
        pairs.extend(each(Parameter::Seats, self.seats.as_slice()));
        pairs.extend(each(Parameter::Partner, &self.partners));
        pairs.extend(each(Parameter::Sector, &self.sectors));
        pairs.extend(each(Parameter::Campaign, &self.campaigns));
        let near: Vec<&str> = self.near.iter().map(Locality::key).collect();
        pairs.extend(each(Parameter::Near, &near));
        pairs.extend(each(Parameter::WithinKm, self.within_km.as_slice()));
        pairs.extend(flag(Parameter::Full, self.full));
        pairs.extend(flag(Parameter::Past, self.past));
        pairs
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What asks for both: lists are joined, and where only one value is possible this
    /// filter's comes before the other's.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut pairs = self.pairs();
        for pair in other.pairs() {
            let is_new = pairs.iter().all(|(parameter, value)| {
                *parameter != pair.0 || (parameter.may_repeat() && *value != pair.1)
            });
            if is_new {
                pairs.push(pair);
            }
        }
        let named: Vec<(&str, &str)> =
            pairs.iter().map(|(parameter, value)| (parameter.key(), value.as_str())).collect();
        // One may begin after the other ends: then this filter's days stand.
        Query::parse(&named).map_or_else(|_| self.clone(), |query| query.filter)
    }

    /// The same with one of its [`pairs`](Self::pairs) dropped.
    #[must_use]
    pub fn without(&self, dropped: &(Parameter, String)) -> Self {
        let kept: Vec<(&str, String)> = self
            .pairs()
            .into_iter()
            .filter(|pair| pair != dropped)
            // How near is nothing without the place.
            .filter(|pair| dropped.0 != Parameter::Near || pair.0 != Parameter::WithinKm)
            .map(|(parameter, value)| (parameter.key(), value))
            .collect();
        // The words may have named a place that something else needs.
        Query::parse_leniently(&kept).0.filter
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(pairs: &[(&str, &str)]) -> Result<Query, Vec<InvalidParameter>> {
        Query::parse(pairs)
    }

    #[test]
    fn an_empty_field_of_a_form_asks_for_nothing() {
        let query = parse(&[("q", " "), ("topic", ""), ("from", ""), ("page", "")]).unwrap();
        assert_eq!(query, Query::default());
        assert!(query.pairs().is_empty());
    }

    #[test]
    fn the_same_wish_has_the_same_address_whatever_its_order() {
        let one =
            parse(&[("topic", "robotics"), ("level", "grade-5"), ("topic", "physics")]).unwrap();
        let two = parse(&[
            ("topic", "physics"),
            ("topic", "robotics"),
            ("level", "grade-5"),
            ("topic", "physics"),
        ]);
        assert_eq!(Ok(one), two);
    }

    #[test]
    fn a_wrong_value_is_named() {
        fn wrong(name: &str, value: &str) -> Reason {
            parse(&[(name, value)]).unwrap_err()[0].reason
        }
        assert_eq!(wrong("topic", "robots"), Reason::UnknownValue);
        assert_eq!(wrong("region", "jylland"), Reason::UnknownValue);
        assert_eq!(wrong("area", "skagen"), Reason::UnknownValue);
        assert_eq!(wrong("from", "2027-02-30"), Reason::NoDate);
        assert_eq!(wrong("month", "2027-13"), Reason::NoMonth);
        assert_eq!(wrong("week", "2027-W53"), Reason::NoWeek);
        assert_eq!(wrong("age", "-1"), Reason::NoNumber { min: 0, max: 99 });
        assert_eq!(wrong("price_max", "49.50"), Reason::NoNumber { min: 0, max: 100_000 });
        assert_eq!(wrong("page", "0"), Reason::NoNumber { min: 1, max: 1_000_000 });
        assert_eq!(wrong("page", "1000000000"), Reason::NoNumber { min: 1, max: 1_000_000 });
        assert_eq!(wrong("free", "perhaps"), Reason::NoFlag);
        assert_eq!(wrong("q", "a\0b"), Reason::ControlCharacter);
        assert_eq!(wrong("q", &"x".repeat(10_000)), Reason::TooLong { max: 200 });
        assert_eq!(wrong("sort", "price"), Reason::UnknownValue);
        assert_eq!(wrong("near", "Atlantis"), Reason::NoPlace);
        assert_eq!(wrong("within_km", "10"), Reason::NeedsPlace);
        assert_eq!(wrong("within_km", "-5"), Reason::NoNumber { min: 1, max: 400 });
        assert_eq!(wrong("sort", "distance"), Reason::NeedsPlace);
        assert_eq!(wrong("filter", "1=1"), Reason::UnknownParameter);
    }

    #[test]
    fn a_period_does_not_end_before_it_starts() {
        let faults = parse(&[("from", "2027-03-02"), ("to", "2027-03-01")]).unwrap_err();
        let (name, value) = ("to".to_owned(), "2027-03-01".to_owned());
        let reason = Reason::EndsBeforeItStarts;
        assert_eq!(faults[0], InvalidParameter { name, value, reason });
    }

    #[test]
    fn what_is_wrong_comes_back_as_it_was_typed_and_the_rest_is_asked_for() {
        let typed = [("topic", "robotics"), ("near", "Atlantis"), ("within_km", "10")];
        let (query, faults) = Query::parse_leniently(&typed);
        assert_eq!(query.filter.pairs(), [(Parameter::Topic, "robotics".to_owned())]);
        let told: Vec<_> = faults.iter().map(|it| (it.name.as_str(), it.value.as_str())).collect();
        assert_eq!(told, [("near", "Atlantis"), ("within_km", "10")]);
        assert_eq!(faults[1].reason, Reason::NeedsPlace);
    }

    #[test]
    fn what_is_said_once_is_not_said_twice() {
        assert_eq!(parse(&[("age", "9"), ("age", "10")]).unwrap_err()[0].reason, Reason::Repeated);
    }

    #[test]
    fn a_chip_takes_away_one_wish_only() {
        let filter =
            parse(&[("topic", "robotics"), ("topic", "physics"), ("free", "true")]).unwrap().filter;
        let rest = filter.without(&(Parameter::Topic, "physics".to_owned()));
        assert_eq!((rest.topics.as_slice(), rest.free), ([Topic::Robotics].as_slice(), true));
    }

    #[test]
    fn two_filters_ask_for_both() {
        let one = parse(&[("topic", "robotics"), ("age", "9")]).unwrap().filter;
        let two = parse(&[("topic", "physics"), ("age", "12"), ("free", "true")]).unwrap().filter;
        let both = [("topic", "robotics"), ("topic", "physics"), ("age", "9"), ("free", "true")];
        assert_eq!(one.and(&two), parse(&both).unwrap().filter);
    }

    proptest! {
        #[test]
        fn an_address_read_and_written_is_read_the_same(
            pairs in prop::collection::vec((
                prop::sample::select(Parameter::ALL),
                prop::sample::select(vec![
                    "robotics", "physics", "grade-5", "stx", "camp", "pupils", "midtjylland", "0791", "viborg", "2027-03-01",
                    "2027-03", "2027-W07", "2026-W53", "online", "en", "true", "24", "7", "8800", "Aarhus", "business", "date", "distance", "girlsday-2027", "robot i skolen", "",
                ]),
            ), 0..12)
        ) {
            let named: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.key(), *value)).collect();
            if let Ok(query) = Query::parse(&named) {
                let written: Vec<(&str, String)> =
                    query.pairs().into_iter().map(|(name, value)| (name.key(), value)).collect();
                prop_assert_eq!(Query::parse(&written), Ok(query));
            }
        }

        #[test]
        fn no_address_makes_it_stumble(pairs in prop::collection::vec((any::<String>(), any::<String>()), 0..20)) {
            let _ = Query::parse(&pairs);
        }
    }
}
