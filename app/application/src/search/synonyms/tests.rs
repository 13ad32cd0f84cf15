//! Looking after synonyms, told from outside.

use std::sync::Arc;

use domain::identity::{DeedKind, Role};

use super::*;
use crate::{
    identity::Viewer,
    pact::house::{House, region},
    ports::SynonymsInUse as _,
    testing::MemorySynonyms,
};

/// A portal with an administrator, and what its searches use.
async fn house() -> (House, Viewer, MemorySynonyms) {
    let mut house = House::new();
    let used = MemorySynonyms::default();
    house.ports.synonyms = Arc::new(used.clone());
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    (house, ada, used)
}

#[tokio::test]
async fn lines_stand_on_top_of_the_operators_list_and_are_used_at_once() {
    let (house, ada, used) = house().await;
    put_synonyms(&house.ports, &ada, "robot, dims\r\nhest, pony # a remark\r\n", 0).await.unwrap();
    assert_eq!(used.of("robot"), ["maskine", "dims"]);
    assert_eq!(used.of("hest"), ["pony"]);
    let page = show_synonyms(&house.ports).await.unwrap();
    assert_eq!((page.base.len(), page.number()), (1, 1));
    assert_eq!(page.lines(), "robot, dims\nhest, pony # a remark");
    assert!(page.earlier.is_none());

    // The same again is no other list; another is, and the one before can be had back.
    put_synonyms(&house.ports, &ada, page.lines(), 1).await.unwrap();
    put_synonyms(&house.ports, &ada, "", 1).await.unwrap();
    assert_eq!(used.of("robot"), ["maskine"]);
    take_synonyms_back(&house.ports, &ada, 2).await.unwrap();
    assert_eq!(used.of("robot"), ["maskine", "dims"]);
    take_synonyms_back(&house.ports, &ada, 3).await.unwrap();
    assert_eq!(used.of("robot"), ["maskine"], "a step back is taken back");
    let page = show_synonyms(&house.ports).await.unwrap();
    let done: Vec<_> =
        page.history.deeds.iter().map(|it| (it.deed.kind, it.by.as_deref())).collect();
    let (change, back) = (DeedKind::SynonymsChanged, DeedKind::SynonymsTakenBack);
    assert_eq!(done, [back, back, change, change].map(|it| (it, Some("ada"))));
}

#[tokio::test]
async fn every_line_that_is_wrong_is_told_and_nothing_is_put_in_force() {
    let (house, ada, used) = house().await;
    let wrong = "hest, pony\nalene\na => b => c\n";
    let told = |fault| match fault {
        SynonymsFault::Lines(errors) => errors,
        other => panic!("{other:?}"),
    };
    let expected = [SynonymsError::Alone { line: 2 }, SynonymsError::TwoArrows { line: 3 }];
    let tried = try_synonyms(&house.ports, &ada, wrong).await.unwrap_err();
    assert_eq!(told(tried), expected);
    let put = put_synonyms(&house.ports, &ada, wrong, 0).await.unwrap_err();
    assert_eq!(told(put), expected);
    let long = "a, b\n".repeat(SynonymList::MOST_BYTES);
    let put = put_synonyms(&house.ports, &ada, &long, 0).await;
    assert!(matches!(put, Err(SynonymsFault::TooLong)));
    let many = put_synonyms(&house.ports, &ada, &"a,b\n".repeat(4_999), 0).await.unwrap_err();
    assert_eq!(told(many), [SynonymsError::TooManyLines { limit: 5_000 }], "with the base");
    assert_eq!(show_synonyms(&house.ports).await.unwrap().number(), 0);
    assert!(used.of("hest").is_empty());
}

#[tokio::test]
async fn what_was_written_from_an_older_list_is_not_put_in_force() {
    let (house, ada, used) = house().await;
    put_synonyms(&house.ports, &ada, "hest, pony", 0).await.unwrap();
    for seen in [0, 2] {
        let put = put_synonyms(&house.ports, &ada, "ko, kvie", seen).await;
        let back = take_synonyms_back(&house.ports, &ada, seen).await;
        assert!(matches!(put, Err(SynonymsFault::LookAgain)));
        assert!(matches!(back, Err(SynonymsFault::LookAgain)));
    }
    assert_eq!(used.of("hest"), ["pony"]);
}

#[tokio::test]
async fn moderators_and_administrators_try_and_put_in_force_and_nobody_else() {
    let (house, ada, used) = house().await;
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let lone = house.person("lone@skole.dk", &[]).await;
    put_synonyms(&house.ports, &ada, "hest, pony", 0).await.unwrap();
    let trial = try_synonyms(&house.ports, &mona, "hest, pony\nko, kvie").await.unwrap();
    assert_eq!(trial.effects.len(), 1, "only what is new");
    let put = put_synonyms(&house.ports, &lone, "ko, kvie", 1).await;
    let back = take_synonyms_back(&house.ports, &lone, 1).await;
    assert!(matches!(put, Err(SynonymsFault::Unknown)));
    assert!(matches!(back, Err(SynonymsFault::Unknown)));
    assert!(try_synonyms(&house.ports, &lone, "").await.is_err());
    assert!(used.of("ko").is_empty());
}

#[tokio::test]
async fn another_process_uses_what_was_put_in_force_elsewhere() {
    let (house, ada, _) = house().await;
    put_synonyms(&house.ports, &ada, "hest, pony", 0).await.unwrap();
    let other = MemorySynonyms::default();
    let mut ports = house.ports.clone();
    ports.synonyms = Arc::new(other.clone());
    let known = follow_synonyms(&ports, None).await.unwrap();
    assert_eq!((known, other.of("hest").len()), (Some(1), 1));
    other.put_in_use(Synonyms::default());
    assert_eq!(follow_synonyms(&ports, known).await.unwrap(), known);
    assert!(other.of("hest").is_empty(), "what is known is not read again");
}

#[tokio::test]
async fn a_trial_looks_for_so_many_words_and_says_how_many_more_there_are() {
    let (house, ada, _) = house().await;
    let many: Vec<String> = (0..40).map(|n| format!("nyt{n}, andet{n}")).collect();
    let trial = try_synonyms(&house.ports, &ada, &many.join("\n")).await.unwrap();
    let searched: usize = trial.effects.iter().map(|it| it.searches.len()).sum();
    assert_eq!((trial.effects.len(), searched + trial.not_searched), (40, 80));
    assert_eq!(searched, 30);
}

#[tokio::test]
async fn the_memory_store_keeps_the_promises_of_synonyms() {
    let store = crate::testing::MemoryStore::default();
    crate::testing::synonym_contract::keeps_synonyms(&store, &store).await;
}
