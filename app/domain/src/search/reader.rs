//! Reading the parameters of an address, and remembering all that is wrong with them.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Filter, InvalidParameter, Month, PageNumber, Parameter, Query, Reason, Sort, Week};
use crate::{
    InvalidText,
    catalogue::{AgeRange, GroupSize, Language, Price, Slug},
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
            return self.refuse(name, value, Reason::UnknownParameter);
        };
        if self.seen.contains(&parameter) && !parameter.may_repeat() {
            return self.refuse(name, value, Reason::Repeated);
        }
        self.seen.push(parameter);
        if let Err(reason) = self.set(parameter, value) {
            self.refuse(name, value, reason);
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
            Parameter::Area => add(&mut filter.areas, value)?,
            Parameter::From => filter.from = Some(date(value)?),
            Parameter::To => filter.to = Some(date(value)?),
            Parameter::Month => insert(&mut filter.months, Some(month(value)?))?,
            Parameter::Week => insert(&mut filter.weeks, Some(week(value)?))?,
            Parameter::Format => add(&mut filter.formats, value)?,
            Parameter::Language => insert(&mut filter.languages, value.parse::<Language>().ok())?,
            Parameter::Free => filter.free = flag(value)?,
            Parameter::PriceMax => filter.price_max = Some(number(value, 0, Price::MAX_KRONER)?),
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

    pub(super) fn refuse(&mut self, name: &str, value: &str, reason: Reason) {
        let shown = |text: &str, most: usize| -> String {
            text.chars().filter(|c| !c.is_control()).take(most).collect()
        };
        let (name, value) = (shown(name, 40), shown(value, InvalidParameter::MAX_VALUE_CHARS));
        self.faults.push(InvalidParameter { name, value, reason });
    }

    /// What is asked for without what nobody can have meant, and the latter.
    pub(super) fn finish(mut self) -> (Query, Vec<InvalidParameter>) {
        let Filter { from, to, near, within_km, words, .. } = &mut self.query.filter;
        // The words may name the place.
        let names_place = words.is_some() || near.is_some();
        let too_early = to.take_if(|to| from.is_some_and(|from| *to < from));
        let around_nothing = within_km.take_if(|_| !names_place);
        let from_nowhere = self.query.sort.take_if(|sort| *sort == Sort::Distance && !names_place);
        if let Some(to) = too_early {
            self.refuse(Parameter::To.key(), &to.to_string(), Reason::EndsBeforeItStarts);
        }
        if let Some(km) = around_nothing {
            self.refuse(Parameter::WithinKm.key(), &km.to_string(), Reason::NeedsPlace);
        }
        if let Some(sort) = from_nowhere {
            self.refuse(Parameter::Sort.key(), sort.key(), Reason::NeedsPlace);
        }
        (self.query, self.faults)
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

fn month(value: &str) -> Result<Month, Reason> {
    value.parse().map_err(|_| Reason::NoMonth)
}

fn week(value: &str) -> Result<Week, Reason> {
    value.parse().map_err(|_| Reason::NoWeek)
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
