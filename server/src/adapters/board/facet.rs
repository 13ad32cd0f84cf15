//! The facets, each a bit.

pub const TOPIC: u16 = 1;
pub const LEVEL: u16 = 1 << 1;
pub const KIND: u16 = 1 << 2;
pub const AUDIENCE: u16 = 1 << 3;
pub const REGION: u16 = 1 << 4;
pub const MUNICIPALITY: u16 = 1 << 5;
pub const FORMAT: u16 = 1 << 6;
pub const LANGUAGE: u16 = 1 << 7;
pub const FREE: u16 = 1 << 8;
pub const GIRLS: u16 = 1 << 9;
pub const SECTOR: u16 = 1 << 10;
pub const CAMPAIGN: u16 = 1 << 11;
pub const FULL: u16 = 1 << 13;
pub const PAST: u16 = 1 << 14;
/// A month or a week.
pub const PERIOD: u16 = 1 << 15;
pub const ALL: u16 = u16::MAX;
