//! What every search index promises, whatever it is made of.

use domain::{
    Uuid,
    catalogue::{ActivityId, Audience, Format, Kind, Language, Level, Topic},
    partners::Sector,
};

use crate::ports::{ActivityDocument, ActivityIndex, IndexChange, Match, SearchWord, SearchWords};

fn id(n: u128) -> ActivityId {
    ActivityId(Uuid::from_u128(n << 64 | n))
}

/// A document with a title and a summary.
#[must_use]
pub fn a_document(n: u128, title: &str, summary: &str) -> ActivityDocument {
    ActivityDocument {
        id: id(n),
        version: 7,
        title: title.to_owned(),
        summary: summary.to_owned(),
        description: "En dag, som man husker.".to_owned(),
        partner: "Værftet".to_owned(),
        sector: Sector::Business,
        kind: Kind::Workshop,
        topics: vec![Topic::Entrepreneurship],
        levels: vec![Level::Grade5],
        audience: vec![Audience::Pupils],
        format: Format::OnSite,
        language: Language::DANISH,
        venue: None,
        city: Some("Viborg".to_owned()),
        campaign: None,
        girls_focus: false,
    }
}

/// Words as they are typed; in quotes where they begin with `=`.
#[must_use]
pub fn typed(text: &str) -> SearchWords {
    let words = text.split(' ').map(|word| SearchWord {
        folded: language::folded(word.trim_start_matches('=')),
        is_quoted: word.starts_with('='),
    });
    SearchWords { words: words.collect(), is_typing: false }
}

async fn fill(index: &dyn ActivityIndex) {
    let documents = [
        a_document(1, "Robotværksted for begyndere", "Byg en lille maskine, der kører selv."),
        a_document(2, "Programmeringsklub om torsdagen", "Vi laver spil sammen."),
        a_document(3, "Fossiler på stranden", "Find forsteninger i klinten ved Fur."),
        a_document(4, "Kemi i køkkenet", "Forsøg med ting, man kan spise. Robotten rører."),
        a_document(5, "Brint til skibe", "Sådan sejler man uden olie."),
        a_document(6, "Skibsdag på værftet", "Se robotterne svejse et skib i Aarhus Havn."),
    ];
    let changes: Vec<_> = documents.into_iter().map(|it| IndexChange::Put(Box::new(it))).collect();
    index.put(&changes, 7).await.expect("a write");
}

/// What is found for a search, asked anew as it was meant where a word was corrected.
async fn found(index: &dyn ActivityIndex, text: &str) -> Vec<Match> {
    let matches = index.find(&typed(text)).await.expect("an answer");
    let corrections: Vec<_> = matches.corrections.iter().filter(|it| it.is_held).collect();
    if corrections.is_empty() {
        return matches.found;
    }
    assert!(matches.found.is_empty(), "{text}: what is corrected is asked anew");
    let mut meant = typed(text);
    for word in &mut meant.words {
        if let Some(it) = corrections.iter().find(|it| it.typed == word.folded) {
            word.folded = language::folded(&it.meant);
        }
    }
    index.find(&meant).await.expect("an answer").found
}

async fn whole(index: &dyn ActivityIndex, text: &str) -> Vec<ActivityId> {
    let mut found = found(index, text).await;
    assert!(found.is_sorted_by_key(|it| it.id), "{text}: in the order of ids");
    assert!(found.iter().all(|it| it.rank <= Match::BEST), "{text}");
    found.retain(|it| it.is_whole);
    found.sort_by_key(|it| (std::cmp::Reverse(it.rank), it.id));
    found.into_iter().map(|it| it.id).collect()
}

