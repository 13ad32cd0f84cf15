//! The words behind `?ok=`, by which a page knows what has just happened.
//!
//! One list for both languages: nobody types them, they are gone with the next page, and a browser
//! may come back in the other language.

use super::decode_query;

/// What has just happened, as an address says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told(&'static str);

impl Told {
    pub const KEPT: Self = Self("kept");
    pub const DISCARDED: Self = Self("discarded");
    pub const PICTURE_KEPT: Self = Self("picture-kept");
    pub const PICTURE_REMOVED: Self = Self("picture-removed");
    pub const SENT: Self = Self("sent");
    pub const PARTNER_MADE: Self = Self("partner-made");
    pub const GRANTED: Self = Self("granted");
    pub const CLAIMED: Self = Self("claimed");
    pub const THEIRS_ALREADY: Self = Self("theirs-already");
    pub const TOO_MANY: Self = Self("too-many");
    pub const TOO_LATE: Self = Self("changed-meanwhile");
    pub const TAKEN_BACK: Self = Self("taken-back");
    pub const CALLED_OFF: Self = Self("called-off");
    pub const APPROVED: Self = Self("approved");
    pub const RETURNED: Self = Self("returned");
    pub const FINE: Self = Self("fine");
    pub const TAKEN_DOWN: Self = Self("taken-down");
    pub const CALLED_OFF_BY_US: Self = Self("called-off-by-us");
    pub const ANSWERED: Self = Self("answered");
    pub const IMPORTED: Self = Self("imported");
    pub const UNDONE: Self = Self("undone");
    pub const LOOK_AGAIN: Self = Self("look-again");
    pub const INVITED: Self = Self("invited");
    pub const WITHDRAWN: Self = Self("withdrawn");
    pub const CHANGED: Self = Self("changed");
    pub const REMOVED: Self = Self("removed");
    pub const LEFT: Self = Self("left");
    pub const QUESTIONS_ANSWERED: Self = Self("questions-answered");
    pub const ANSWERS_CHANGED: Self = Self("answers-changed");
    pub const KIN_CHANGED: Self = Self("kin-changed");
    pub const JOINED: Self = Self("joined");
    pub const CO_OWNER_INVITED: Self = Self("co-owner-invited");
    pub const CO_OWNER_REMOVED: Self = Self("co-owner-removed");
    pub const CO_OWNER_JOINED: Self = Self("co-owner-joined");
    pub const CO_OWNER_DECLINED: Self = Self("co-owner-declined");
    pub const CO_OWNER_LEFT: Self = Self("co-owner-left");
    pub const PARTNER_KEPT: Self = Self("partner-kept");
    pub const LEAD_OFFERED: Self = Self("lead-offered");
    pub const LEAD_KEPT: Self = Self("lead-kept");
    pub const LEAD_TAKEN: Self = Self("lead-taken");
    pub const LEAD_DECLINED: Self = Self("lead-declined");
    pub const ROSTERS_SHOWN: Self = Self("rosters-shown");
    pub const ROSTERS_HIDDEN: Self = Self("rosters-hidden");
    pub const CLOSED: Self = Self("closed");
    pub const OPENED: Self = Self("opened");
    pub const ROLE: Self = Self("role");
    pub const CAMPAIGN_MADE: Self = Self("campaign-made");
    pub const CAMPAIGN_KEPT: Self = Self("campaign-kept");
    pub const CAMPAIGN_REMOVED: Self = Self("campaign-removed");
    pub const CAMPAIGN_CLOSED: Self = Self("campaign-closed");
    pub const SYNONYMS_SET: Self = Self("synonyms-set");
    pub const SYNONYMS_BACK: Self = Self("synonyms-back");
    pub const AGAIN: Self = Self("again");
    pub const PASSWORD: Self = Self("password");
    pub const SIGNED_OUT: Self = Self("signed-out");
    /// Somebody has left here, but may still be signed in at the provider.
    pub const LEFT_HERE: Self = Self("here");
    pub const OVER: Self = Self("from-the-start");
    pub const LETTERS: Self = Self("letters");
    pub const FACTOR_OFF: Self = Self("factor-off");
    pub const SESSIONS_ENDED: Self = Self("sessions-ended");
    pub const IDENTITY_JOINED: Self = Self("identity-joined");
    pub const IDENTITY_LEFT: Self = Self("identity-left");
    pub const ROLE_WAITS: Self = Self("role-waits");
    pub const IN_LINE: Self = Self("in-line");
    pub const IN_LINE_CHILD: Self = Self("in-line-child");
    pub const HELD: Self = Self("held");
    pub const HELD_CHILD: Self = Self("held-child");
    pub const CORRECTED: Self = Self("corrected");
    pub const ACCEPTED: Self = Self("accepted");
    pub const DECLINED: Self = Self("declined");
    pub const CANCELLED: Self = Self("cancelled");
    pub const ADDED: Self = Self("added");
    pub const MOVED: Self = Self("moved");
    pub const WRITTEN: Self = Self("written");
    pub const ASKED: Self = Self("asked");
    pub const RULE_SET: Self = Self("rule-set");
    pub const THANKS: Self = Self("thanks");
    pub const ENOUGH: Self = Self("enough");

