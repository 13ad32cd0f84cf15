//! Somebody asks for a partner that nobody has heard of before.

use domain::{
    identity::{DeedKind, Letter, Role, Stage, Subject},
    partners::{Introduction, Partner, PartnerId},
};

use super::alike;
use crate::{
    deeds::{Doing, write_down},
    identity::{Browser, DoorError, SignedIn, Viewer, give_role, start_session},
    ports::{Ports, StoreError},
};

/// Why a partner is not made.
#[derive(Debug, thiserror::Error)]
pub enum IntroduceError {
    /// Act for this one: it is the same.
    #[error("the partner is known already")]
    Known(Box<Partner>),
    /// Wait until a moderator has looked at the ones before.
    #[error("the person has asked for too many partners")]
    TooMany,
    #[error("there is no such thing")]
    Unknown,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DoorError> for IntroduceError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

/// The most partners that one person asks for.
const MOST: usize = 5;

/// Makes a partner for whose activities nothing is published before a moderator has looked at it;
/// whoever asks acts for it at once and says who else does, in a session that begins anew. A
/// partner that is known, by name or by web address, is never made twice, also where a moderator
/// has refused it: then nobody acts for it, and whoever is of it can claim it.
///
/// # Errors
///
/// [`IntroduceError::Known`] with the one that is there; [`IntroduceError::TooMany`].
pub async fn introduce_partner(
    ports: &Ports,
    viewer: &Viewer,
    said: Introduction,
    browser: &Browser,
) -> Result<(PartnerId, SignedIn), IntroduceError> {
    let mut tx = ports.store.begin().await?;
    // Of two who ask for the same one at once, the second is told of the first's.
    tx.partners().lock_all().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let partner = Partner::asked_for(PartnerId(ports.ids.next()), said, ports.clock.now());
    let known = tx.partners().all().await?;
    if let Some(known) = known.into_iter().find(|it| alike(it, &partner)) {
        return Err(IntroduceError::Known(Box::new(known)));
    }
    if account.roles.iter().filter_map(|role| role.partner()).count() >= MOST {
        return Err(IntroduceError::TooMany);
    }
    tx.partners().add(std::slice::from_ref(&partner)).await?;
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(partner.id),
        kind: DeedKind::PartnerAdded,
        about: Subject::Partner(partner.id),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    let (role, letter) = (Role::PartnerAdministrator(partner.id), Letter::RolesChanged);
    give_role(ports, &mut *tx, &mut account, role, letter).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    tx.commit().await?;
    tracing::info!(partner = %partner.id.0, "a partner was asked for");
    Ok((partner.id, signed_in))
}
