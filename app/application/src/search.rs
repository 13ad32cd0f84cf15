//! Looking for activities: by words, by filters, and by what the words mean.

mod compare;
mod export_search;
mod follow_catalogue;
mod follow_search;
mod keep_index_right;
mod loosen;
mod nearest;
mod placeless;
mod rebuild_index;
mod search_activities;
mod suggest;
mod synonyms;
mod understand;
mod unknown_names;

pub use language::{Change as SynonymChange, Group as SynonymGroup, SynonymsError};

pub use compare::{Comparison, compare_searches};
pub use export_search::export_search;
pub use follow_catalogue::follow_catalogue;
pub use follow_search::{Followed, follow_search};
pub use keep_index_right::keep_index_right;
pub use loosen::{LeftOut, WayOut, ways_out};
pub use nearest::{Nearest, Offer, nearest};
pub use placeless::{take_placeless, without_placeless};
pub use rebuild_index::rebuild_index;
pub use search_activities::{
    Corrected, FEW, Search, SearchError, count_choices, search_activities, search_while_typing,
};
pub use suggest::{Suggestions, offer, suggest};
pub use synonyms::{
    Effect, SynonymsFault, SynonymsPage, SynonymsTrial, compare_lists, follow_synonyms, on_top_of,
    put_synonyms, show_synonyms, take_synonyms_back, try_synonyms,
};
pub use understand::{Overruled, Understanding, Understood, understand};
pub use unknown_names::take_unknown_names;
