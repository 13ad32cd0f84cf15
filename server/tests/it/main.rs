//! The whole server, from request to row.

mod architecture;
mod csp_reports;
mod demo;
mod doors;
mod filter_form;
mod health;
mod import;
mod letters;
mod looking_after;
mod members;
mod migrations;
mod next;
mod pages;
mod people;
mod program;
mod rights;
mod search;
mod search_fallback;
mod search_index;
mod store;
mod synonyms;
mod testbed;
mod verify;
mod ways_in;
mod xlsx;
