//! How well the crate does on lists of words it was not built from; run with
//! `cargo test -p language --test it -- --nocapture` to read the figures.

mod compounds;
mod terms;
mod typos;
