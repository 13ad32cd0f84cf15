//! What was done is written down in the transaction that does it, and read by those it concerns.

use domain::{
    catalogue::Activity,
    identity::{Account, AccountId, Deed, DeedId, DeedKind, Remark, Subject},
    partners::PartnerId,
    search::PageNumber,
};

use crate::{
    identity::Viewer,
    ports::{History, HistoryOf, Ports, StoreError, Transaction},
};

/// A deed, before it has a name and a time.
pub(crate) struct Doing {
    pub(crate) by: Option<AccountId>,
    pub(crate) on_behalf_of: Option<PartnerId>,
    pub(crate) kind: DeedKind,
    pub(crate) about: Subject,
    pub(crate) remark: Option<Remark>,
}

impl Doing {
    /// What somebody does to an account: their own, mostly.
    pub(crate) fn to_account(by: Option<AccountId>, kind: DeedKind, account: AccountId) -> Self {
        let about = Subject::Account(account);
        Self { by, on_behalf_of: None, kind, about, remark: None }
    }

    /// What somebody does to an activity for the partner that leads it.
    pub(crate) fn of_owner(by: &Account, activity: &Activity, kind: DeedKind) -> Self {
        let about = Subject::Activity(activity.id);
        Self { by: Some(by.id), on_behalf_of: Some(activity.partner), kind, about, remark: None }
    }
}

/// Writes a deed down.
pub(crate) async fn write_down(
    ports: &Ports,
    tx: &mut dyn Transaction,
    doing: Doing,
) -> Result<(), StoreError> {
    let (id, at) = (DeedId(ports.ids.next()), ports.clock.now());
    let Doing { by, on_behalf_of, kind, about, remark } = doing;
    tx.deeds().add(&Deed { id, at, by, on_behalf_of, kind, about, remark }).await
}

/// Writes down what somebody did to their own account.
pub(crate) async fn write_down_own(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: AccountId,
    kind: DeedKind,
) -> Result<(), StoreError> {
    write_down(ports, tx, Doing::to_account(Some(account), kind, account)).await
}

/// What was done to something, the newest first.
pub(crate) async fn history_about(ports: &Ports, about: Subject) -> Result<History, StoreError> {
    ports.deeds.history(HistoryOf::Subject(about), PageNumber::FIRST).await
}

/// Turns to another page of a history that somebody may see. Whether there is one of that number.
///
/// # Errors
///
/// Where the store fails.
pub async fn turn_to(
    ports: &Ports,
    history: &mut History,
    page: PageNumber,
) -> Result<bool, StoreError> {
    if page.get() > history.pages() {
        return Ok(false);
    }
    if page != history.page {
        *history = ports.deeds.history(history.of, page).await?;
    }
    Ok(true)
}

/// What somebody did here, and what was done to their account, the newest first.
///
/// # Errors
///
/// Where the store fails.
pub async fn history_of_account(ports: &Ports, viewer: &Viewer) -> Result<History, StoreError> {
    ports.deeds.history(HistoryOf::Account(viewer.account.id), PageNumber::FIRST).await
}
