//! One row: every cell becomes a value, or a fault at its place.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{
    Email, SafeUrl,
    catalogue::{
        AgeRange, Capacity, Coordinates, ExternalId, GroupSize, InvalidCoordinates,
        InvalidOccurrence, InvalidParticulars, Kind, Language, Level, Occurrence, OccurrenceId,
        Particulars, Price, SignUpMode, TravelDistance, Venue, VenueText, levels_in_span,
    },
    pact::Postcode,
    partners::{PartnerName, Sector},
};

use super::{Campaigns, Column, Columns, Fault, RowFault, SheetRow, fault::Instant};
use crate::copenhagen;

/// Reads the cells of one row and collects all that is wrong with them.
pub(super) struct RowReader<'a> {
    columns: &'a Columns,
    row: &'a SheetRow,
    faults: Vec<RowFault>,
}

/// Whose activity a row speaks of, and which.
pub(super) struct Owner {
    pub(super) external_id: ExternalId,
    pub(super) partner: PartnerName,
    pub(super) sector: Option<Sector>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(columns: &'a Columns, row: &'a SheetRow) -> Self {
        Self { columns, row, faults: Vec::new() }
    }

    /// What is wrong, where anything is.
    pub(super) fn finish(self) -> Vec<RowFault> {
        self.faults
    }

    pub(super) fn refuse(&mut self, column: Column, fault: Fault) {
        self.faults.push(RowFault { line: self.row.line, column, fault });
    }

