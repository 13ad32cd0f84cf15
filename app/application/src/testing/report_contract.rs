//! What every store promises of what is told of dates.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::{ActivityId, Level, OccurrenceId},
    signup::{Came, CameAs, DateReport, DateTold},
};

use super::sign_up_contract::visit_now;
use crate::ports::{ReportReader, Store};

/// A report of a date, so many minutes after visits of tests are looked at.
fn a_report(n: u128, minutes: i64) -> DateReport {
    DateReport {
        occurrence: OccurrenceId(Uuid::from_u128(n)),
        activity: ActivityId(Uuid::from_u128(70_000)),
        start: visit_now(),
        told: DateTold {
            came: Came::default().and(CameAs::Pupils, 23).and(CameAs::Teachers, 2),
            girls: Some(11),
            levels: vec![Level::Grade6, Level::Stx],
            well: Some("Robotterne »virkede«.\nTak!".try_into().expect("a remark")),
            better: None,
        },
        reported_at: visit_now() + TimeDelta::minutes(minutes),
    }
}

async fn keep(store: &dyn Store, report: &DateReport) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.reports().keep(report).await.expect("a write");
    assert_eq!(tx.reports().of(report.occurrence).await.expect("a read").as_ref(), Some(report));
    tx.commit().await.expect("a commit");
}

/// A date has one report, the last; its remarks go when their time is over, and the counts stay.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_reports(store: &dyn Store, reader: &dyn ReportReader) {
    let (first, other) = (a_report(1, 0), a_report(2, 60));
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.reports().of(first.occurrence).await.expect("a read"), None);
    tx.reports().keep(&first).await.expect("a write");
    drop(tx);
    assert_eq!(reader.report_of(first.occurrence).await.expect("a read"), None, "it was dropped");
    keep(store, &first).await;
    keep(store, &other).await;
    let mended = DateReport {
        told: DateTold {
            came: Came::default().and(CameAs::Students, 4).and(CameAs::Adults, 1),
            girls: None,
            levels: Vec::new(),
            better: Some("Flere kabler".try_into().expect("a remark")),
            ..first.told.clone()
        },
        reported_at: first.reported_at + TimeDelta::minutes(1),
        ..first.clone()
    };
    keep(store, &mended).await;
    assert_eq!(reader.report_of(first.occurrence).await.expect("a read"), Some(mended.clone()));
    let nowhere = OccurrenceId(Uuid::from_u128(99));
    let dates = [first.occurrence, other.occurrence, nowhere];
    let mut all = reader.reports_of(&dates).await.expect("a read");
    all.sort_by_key(|it| it.occurrence);
    assert_eq!(all, [mended.clone(), other.clone()]);
    assert_eq!(reader.reports_of(&[]).await.expect("a read"), []);

    reader.forget_remarks(mended.reported_at).await.expect("a write");
    assert_eq!(reader.report_of(first.occurrence).await.expect("a read"), Some(mended.clone()));
    reader.forget_remarks(other.reported_at).await.expect("a write");
    let bare = DateTold { well: None, better: None, ..mended.told.clone() };
    let left = reader.report_of(first.occurrence).await.expect("a read");
    assert_eq!(left, Some(DateReport { told: bare, ..mended }));
    assert_eq!(reader.report_of(other.occurrence).await.expect("a read"), Some(other));
}
