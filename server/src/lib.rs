//! Where the portal meets the world: every plug for the application's sockets, and the
//! server and commands that hold them together.

pub mod adapters;
pub mod backup;
pub mod cli;
pub mod config;
pub mod http;
pub mod plugs;
pub mod sealing_keys;
mod search_answer;
pub mod telemetry;
pub mod worker;
