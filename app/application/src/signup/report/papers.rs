//! What a report unlocks: a partner's certificate, and the proof of those who took part. Both are
//! plain words, which a page or a file puts on paper.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Language, OccurrenceId, Title},
    signup::{Arriving, Came, SignUp, Stage},
};

use crate::ports::{ActivityDetails, OccurrenceSummary, Ports, StoreError};

/// What both papers say of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperDate {
    pub date: OccurrenceId,
    pub title: Title,
    /// The language of the title.
    pub language: Language,
    /// Who held it: the one that leads it first.
    pub partners: Vec<String>,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// That partners held a date for so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub of: PaperDate,
    pub came: Came,
}

/// That somebody took part in a date. It names nobody: whoever prints it writes the name on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub of: PaperDate,
}

impl PaperDate {
    pub(super) fn of(details: &ActivityDetails, date: &OccurrenceSummary) -> Self {
        let particulars = details.activity.particulars();
        let others = details.co_owners.iter().map(|it| it.link.name.clone());
        Self {
            date: date.id,
            title: particulars.title.clone(),
            language: particulars.language,
            partners: std::iter::once(details.partner.name.clone()).chain(others).collect(),
            start: date.start,
            end: date.end,
        }
    }
}

/// Whether it is known that a party took part: its date was reported, and it was ticked off there,
/// or had a seat where nobody was.
pub(in crate::signup) async fn took_part(ports: &Ports, it: &SignUp) -> Result<bool, StoreError> {
    let report = ports.reports.report_of(it.occurrence).await?;
    if report.is_none_or(|report| report.told.came.total() == 0) {
        return Ok(false);
    }
    let standing = ports.sign_ups.check_in_of(it.occurrence).await?.standing();
    Ok(if standing.values().any(|said| said.here > 0) {
        standing.get(&Arriving::Party(it.id)).is_some_and(|said| said.here > 0)
    } else {
        it.entry.stage == Stage::Confirmed
    })
}
