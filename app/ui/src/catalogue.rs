//! The catalogue: finding an activity, and one activity's own page.

mod api;
mod kept_form;
mod live;
mod live_count;
mod search_box;

#[cfg(feature = "ssr")]
mod activity_facts;
#[cfg(feature = "ssr")]
mod activity_page;
#[cfg(feature = "ssr")]
mod boxes;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod catalogue_page;
#[cfg(feature = "ssr")]
mod cell_fault;
#[cfg(feature = "ssr")]
mod chips;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod editor;
#[cfg(feature = "ssr")]
mod empty;
#[cfg(feature = "ssr")]
mod faults;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod file_fault;
#[cfg(feature = "ssr")]
mod filter_form;
#[cfg(feature = "ssr")]
mod follow;
#[cfg(feature = "ssr")]
mod found_map;
#[cfg(feature = "ssr")]
mod json_ld;
#[cfg(feature = "ssr")]
mod nearly;
#[cfg(feature = "ssr")]
mod photo;
#[cfg(feature = "ssr")]
mod results;
#[cfg(feature = "ssr")]
mod saved_pages;
#[cfg(feature = "ssr")]
mod shortcuts;
#[cfg(feature = "ssr")]
mod sorting;
#[cfg(feature = "ssr")]
mod typing;
#[cfg(feature = "ssr")]
mod understood;
#[cfg(feature = "ssr")]
mod when;

pub use api::{CountChoices, ResultsWhileTyping, Suggest, count, results, suggest};
pub use kept_form::KeptForm;
pub use live_count::LiveCount;
pub use search_box::SearchBox;

#[cfg(feature = "ssr")]
pub(crate) use {activity_facts::address, activity_page::Activity, photo::Wall};

#[cfg(feature = "ssr")]
pub use {
    activity_page::activity_page,
    card::{ActivityCard, CardList},
    catalogue_page::catalogue_page,
    cell_fault::cell_fault,
    editor::{
        PictureForm, Unkept, editor_page, kept_sentence, look_over_page, picture_page,
        preview_page, unkept_page, unkept_sentence,
    },
    file_fault::file_fault,
    filter_form::region_name,
    follow::{feed_item, feed_title},
    results::Results,
    saved_pages::{save_page, saved_page},
    shortcuts::{shortcut_chips, shortcuts},
};
