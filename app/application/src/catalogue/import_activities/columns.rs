//! The columns of the import format, and where they stand in a sheet.

use std::cmp::Ordering;

use domain::catalogue::{Answers, TypedQuestion};

use super::{Fault, FileFault, SheetRow, echo};

/// A column of the import format, version 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    ExternalId,
    Partner,
    PartnerSector,
    Kind,
    Title,
    Summary,
    Description,
    Topics,
    Audience,
    Levels,
    AgeMin,
    AgeMax,
    GirlsFocus,
    Campaign,
    Format,
    Venue,
    Street,
    Postcode,
    City,
    Lat,
    Lon,
    TravelKm,
    PriceDkk,
    Language,
    Accessibility,
    SignUp,
    SignUpUrl,
    GroupMin,
    GroupMax,
    ContactEmail,
    Start,
    End,
    Capacity,
    Deadline,
}

impl Column {
    pub const ALL: [Self; 34] = [
        Self::ExternalId,
        Self::Partner,
        Self::PartnerSector,
        Self::Kind,
        Self::Title,
        Self::Summary,
        Self::Description,
        Self::Topics,
        Self::Audience,
        Self::Levels,
        Self::AgeMin,
        Self::AgeMax,
        Self::GirlsFocus,
        Self::Campaign,
        Self::Format,
        Self::Venue,
        Self::Street,
        Self::Postcode,
        Self::City,
        Self::Lat,
        Self::Lon,
        Self::TravelKm,
        Self::PriceDkk,
        Self::Language,
        Self::Accessibility,
        Self::SignUp,
        Self::SignUpUrl,
        Self::GroupMin,
        Self::GroupMax,
        Self::ContactEmail,
        Self::Start,
        Self::End,
        Self::Capacity,
        Self::Deadline,
    ];

    /// Its name in a header, and the Danish one where there is one.
    #[must_use]
    pub const fn names(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::ExternalId => ("external_id", Some("id")),
            Self::Partner => ("partner", Some("udbyder")),
            Self::PartnerSector => ("partner_sector", Some("sektor")),
            Self::Kind => ("kind", Some("type")),
            Self::Title => ("title", Some("titel")),
            Self::Summary => ("summary", Some("resume")),
            Self::Description => ("description", Some("beskrivelse")),
            Self::Topics => ("topics", Some("emner")),
            Self::Audience => ("audience", Some("målgruppe")),
            Self::Levels => ("levels", Some("klassetrin")),
            Self::AgeMin => ("age_min", Some("alder_fra")),
            Self::AgeMax => ("age_max", Some("alder_til")),
            Self::GirlsFocus => ("girls_focus", Some("piger")),
            Self::Campaign => ("campaign", Some("kampagne")),
            Self::Format => ("format", None),
            Self::Venue => ("venue", Some("sted")),
            Self::Street => ("street", Some("adresse")),
            Self::Postcode => ("postcode", Some("postnummer")),
            Self::City => ("city", Some("by")),
            Self::Lat => ("lat", None),
            Self::Lon => ("lon", None),
            Self::TravelKm => ("travel_km", None),
            Self::PriceDkk => ("price_dkk", Some("pris")),
            Self::Language => ("language", Some("sprog")),
            Self::Accessibility => ("accessibility", Some("tilgængelighed")),
            Self::SignUp => ("signup", Some("tilmelding")),
            Self::SignUpUrl => ("signup_url", None),
            Self::GroupMin => ("group_min", None),
            Self::GroupMax => ("group_max", None),
            Self::ContactEmail => ("contact_email", Some("kontakt")),
            Self::Start => ("start", None),
            Self::End => ("end", Some("slut")),
            Self::Capacity => ("capacity", Some("pladser")),
            Self::Deadline => ("deadline", Some("frist")),
        }
    }

    /// Its name in a header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// Whether a sheet must have it; the others may be missing as a whole.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        matches!(
            self,
            Self::ExternalId
                | Self::Partner
                | Self::Kind
                | Self::Title
                | Self::Summary
                | Self::Description
                | Self::Topics
                | Self::Audience
                | Self::Format
                | Self::SignUp
                | Self::ContactEmail
        )
    }

    /// Whether each row has its own; all others speak of the whole activity.
    pub(super) const fn is_of_occurrence(self) -> bool {
        matches!(self, Self::Start | Self::End | Self::Capacity | Self::Deadline)
    }

    /// The column of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }

    /// The column that a header means, in English or Danish.
    #[must_use]
    pub fn find(header: &str) -> Option<Self> {
        let header = header.trim().trim_start_matches('\u{FEFF}').to_lowercase();
        Self::ALL.into_iter().find(|column| {
            let (name, danish) = column.names();
            header == name || danish == Some(header.as_str())
        })
    }
}

/// A step in which an editor asks for some of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    What,
    Whom,
    When,
    How,
    /// Looking through all of it.
    Send,
}

impl Step {
    pub const ALL: [Self; 5] = [Self::What, Self::Whom, Self::When, Self::How, Self::Send];

