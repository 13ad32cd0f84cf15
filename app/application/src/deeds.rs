//! What was done is written down in the transaction that does it, and read by those it concerns.

use domain::{
    catalogue::Activity,
    identity::{Account, AccountId, Deed, DeedId, DeedKind, Remark, Subject},
    partners::PartnerId,
};

use crate::{
    identity::Viewer,
    ports::{Ports, StoreError, ToldDeed, Transaction},
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

/// How many deeds a page shows.
const ON_A_PAGE: u64 = 200;

/// What somebody did here, and what was done to their account, the newest first.
///
/// # Errors
///
/// Where the store fails.
pub async fn history_of_account(
    ports: &Ports,
    viewer: &Viewer,
) -> Result<Vec<ToldDeed>, StoreError> {
    ports.deeds.deeds_of(viewer.account.id, ON_A_PAGE).await
}
