//! A guardian names others beside themselves, or takes them off again.

use domain::{
    identity::Secret,
    signup::{Kin, PartyKind, SignUpNews, SignUpPurpose, TypedKin},
};

use super::{
    SignUpError,
    keep::{about_activity, write_to_second},
    show_sign_up::opened,
    tries::Tries,
};
use crate::{identity::count_letter, ports::Ports};

/// Says who else is told of a child's sign-up and who is called on the day, by the link of its
/// page. A second guardian who is new is written to, and the links of one who was named before
/// open nothing any more.
///
/// # Errors
///
/// [`SignUpError::Fields`] where something is wrong, [`SignUpError::TooOften`] where the second
/// guardian has had so many letters; everything is then as it was.
pub async fn change_kin(
    ports: &Ports,
    secret: &Secret,
    typed: &TypedKin,
) -> Result<(), SignUpError> {
    let mut tries = Tries::default();
    loop {
        match change(ports, secret, typed).await {
            Err(error) if tries.again(ports, &error) => {}
            told => return told,
        }
    }
}

async fn change(ports: &Ports, secret: &Secret, typed: &TypedKin) -> Result<(), SignUpError> {
    let seen = opened(ports, secret).await?;
    let is_child = seen.party.kind() == PartyKind::Child;
    if !is_child || !seen.entry.stage.is_active() {
        return Err(SignUpError::DeadLink);
    }
    let kin = typed.read(seen.contact.email.as_ref()).map_err(SignUpError::Fields)?;
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let roster = roster.ok_or(SignUpError::DeadLink)?;
    let mut sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    if roster.entry(sign_up.id).is_none() {
        return Err(SignUpError::DeadLink);
    }
    let address = |kin: &Kin| kin.second.as_ref().map(|it| it.email.key());
    let is_another = address(&kin) != address(&sign_up.kin);
    sign_up.kin = kin;
    tx.sign_ups().save(&sign_up).await?;
    if is_another {
        for of in SignUpPurpose::OF_SECOND {
            tx.sign_ups().drop_links(sign_up.id, of).await?;
        }
        if let Some(second) = &sign_up.kin.second {
            if !count_letter(&mut *tx, &second.email, now).await? {
                return Err(SignUpError::TooOften);
            }
            // Whoever has not answered their own letter names nobody yet.
            if sign_up.entry.stage.is_sure() {
                let news = SignUpNews::NamedSecond;
                write_to_second(ports, &mut *tx, (&roster, &about), &sign_up, news, now).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(())
}
