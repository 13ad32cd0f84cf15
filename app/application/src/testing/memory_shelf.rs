//! What partners own, as long as the test lasts.

use std::{cmp::Reverse, collections::HashMap};

use async_trait::async_trait;
use domain::{
    catalogue::{Activity, ActivityId, OccurrenceId, SignUpMode, State},
    partners::PartnerId,
    search::PageNumber,
};

use super::MemoryStore;
use crate::ports::{
    Owned, OwnedDate, SeatsAt, ShelfReader, Shelved, SideOfNow, SignUpReader as _, StoreError,
    TitleWords,
};

fn number(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

impl MemoryStore {
    /// What is owned and wanted, the last changed first.
    fn owned(&self, owned: Owned<'_>, is_wanted: impl Fn(&Activity) -> bool) -> Vec<Activity> {
        let is_theirs = |it: &Activity| {
            owned.led_by.contains(&it.partner)
                || (owned.shared.contains(&it.id) && it.state() != State::Archived)
        };
        let facts = self.facts();
        let theirs = facts.activities.values().filter(|it| is_theirs(it) && is_wanted(it));
        let mut theirs: Vec<Activity> = theirs.cloned().collect();
        theirs.sort_by_key(|it| (Reverse(it.updated_at()), it.id));
        theirs
    }

    /// The dates of what is published.
    fn owned_dates(&self, owned: Owned<'_>) -> Vec<OwnedDate> {
        let published = self.owned(owned, |it| it.state() == State::Published);
        let dates = published.iter().flat_map(|it| {
            let with = move |date| OwnedDate { activity: it.clone(), date };
            it.occurrences().iter().cloned().map(with)
        });
        dates.collect()
    }
}

#[async_trait]
impl ShelfReader for MemoryStore {
    async fn shelf(
        &self,
        owned: Owned<'_>,
        words: Option<&TitleWords>,
        page: PageNumber,
    ) -> Result<Shelved, StoreError> {
        let is_found =
            |it: &Activity| words.is_none_or(|words| words.are_in(it.particulars().title.as_str()));
        let mut found = self.owned(owned, is_found);
        found.sort_by_key(|it| it.state() == State::Archived);
        let total = found.len() as u64;
        let activities = found.into_iter().skip(number(page.before(Shelved::PER_PAGE)));
        Ok(Shelved { activities: activities.take(Shelved::PER_PAGE as usize).collect(), total })
    }

    async fn in_state(
        &self,
        owned: Owned<'_>,
        state: State,
        n: Option<u64>,
    ) -> Result<Shelved, StoreError> {
        let mut activities = self.owned(owned, |it| it.state() == state);
        let total = activities.len() as u64;
        activities.truncate(n.map_or(usize::MAX, number));
        Ok(Shelved { activities, total })
    }

    async fn dates(
        &self,
        owned: Owned<'_>,
        side: SideOfNow,
        n: u64,
    ) -> Result<Vec<OwnedDate>, StoreError> {
        let mut dates = self.owned_dates(owned);
        dates.sort_by_key(|it| (it.date.start(), it.activity.id, it.date.id));
        match side {
            SideOfNow::Coming(now) => dates.retain(|it| it.date.end() > now),
            SideOfNow::Over(now) => {
                dates.retain(|it| it.date.end() <= now);
                dates.reverse();
            }
        }
        dates.truncate(number(n));
        Ok(dates)
    }

    async fn answered_by(&self, partners: &[PartnerId]) -> Result<Vec<ActivityId>, StoreError> {
        let owned = Owned { led_by: partners, shared: &[] };
        let answers = |it: &Activity| {
            it.state().is_public() && it.particulars().sign_up == SignUpMode::Request
        };
        Ok(self.owned(owned, answers).iter().map(|it| it.id).collect())
    }

    async fn seats_at(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<HashMap<OccurrenceId, SeatsAt>, StoreError> {
        let mut seats = HashMap::new();
        for id in dates {
            let Some(roster) = self.roster(*id).await? else { continue };
            let in_line = roster.entries().iter().filter(|it| it.stage.is_in_line());
            let waiting = in_line.map(|it| u32::from(it.seats)).sum();
            let at = SeatsAt { taken: roster.taken(), waiting };
            if at != SeatsAt::default() {
                seats.insert(*id, at);
            }
        }
        Ok(seats)
    }
}