    fn cell(&self, column: Column) -> &'a str {
        self.columns.cell(self.row, column)
    }

    /// A value that must be there.
    fn needed<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        if self.cell(column).is_empty() {
            self.refuse(column, Fault::Missing);
            return None;
        }
        self.optional(column, read)
    }

    /// A value that may be left out.
    fn optional<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        read(cell).map_err(|fault| self.refuse(column, fault)).ok()
    }

    fn list<T: FromStr>(&mut self, column: Column) -> Vec<T> {
        self.optional(column, |cell| words(cell).map(key).collect()).unwrap_or_default()
    }

    pub(super) fn owner(&mut self) -> Option<Owner> {
        let external_id = self.needed(Column::ExternalId, text);
        let partner = self.needed(Column::Partner, text);
        let sector = self.optional(Column::PartnerSector, key);
        Some(Owner { external_id: external_id?, partner: partner?, sector })
    }

    /// What the first row of an activity says about it.
    pub(super) fn particulars(&mut self, campaigns: &Campaigns) -> Option<Particulars> {
        let kind = self.needed(Column::Kind, key);
        let title = self.needed(Column::Title, text);
        let summary = self.needed(Column::Summary, text);
        let description = self.needed(Column::Description, text);
        let topics = self.needed(Column::Topics, |cell| words(cell).map(key).collect());
        let audience = self.needed(Column::Audience, |cell| words(cell).map(key).collect());
        let levels = self.optional(Column::Levels, levels).unwrap_or_default();
        let format = self.needed(Column::Format, key);
        let sign_up = self.needed(Column::SignUp, key);
        let contact =
            self.needed(Column::ContactEmail, |cell| Email::try_from(cell).map_err(Fault::Email));
        let girls_focus = self.optional(Column::GirlsFocus, flag).unwrap_or(false);
        let campaign = self.optional(Column::Campaign, |cell| campaigns.pick(cell));
        let price =
            self.optional(Column::PriceDkk, |cell| cell.parse::<Price>().map_err(Fault::Price));
        let language =
            self.optional(Column::Language, |cell| cell.parse().map_err(|_| Fault::Language));
        let accessibility = self.list(Column::Accessibility);
        let sign_up_url = self.optional(Column::SignUpUrl, |cell| {
            SafeUrl::try_from(cell).and_then(SafeUrl::https).map_err(Fault::Url)
        });
        let travel = self.optional(Column::TravelKm, |cell| {
            let max = TravelDistance::MAX_KM;
            let km = whole(cell, 1, max.into())
                .and_then(|km| u16::try_from(km).ok())
                .and_then(TravelDistance::new);
            km.ok_or(Fault::Number { min: 1, max: max.into() })
        });
        let (ages, group, venue) = (self.ages(), self.group(), self.venue());
        if !self.faults.is_empty() {
            return None;
        }
        let particulars = Particulars {
            kind: kind?,
            title: title?,
            summary: summary?,
            description: description?,
            topics: topics?,
            audience: audience?,
            levels,
            ages: ages?,
            girls_focus,
            campaign,
            format: format?,
            venue,
            travel,
            price: price.unwrap_or_default(),
            language: language.unwrap_or(Language::DANISH),
            accessibility,
            sign_up: sign_up?,
            sign_up_url,
            group: group?,
            contact: contact?,
        };
        particulars
            .checked()
            .map_err(|fault| self.refuse(column_of(fault), Fault::Together(fault)))
            .ok()
    }

    fn ages(&mut self) -> Option<AgeRange> {
        let oldest = u32::from(AgeRange::OLDEST);
        let age = |cell: &str| {
            let age = whole(cell, 0, oldest).and_then(|it| u8::try_from(it).ok());
            age.ok_or(Fault::Number { min: 0, max: oldest })
        };
        let (min, max) = (self.optional(Column::AgeMin, age), self.optional(Column::AgeMax, age));
        AgeRange::new(min, max).map_err(|fault| self.refuse(Column::AgeMax, Fault::Age(fault))).ok()
    }

    fn group(&mut self) -> Option<GroupSize> {
        let largest = u32::from(GroupSize::LARGEST);
        let size = |cell: &str| {
            let size = whole(cell, 1, largest).and_then(|it| u16::try_from(it).ok());
            size.ok_or(Fault::Number { min: 1, max: largest })
        };
        let (min, max) =
            (self.optional(Column::GroupMin, size), self.optional(Column::GroupMax, size));
        GroupSize::new(min, max)
            .map_err(|fault| self.refuse(Column::GroupMax, Fault::Group(fault)))
            .ok()
    }

    fn venue(&mut self) -> Venue {
        let degrees = |fault: InvalidCoordinates| {
            move |cell: &str| {
                cell.replace(',', ".").parse::<f64>().map_err(|_| Fault::Coordinates(fault))
            }
        };
        let lat = self.optional(Column::Lat, degrees(InvalidCoordinates::Latitude));
        let lon = self.optional(Column::Lon, degrees(InvalidCoordinates::Longitude));
        let coordinates = match (lat, lon) {
            (Some(lat), Some(lon)) => {
                let point = Coordinates::new(lat, lon);
                point.map_err(|fault| self.refuse(Column::Lat, Fault::Coordinates(fault))).ok()
            }
            (None, None) => None,
            (Some(_), None) => {
                self.refuse(Column::Lon, Fault::Coordinates(InvalidCoordinates::Half));
                None
            }
            (None, Some(_)) => {
                self.refuse(Column::Lat, Fault::Coordinates(InvalidCoordinates::Half));
                None
            }
        };
        Venue {
            name: self.optional(Column::Venue, text::<VenueText>),
            street: self.optional(Column::Street, text::<VenueText>),
            postcode: self.optional(Column::Postcode, |cell| {
                cell.parse::<Postcode>().map_err(Fault::Postcode)
            }),
            city: self.optional(Column::City, text::<VenueText>),
            coordinates,
        }
    }

    /// The row's own date. Nothing, and no fault, where the activity needs none and the row names none.
    pub(super) fn occurrence(
        &mut self,
        id: OccurrenceId,
        kind: Kind,
        sign_up: SignUpMode,
    ) -> Option<Occurrence> {
        let needs_dates = kind.has_set_times() && sign_up != SignUpMode::Request;
        let dates = [Column::Start, Column::End, Column::Capacity, Column::Deadline];
        if !needs_dates && dates.iter().all(|column| self.cell(*column).is_empty()) {
            return None;
        }
        let start = self.needed(Column::Start, instant);
        let end = self.needed(Column::End, instant);
        let deadline = self.optional(Column::Deadline, instant);
        let read_capacity = |cell: &str| {
            let seats = whole(cell, 1, Capacity::MAX).and_then(|it| Capacity::try_from(it).ok());
            seats.ok_or(Fault::Number { min: 1, max: Capacity::MAX })
        };
        let capacity = if sign_up == SignUpMode::Portal {
            self.needed(Column::Capacity, read_capacity)
        } else {
            self.optional(Column::Capacity, read_capacity)
        };
        let occurrence = Occurrence::new(id, (start?, end?), capacity, deadline);
        occurrence
            .map_err(|fault| match fault {
                InvalidOccurrence::EndsTooSoon => self.refuse(Column::End, Fault::EndsTooSoon),
                InvalidOccurrence::LateDeadline => {
                    self.refuse(Column::Deadline, Fault::LateDeadline);
                }
            })
            .ok()
    }
}

