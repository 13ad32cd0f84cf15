//! Every home of the search index keeps the promises of its port.

use application::testing::index_contract;
use language::Synonyms;
use server::adapters::{embedded_search::EmbeddedIndex, meilisearch::MeilisearchIndex};

/// Runs one promise on an index in memory, on one in a folder, and on a server where the
/// environment names one.
macro_rules! promise {
    ($name:ident) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn in_memory() {
                index_contract::$name(&embedded(None)).await;
            }

            #[tokio::test]
            async fn in_a_folder() {
                let folder = std::env::temp_dir().join(format!(
                    "gnist_index_{}_{}",
                    stringify!($name),
                    std::process::id()
                ));
                index_contract::$name(&embedded(Some(folder.clone()))).await;
                std::fs::remove_dir_all(folder).expect("the folder goes");
            }

            #[tokio::test]
            async fn on_meilisearch() {
                let Some(index) = meilisearch(stringify!($name)) else { return };
                index_contract::$name(&index).await;
                index.remove().await.expect("it goes");
            }
        }
    };
}

fn embedded(folder: Option<std::path::PathBuf>) -> EmbeddedIndex {
    EmbeddedIndex::open(folder, Synonyms::standard().clone()).expect("an index")
}

/// An index of its own on the server that `GNIST_TEST_MEILI_URL` names. Where it names none,
/// `cargo xtask test` leaves these tests out and counts them as skipped.
#[expect(clippy::disallowed_methods, reason = "whoever tests says where a server is")]
fn meilisearch(name: &str) -> Option<MeilisearchIndex> {
    let Ok(url) = std::env::var("GNIST_TEST_MEILI_URL") else {
        println!("skipped: GNIST_TEST_MEILI_URL names no server");
        return None;
    };
    let key = std::env::var("GNIST_TEST_MEILI_KEY").ok();
    let prefix = format!("gnist-test-{name}-{}", std::process::id());
    let synonyms = Synonyms::standard().clone();
    Some(MeilisearchIndex::at(&url, key.as_deref(), &prefix, synonyms).expect("a client"))
}

promise!(finds_words_in_whatever_form);
promise!(tells_whole_matches_from_partial_ones);
promise!(corrects_what_nothing_holds);
promise!(corrects_either_part_of_a_compound);
promise!(leaves_alone_what_is_spelled_right);
promise!(takes_quotes_at_their_word);
promise!(finishes_words);
promise!(follows_what_it_is_told);
promise!(is_rebuilt_beside_the_one_in_use);
promise!(survives_whatever_is_typed);

/// Searches of every sort: forms, compounds, synonyms, slips, quotes, beginnings, nothing.
const SEARCHES: &[&str] = &[
    "robot",
    "robotter kodning",
    "kemi i køkkenet",
    "varme pumpe",
    "programmering piger",
    "teknologi",
    "elever",
    "naturvidenskab gymnasium virksomhedsbesøg",
    "vindmølle",
    "vindmøler",
    "robbotter",
    "matemattik og fysikk",
    "phamiliedag",
    "fredrag",
    "rumsikb",
    "gentekologi laboratoriebesog",
    "studie praktik",
    "houro f code",
    "=robotter",
    "girls day",
    "computer science",
    "bæredygtighed vand klima",
    "og i på",
    "xyzzyqwert",
    "3d print",
    "aa",
    "astronomi raketter rumfart dansk skole klasse viborg havn skib",
];

mod the_demo_catalogue {
    use std::time::Instant;

    use super::*;
    use crate::testbed::{On, Testbed};
    use application::{
        catalogue::{ImportMode, import_activities},
        ports::{ActivityIndex as _, SearchWords},
        search::rebuild_index,
    };
    use server::adapters::spreadsheet;

    #[tokio::test]
    async fn is_found_alike_on_meilisearch() {
        let Some(server) = meilisearch("demo") else { return };
        let portal = Testbed::start(On::Sqlite).await;
        for text in [
            include_str!("../../demo/activities_west.csv"),
            include_str!("../../demo/activities_east.csv"),
        ] {
            let sheet = spreadsheet::sheet(text.as_bytes()).unwrap();
            let ports = &portal.plugs.ports;
            import_activities(ports, sheet, ImportMode::Write, &mut |_| {}).await.unwrap();
        }
        let home = &portal.plugs.index;
        rebuild_index(&portal.plugs.ports, home).await.unwrap();
        rebuild_index(&portal.plugs.ports, &server).await.unwrap();
        let (mut here, mut there) = (home.held().await.unwrap(), server.held().await.unwrap());
        here.sort_unstable();
        there.sort_unstable();
        assert_eq!(here, there);
        assert!(!here.is_empty());

        for text in SEARCHES {
            for is_typing in [false, true] {
                let search = SearchWords { is_typing, ..index_contract::typed(text) };
                let start = Instant::now();
                let found = server.find(&search).await.unwrap();
                println!("{text} ({} found): {:?}", found.found.len(), start.elapsed());
                assert_eq!(found, home.find(&search).await.unwrap(), "{text} {is_typing}");
            }
            let words = (home.complete(text, 9).await, server.complete(text, 9).await);
            assert_eq!(words.0.unwrap(), words.1.unwrap(), "{text}");
        }
        server.remove().await.unwrap();
    }
}