    /// Names it wherever something is kept of it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Whom => "whom",
            Self::When => "when",
            Self::How => "how",
            Self::Send => "send",
        }
    }

    /// Takes over what was typed in it, whatever that is; answers to other steps stay.
    pub(crate) fn take_over(self, answers: &mut Answers, typed: Answers) {
        for column in self.columns() {
            answers.set(column.name(), typed.get(column.name()));
        }
        if self == Self::How {
            for name in TypedQuestion::NAMES.as_flattened() {
                answers.set(name, typed.get(name));
            }
        }
        if self == Self::When {
            answers.dates = typed.dates;
        }
    }

    /// What it asks for, in the order in which it does.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::What => {
                &[Column::Title, Column::Summary, Column::Kind, Column::Description, Column::Topics]
            }
            Self::Whom => &[
                Column::Audience,
                Column::Levels,
                Column::AgeMin,
                Column::AgeMax,
                Column::GirlsFocus,
                Column::Campaign,
            ],
            Self::When => &[
                Column::Format,
                Column::Venue,
                Column::Street,
                Column::Postcode,
                Column::City,
                Column::TravelKm,
                Column::Lat,
                Column::Lon,
                Column::Start,
                Column::End,
                Column::Capacity,
                Column::Deadline,
            ],
            Self::How => &[
                Column::SignUp,
                Column::SignUpUrl,
                Column::ContactEmail,
                Column::PriceDkk,
                Column::GroupMin,
                Column::GroupMax,
                Column::Language,
                Column::Accessibility,
            ],
            Self::Send => &[],
        }
    }

    /// The step that asks for a column.
    #[must_use]
    pub fn of(column: Column) -> Self {
        let asks = |step: &Self| step.columns().contains(&column);
        Self::ALL.into_iter().find(asks).unwrap_or(Self::Send)
    }

    /// Where a column is asked for, counted through all steps.
    pub(super) fn place_of(column: Column) -> usize {
        let mut all = Self::ALL.into_iter().flat_map(Self::columns);
        all.position(|it| *it == column).unwrap_or(Column::ALL.len())
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::What => Self::Whom,
            Self::Whom => Self::When,
            Self::When => Self::How,
            Self::How | Self::Send => Self::Send,
        }
    }
}

/// Where the columns stand in one sheet.
pub(super) struct Columns {
    places: Vec<Option<usize>>,
    /// How many cells the header has.
    width: usize,
    /// Headers that mean nothing to us, as they may be told.
    pub(super) ignored: Vec<String>,
}

impl Columns {
    /// Every column at its place in [`Column::ALL`].
    pub(super) fn all() -> Self {
        let width = Column::ALL.len();
        Self { places: (0..width).map(Some).collect(), width, ignored: Vec::new() }
    }

    pub(super) fn of(header: &[String]) -> Result<Self, FileFault> {
        if header.iter().all(|name| name.trim().is_empty()) {
            return Err(FileFault::NoHeader);
        }
        let mut places = vec![None; Column::ALL.len()];
        let mut ignored = Vec::new();
        for (place, name) in header.iter().enumerate() {
            match Column::find(name) {
                Some(column) => {
                    if places[column as usize].replace(place).is_some() {
                        return Err(FileFault::DoubleColumn { column: column.name() });
                    }
                }
                None if name.trim().is_empty() => {}
                None => ignored.push(echo(name)),
            }
        }
        let missing: Vec<&'static str> = Column::ALL
            .into_iter()
            .filter(|column| column.is_needed() && places[*column as usize].is_none())
            .map(Column::name)
            .collect();
        match missing.as_slice() {
            [] => Ok(Self { places, width: header.len(), ignored }),
            all if all.len() == Column::ALL.iter().filter(|it| it.is_needed()).count() => {
                Err(FileFault::NoHeader)
            }
            _ => Err(FileFault::MissingColumns { columns: missing }),
        }
    }

    /// What is wrong with a row that has not as many cells as the header, and the column from which
    /// on it cannot be told what belongs where.
    pub(super) fn uneven(&self, row: &SheetRow) -> Option<(Column, Fault)> {
        let found = row.cells.len();
        let place = |column: &Column| self.places[*column as usize];
        let known = || Column::ALL.into_iter().filter(|it| place(it).is_some());
        let last = || known().max_by_key(place);
        let (column, fault) = match found.cmp(&self.width) {
            Ordering::Equal => return None,
            Ordering::Less => {
                let lacks = known().filter(|it| place(it) >= Some(found)).min_by_key(place);
                let lacking = (self.width - found) as u64;
                (lacks.or_else(last), Fault::TooFewCells { lacking })
            }
            Ordering::Greater => {
                (last(), Fault::TooManyCells { beyond: (found - self.width) as u64 })
            }
        };
        Some((column.unwrap_or(Column::ExternalId), fault))
    }

    /// What a row says in a column, without the space around it.
    pub(super) fn cell<'a>(&self, row: &'a SheetRow, column: Column) -> &'a str {
        let place = self.places[column as usize];
        place.and_then(|place| row.cells.get(place)).map_or("", |cell| cell.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_asked_for_in_one_step() {
        // Whose and which it is, nobody is asked.
        let own = [Column::ExternalId, Column::Partner, Column::PartnerSector];
        for column in Column::ALL {
            let n = Step::ALL.iter().filter(|it| it.columns().contains(&column)).count();
            assert_eq!(n, usize::from(!own.contains(&column)), "{}", column.name());
        }
    }
}
