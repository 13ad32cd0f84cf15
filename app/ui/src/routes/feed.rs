//! A search as programs follow it.

/// In which form a search is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// What is found, for a feed reader.
    Rss,
    /// The dates of what is found, for a calendar.
    Calendar,
    /// What is found, for a spreadsheet.
    Csv,
}

/// The patterns of the addresses of feeds.
pub mod pattern {
    pub const RSS: &str = "/aktiviteter.rss";
    pub const CALENDAR: &str = "/aktiviteter.ics";
    pub const CSV: &str = "/aktiviteter.csv";
    /// What the interface for programs answers to the same question.
    pub const JSON: &str = "/aktiviteter.json";

    /// All of them.
    pub const ALL: [&str; 4] = [RSS, CALENDAR, CSV, JSON];
}

impl Feed {
    /// Its media type.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Calendar => "text/calendar",
            Self::Csv => "text/csv",
        }
    }

    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Rss => pattern::RSS,
            Self::Calendar => pattern::CALENDAR,
            Self::Csv => pattern::CSV,
        }
    }
}
