//! The whole server, from request to row.

mod architecture;
mod demo;
mod import;
mod migrations;
mod pages;
mod store;
mod testbed;
