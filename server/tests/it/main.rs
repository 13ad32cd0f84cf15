//! The whole server, from request to row.

mod architecture;
mod csp_reports;
mod demo;
mod filter_form;
mod health;
mod import;
mod migrations;
mod pages;
mod program;
mod search;
mod search_fallback;
mod search_index;
mod store;
mod synonyms;
mod testbed;
mod xlsx;
