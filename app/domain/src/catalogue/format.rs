//! Where an activity happens, in kind, and who can be there.

use crate::keyed::keyed;

keyed! {
    /// How one takes part.
    Format {
        OnSite = "on_site",
        AtSchool = "at_school",
        Online = "online",
        Hybrid = "hybrid",
        Outdoor = "outdoor",
    }
}

impl Format {
    /// Whether there is a place to find, so that a postcode and a town are needed.
    #[must_use]
    pub fn has_venue(self) -> bool {
        matches!(self, Self::OnSite | Self::Hybrid | Self::Outdoor)
    }
}

keyed! {
    /// A fact that decides whether somebody can take part.
    Accessibility {
        StepFree = "step_free",
        AccessibleToilet = "accessible_toilet",
        HearingLoop = "hearing_loop",
        SignLanguage = "sign_language",
        QuietSpace = "quiet_space",
        VisualSupport = "visual_support",
    }
}
