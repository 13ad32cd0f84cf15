//! What copies of the catalogue follow, told from memory.

use async_trait::async_trait;
use domain::catalogue::{Activity, ActivityId, State};

use super::{MemoryStore, memory_reader::co_owners, memory_store::Facts};
use crate::ports::{
    ActivityDocument, CatalogueChanges, ChangeMark, Changed, CoOwnerLink, IndexChange, StoreError,
};

fn document(facts: &Facts, activity: &Activity) -> ActivityDocument {
    let it = activity.particulars();
    let partner = &facts.partners[&activity.partner];
    ActivityDocument {
        id: activity.id,
        version: facts.versions.get(&activity.id).copied().unwrap_or_default(),
        title: it.title.to_string(),
        summary: it.summary.to_string(),
        description: it.description.to_string(),
        partner: owners(&partner.name.to_string(), co_owners(facts, activity.id)),
        sector: partner.sector,
        kind: it.kind,
        topics: it.topics.clone(),
        levels: it.levels.clone(),
        audience: it.audience.clone(),
        format: it.format,
        language: it.language,
        venue: it.venue.name.as_ref().map(ToString::to_string),
        city: it.venue.city.as_ref().map(ToString::to_string),
        campaign: it.campaign.as_ref().map(ToString::to_string),
        girls_focus: it.girls_focus,
    }
}

/// What an index reads of who does it: the lead, and who else owns it.
fn owners(lead: &str, others: Vec<CoOwnerLink>) -> String {
    let others = others.into_iter().map(|it| it.link.name);
    std::iter::once(lead.to_owned()).chain(others).collect::<Vec<_>>().join(", ")
}

fn public(facts: &Facts) -> Vec<ActivityDocument> {
    let public = facts.activities.values().filter(|it| it.state() == State::Published);
    public.map(|it| document(facts, it)).collect()
}

#[async_trait]
impl CatalogueChanges for MemoryStore {
    async fn version(&self) -> Result<i64, StoreError> {
        Ok(self.facts().version.cast_signed())
    }

    async fn changed_after(&self, mark: ChangeMark, n: u64) -> Result<Vec<Changed>, StoreError> {
        let facts = self.facts();
        let mut changed: Vec<Changed> = facts
            .activities
            .values()
            .map(|it| {
                let document = document(&facts, it);
                let mark = ChangeMark { version: document.version, id: it.id };
                let change = match it.state() {
                    State::Published => IndexChange::Put(Box::new(document)),
                    _ => IndexChange::Forget(it.id),
                };
                Changed { mark, change }
            })
            .filter(|it| it.mark > mark)
            .collect();
        changed.sort_by_key(|it| it.mark);
        changed.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(changed)
    }

    async fn public(&self) -> Result<Vec<(ActivityId, i64)>, StoreError> {
        Ok(public(&self.facts()).iter().map(|it| (it.id, it.version)).collect())
    }

    async fn documents(&self, ids: &[ActivityId]) -> Result<Vec<ActivityDocument>, StoreError> {
        let all = public(&self.facts());
        Ok(all.into_iter().filter(|it| ids.contains(&it.id)).collect())
    }
}
