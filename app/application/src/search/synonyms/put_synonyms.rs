//! Synonyms are put in force.

use domain::{
    identity::{Account, Action, DeedKind, Subject},
    search::SynonymList,
};

use super::{SynonymsFault, follow_synonyms, may, on_top_of};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::{Ports, Transaction},
};

/// Puts lines in force on top of the operator's list; what was in force before is kept. `seen` is
/// the number of the list from which they were written, 0 for none.
///
/// # Errors
///
/// What is wrong with the lines; [`SynonymsFault::LookAgain`] where another list is in force by
/// now; [`SynonymsFault::Unknown`] where it is not theirs to do.
pub async fn put_synonyms(
    ports: &Ports,
    viewer: &Viewer,
    lines: &str,
    seen: i64,
) -> Result<(), SynonymsFault> {
    let text = lines.replace("\r\n", "\n").trim_end().to_owned();
    on_top_of(&ports.synonyms.base(), &text)?;
    let mut tx = ports.store.begin().await?;
    let (account, latest) = held(&mut *tx, viewer, seen).await?;
    if latest.map_or(String::new(), |it| it.text) != text {
        let next = (text, DeedKind::SynonymsChanged);
        add(ports, tx, &account, (seen, next)).await?;
    }
    follow_synonyms(ports, None).await?;
    Ok(())
}

/// Goes one step back: what was in force before the list `seen` is in force again. It is a new
/// list, so the step can be taken back as well.
///
/// # Errors
///
/// [`SynonymsFault::LookAgain`] where another list is in force by now;
/// [`SynonymsFault::Unknown`] where it is not theirs to do, or nothing was ever written.
pub async fn take_synonyms_back(
    ports: &Ports,
    viewer: &Viewer,
    seen: i64,
) -> Result<(), SynonymsFault> {
    let lists = ports.synonym_lists.synonym_lists(2).await?;
    let earlier = lists.iter().find(|it| it.number < seen);
    let text = earlier.map(|it| it.text.clone()).unwrap_or_default();
    on_top_of(&ports.synonyms.base(), &text)?;
    let mut tx = ports.store.begin().await?;
    let (account, latest) = held(&mut *tx, viewer, seen).await?;
    latest.ok_or(SynonymsFault::Unknown)?;
    add(ports, tx, &account, (seen, (text, DeedKind::SynonymsTakenBack))).await?;
    follow_synonyms(ports, None).await?;
    Ok(())
}

/// Whoever may do this, held, and the list that is in force, if it is the one that was seen.
async fn held(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    seen: i64,
) -> Result<(Account, Option<SynonymList>), SynonymsFault> {
    let account = viewer.lock(tx).await?;
    if !may(&account, Action::ChangeSynonyms) {
        return Err(SynonymsFault::Unknown);
    }
    let latest = tx.synonyms().latest().await?;
    if latest.as_ref().map_or(0, |it| it.number) != seen {
        return Err(SynonymsFault::LookAgain);
    }
    Ok((account, latest))
}

async fn add(
    ports: &Ports,
    mut tx: Box<dyn Transaction>,
    account: &Account,
    (seen, (text, kind)): (i64, (String, DeedKind)),
) -> Result<(), SynonymsFault> {
    let list =
        SynonymList { number: seen + 1, text, by: account.id, written_at: ports.clock.now() };
    if !tx.synonyms().add(&list).await? {
        return Err(SynonymsFault::LookAgain);
    }
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: None,
        kind,
        about: Subject::Synonyms,
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(number = list.number, %kind, "other synonyms are in force");
    Ok(())
}
