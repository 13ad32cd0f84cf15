//! The words behind `?ok=`, by which a page knows what has just happened.
//!
//! One list for both languages: nobody types them, they are gone with the next page, and a browser
//! may come back in the other language.

use super::decode_query;

/// What has just happened, as an address says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told(&'static str);

/// Every word once: one that is left out of a list of its own would be told by no page.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident = $word:literal,)*) => {
        impl Told {
            $($(#[$about])* pub const $name: Self = Self($word);)*

            const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

words! {
    KEPT = "kept",
    DISCARDED = "discarded",
    PICTURE_KEPT = "picture-kept",
    PICTURE_REMOVED = "picture-removed",
    SENT = "sent",
    PARTNER_MADE = "partner-made",
    GRANTED = "granted",
    CLAIMED = "claimed",
    CLAIMS_WAIT = "claims-wait",
    THEIRS_ALREADY = "theirs-already",
    TOO_MANY = "too-many",
    OWN_CASE = "own-case",
    TOO_LATE = "changed-meanwhile",
    TAKEN_BACK = "taken-back",
    CALLED_OFF = "called-off",
    ARCHIVED = "archived",
    APPROVED = "approved",
    RETURNED = "returned",
    FINE = "fine",
    TAKEN_DOWN = "taken-down",
    CALLED_OFF_BY_US = "called-off-by-us",
    ANSWERED = "answered",
    IMPORTED = "imported",
    UNDONE = "undone",
    LOOK_AGAIN = "look-again",
    INVITED = "invited",
    WITHDRAWN = "withdrawn",
    CHANGED = "changed",
    REMOVED = "removed",
    LEFT = "left",
    QUESTIONS_ANSWERED = "questions-answered",
    ANSWERS_CHANGED = "answers-changed",
    KIN_CHANGED = "kin-changed",
    JOINED = "joined",
    CO_OWNER_INVITED = "co-owner-invited",
    CO_OWNER_REMOVED = "co-owner-removed",
    CO_OWNER_JOINED = "co-owner-joined",
    CO_OWNER_DECLINED = "co-owner-declined",
    CO_OWNER_LEFT = "co-owner-left",
    PARTNER_KEPT = "partner-kept",
    LEAD_OFFERED = "lead-offered",
    LEAD_KEPT = "lead-kept",
    LEAD_TAKEN = "lead-taken",
    LEAD_DECLINED = "lead-declined",
    ROSTERS_SHOWN = "rosters-shown",
    ROSTERS_HIDDEN = "rosters-hidden",
    CLOSED = "closed",
    OPENED = "opened",
    ROLE = "role",
    CAMPAIGN_MADE = "campaign-made",
    CAMPAIGN_KEPT = "campaign-kept",
    CAMPAIGN_REMOVED = "campaign-removed",
    CAMPAIGN_CLOSED = "campaign-closed",
    SYNONYMS_SET = "synonyms-set",
    SYNONYMS_BACK = "synonyms-back",
    AGAIN = "again",
    PASSWORD = "password",
    SIGNED_OUT = "signed-out",
    /// Somebody has left here, but may still be signed in at the provider.
    LEFT_HERE = "here",
    OVER = "from-the-start",
    LETTERS = "letters",
    FACTOR_OFF = "factor-off",
    SESSIONS_ENDED = "sessions-ended",
    IDENTITY_JOINED = "identity-joined",
    IDENTITY_LEFT = "identity-left",
    ROLE_WAITS = "role-waits",
    IN_LINE = "in-line",
    IN_LINE_CHILD = "in-line-child",
    IN_DRAW = "in-draw",
    FIRST_TO_ANSWER = "first-to-answer",
    FIRST_TO_ANSWER_CHILD = "first-to-answer-child",
    HELD = "held",
    HELD_CHILD = "held-child",
    CORRECTED = "corrected",
    ACCEPTED = "accepted",
    DECLINED = "declined",
    CANCELLED = "cancelled",
    ADDED = "added",
    MOVED = "moved",
    WRITTEN = "written",
    ASKED = "asked",
    RULE_SET = "rule-set",
    DRAW_SET = "draw-set",
    STILL_COMING = "still-coming",
    NOT_COMING = "not-coming",
    ASKING_SET = "asking-set",
    TICKED = "ticked",
    REPORTED = "reported",
    THANKS = "thanks",
    ENOUGH = "enough",
}

impl Told {
    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.0
    }

    /// What an address tells, where it is a word of ours.
    #[must_use]
    pub fn of_query(query: Option<&str>) -> Option<Self> {
        let pairs = decode_query(query.unwrap_or_default());
        let word = pairs.into_iter().find(|(name, _)| name == "ok").map(|(_, value)| value)?;
        Self::ALL.iter().copied().find(|it| it.0 == word)
    }

    /// The sentence that a page has for it.
    #[must_use]
    pub fn sentence(self, sentences: &[(Self, &'static str)]) -> Option<&'static str> {
        sentences.iter().find(|it| it.0 == self).map(|it| it.1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_word_is_found_again_and_no_two_are_the_same() {
        for it in Told::ALL {
            assert_eq!(Told::of_query(Some(&format!("a=b&ok={}", it.0))), Some(*it), "{it:?}");
            assert!(it.0.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{it:?}");
        }
        let words: BTreeSet<&str> = Told::ALL.iter().map(|it| it.0).collect();
        assert_eq!(words.len(), Told::ALL.len());
    }

    #[test]
    fn a_word_that_is_not_ours_tells_nothing() {
        for query in [None, Some(""), Some("ok="), Some("ok=<b>"), Some("no=kept")] {
            assert_eq!(Told::of_query(query), None, "{query:?}");
        }
    }
}
