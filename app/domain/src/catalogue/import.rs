//! A sheet that somebody hands in at a desk: what its columns mean, what it did, and what of
//! that can be undone.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Activity, ActivityId, ExternalId, Occurrence, OccurrenceId, Particulars, State};
use crate::{identity::AccountId, keyed::keyed, partners::PartnerId};

/// Names an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ImportId(pub Uuid);

keyed! {
    /// How far an import has come.
    ImportStage {
        /// The sheet is here, and nothing is written.
        Open = "open",
        /// What is right in it is written.
        Written = "written",
        /// What it wrote is taken back.
        Undone = "undone",
    }
}

/// A sheet that somebody hands in at a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    pub id: ImportId,
    pub partner: PartnerId,
    /// Who handed it in.
    pub by: AccountId,
    pub file_name: String,
    /// From the first column to the last.
    pub columns: Vec<ColumnMeaning>,
    pub stage: ImportStage,
    pub figures: ImportFigures,
    pub handed_in_at: DateTime<Utc>,
    /// When it came to its stage.
    pub changed_at: DateTime<Utc>,
}

/// What one column of a sheet means to us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMeaning {
    /// As its partner calls it.
    pub header: String,
    /// The name of our column; empty where it means nothing to us.
    pub column: String,
}

/// What became of an import, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFigures {
    pub rows: u64,
    pub rows_refused: u64,
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// What was not taken back when the import was undone.
    pub stayed: u64,
}

impl Import {
    /// How long a sheet lies here without being written.
    pub const OPEN_FOR: TimeDelta = TimeDelta::hours(24);
    /// How long what an import did can be undone.
    pub const UNDONE_WITHIN: TimeDelta = TimeDelta::days(30);
    const LONGEST_NAME: usize = 120;

    /// A file's name as pages can show it: the last part of a path, on one line.
    #[must_use]
    pub fn file_name(said: &str) -> String {
        let last = said.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = last.chars().filter(|c| !c.is_control()).take(Self::LONGEST_NAME);
        let name: String = name.collect();
        name.trim().to_owned()
    }

    /// Whether what it did can still be undone.
    #[must_use]
    pub fn can_be_undone_at(&self, now: DateTime<Utc>) -> bool {
        self.stage == ImportStage::Written && now - self.changed_at < Self::UNDONE_WITHIN
    }
}

/// What an activity said before an import changed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    pub state: State,
    pub particulars: Particulars,
    pub occurrences: Vec<Occurrence>,
    pub updated_at: DateTime<Utc>,
}

impl Former {
    /// What an activity says now.
    #[must_use]
    pub fn of(activity: &Activity) -> Self {
        Self {
            state: activity.state(),
            particulars: activity.particulars().clone(),
            occurrences: activity.occurrences().to_vec(),
            updated_at: activity.updated_at(),
        }
    }

    /// The activity as it was.
    #[must_use]
    pub fn restored(self, now: &Activity) -> Activity {
        let mut it = Activity::draft(
            now.id,
            now.partner,
            now.external_id.clone(),
            self.particulars,
            self.occurrences,
            now.created_at,
        );
        it.slug = now.slug.clone();
        // What is asked is no sheet's to say.
        it.asking(now.questions().clone()).kept(self.state, self.updated_at)
    }
}

/// What an import did to one activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    pub activity: ActivityId,
    pub external_id: ExternalId,
    /// What it was before; nothing where it was new.
    pub former: Option<Former>,
    /// When the import left it.
    pub left_at: DateTime<Utc>,
}

keyed! {
    /// Why something that an import did is not taken back.
    Stays {
        /// It is not there any more.
        Gone = "gone",
        /// Somebody has changed it, or answered it, since.
        ChangedSince = "changed-since",
        /// It became public with the import, so people can have planned with it.
        Public = "public",
        /// A date that would go or come has begun.
        Begun = "begun",
        /// Somebody has a seat at a date that would go or change.
        SeatsTaken = "seats-taken",
    }
}

