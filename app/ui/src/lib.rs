//! What people see.
//!
//! Invariant: pages are built from finished answers; nothing here knows a database,
//! and no sentence stands outside `locales/`.

// A page is one type, with the types of all that stands on it inside.
#![recursion_limit = "256"]
#![cfg_attr(
    feature = "ssr",
    expect(clippy::needless_pass_by_value, reason = "a component owns its props")
)]

#[cfg(feature = "ssr")]
pub mod about;
#[cfg(feature = "ssr")]
pub mod ask;
pub mod catalogue;
#[cfg(feature = "ssr")]
mod deeds;
#[cfg(feature = "ssr")]
pub mod design;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod identity;
#[cfg(feature = "ssr")]
pub mod letters;
#[cfg(feature = "ssr")]
pub mod pact;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod partners;
#[cfg(feature = "ssr")]
pub mod privacy;
pub mod problem;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod signup;
#[cfg(feature = "ssr")]
pub mod speech;
#[cfg(feature = "ssr")]
pub mod synonyms;

#[cfg(feature = "ssr")]
pub use {
    ask::{Ask, Operator, Site},
    page::Page,
    problem::Problem,
    routes::{Desk, Door, Place, TakingPart, Told},
    speech::{Locale, Speech},
};
