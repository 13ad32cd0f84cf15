//! The table names every route of the sources, and the document says what the table does.

use std::collections::BTreeSet;

use domain::identity::Action;
use server::http::rights::{WAYS, document};
use ui::routes::pattern::{desk, door, feed, taking_part};

#[tokio::test]
async fn every_route_in_the_sources_stands_in_the_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http");
    let mut routes = BTreeSet::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let is_public = !path.ends_with("metrics.rs");
            let named = text.split(".route(").skip(1).filter(|_| is_public);
            routes.extend(named.map(|it| it.split(',').next().unwrap().trim().to_owned()));
        }
    }
    assert!(routes.len() > 30, "{routes:?}");
    for route in routes {
        // A literal is compared as it is; a name is one of the constants that the table uses too.
        let Some(literal) = route.strip_prefix('"') else { continue };
        let literal = literal.trim_end_matches('"');
        assert!(WAYS.iter().any(|way| way.pattern == literal), "{literal} stands in no table");
    }
    let named = door::ALL.into_iter().chain(desk::ALL).chain(taking_part::ALL).chain(feed::ALL);
    for pattern in named {
        assert!(WAYS.iter().any(|way| way.pattern == pattern), "{pattern} stands in no table");
    }
    for action in Action::ALL {
        assert!(WAYS.iter().any(|way| way.action == *action), "no way leads to {action}");
    }
}

#[tokio::test]
async fn the_document_is_what_the_table_says() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rights.md");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept == document(), "run `gnist rights > docs/rights.md`");
}