impl Trace {
    /// Why what was done to an activity cannot be taken back; nothing where it can. `taken` are
    /// dates at which somebody has a seat.
    #[must_use]
    pub fn stays(
        &self,
        activity: Option<&Activity>,
        taken: &HashSet<OccurrenceId>,
        now: DateTime<Utc>,
    ) -> Option<Stays> {
        let Some(activity) = activity else { return Some(Stays::Gone) };
        if activity.updated_at() != self.left_at {
            return Some(Stays::ChangedSince);
        }
        let was_public = self.former.as_ref().is_some_and(|it| it.state.is_public());
        if activity.state().is_public() && !was_public {
            return Some(Stays::Public);
        }
        let former = self.former.as_ref().map_or(&[][..], |it| &it.occurrences);
        let goes = activity.occurrences().iter().filter(|it| !former.contains(it));
        let comes = former.iter().filter(|it| !activity.occurrences().contains(it));
        if goes.clone().any(|it| taken.contains(&it.id)) {
            return Some(Stays::SeatsTaken);
        }
        let has_begun = |it: &Occurrence| it.start() > self.left_at && it.start() <= now;
        goes.chain(comes).any(has_begun).then_some(Stays::Begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(day * 86_400, 0).unwrap()
    }

    fn date(id: u128, day: i64) -> Occurrence {
        Occurrence::new(OccurrenceId(Uuid::from_u128(id)), (at(day), at(day + 1)), None, None)
            .unwrap()
    }

    fn activity(state: State, dates: &[(u128, i64)]) -> Activity {
        let particulars = crate::catalogue::particulars::tests::visit();
        let dates = dates.iter().map(|(id, day)| date(*id, *day)).collect();
        let (id, partner) = (ActivityId(Uuid::from_u128(1)), PartnerId(Uuid::nil()));
        let key = "R-1".try_into().unwrap();
        Activity::draft(id, partner, key, particulars, dates, at(0)).kept(state, at(5))
    }

    fn trace(former: Option<&Activity>) -> Trace {
        Trace {
            activity: ActivityId(Uuid::from_u128(1)),
            external_id: "R-1".try_into().unwrap(),
            former: former.map(Former::of),
            left_at: at(5),
        }
    }

    #[test]
    fn what_nobody_has_seen_goes_and_what_is_public_stays() {
        let none = HashSet::new();
        let new = trace(None);
        let stays = |state| new.stays(Some(&activity(state, &[(1, 10)])), &none, at(6));
        assert_eq!(stays(State::Submitted), None);
        assert_eq!(stays(State::Published), Some(Stays::Public));
        assert_eq!(new.stays(None, &none, at(6)), Some(Stays::Gone));
    }

    #[test]
    fn what_somebody_has_changed_since_stays() {
        let changed = activity(State::Submitted, &[]).kept(State::Submitted, at(6));
        let stays = trace(None).stays(Some(&changed), &HashSet::new(), at(7));
        assert_eq!(stays, Some(Stays::ChangedSince));
    }

    #[test]
    fn nobody_loses_a_seat_and_what_has_been_is_not_unsaid() {
        let before = activity(State::Published, &[(1, 10), (2, 20)]);
        let after = activity(State::Published, &[(1, 10), (3, 30)]);
        let trace = trace(Some(&before));
        let taken = |id: u128| HashSet::from([OccurrenceId(Uuid::from_u128(id))]);
        assert_eq!(trace.stays(Some(&after), &taken(1), at(9)), None);
        assert_eq!(trace.stays(Some(&after), &taken(3), at(9)), Some(Stays::SeatsTaken));
        assert_eq!(trace.stays(Some(&after), &taken(1), at(15)), None);
        assert_eq!(trace.stays(Some(&after), &taken(1), at(21)), Some(Stays::Begun));
    }

    #[test]
    fn what_is_restored_is_what_was() {
        let before = activity(State::Draft, &[(1, 10)]).kept(State::Draft, at(3));
        let mut after = before.clone();
        assert!(after.revise(before.particulars().clone(), vec![date(9, 40)], at(5)));
        after.step_to(State::Submitted, at(5)).unwrap();
        assert_eq!(Former::of(&before).restored(&after), before);
    }

    #[test]
    fn a_file_is_called_by_the_last_part_of_its_path() {
        assert_eq!(Import::file_name("C:\\Mine ting\\forår.xlsx"), "forår.xlsx");
        assert_eq!(Import::file_name("../../etc/pas\nswd"), "passwd");
    }
}