/// The column in which one would mend what does not go together.
fn column_of(fault: InvalidParticulars) -> Column {
    match fault {
        InvalidParticulars::Topics => Column::Topics,
        InvalidParticulars::NoAudience => Column::Audience,
        InvalidParticulars::NoLevels => Column::Levels,
        InvalidParticulars::NoPostcode => Column::Postcode,
        InvalidParticulars::NoCity => Column::City,
        InvalidParticulars::TravelElsewhere => Column::TravelKm,
        InvalidParticulars::NoSignUpUrl => Column::SignUpUrl,
    }
}

fn words(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|word| !word.is_empty())
}

fn key<T: FromStr>(word: &str) -> Result<T, Fault> {
    word.parse().map_err(|_| Fault::unknown(word))
}

fn text<T: for<'t> TryFrom<&'t str, Error = domain::InvalidText>>(cell: &str) -> Result<T, Fault> {
    T::try_from(cell).map_err(Fault::Text)
}

fn whole(cell: &str, min: u32, max: u32) -> Option<u32> {
    cell.parse().ok().filter(|n| (min..=max).contains(n))
}

fn flag(cell: &str) -> Result<bool, Fault> {
    match cell.to_lowercase().as_str() {
        "true" | "1" | "ja" | "yes" | "sand" => Ok(true),
        "false" | "0" | "nej" | "no" | "falsk" => Ok(false),
        _ => Err(Fault::Flag),
    }
}

/// Single levels and spans such as `grade-4..grade-6`.
fn levels(cell: &str) -> Result<Vec<Level>, Fault> {
    let mut all = Vec::new();
    for word in words(cell) {
        match word.split_once("..") {
            Some((first, last)) => {
                let before = all.len();
                all.extend(levels_in_span(key(first.trim())?, key(last.trim())?));
                if all.len() == before {
                    return Err(Fault::unknown(word));
                }
            }
            None => all.push(key(word)?),
        }
    }
    Ok(all)
}

/// A local time in Denmark, `2027-03-18T09:00`, a space instead of the `T` and seconds allowed.
fn instant(cell: &str) -> Instant {
    let (day, time) = cell.split_once(['T', ' ']).ok_or(Fault::Time)?;
    let numbers: Vec<u32> =
        day.split('-').map(str::parse).collect::<Result<_, _>>().map_err(|_| Fault::Time)?;
    let &[year, month, date] = numbers.as_slice() else { return Err(Fault::Time) };
    if day.len() != 10 || !(2000..=2100).contains(&year) {
        return Err(Fault::Time);
    }
    let time = NaiveTime::parse_from_str(time, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"));
    let time = time.map_err(|_| Fault::Time)?;
    let day = NaiveDate::from_ymd_opt(year.cast_signed(), month, date).ok_or(Fault::NoSuchDay)?;
    copenhagen::instant(NaiveDateTime::new(day, time)).map_err(|_| Fault::NoSuchTime)
}
