//! Where an activity is on its way from a draft to the archive.

use crate::keyed::keyed;

keyed! {
    /// Where an activity is on its way from a draft to the archive.
    State {
        /// Only its partner sees it.
        Draft = "draft",
        /// A moderator of its region looks at it.
        Submitted = "submitted",
        /// Everybody sees it.
        Published = "published",
        /// Everybody sees that it will not happen.
        Cancelled = "cancelled",
        /// It was; its address says so.
        Archived = "archived",
    }
}

/// A step that the rules do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{from} does not become {to}")]
pub struct Forbidden {
    pub from: State,
    pub to: State,
}

impl State {
    /// Takes the step to `next`.
    ///
    /// # Errors
    ///
    /// [`Forbidden`] where no such step exists: what was public becomes a draft again only
    /// where a moderator [takes it down](Self::taken_down), and nothing comes back from the
    /// archive.
    pub fn step_to(self, next: Self) -> Result<Self, Forbidden> {
        if self.leads_to().contains(&next) {
            Ok(next)
        } else {
            Err(Forbidden { from: self, to: next })
        }
    }

    /// What a moderator makes of what is public but must not be: a draft.
    ///
    /// # Errors
    ///
    /// [`Forbidden`] where it is not public.
    pub fn taken_down(self) -> Result<Self, Forbidden> {
        if self.is_public() {
            Ok(Self::Draft)
        } else {
            Err(Forbidden { from: self, to: Self::Draft })
        }
    }

    /// The states that can follow.
    #[must_use]
    pub const fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Submitted, Self::Published, Self::Archived],
            Self::Submitted => &[Self::Draft, Self::Published, Self::Archived],
            Self::Published => &[Self::Cancelled, Self::Archived],
            Self::Cancelled => &[Self::Published, Self::Archived],
            Self::Archived => &[],
        }
    }

    /// Whether everybody may see the activity.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_steps_are_these() {
        let next =
            |from: &State| from.leads_to().iter().map(|it| it.key()).collect::<Vec<_>>().join(", ");
        let rows: Vec<String> =
            State::ALL.iter().map(|from| format!("{from} -> {}", next(from))).collect();
        let table = rows.join("\n");
        insta::assert_snapshot!(table, @r"
        draft -> submitted, published, archived
        submitted -> draft, published, archived
        published -> cancelled, archived
        cancelled -> published, archived
        archived ->
        ");
    }

    #[test]
    fn only_what_is_public_can_be_taken_down() {
        for state in State::ALL {
            assert_eq!(state.taken_down().is_ok(), state.is_public(), "{state}");
        }
    }

    proptest! {
        #[test]
        fn no_step_makes_a_draft_of_what_was_public(steps in prop::collection::vec(0..State::ALL.len(), 0..40)) {
            let (mut state, mut was_public) = (State::Draft, false);
            for step in steps {
                state = state.step_to(State::ALL[step]).unwrap_or(state);
                was_public |= state.is_public();
                prop_assert!(!(was_public && matches!(state, State::Draft | State::Submitted)));
            }
        }
    }
}
