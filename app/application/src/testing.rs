//! Fakes and contracts.
