//! Trying a file of synonyms, as an operator does before it is put into force.

use std::{fs, path::Path, process::Output};

use serde_json::Value;

use crate::{
    import::{ROW, sheet},
    program::{run, text},
    testbed::{On, Testbed},
};

/// The list that is in force, and a portal with one activity about robots.
async fn portal() -> Testbed {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    fs::write(folder.join("old.txt"), "robot, maskine\nfossil, forstening\n").expect("a file");
    fs::write(folder.join("rows.csv"), sheet(&[ROW])).expect("a file");
    assert!(run(folder, &["import", "rows.csv"]).status.success());
    portal
}

/// How a trial of a list ends, and what it says.
fn tried(folder: &Path, list: &str, words: &[&str]) -> (i32, String) {
    fs::write(folder.join("new.txt"), list).expect("a file");
    let always = ["synonyms", "new.txt", "--synonyms", "old.txt"];
    let words: Vec<&str> = always.iter().chain(words).copied().collect();
    let output: Output = run(folder, &words);
    (output.status.code().expect("a code"), text(&output.stdout).to_owned())
}

const NEW: &str = "robot, maskine, dims\nhest, pony # a remark\n";

#[tokio::test]
async fn a_trial_tells_what_each_search_would_find() {
    let portal = portal().await;
    let (code, told) = tried(portal.folder(), NEW, &["--json"]);
    let told: Value = serde_json::from_str(&told).expect("one JSON document and nothing else");
    assert_eq!((code, &told["groups"]), (0, &2.into()), "{told}");
    let changes = told["changes"].as_array().expect("changes");
    let names: Vec<_> = changes
        .iter()
        .map(|it| (it["change"].as_str().unwrap_or_default(), it["line"].as_u64()))
        .collect();
    assert_eq!(names, [("changed", Some(1)), ("added", Some(2)), ("removed", Some(2))], "{told}");
    assert_eq!(changes[0]["was"], "robot, maskine");

    let searches = changes[0]["searches"].as_array().expect("searches");
    let of = |words: &str| searches.iter().find(|it| it["words"] == words).expect("a search");
    assert_eq!((&of("robot")["before"], &of("robot")["after"]), (&1.into(), &1.into()));
    let dims = of("dims");
    assert_eq!((&dims["before"], &dims["after"]), (&0.into(), &1.into()), "{dims}");
    assert_eq!(dims["come"], serde_json::json!({ "n": 1, "titles": ["Byg en robot"] }));
    assert_eq!(dims["gone"]["n"], 0, "{dims}");
}

#[tokio::test]
async fn a_trial_speaks_to_people_in_their_language() {
    let portal = portal().await;
    let (code, told) = tried(portal.folder(), NEW, &[]);
    assert_eq!(code, 0, "{told}");
    for line in [
        "Filen er i orden: 2 grupper.",
        "Nye grupper: 1, ændrede: 1, fjernede: 1.",
        "Ændret, linje 1: robot, maskine, dims",
        "før: robot, maskine",
        "  »dims«: 0 før, 1 efter",
        "    + Byg en robot",
    ] {
        assert!(told.lines().any(|it| it == line), "{line}: {told}");
    }
    let (_, told) = tried(portal.folder(), "robot, maskine\n", &["--language", "en"]);
    assert!(told.contains("The file is in order: 1 group."), "{told}");
    assert!(told.contains("Removed, formerly line 2: fossil, forstening"), "{told}");
}

#[tokio::test]
async fn every_line_that_is_wrong_is_named_and_nothing_else_is_done() {
    let portal = portal().await;
    let wrong = "robot, maskine\nalene\na => b => c\n";
    let (code, told) = tried(portal.folder(), wrong, &[]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("Linje 2: der står kun ét udtryk."), "{told}");
    assert!(told.contains("Linje 3: der er to pile."), "{told}");
    let (code, told) = tried(portal.folder(), wrong, &["--json"]);
    let told: Value = serde_json::from_str(&told).expect("one JSON document and nothing else");
    assert_eq!((code, told["errors"].as_array().map(Vec::len)), (1, Some(2)), "{told}");

    let missing = run(portal.folder(), &["synonyms", "no-such-file.txt"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stdout).starts_with("Filen kan ikke læses."), "{missing:?}");
    fs::write(portal.folder().join("latin.txt"), [b'r', 0xF8, b'd']).expect("a file");
    assert_eq!(run(portal.folder(), &["synonyms", "latin.txt"]).status.code(), Some(1));
}
