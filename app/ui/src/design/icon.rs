//! Icons, drawn in the line of the text (Tabler Icons, MIT).

use leptos::prelude::*;

/// An icon; always beside words, so it says nothing to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Search,
    MapPin,
    Clock,
    School,
    Calendar,
    CalendarPlus,
    World,
    ArrowRight,
    ArrowLeft,
    X,
    Check,
    Message,
    External,
    Alert,
    Info,
    Filter,
    Menu,
    Mail,
}

impl Icon {
    /// The icon, as tall as the text around it.
    pub fn show(self) -> impl IntoView {
        view! {
            <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                <path d=self.path() />
            </svg>
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Search => "M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M21 21l-6 -6",
            Self::MapPin => {
                "M9 11a3 3 0 1 0 6 0a3 3 0 0 0 -6 0M17.657 16.657l-4.243 4.243a2 2 0 0 1 -2.827 0l-4.244 -4.243a8 8 0 1 1 11.314 0"
            }
            Self::Clock => "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 7v5l3 3",
            Self::School => "M22 9l-10 -4l-10 4l10 4l10 -4v6M6 10.6v5.4a6 3 0 0 0 12 0v-5.4",
            Self::Calendar => {
                "M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12M16 3v4M8 3v4M4 11h16"
            }
            Self::CalendarPlus => {
                "M12.5 21h-6.5a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v5M16 3v4M8 3v4M4 11h16M16 19h6M19 16v6"
            }
            Self::World => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M3.6 9h16.8M3.6 15h16.8M11.5 3a17 17 0 0 0 0 18M12.5 3a17 17 0 0 1 0 18"
            }
            Self::ArrowRight => "M5 12l14 0M13 18l6 -6M13 6l6 6",
            Self::ArrowLeft => "M5 12l14 0M5 12l6 6M5 12l6 -6",
            Self::X => "M18 6l-12 12M6 6l12 12",
            Self::Check => "M5 12l5 5l10 -10",
            Self::Message => {
                "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12"
            }
            Self::External => {
                "M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6M11 13l9 -9M15 4h5v5"
            }
            Self::Alert => "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 8v4M12 16h.01",
            Self::Info => "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 9h.01M11 12h1v4h1",
            Self::Filter => {
                "M4 4h16v2.172a2 2 0 0 1 -.586 1.414l-4.414 4.414v7l-6 2v-8.5l-4.48 -4.928a2 2 0 0 1 -.52 -1.345v-2.227"
            }
            Self::Menu => "M4 6l16 0M4 12l16 0M4 18l16 0",
            Self::Mail => {
                "M3 7a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10M3 7l9 6l9 -6"
            }
        }
    }
}
