//! Somebody sets a second factor up, or turns it off.

use domain::identity::{DeedKind, Factor, FactorKey, Letter, RECOVERY_CODES, Stage, Tally, Target};

use super::{
    DoorError, Viewer,
    start_session::{Browser, SignedIn, start_session},
    write_letter::tell,
};
use crate::{deeds::write_down_own, ports::Ports};

/// The key for the telephone of somebody who has no second factor yet; the same one until a code
/// has shown that the telephone has it.
///
/// # Errors
///
/// [`DoorError::NotFresh`]; [`DoorError::Unknown`] where there is a second factor already.
pub async fn propose_second_factor(ports: &Ports, viewer: &Viewer) -> Result<FactorKey, DoorError> {
    if !viewer.session.is_fresh(ports.clock.now()) {
        return Err(DoorError::NotFresh);
    }
    let mut tx = ports.store.begin().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    if let Some(factor) = &account.factor {
        return if factor.is_confirmed { Err(DoorError::Unknown) } else { Ok(factor.key.clone()) };
    }
    let mut chance = [0; 20];
    ports.chance.fill(&mut chance);
    let key = FactorKey::of(chance);
    account.factor = Some(Factor::proposed(key.clone()));
    tx.accounts().save(&account).await?;
    tx.commit().await?;
    Ok(key)
}

/// Turns the second factor on once the telephone has shown a code; answers the codes on paper,
/// which are shown this once, and the session that begins anew. Every other session ends.
///
/// # Errors
///
/// [`DoorError::WrongCode`], [`DoorError::NotFresh`], [`DoorError::TooOften`]; or
/// [`DoorError::Unknown`] where none is being set up.
pub async fn confirm_second_factor(
    ports: &Ports,
    viewer: &Viewer,
    typed: &str,
    browser: &Browser,
) -> Result<(SignedIn, Vec<String>), DoorError> {
    let now = ports.clock.now();
    if !viewer.session.is_fresh(now) {
        return Err(DoorError::NotFresh);
    }
    let mut tx = ports.store.begin().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let factor = account.factor.as_mut().filter(|it| !it.is_confirmed).ok_or(DoorError::Unknown)?;
    let mut tally = tx.accounts().tally(Target::Code(viewer.account.id)).await?;
    tally.try_at(now)?;
    if factor.take_code(typed, now).is_err() {
        tx.accounts().keep_tally(Target::Code(viewer.account.id), tally).await?;
        tx.commit().await?;
        return Err(DoorError::WrongCode);
    }
    factor.is_confirmed = true;
    let codes = paper(ports, factor);
    tx.accounts().save(&account).await?;
    tx.accounts().keep_tally(Target::Code(account.id), Tally::default()).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    tell(ports, &mut *tx, &account, Letter::FactorOn).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::FactorOn).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "a second factor was turned on");
    Ok((signed_in, codes))
}

/// Makes new codes on paper; the old ones are void.
///
/// # Errors
///
/// [`DoorError::NotFresh`]; [`DoorError::Unknown`] where there is no second factor.
pub async fn new_recovery_codes(ports: &Ports, viewer: &Viewer) -> Result<Vec<String>, DoorError> {
    if !viewer.session.is_fresh(ports.clock.now()) {
        return Err(DoorError::NotFresh);
    }
    let mut tx = ports.store.begin().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let factor = account.factor.as_mut().filter(|it| it.is_confirmed).ok_or(DoorError::Unknown)?;
    let codes = paper(ports, factor);
    tx.accounts().save(&account).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::RecoveryCodesMade).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Turns the second factor off, unless a role asks for it.
///
/// # Errors
///
/// [`DoorError::NotFresh`]; [`DoorError::FactorNeeded`]; [`DoorError::Unknown`] where there is
/// none.
pub async fn drop_second_factor(ports: &Ports, viewer: &Viewer) -> Result<(), DoorError> {
    if !viewer.session.is_fresh(ports.clock.now()) {
        return Err(DoorError::NotFresh);
    }
    let mut tx = ports.store.begin().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    if !account.has_factor() {
        return Err(DoorError::Unknown);
    }
    if account.needs_factor() {
        return Err(DoorError::FactorNeeded);
    }
    account.drop_factor();
    tx.accounts().save(&account).await?;
    tx.sessions().end_all_of(account.id, Some(&viewer.session.mark)).await?;
    tell(ports, &mut *tx, &account, Letter::FactorOff).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::FactorOff).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "a second factor was turned off");
    Ok(())
}

fn paper(ports: &Ports, factor: &mut Factor) -> Vec<String> {
    let mut chance = [[0; 15]; RECOVERY_CODES];
    ports.chance.fill(chance.as_flattened_mut());
    factor.new_recovery_codes(&chance)
}
