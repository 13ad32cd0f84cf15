//! Searches use the synonyms that are in force, whichever process put them there.

use super::{SynonymsFault, on_top_of};
use crate::ports::Ports;

/// Puts the list that is in force in use, unless it is the one that is known; answers its number.
/// Where the operator's list has grown so that both together are too long, it is used alone.
///
/// # Errors
///
/// Where the store fails.
pub async fn follow_synonyms(
    ports: &Ports,
    known: Option<i64>,
) -> Result<Option<i64>, SynonymsFault> {
    let number = ports.synonym_lists.synonyms_number().await?;
    if number == known {
        return Ok(known);
    }
    let lists = ports.synonym_lists.synonym_lists(1).await?;
    let lines = lists.first().map_or("", |it| it.text.as_str());
    let base = ports.synonyms.base();
    let used = match on_top_of(&base, lines) {
        Err(SynonymsFault::Lines(errors)) => {
            tracing::error!(?errors, number, "lines of synonyms are left out");
            on_top_of(&base, "")
        }
        other => other,
    };
    ports.synonyms.put_in_use(used?.1);
    Ok(lists.first().map(|it| it.number))
}
