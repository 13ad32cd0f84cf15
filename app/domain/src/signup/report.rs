//! What is told of a date once it is over: how many came, and how it went. It tells of nobody in
//! particular, but for what stands in the remarks.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Field, FieldFault, FieldFaults, Party, PartyKind, read_text};
use crate::{
    catalogue::{ActivityId, Level, OccurrenceId, Phase},
    keyed::keyed,
    text::text,
};

text! {
    /// What an organiser remarks of a date: what went well, or what to do otherwise.
    DateRemark, 2..=500, true
}

keyed! {
    /// As what people come to a date, as far as their parties tell it.
    CameAs {
        /// Children, and pupils of a school.
        Pupils = "pupils",
        /// Pupils of youth educations, students, and young people who come by themselves.
        Students = "students",
        /// Those who come along with a class.
        Teachers = "teachers",
        Adults = "adults",
    }
}

/// How many came, by what they came as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came([u16; 4]);

/// What is told of a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateTold {
    pub came: Came,
    /// How many of the pupils and students were girls, where somebody has counted.
    pub girls: Option<u16>,
    /// From which levels they came, the youngest first.
    pub levels: Vec<Level>,
    pub well: Option<DateRemark>,
    pub better: Option<DateRemark>,
}

/// A report of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateReport {
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    /// When the date began.
    pub start: DateTime<Utc>,
    pub told: DateTold,
    /// When it was told, or mended.
    pub reported_at: DateTime<Utc>,
}

/// Whether it is time to report a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportTime {
    /// It is not over yet.
    NotYet,
    Open,
    /// What was told of it stays as it is.
    Closed,
    /// It did not take place.
    CalledOff,
}

/// What somebody typed to report a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedReport {
    /// How many came, in the order of [`CameAs::ALL`].
    pub came: [String; 4],
    pub girls: String,
    pub levels: Vec<String>,
    pub well: String,
    pub better: String,
}

impl CameAs {
    /// The field of a form that asks how many.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Pupils => Field::Pupils,
            Self::Students => Field::Students,
            Self::Teachers => Field::Teachers,
            Self::Adults => Field::Adults,
        }
    }
}

impl Came {
    /// So many of one sort come at the most.
    pub const MOST: u16 = 9_999;
    /// Younger than this, whoever comes alone is counted among the students.
    pub const GROWN_UP: u8 = 20;

    #[must_use]
    pub const fn of(self, who: CameAs) -> u16 {
        self.0[who as usize]
    }

    /// The same, and so many more.
    #[must_use]
    pub fn and(mut self, who: CameAs, n: u16) -> Self {
        let here = &mut self.0[who as usize];
        *here = here.saturating_add(n).min(Self::MOST);
        self
    }

    #[must_use]
    pub fn total(self) -> u32 {
        self.0.iter().map(|it| u32::from(*it)).sum()
    }

    /// Those among whom girls are counted.
    #[must_use]
    pub fn young(self) -> u32 {
        u32::from(self.of(CameAs::Pupils)) + u32::from(self.of(CameAs::Students))
    }

    /// The same, and so many of a party that were seen, with those who came along with them.
    /// `meant` are the levels that the activity is for.
    #[must_use]
    pub fn and_party(self, party: &Party, here: u16, meant: &[Level]) -> Self {
        match party {
            _ if here == 0 => self,
            Party::Class { grade, adults, .. } => {
                self.and(learners(*grade, meant), here).and(CameAs::Teachers, *adults)
            }
            Party::Child { .. } => self.and(CameAs::Pupils, here),
            Party::One { age, .. } if *age < Self::GROWN_UP => self.and(CameAs::Students, here),
            Party::One { .. } => self.and(CameAs::Adults, here),
        }
    }

    /// The same, and so many who came without a sign-up.
    #[must_use]
    pub fn and_walk_ins(self, kind: PartyKind, here: u16, meant: &[Level]) -> Self {
        match kind {
            PartyKind::Class => self.and(learners(None, meant), here),
            PartyKind::Child => self.and(CameAs::Pupils, here),
            PartyKind::One => self.and(CameAs::Adults, here),
        }
    }
}