/// A word finds its other forms, its compounds and their parts, and nothing that only looks like it.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn finds_words_in_whatever_form(index: &dyn ActivityIndex) {
    fill(index).await;
    let sorted = |mut ids: Vec<ActivityId>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(whole(index, "robot").await), [id(1), id(4), id(6)]);
    assert_eq!(sorted(whole(index, "robotter").await), [id(1), id(4), id(6)]);
    assert_eq!(whole(index, "programmering").await, [id(2)]);
    assert_eq!(whole(index, "fossil").await, [id(3)]);
    assert_eq!(whole(index, "koekken").await, [id(4)]);
    assert_eq!(whole(index, "robotværksted").await[0], id(1));
    assert_eq!(whole(index, "robot værksted").await[0], id(1));
    assert_eq!(whole(index, "brint").await, [id(5)]);
}

/// What holds all the words is told from what holds some.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_whole_matches_from_partial_ones(index: &dyn ActivityIndex) {
    fill(index).await;
    let found = index.find(&typed("robot skib")).await.expect("an answer").found;
    let match_of = |n| found.iter().find(|it| it.id == id(n)).expect("a match");
    assert!(match_of(6).is_whole);
    assert!(!match_of(1).is_whole && match_of(1).rank < match_of(6).rank);
    assert!(found.iter().all(|it| it.id != id(3)));
}

/// A slip of the finger is corrected where nothing is spelled so, and said; in quotes never.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn corrects_what_nothing_holds(index: &dyn ActivityIndex) {
    fill(index).await;
    assert_eq!(whole(index, "fossiller").await, [id(3)]);
    let matches = index.find(&typed("=fosssiler")).await.expect("an answer");
    assert!(matches.found.is_empty() && matches.corrections.is_empty(), "{matches:?}");
    assert_eq!(whole(index, "brnit").await, [id(5)]);
    assert!(whole(index, "brit").await.is_empty(), "four letters are too few to guess");
    let nothing = index.find(&typed("xyzzyqwert")).await.expect("an answer");
    assert!(nothing.found.is_empty(), "{nothing:?}");
}

/// A slip in one part of a compound is seen though no document holds the compound, and
/// what cannot be met either way is said not to be.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn corrects_either_part_of_a_compound(index: &dyn ActivityIndex) {
    fill(index).await;
    for (typed, meant) in [("skibsrobto", "skibsrobot"), ("skbisrobot", "skibsrobot")] {
        assert!(whole(index, typed).await.contains(&id(6)), "{typed}");
        let corrections = index.find(&self::typed(typed)).await.expect("an answer").corrections;
        assert!(corrections.iter().all(|it| it.meant == meant && it.is_held), "{corrections:?}");
        assert_eq!(corrections.len(), 1, "{typed}");
    }
    let corrections = index.find(&typed("badmintno")).await.expect("an answer").corrections;
    assert!(corrections.iter().all(|it| !it.is_held), "{corrections:?}");
}

/// What is spelled right is not corrected, whether documents hold it, a form of it, nothing or
/// another word that is spelled almost so; nor is a number.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn leaves_alone_what_is_spelled_right(index: &dyn ActivityIndex) {
    fill(index).await;
    for text in
        ["robot", "robotterne", "skib", "skive", "fossil", "rumskib", "badminton", "8800", "2027"]
    {
        let corrections = index.find(&typed(text)).await.expect("an answer").corrections;
        assert!(corrections.is_empty(), "{text}: {corrections:?}");
    }
}

/// A word in quotes finds itself and no other form.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn takes_quotes_at_their_word(index: &dyn ActivityIndex) {
    fill(index).await;
    assert_eq!(whole(index, "=robotten").await, [id(4)]);
    assert_eq!(whole(index, "=robotterne").await, [id(6)]);
}

/// A word that is being typed is finished.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn finishes_words(index: &dyn ActivityIndex) {
    fill(index).await;
    let words = index.complete("foss", 5).await.expect("an answer");
    assert!(words.iter().any(|word| word == "fossiler"), "{words:?}");
    assert!(index.complete("zzz", 5).await.expect("an answer").is_empty());
    let unfinished = SearchWords { is_typing: true, ..typed("fossi") };
    let found = index.find(&unfinished).await.expect("an answer").found;
    assert!(found.iter().any(|it| it.id == id(3)), "{found:?}");
}

