//! Everything that waits for a moderator, whoever's it is.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::{Activity, ActivityId},
    pact::{CaseId, CaseName, Patience, Region, Review},
    partners::{Partner, PartnerId, Standing},
};

use super::{home_of, region_of, working_time::waited};
use crate::ports::{Ports, StoreError, ToldClaim};

/// One thing that waits.
#[derive(Clone, Debug)]
pub(crate) struct WaitingCase {
    pub(crate) what: WaitingFor,
    pub(crate) partner: Partner,
    pub(crate) region: Option<Region>,
    pub(crate) since: DateTime<Utc>,
    pub(crate) patience: Patience,
}

#[derive(Clone, Debug)]
pub(crate) enum WaitingFor {
    Activity(Activity),
    Partner,
    Claim(ToldClaim),
    /// Something public, and what it is about.
    Review(Review, Activity),
    /// What a public activity would ask those who sign up.
    Questions(Activity),
}

impl WaitingCase {
    pub(crate) fn id(&self) -> CaseId {
        match &self.what {
            WaitingFor::Activity(it) => CaseId::Activity(it.id),
            WaitingFor::Partner => CaseId::Partner(self.partner.id),
            WaitingFor::Claim(it) => CaseId::Claim(it.claim.id),
            WaitingFor::Review(it, _) => CaseId::Review(it.id),
            WaitingFor::Questions(it) => CaseId::Questions(it.id),
        }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> Option<CaseName> {
        let name = match &self.what {
            WaitingFor::Activity(it) | WaitingFor::Review(_, it) | WaitingFor::Questions(it) => {
                it.particulars().title.as_str()
            }
            WaitingFor::Partner | WaitingFor::Claim(_) => self.partner.name.as_str(),
        };
        name.try_into().ok()
    }
}

/// The most reviews that are looked at; there are more only where somebody floods us.
const MOST_REVIEWS: u64 = 1_000;

/// Everything that waits for a moderator, the longest waiting first.
pub(crate) async fn waiting_cases(
    ports: &Ports,
    (now, day): (DateTime<Utc>, NaiveDate),
) -> Result<Vec<WaitingCase>, StoreError> {
    let partners: HashMap<PartnerId, Partner> =
        ports.desk.all_partners().await?.into_iter().map(|it| (it.id, it)).collect();
    let submitted = ports.queue.submitted().await?;
    let ids: Vec<ActivityId> = submitted.iter().map(|it| it.id).collect();
    let sent = ports.queue.sent_at(&ids).await?;
    let case = |what, partner: &Partner, region, since| WaitingCase {
        what,
        partner: partner.clone(),
        region,
        since,
        patience: Patience::after(waited(since, now)),
    };
    let mut cases = Vec::new();
    for it in submitted {
        let Some(partner) = partners.get(&it.partner) else { continue };
        let region = region_of(it.particulars(), partner, day);
        // Changing what waits does not make it wait anew.
        let since = sent.get(&it.id).copied().unwrap_or_else(|| it.updated_at());
        cases.push(case(WaitingFor::Activity(it), partner, region, since));
    }
    for it in ports.queue.claims().await? {
        let Some(partner) = partners.get(&it.claim.partner) else { continue };
        let since = it.claim.asked_at;
        cases.push(case(WaitingFor::Claim(it), partner, home_of(partner, day), since));
    }
    for (it, about) in ports.reviews.reviews(MOST_REVIEWS).await? {
        let Some(partner) = partners.get(&about.partner) else { continue };
        let region = region_of(about.particulars(), partner, day);
        let since = it.asked_at;
        cases.push(case(WaitingFor::Review(it, about), partner, region, since));
    }
    for it in ports.queue.with_questions().await? {
        let (Some(partner), Some(proposed)) =
            (partners.get(&it.partner), it.questions().proposed())
        else {
            continue;
        };
        let (region, since) = (region_of(it.particulars(), partner, day), proposed.since);
        cases.push(case(WaitingFor::Questions(it), partner, region, since));
    }
    for it in partners.values().filter(|it| it.standing == Standing::Waiting) {
        cases.push(case(WaitingFor::Partner, it, home_of(it, day), it.created_at));
    }
    cases.sort_by_key(|it| (it.since, it.id()));
    Ok(cases)
}