/// What a class is counted as. Where several grades come, the activity tells whom it is for.
fn learners(grade: Option<Level>, meant: &[Level]) -> CameAs {
    let is_student = |it: &Level| matches!(it.phase(), Phase::Youth | Phase::Higher);
    let are_students = match &grade {
        Some(it) => is_student(it),
        None => !meant.is_empty() && meant.iter().all(is_student),
    };
    if are_students { CameAs::Students } else { CameAs::Pupils }
}

impl DateTold {
    /// Of fewer than these no share is told: it could be somebody's.
    pub const FEWEST_SHARED: u32 = 5;

    /// How many of a hundred pupils and students were girls; nothing where nobody has counted, or
    /// where they are so few that it would tell of somebody.
    #[must_use]
    pub fn girls_of_hundred(&self) -> Option<u32> {
        let young = self.came.young();
        let girls = u32::from(self.girls?);
        (young >= Self::FEWEST_SHARED).then(|| (girls * 100 + young / 2) / young)
    }
}

impl DateReport {
    /// How long after a date its report can be told and mended: as long as it is known who came.
    pub const MENDED_FOR: TimeDelta = TimeDelta::days(30);
    /// How long remarks are kept, since somebody can be named in them.
    pub const REMARKS_KEPT_FOR: TimeDelta = TimeDelta::days(365);

    /// Whether it is time to report a date that ends so, and takes place or not.
    #[must_use]
    pub fn time(end: DateTime<Utc>, is_on: bool, now: DateTime<Utc>) -> ReportTime {
        if !is_on {
            ReportTime::CalledOff
        } else if now < end {
            ReportTime::NotYet
        } else if now < end + Self::MENDED_FOR {
            ReportTime::Open
        } else {
            ReportTime::Closed
        }
    }
}

impl TypedReport {
    /// As somebody would type what is known.
    #[must_use]
    pub fn of(told: &DateTold) -> Self {
        let remark = |it: &Option<DateRemark>| it.as_ref().map(ToString::to_string);
        Self {
            came: told.came.0.map(|n| n.to_string()),
            girls: told.girls.map(|n| n.to_string()).unwrap_or_default(),
            levels: told.levels.iter().map(|it| it.key().to_owned()).collect(),
            well: remark(&told.well).unwrap_or_default(),
            better: remark(&told.better).unwrap_or_default(),
        }
    }

    /// What it tells. An empty field of a number says that nobody came so; girls need not be
    /// counted, nothing need be remarked, and levels that there are not are passed over.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form; a CPR number is never kept.
    pub fn read(&self) -> Result<DateTold, FieldFaults> {
        let mut faults = FieldFaults::new();
        let mut came = Came::default();
        for (who, typed) in CameAs::ALL.iter().zip(&self.came) {
            match number(typed) {
                Ok(n) => came = came.and(*who, n.unwrap_or_default()),
                Err(fault) => faults.push((who.field(), fault)),
            }
        }
        let girls = match number(&self.girls) {
            Ok(Some(n)) if faults.is_empty() && u32::from(n) > came.young() => {
                faults.push((Field::Girls, FieldFault::MoreThanCame { n: came.young() }));
                None
            }
            Ok(girls) => girls,
            Err(fault) => {
                faults.push((Field::Girls, fault));
                None
            }
        };
        let mut levels: Vec<Level> = self.levels.iter().filter_map(|it| it.parse().ok()).collect();
        levels.sort_unstable();
        levels.dedup();
        let mut remark = |field: Field, typed: &str| {
            let read = (!typed.trim().is_empty()).then(|| read_text::<DateRemark>(typed));
            read.transpose().unwrap_or_else(|fault| {
                faults.push((field, fault));
                None
            })
        };
        let (well, better) = (remark(Field::Well, &self.well), remark(Field::Better, &self.better));
        if faults.is_empty() {
            Ok(DateTold { came, girls, levels, well, better })
        } else {
            Err(faults)
        }
    }
}

/// A number of people; nothing where nothing was typed.
fn number(typed: &str) -> Result<Option<u16>, FieldFault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let n = typed.parse::<u16>().ok().filter(|it| *it <= Came::MOST);
    n.map(Some).ok_or(FieldFault::NoNumber)
}

#[cfg(test)]
mod tests;
