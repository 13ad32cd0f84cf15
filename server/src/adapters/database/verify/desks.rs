//! What cannot be at desks: a draft of somebody else's activity, a claim that was answered, a
//! deed that nobody can read, something public from a partner whom nobody approved.

use std::collections::{HashMap, HashSet};

use application::ports::StoreError;
use domain::{
    Uuid,
    catalogue::State,
    partners::{Partner, Standing},
};
use sea_orm::{EntityTrait as _, QuerySelect as _};

use super::super::{
    Database,
    addresses::watched_of,
    claims::claim_of,
    deeds::deed_of,
    door_rows::account_of,
    drafts::draft_of,
    entity::{
        account, activity, claim, co_owner, deed, draft, former_key, invitation, partner, reminder,
        review, watched_address,
    },
    former_keys::former_key_of,
    people::{invitation_of, members_of},
    reminders::reminder_of,
    reviews::review_of,
    row::partner_of,
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong at desks, one sentence each.
    pub(super) async fn verify_desks(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let partners = self.partners_that_can_be(&mut faults).await?;
        self.verify_public(&partners, &mut faults).await?;
        self.verify_drafts(&mut faults).await?;
        self.verify_claims(&partners, &mut faults).await?;
        let deeds = deed::Entity::find().all(&self.reader).await.map_err(failed)?;
        faults.extend(deeds.into_iter().filter_map(|row| deed_of(row).err()).map(said));
        self.verify_invitations(&mut faults).await?;
        self.verify_co_owners(&mut faults).await?;
        self.verify_former_keys(&mut faults).await?;
        let told = reminder::Entity::find().all(&self.reader).await.map_err(failed)?;
        faults.extend(told.iter().filter_map(|row| reminder_of(row).err()).map(said));
        let watched = watched_address::Entity::find().all(&self.reader).await;
        let watched = watched.map_err(failed)?;
        faults.extend(watched.into_iter().filter_map(|row| watched_of(row).err()).map(said));
        let asked = review::Entity::find().all(&self.reader).await.map_err(failed)?;
        faults.extend(asked.into_iter().filter_map(|row| review_of(row).err()).map(said));
        Ok(faults)
    }

    /// An invitation is gone once its reader acts for the partner.
    async fn verify_invitations(&self, faults: &mut Vec<String>) -> Result<(), StoreError> {
        let rows = invitation::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in rows {
            let id = row.id;
            match invitation_of(row) {
                Ok(it) => {
                    let members = members_of((&self.reader, &self.keyring), it.partner).await?;
                    if members.iter().any(|member| member.email.key() == it.email.key()) {
                        faults.push(format!(
                            "invitation {id}: of somebody who works for the partner already"
                        ));
                    }
                }
                Err(fault) => faults.push(said(fault)),
            }
        }
        Ok(())
    }

    /// Nobody owns beside itself, and who was only asked sees nobody's roster.
    async fn verify_co_owners(&self, faults: &mut Vec<String>) -> Result<(), StoreError> {
        let rows = co_owner::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in rows {
            let (activity, partner) = (row.activity_id, row.partner_id);
            let lead: Option<Uuid> = activity::Entity::find_by_id(activity)
                .select_only()
                .column(activity::Column::PartnerId)
                .into_tuple()
                .one(&self.reader)
                .await
                .map_err(failed)?;
            let name = format!("co-owner {partner} of activity {activity}");
            match lead {
                None => faults.push(format!("{name}: there is no such activity")),
                Some(lead) if lead == partner => faults.push(format!("{name}: it leads it")),
                Some(_) => {}
            }
            if row.joined_at.is_none() && row.sees_rosters {
                faults.push(format!("{name}: it sees rosters, but was only asked"));
            }
            if row.joined_at.is_none() && row.lead_asked_at.is_some() {
                faults.push(format!("{name}: it is asked to lead, but owns nothing yet"));
            }
            if row.joined_at.is_some_and(|joined| joined < row.asked_at) {
                faults.push(format!("{name}: it joined before it was asked"));
            }
        }
        Ok(())
    }

    /// Nobody leads what another leads now, and a key names one thing.
    async fn verify_former_keys(&self, faults: &mut Vec<String>) -> Result<(), StoreError> {
        let rows = former_key::Entity::find()
            .find_also_related(activity::Entity)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        for (row, led) in rows {
            let (partner, activity) = (row.partner_id, row.activity_id);
            if led.is_some_and(|it| it.partner_id == partner) {
                faults.push(format!("former key of partner {partner}: it leads {activity} again"));
            }
            if let Err(fault) = former_key_of(row) {
                faults.push(said(fault));
            }
        }
        Ok(())
    }

    async fn partners_that_can_be(
        &self,
        faults: &mut Vec<String>,
    ) -> Result<HashMap<Uuid, Partner>, StoreError> {
        let rows = partner::Entity::find().all(&self.reader).await.map_err(failed)?;
        let mut partners = HashMap::new();
        for row in rows {
            match partner_of(row) {
                Ok(it) => {
                    if it.is_trusted && it.standing != Standing::Approved {
                        faults.push(format!("partner {}: trusted, but not approved", it.id.0));
                    }
                    partners.insert(it.id.0, it);
                }
                Err(fault) => faults.push(said(fault)),
            }
        }
        Ok(partners)
    }

    async fn verify_public(
        &self,
        partners: &HashMap<Uuid, Partner>,
        faults: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let rows: Vec<(Uuid, Uuid, String)> = activity::Entity::find()
            .select_only()
            .columns([activity::Column::Id, activity::Column::PartnerId, activity::Column::State])
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let unapproved = rows.into_iter().filter(|(_, partner, state)| {
            let is_public = state.parse().is_ok_and(State::is_public);
            is_public && partners.get(partner).is_some_and(|it| it.standing != Standing::Approved)
        });
        faults.extend(unapproved.map(|(id, partner, _)| {
            format!("activity {id}: public, but partner {partner} is not approved")
        }));
        Ok(())
    }

    async fn verify_drafts(&self, faults: &mut Vec<String>) -> Result<(), StoreError> {
        let rows = draft::Entity::find()
            .find_also_related(activity::Entity)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        for (row, activity) in rows {
            if activity.is_some_and(|it| it.partner_id != row.partner_id) {
                faults.push(format!("draft {}: of an activity of another partner", row.id));
            }
            faults.extend(draft_of(&row).err().map(said));
        }
        Ok(())
    }

    async fn verify_claims(
        &self,
        partners: &HashMap<Uuid, Partner>,
        faults: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let mut members = HashSet::new();
        let rows = account::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in rows {
            match account_of(row, &self.keyring) {
                Ok(it) => {
                    for partner in it.roles.iter().filter_map(|role| role.partner()) {
                        if !partners.contains_key(&partner.0) {
                            faults.push(format!(
                                "account {}: works for partner {}, who is not there",
                                it.id.0, partner.0
                            ));
                        }
                        members.insert((it.id.0, partner.0));
                    }
                }
                Err(fault) => faults.push(said(fault)),
            }
        }
        let mut asked = HashSet::new();
        for row in claim::Entity::find().all(&self.reader).await.map_err(failed)? {
            let (id, who) = (row.id, (row.account_id, row.partner_id));
            if members.contains(&who) {
                faults.push(format!("claim {id}: of somebody who works for the partner already"));
            }
            if !asked.insert(who) {
                faults.push(format!("claim {id}: asked for twice"));
            }
            faults.extend(claim_of(row).err().map(said));
        }
        Ok(())
    }
}

fn said(fault: impl std::fmt::Display) -> String {
    fault.to_string()
}
