//! What every store promises of who has come.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    signup::{Arriving, CheckIn, DeviceId, PartyKind, SignUpId, Tick, WalkInId},
};

use super::sign_up_contract::visit_now;
use crate::ports::{SignUpReader, Store};

/// Ticks are kept as they were said, each once, and date by date.
pub(super) async fn keeps_ticks(
    store: &dyn Store,
    reader: &dyn SignUpReader,
    date: OccurrenceId,
) -> CheckIn {
    let party = Arriving::Party(SignUpId(Uuid::from_u128(1)));
    let walk_in = Arriving::WalkIn { id: WalkInId(Uuid::from_u128(2)), kind: PartyKind::Child };
    let (mine, portal) = (DeviceId(Uuid::from_u128(7)), DeviceId::PORTAL);
    let minute = |n| visit_now() + TimeDelta::minutes(n);
    let mut said = CheckIn::default();
    let first = said.say(mine, party, 24, minute(0));
    let other = said.say(portal, walk_in, 3, minute(1));
    let mut tx = store.begin().await.expect("a transaction");
    tx.rosters().lock(date).await.expect("a read");
    assert_eq!(tx.check_ins().of(date).await.expect("a read"), CheckIn::default());
    let both = [first.clone(), other];
    tx.check_ins().keep(date, &both).await.expect("a write");
    tx.check_ins().keep(date, &both).await.expect("a write, once more");
    assert_eq!(tx.check_ins().of(date).await.expect("a read"), said);
    tx.commit().await.expect("a commit");
    assert_eq!(reader.check_in_of(date).await.expect("a read"), said);

    let later = said.say(portal, party, 23, minute(2));
    assert_eq!(later.over, [first.id]);
    let twice = Tick { here: 25, ..first };
    said.hear(twice.clone());
    let mut tx = store.begin().await.expect("a transaction");
    tx.check_ins().keep(date, &[later, twice]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.check_in_of(date).await.expect("a read"), said);
    let elsewhere = OccurrenceId(Uuid::from_u128(999));
    assert!(reader.check_in_of(elsewhere).await.expect("a read").is_empty());
    said
}
