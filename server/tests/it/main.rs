//! The whole server, from request to row.

mod architecture;
mod csp_reports;
mod demo;
mod doors;
mod export;
mod filter_form;
mod health;
mod import;
mod knocks;
mod letters;
mod migrations;
mod pages;
mod people;
mod program;
mod rights;
mod search;
mod search_fallback;
mod search_index;
mod sheets;
mod store;
mod synonyms;
mod testbed;
mod verify;
mod ways_in;
mod xlsx;
