//! What an activity is called and how it is told.

use crate::text::text;

text! {
    /// The name an activity goes by.
    Title, 5..=120, false
}

text! {
    /// An activity in two sentences, as a card shows it.
    Summary, 20..=300, false
}

text! {
    /// The whole story of an activity, in `CommonMark`; raw HTML in it is shown as text.
    Description, 1..=10_000, true
}

text! {
    /// A partner's own key for an activity, unique within the partner.
    ExternalId, 1..=80, false
}
