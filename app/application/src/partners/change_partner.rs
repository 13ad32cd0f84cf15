//! A partner's people change what is told of it.

use domain::{
    identity::{Action, DeedKind, Subject},
    partners::{Partner, PartnerId, Profile, Standing},
};

use super::alike;
use crate::{
    deeds::{Doing, write_down},
    identity::{DoorError, Viewer, may_for_partner},
    ports::{Ports, StoreError},
};

/// Why what is told of a partner is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Look elsewhere: there is no such partner, or it is not theirs to tell of.
    #[error("there is no such thing")]
    Unknown,
    /// Type another web address: this one is another partner's.
    #[error("another partner is at that web address")]
    Known(Box<Partner>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DoorError> for ProfileError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

/// A partner, for whoever may change what is told of it.
///
/// # Errors
///
/// [`ProfileError::Unknown`] where it is not theirs.
pub async fn show_profile(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
) -> Result<Partner, ProfileError> {
    may_for_partner(&viewer.account, Action::ChangePartner, id)
        .map_err(|_| ProfileError::Unknown)?;
    let all = ports.desk.all_partners().await?;
    all.into_iter().find(|it| it.id == id).ok_or(ProfileError::Unknown)
}

/// Changes what is told of a partner; where nothing is different, nothing is done.
///
/// # Errors
///
/// [`ProfileError::Unknown`] where it is not theirs; [`ProfileError::Known`] where another partner
/// is at its new web address, since by that address people are let in.
pub async fn change_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    profile: Profile,
) -> Result<(), ProfileError> {
    let mut tx = ports.store.begin().await?;
    tx.partners().lock_all().await?;
    let before = tx.partners().by_id(id).await?;
    let account = viewer.lock(&mut *tx).await?;
    may_for_partner(&account, Action::ChangePartner, id).map_err(|_| ProfileError::Unknown)?;
    let before = before.ok_or(ProfileError::Unknown)?;
    let partner = before.clone().told_as(profile);
    if partner == before {
        return Ok(());
    }
    if partner.website != before.website {
        let others = tx.partners().all().await?;
        let mut others = others.into_iter().filter(|it| it.id != id);
        let known = |it: &Partner| it.standing != Standing::Refused && alike(it, &partner);
        if let Some(known) = others.find(known) {
            return Err(ProfileError::Known(Box::new(known)));
        }
    }
    tx.partners().save(&partner).await?;
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(id),
        kind: DeedKind::PartnerChanged,
        about: Subject::Partner(id),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(partner = %id.0, "what is told of a partner was changed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::{identity::Role, partners::Sector, search::PageNumber};

    use super::*;
    use crate::{pact::house::House, ports::HistoryOf};

    fn profile(website: &str) -> Profile {
        Profile {
            sector: Sector::Association,
            website: Some(website.try_into().unwrap()),
            postcode: Some("5000".parse().unwrap()),
            about: Some("Vi bygger robotter.\n\nKom og vær med.".try_into().unwrap()),
        }
    }

    async fn kept(house: &House, id: PartnerId) -> Partner {
        let all = house.ports.desk.all_partners().await.unwrap();
        all.into_iter().find(|it| it.id == id).unwrap()
    }

    #[tokio::test]
    async fn an_administrator_tells_of_their_partner_and_the_name_stays() {
        let house = House::new();
        let (signe, id) = house.organiser("signe@robot.dk", "Robot", "https://robot.dk").await;
        let before = kept(&house, id).await;
        let told = profile("https://ny.robot.dk");
        for _ in 0..2 {
            change_partner(&house.ports, &signe, id, told.clone()).await.unwrap();
        }
        let after = kept(&house, id).await;
        assert_eq!(after, before.clone().told_as(told));
        assert_eq!((after.name, after.standing), (before.name, before.standing));
        let of = HistoryOf::Partner(id, None);
        let history = house.ports.deeds.history(of, PageNumber::FIRST).await.unwrap();
        let changes = history.deeds.iter().filter(|it| it.deed.kind == DeedKind::PartnerChanged);
        assert_eq!(changes.count(), 1, "saying it again changes nothing");
    }

    #[tokio::test]
    async fn nobody_else_does_and_nobody_takes_the_address_of_another() {
        let house = House::new();
        let (signe, id) = house.organiser("signe@robot.dk", "Robot", "https://robot.dk").await;
        let (bo, zoo) = house.organiser("bo@zoo.dk", "Zoo", "https://zoo.dk").await;
        let eva = house.person("eva@robot.dk", &[Role::Editor(id)]).await;
        let before = kept(&house, id).await;
        for who in [&bo, &eva] {
            let changed = change_partner(&house.ports, who, id, profile("https://x.dk")).await;
            assert!(matches!(changed, Err(ProfileError::Unknown)));
            assert!(show_profile(&house.ports, who, id).await.is_err());
        }
        let taken = change_partner(&house.ports, &signe, id, profile("https://zoo.dk/a")).await;
        assert!(matches!(taken, Err(ProfileError::Known(it)) if it.id == zoo));
        assert_eq!(kept(&house, id).await, before);
    }
}
