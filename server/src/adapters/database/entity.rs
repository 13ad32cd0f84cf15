//! The rows, column by column.

pub(super) mod activity;
pub(super) mod campaign;
pub(super) mod catalogue_version;
pub(super) mod occurrence;
pub(super) mod partner;
pub(super) mod vain_search;
