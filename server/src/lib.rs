//! Where the portal meets the world: every plug for the application's sockets, and the
//! server and commands that hold them together.

pub mod adapters;