/// What is told is found, what is taken back is not, and the index remembers how far it is.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn follows_what_it_is_told(index: &dyn ActivityIndex) {
    fill(index).await;
    assert_eq!(index.version().await.expect("an answer"), 7);
    let volcano =
        ActivityDocument { version: 8, ..a_document(3, "Vulkaner på Island", "Om lava og aske.") };
    let changes = [IndexChange::Put(Box::new(volcano)), IndexChange::Forget(id(5))];
    index.put(&changes, 9).await.expect("a write");
    assert_eq!(index.version().await.expect("an answer"), 9);
    assert!(whole(index, "fossil").await.is_empty());
    assert!(whole(index, "brint").await.is_empty());
    assert_eq!(whole(index, "vulkan").await, [id(3)]);

    let mut held = index.held().await.expect("an answer");
    held.sort();
    assert_eq!(held, [(id(1), 7), (id(2), 7), (id(3), 8), (id(4), 7), (id(6), 7)]);
}

/// A new index takes the place of the old one at once, and until then nothing is seen of it.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn is_rebuilt_beside_the_one_in_use(index: &dyn ActivityIndex) {
    fill(index).await;
    let mut rebuild = index.begin_rebuild().await.expect("a new index");
    rebuild.add(vec![a_document(9, "Raketter", "Vi skyder dem op.")]).await.expect("a write");
    assert_eq!(whole(index, "fossil").await, [id(3)]);
    drop(rebuild);
    assert!(whole(index, "raket").await.is_empty());

    let mut rebuild = index.begin_rebuild().await.expect("a new index");
    rebuild.add(vec![a_document(9, "Raketter", "Vi skyder dem op.")]).await.expect("a write");
    rebuild.swap(12).await.expect("a swap");
    assert_eq!(whole(index, "raket").await, [id(9)]);
    assert!(whole(index, "fossil").await.is_empty());
    assert_eq!(index.version().await.expect("an answer"), 12);
}

/// Nothing that is looked for makes it fail, and nothing takes it long.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn survives_whatever_is_typed(index: &dyn ActivityIndex) {
    fill(index).await;
    let long = "æ".repeat(200);
    let many = "robot ".repeat(60);
    for text in [
        "",
        "\"",
        "* OR 1=1",
        "title:robot",
        "filter = 'x'",
        "\u{0}",
        "🤖",
        "\u{202e}tobor",
        long.as_str(),
        many.trim(),
        "-",
        "robot\" AND id EXISTS",
        "{}",
        "[",
        "~2",
        "a^9",
    ] {
        let words: Vec<SearchWord> = language::words(text)
            .into_iter()
            .map(|word| SearchWord { folded: word.folded, is_quoted: false })
            .chain([SearchWord { folded: text.to_owned(), is_quoted: false }])
            .collect();
        index.find(&SearchWords { words, is_typing: true }).await.expect("an answer");
        index.complete(text, 5).await.expect("an answer");
    }
}

#[cfg(test)]
mod tests {
    use super::{super::MemoryIndex, *};

    #[tokio::test]
    async fn memory_keeps_the_indexs_promises() {
        finds_words_in_whatever_form(&MemoryIndex::default()).await;
        tells_whole_matches_from_partial_ones(&MemoryIndex::default()).await;
        corrects_what_nothing_holds(&MemoryIndex::default()).await;
        corrects_either_part_of_a_compound(&MemoryIndex::default()).await;
        leaves_alone_what_is_spelled_right(&MemoryIndex::default()).await;
        takes_quotes_at_their_word(&MemoryIndex::default()).await;
        follows_what_it_is_told(&MemoryIndex::default()).await;
        is_rebuilt_beside_the_one_in_use(&MemoryIndex::default()).await;
        survives_whatever_is_typed(&MemoryIndex::default()).await;
        finishes_words(&MemoryIndex::default()).await;
    }
}
