//! A draft before it is sent: what it lacks, what would make it better, and what is there already.

use std::collections::HashSet;

use domain::{
    catalogue::{Advice, Draft, DraftId},
    search::{Filter, Query},
};
use language::{Tongue, content, stem, words};

use super::{
    DeskError, DraftPage,
    consequences::{TouchedDate, consequences},
    show_draft,
};
use crate::{
    identity::Viewer,
    ports::{ActivitySummary, Ports},
    search::{SearchError, search_while_typing},
};

/// A draft before it is sent.
#[derive(Clone, Debug)]
pub struct LookedOver {
    pub page: DraftPage,
    /// All advice, and whether it is followed.
    pub advice: Vec<(Advice, bool)>,
    /// What is public already and has much the same title.
    pub alike: Vec<ActivitySummary>,
    /// The dates on which seats are taken and that sending it would call off or change.
    pub touched: Vec<TouchedDate>,
}

/// How many that are alike are shown.
const MOST_ALIKE: usize = 3;
/// So much of a title is looked for, in characters.
const LONGEST_SEARCH: usize = 120;
/// Titles are much the same where they share this part of all their words …
const ALIKE: (usize, usize) = (3, 5);
/// … and so many words at least.
const FEWEST_SHARED: usize = 2;

/// A draft, with what its writers should know before they send it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs.
pub async fn look_over_draft(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
) -> Result<LookedOver, DeskError> {
    let page = show_draft(ports, viewer, id).await?;
    let answers = &page.draft.answers;
    let has_picture = page.picture.is_some();
    let advice = Advice::ALL.iter().map(|it| (*it, it.is_followed(answers, has_picture))).collect();
    // Nobody is kept from sending because the search does not answer.
    let alike = find_alike(ports, &page.draft).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "what is alike could not be looked for");
        Vec::new()
    });
    let touched = consequences(ports, &page.draft).await?;
    Ok(LookedOver { page, advice, alike, touched })
}

async fn find_alike(ports: &Ports, draft: &Draft) -> Result<Vec<ActivitySummary>, SearchError> {
    let typed: String = draft.answers.get("title").chars().take(LONGEST_SEARCH).collect();
    let title = telling(&typed);
    if title.len() < FEWEST_SHARED {
        return Ok(Vec::new());
    }
    let filter = Filter { words: Some(typed), ..Filter::default() };
    // As if it were being typed: nobody looks for it, so it is not counted as looked for in vain.
    let search = search_while_typing(ports, &Query { filter, ..Query::default() }).await?;
    let near = search.nearly.into_iter().map(|it| it.activity);
    let mut alike: Vec<_> = search.found.hits.into_iter().chain(near).collect();
    alike.retain(|it| Some(it.id) != draft.activity && is_alike(&title, &telling(&it.title)));
    alike.truncate(MOST_ALIKE);
    Ok(alike)
}

/// The words of a title that say something, each by its stem.
fn telling(title: &str) -> HashSet<String> {
    let words = content(words(title)).into_iter();
    words.map(|word| stem(&word.folded, Tongue::Danish)).collect()
}

/// Whether two titles are much the same (Jaccard's measure over their words).
fn is_alike(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    let shared = one.intersection(other).count();
    let (part, whole) = ALIKE;
    shared >= FEWEST_SHARED && shared * whole >= one.union(other).count() * part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_alike_in_whatever_form_their_words_stand() {
        let alike = |one: &str, other: &str| is_alike(&telling(one), &telling(other));
        assert!(alike("Byg en robot på havnen", "Byg robotter på havnen"));
        assert!(alike("Kemi i køkkenet", "Kemien i køkkenet!"));
        assert!(!alike("Byg en robot på havnen", "Byg en bro på stranden"));
        assert!(!alike("Robot", "Robot"), "one word says too little");
        assert!(!alike("", ""));
    }
}
