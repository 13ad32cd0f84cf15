//! What every store promises of what goes away by itself.

use chrono::{DateTime, TimeDelta};
use domain::{
    privacy::{Headcount, Sweep},
    signup::PartyKind,
};

use super::sign_up_contract::{enters, fill_visits, visit_now};
use crate::ports::{ForgetBefore, SignUpReader, Store, Sweeping};

/// The latest time that was seen stays the latest, until somebody says otherwise.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_the_latest_time(sweeping: &dyn Sweeping) {
    let at = |days: i64| DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + days);
    assert_eq!(sweeping.sweep().await.expect("a read"), None);
    for (now, latest) in [(1, 1), (3, 3), (2, 3), (3, 3), (4, 4)] {
        let sweep = sweeping.saw_time(at(now)).await.expect("a write");
        assert_eq!(sweep, Sweep { latest_at: at(latest), swept_at: None }, "day {now}");
    }
    sweeping.swept(at(4)).await.expect("a write");
    sweeping.trust_time(at(2)).await.expect("a write");
    let trusted = Sweep { latest_at: at(2), swept_at: Some(at(4)) };
    assert_eq!(sweeping.sweep().await.expect("a read"), Some(trusted));
    sweeping.saw_time(at(3)).await.expect("a write");
    let on = Sweep { latest_at: at(3), swept_at: Some(at(4)) };
    assert_eq!(sweeping.sweep().await.expect("a read"), Some(on));
}

/// Of dates whose sign-ups are gone it is left how many came, and not who.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn counts_who_came(
    store: &dyn Store,
    reader: &dyn SignUpReader,
    sweeping: &dyn Sweeping,
) {
    let dates = fill_visits(store, &[20, 20]).await;
    let mut end = visit_now();
    for (n, id) in dates.iter().enumerate() {
        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(*id).await.expect("a read").expect("a roster");
        for party in 0..3_u16 {
            let number = u16::try_from(n).expect("two dates") * 10 + party + 1;
            let sign_up = enters(&mut roster, number, 4);
            tx.sign_ups().add(&sign_up).await.expect("a write");
            if party > 0 {
                roster.confirm(sign_up.id, visit_now()).expect("a seat");
            }
        }
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");
        end = roster.date().end;
    }
    let before = |all| ForgetBefore { needs: all, emergency: all, all, forms: visit_now() };
    reader.forget_sign_ups(before(end)).await.expect("a write");
    assert_eq!(sweeping.headcounts(dates[0]).await.expect("a read"), []);
    let start = end - TimeDelta::hours(3);
    // Twice: what was counted is not counted again.
    for _ in 0..2 {
        reader.forget_sign_ups(before(end + TimeDelta::minutes(1))).await.expect("a write");
        for id in &dates {
            let counts = sweeping.headcounts(*id).await.expect("a read");
            let [Headcount { occurrence, kind, parties: 2, seats: 8, start: at, .. }] = counts[..]
            else {
                panic!("two parties of four: {counts:?}")
            };
            assert_eq!((occurrence, kind, at), (*id, PartyKind::Class, start));
            assert_eq!(reader.sign_ups_of(*id).await.expect("a read"), []);
        }
    }
}
