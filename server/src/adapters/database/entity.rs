//! The rows, column by column.

pub(super) mod account;
pub(super) mod activity;
pub(super) mod activity_view;
pub(super) mod campaign;
pub(super) mod catalogue_version;
pub(super) mod claim;
pub(super) mod deed;
pub(super) mod draft;
pub(super) mod errand;
pub(super) mod import;
pub(super) mod import_trace;
pub(super) mod invitation;
pub(super) mod joined_identity;
pub(super) mod letter;
pub(super) mod link;
pub(super) mod occurrence;
pub(super) mod partner;
pub(super) mod picture;
pub(super) mod picture_print;
pub(super) mod reminder;
pub(super) mod review;
pub(super) mod sealing_key;
pub(super) mod session;
pub(super) mod tally;
pub(super) mod vain_search;
