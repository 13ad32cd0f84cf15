//! Every home of the search index keeps the promises of its port.

use application::testing::index_contract;
use language::Synonyms;
use server::adapters::embedded_search::EmbeddedIndex;

/// Runs one promise on an index in memory and on one in a folder.
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
        }
    };
}

fn embedded(folder: Option<std::path::PathBuf>) -> EmbeddedIndex {
    EmbeddedIndex::open(folder, Synonyms::standard().clone()).expect("an index")
}

promise!(finds_words_in_whatever_form);
promise!(tells_whole_matches_from_partial_ones);
promise!(corrects_what_nothing_holds);
promise!(takes_quotes_at_their_word);
promise!(finishes_words);
promise!(follows_what_it_is_told);
promise!(is_rebuilt_beside_the_one_in_use);
promise!(survives_whatever_is_typed);