    const ALL: [Self; 75] = [
        Self::KEPT,
        Self::DISCARDED,
        Self::PICTURE_KEPT,
        Self::PICTURE_REMOVED,
        Self::SENT,
        Self::PARTNER_MADE,
        Self::GRANTED,
        Self::CLAIMED,
        Self::THEIRS_ALREADY,
        Self::TOO_MANY,
        Self::TOO_LATE,
        Self::TAKEN_BACK,
        Self::CALLED_OFF,
        Self::APPROVED,
        Self::RETURNED,
        Self::FINE,
        Self::TAKEN_DOWN,
        Self::CALLED_OFF_BY_US,
        Self::ANSWERED,
        Self::IMPORTED,
        Self::UNDONE,
        Self::LOOK_AGAIN,
        Self::INVITED,
        Self::WITHDRAWN,
        Self::CHANGED,
        Self::REMOVED,
        Self::LEFT,
        Self::JOINED,
        Self::CO_OWNER_INVITED,
        Self::CO_OWNER_REMOVED,
        Self::CO_OWNER_JOINED,
        Self::CO_OWNER_DECLINED,
        Self::CO_OWNER_LEFT,
        Self::PARTNER_KEPT,
        Self::LEAD_OFFERED,
        Self::LEAD_KEPT,
        Self::LEAD_TAKEN,
        Self::LEAD_DECLINED,
        Self::ROSTERS_SHOWN,
        Self::ROSTERS_HIDDEN,
        Self::CLOSED,
        Self::OPENED,
        Self::ROLE,
        Self::CAMPAIGN_MADE,
        Self::CAMPAIGN_KEPT,
        Self::CAMPAIGN_REMOVED,
        Self::CAMPAIGN_CLOSED,
        Self::SYNONYMS_SET,
        Self::SYNONYMS_BACK,
        Self::AGAIN,
        Self::PASSWORD,
        Self::SIGNED_OUT,
        Self::LEFT_HERE,
        Self::OVER,
        Self::LETTERS,
        Self::FACTOR_OFF,
        Self::SESSIONS_ENDED,
        Self::IDENTITY_JOINED,
        Self::IDENTITY_LEFT,
        Self::ROLE_WAITS,
        Self::IN_LINE,
        Self::IN_LINE_CHILD,
        Self::HELD,
        Self::HELD_CHILD,
        Self::CORRECTED,
        Self::ACCEPTED,
        Self::DECLINED,
        Self::CANCELLED,
        Self::ADDED,
        Self::MOVED,
        Self::WRITTEN,
        Self::ASKED,
        Self::RULE_SET,
        Self::THANKS,
        Self::ENOUGH,
    ];

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
        Self::ALL.into_iter().find(|it| it.0 == word)
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
            assert_eq!(Told::of_query(Some(&format!("a=b&ok={}", it.0))), Some(it), "{it:?}");
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
