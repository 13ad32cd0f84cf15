//! What every store promises of sheets that were handed in at desks.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{
        Activity, ActivityId, ColumnMeaning, Former, Import, ImportFigures, ImportId, ImportStage,
        State, Trace,
    },
    identity::AccountId,
};

use super::{an_activity, contract::fill, identity_contract::account, partner_id};
use crate::{
    catalogue::{SheetRow, WholeSheet},
    ports::{ImportReader, Store},
};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

fn import(n: u8, by: AccountId) -> Import {
    let meaning = |header: &str, column: &str| ColumnMeaning {
        header: header.to_owned(),
        column: column.to_owned(),
    };
    Import {
        id: ImportId(Uuid::from_u128(500 + u128::from(n))),
        partner: partner_id(usize::from(n % 2)),
        by,
        file_name: format!("forår »{n}«.csv"),
        columns: vec![meaning("Overskrift", "title"), meaning("", "")],
        stage: ImportStage::Open,
        figures: ImportFigures::default(),
        handed_in_at: noon() + TimeDelta::minutes(i64::from(n)),
        changed_at: noon() + TimeDelta::minutes(i64::from(n)),
    }
}

fn sheet(n: u8) -> WholeSheet {
    let row = |line| SheetRow { line, cells: vec![format!("Æble; \"{n}\"\n"), String::new()] };
    let rows = (2..2 + u64::from(n)).map(row).collect();
    WholeSheet { header: vec!["Overskrift".to_owned(), String::new()], rows }
}

fn trace(activity: &Activity, was_there: bool) -> Trace {
    Trace {
        activity: activity.id,
        external_id: activity.external_id.clone(),
        former: was_there.then(|| Former::of(activity)),
        left_at: activity.updated_at(),
    }
}

/// Imports come back as they were handed in, to their partner alone; what is open gives way to
/// what the same person hands in next, and what is old is forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_imports(store: &dyn Store, reader: &dyn ImportReader) {
    let activities = fill(store, 12).await;
    let (one, two) = (account(1), account(2));
    let mut tx = store.begin().await.expect("a transaction");
    for it in [&one, &two] {
        tx.accounts().add(it).await.expect("a write");
    }
    for (n, by) in [(1, one.id), (2, one.id), (3, two.id), (5, one.id)] {
        tx.imports().add(&import(n, by), &sheet(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    assert_eq!(reader.import(import(3, two.id).id).await.expect("a read"), Some(import(3, two.id)));
    assert_eq!(reader.sheet(import(3, two.id).id).await.expect("a read"), Some(sheet(3)));
    let theirs = reader.imports_of(partner_id(1), 2).await.expect("a read");
    assert_eq!(theirs, [import(5, one.id), import(3, two.id)]);

    let figures = ImportFigures { rows: 5, new: 1, changed: 9, ..ImportFigures::default() };
    let late = noon() + TimeDelta::days(2);
    let written =
        Import { stage: ImportStage::Written, figures, changed_at: late, ..import(3, two.id) };
    let traces: Vec<Trace> =
        activities.iter().enumerate().map(|(n, it)| trace(it, n > 2)).collect();
    let mut tx = store.begin().await.expect("a transaction");
    tx.imports().forget_open(one.id, partner_id(1)).await.expect("a write");
    assert_eq!(tx.imports().by_id(import(5, one.id).id).await.expect("a read"), None);
    tx.imports().save(&written).await.expect("a write");
    tx.imports().add_traces(written.id, &traces).await.expect("a write");
    assert_eq!(tx.imports().traces(written.id).await.expect("a read"), traces);
    tx.commit().await.expect("a commit");
    let theirs = reader.imports_of(partner_id(1), 9).await.expect("a read");
    assert_eq!(theirs, std::slice::from_ref(&written));
    assert_eq!(reader.traces_of(written.id).await.expect("a read"), traces);
    assert_eq!(reader.sheet(written.id).await.expect("a read"), Some(sheet(3)));

    // What is open and what was written grow old each in their own time.
    reader.forget_sheets(noon() + TimeDelta::days(1), noon()).await.expect("a write");
    assert_eq!(reader.import(import(2, one.id).id).await.expect("a read"), None);
    assert_eq!(reader.sheet(written.id).await.expect("a read"), Some(sheet(3)));
    let later = late + TimeDelta::seconds(1);
    reader.forget_sheets(later, noon()).await.expect("a write");
    assert_eq!(reader.sheet(written.id).await.expect("a read"), None);
    assert_eq!(reader.traces_of(written.id).await.expect("a read").len(), traces.len());
    reader.forget_sheets(later, later).await.expect("a write");
    assert_eq!(reader.import(written.id).await.expect("a read"), Some(written.clone()));
    assert_eq!(reader.traces_of(written.id).await.expect("a read"), []);
}

/// The sheet of an import that is undone is forgotten, and what it did too.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn forgets_what_is_undone(store: &dyn Store, reader: &dyn ImportReader) {
    let activities = fill(store, 1).await;
    let one = account(1);
    let import = import(1, one.id);
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&one).await.expect("a write");
    tx.imports().add(&import, &sheet(2)).await.expect("a write");
    tx.imports().add_traces(import.id, &[trace(&activities[0], true)]).await.expect("a write");
    tx.commit().await.expect("a commit");
    let undone = Import { stage: ImportStage::Undone, ..import };
    let mut tx = store.begin().await.expect("a transaction");
    tx.imports().save(&undone).await.expect("a write");
    tx.imports().forget_traces(undone.id).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.import(undone.id).await.expect("a read"), Some(undone.clone()));
    assert_eq!(reader.sheet(undone.id).await.expect("a read"), None);
    assert_eq!(reader.traces_of(undone.id).await.expect("a read"), []);
}

/// What is removed is gone with its dates, and nothing else is.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn removes_what_nobody_has_seen(store: &dyn Store) {
    let mut activities = fill(store, 6).await;
    activities[2] = an_activity(2).kept(State::Submitted, noon());
    let ids: Vec<ActivityId> = activities.iter().map(|it| it.id).collect();
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities[2..3]).await.expect("a write");
    assert!(tx.activities().dates_with_seats_taken(&ids).await.expect("a read").is_empty());
    tx.activities().remove(&ids[2..3]).await.expect("a write");
    tx.activities().remove(&[]).await.expect("a write");
    tx.commit().await.expect("a commit");
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.activities().by_id(ids[2]).await.expect("a read"), None);
    assert_eq!(tx.activities().count().await.expect("a read"), 5);
    let kept = tx.activities().by_id(ids[3]).await.expect("a read");
    assert_eq!(kept.as_ref(), Some(&activities[3]));
    // Its key is free again.
    tx.activities().add(&activities[2..3]).await.expect("a write");
}
