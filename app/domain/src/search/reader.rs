//! Reading the parameters of an address, and remembering all that is wrong with them.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Filter, InvalidParameter, PageNumber, Parameter, Query, Reason, Sort};
use crate::{
    InvalidText,
    catalogue::{AgeRange, GroupSize, Language, Slug},
    pact::{CampaignKey, Locality, Municipality, Region},
    text,
};

/// Reads parameters one by one and remembers what was wrong.
#[derive(Default)]
pub(super) struct Reader {
    query: Query,
    seen: Vec<Parameter>,
    faults: Vec<InvalidParameter>,
}

impl Reader {
    pub(super) fn take(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let Ok(parameter) = Parameter::from_str(name) else {
            return self.refuse(name, Reason::UnknownParameter);
        };
        if self.seen.contains(&parameter) && !parameter.may_repeat() {
            return self.refuse(name, Reason::Repeated);
        }
        self.seen.push(parameter);
        if let Err(reason) = self.set(parameter, value) {
            self.refuse(name, reason);
        }
    }

    fn set(&mut self, parameter: Parameter, value: &str) -> Result<(), Reason> {
        let Query { filter, page, per_page, sort } = &mut self.query;
        match parameter {
            Parameter::Words => filter.words = Some(words(value)?),
            Parameter::Topic => add(&mut filter.topics, value)?,
            Parameter::Level => add(&mut filter.levels, value)?,
            Parameter::Age => filter.age = Some(number(value, 0, AgeRange::OLDEST)?),
            Parameter::Kind => add(&mut filter.kinds, value)?,
            Parameter::Audience => add(&mut filter.audiences, value)?,
            Parameter::Region => insert(&mut filter.regions, Region::find(value))?,
            Parameter::Municipality => {
                insert(&mut filter.municipalities, Municipality::find(value))?;
            }
            Parameter::From => filter.from = Some(date(value)?),
            Parameter::To => filter.to = Some(date(value)?),
            Parameter::Format => add(&mut filter.formats, value)?,
            Parameter::Language => insert(&mut filter.languages, value.parse::<Language>().ok())?,
            Parameter::Free => filter.free = flag(value)?,
            Parameter::Girls => filter.girls = flag(value)?,
            Parameter::Seats => filter.seats = Some(number(value, 1, GroupSize::LARGEST)?),
            Parameter::Partner => insert(&mut filter.partners, slug(value))?,
            Parameter::Campaign => {
                insert(&mut filter.campaigns, CampaignKey::try_from(value).ok())?;
            }
            Parameter::Sector => add(&mut filter.sectors, value)?,
            Parameter::Near => {
                filter.near = Some(Locality::find(value).ok_or(Reason::NoPlace)?);
            }
            Parameter::WithinKm => filter.within_km = Some(number(value, 1, Filter::MAX_KM)?),
            Parameter::Full => filter.full = flag(value)?,
            Parameter::Past => filter.past = flag(value)?,
            Parameter::Sort => *sort = Some(value.parse().map_err(|_| Reason::UnknownValue)?),
            Parameter::Page => {
                *page = PageNumber::new(number(value, 1, PageNumber::MAX)?).unwrap_or(*page);
            }
            Parameter::PerPage => *per_page = number(value, 1, Query::MAX_PER_PAGE)?,
        }
        Ok(())
    }

    pub(super) fn refuse(&mut self, name: &str, reason: Reason) {
        let name = name.chars().filter(|c| !c.is_control()).take(40).collect();
        self.faults.push(InvalidParameter { name, reason });
    }

    pub(super) fn finish(mut self) -> Result<Query, Vec<InvalidParameter>> {
        let Filter { from, to, .. } = self.query.filter;
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.refuse(Parameter::To.key(), Reason::EndsBeforeItStarts);
        }
        // The words may name the place.
        let names_place = self.query.filter.words.is_some() || self.seen.contains(&Parameter::Near);
        if !names_place {
            if self.query.filter.within_km.is_some() {
                self.refuse(Parameter::WithinKm.key(), Reason::NeedsPlace);
            }
            if self.query.sort == Some(Sort::Distance) {
                self.refuse(Parameter::Sort.key(), Reason::NeedsPlace);
            }
        }
        if self.faults.is_empty() { Ok(self.query) } else { Err(self.faults) }
    }
}

fn add<T: FromStr + Ord>(list: &mut Vec<T>, value: &str) -> Result<(), Reason> {
    insert(list, value.parse().ok())
}

/// Keeps the list in order and free of doubles, so that equal filters have equal addresses.
fn insert<T: Ord>(list: &mut Vec<T>, value: Option<T>) -> Result<(), Reason> {
    let value = value.ok_or(Reason::UnknownValue)?;
    if let Err(place) = list.binary_search(&value) {
        list.insert(place, value);
    }
    Ok(())
}

fn words(value: &str) -> Result<String, Reason> {
    match text::tidy(value, 1, Query::MAX_WORDS_CHARS, false) {
        Ok(words) => Ok(words.split_whitespace().collect::<Vec<_>>().join(" ")),
        Err(InvalidText::TooLong { max }) => Err(Reason::TooLong { max }),
        Err(_) => Err(Reason::ControlCharacter),
    }
}

fn number<T: FromStr + PartialOrd + Copy + Into<u32>>(
    value: &str,
    min: T,
    max: T,
) -> Result<T, Reason> {
    let number = value.parse().ok().filter(|n| min <= *n && *n <= max);
    number.ok_or(Reason::NoNumber { min: min.into(), max: max.into() })
}

fn date(value: &str) -> Result<NaiveDate, Reason> {
    let shape = value.len() == 10;
    shape.then(|| value.parse().ok()).flatten().ok_or(Reason::NoDate)
}

fn flag(value: &str) -> Result<bool, Reason> {
    match value {
        "true" | "1" | "on" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(Reason::NoFlag),
    }
}

fn slug(value: &str) -> Option<Slug> {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (value.len() <= 130 && value.bytes().all(allowed)).then(|| Slug::kept(value))
}
