//! What every store promises of synonyms.

use chrono::{DateTime, Utc};
use domain::search::SynonymList;

use super::identity_contract::account;
use crate::ports::{Store, SynonymReader};

fn list(number: i64, text: &str) -> SynonymList {
    let written_at = DateTime::<Utc>::from_timestamp(1_796_040_000 + number, 0);
    SynonymList {
        number,
        text: text.to_owned(),
        by: account(1).id,
        written_at: written_at.unwrap_or_default(),
    }
}

/// Lists come back as they were written, the latest first; no two have the same number, and what
/// was dropped was never written.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_synonyms(store: &dyn Store, reader: &dyn SynonymReader) {
    assert_eq!(reader.synonyms_number().await.expect("a read"), None);
    assert_eq!(reader.synonym_lists(9).await.expect("a read"), []);
    let lists = [list(1, "robot, dims # en æøå\n\nx => y"), list(2, ""), list(3, "a, b")];
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&account(1)).await.expect("a write");
    assert_eq!(tx.synonyms().latest().await.expect("a read"), None);
    for it in &lists {
        assert!(tx.synonyms().add(it).await.expect("a write"));
    }
    assert!(!tx.synonyms().add(&list(2, "andet, andet to")).await.expect("a write"));
    assert_eq!(tx.synonyms().latest().await.expect("a read").as_ref(), Some(&lists[2]));
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.synonyms().add(&list(4, "c, d")).await.expect("a write"));
    drop(tx);
    assert_eq!(reader.synonyms_number().await.expect("a read"), Some(3));
    let two = reader.synonym_lists(2).await.expect("a read");
    assert_eq!(two, [lists[2].clone(), lists[1].clone()]);
    assert_eq!(reader.synonym_lists(9).await.expect("a read").len(), 3);
}
