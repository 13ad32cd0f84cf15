//! How much room there is: words first, a bar beside them.

use leptos::prelude::*;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    state: &'static str,
    /// The length of the bar, 0 to 44.
    bar: u32,
}

impl Room {
    /// Of `capacity` seats `left` are free; a fifth or less is few.
    #[must_use]
    pub fn of(left: u32, capacity: u32) -> Self {
        let left = left.min(capacity);
        let state = match left {
            0 => "full",
            _ if u64::from(left) * 5 <= u64::from(capacity) => "few",
            _ => "ok",
        };
        let bar = u64::from(left) * 44 / u64::from(capacity.max(1));
        Self { state, bar: u32::try_from(bar).unwrap_or(44) }
    }
}

/// How much room there is, in words and as a bar.
#[component]
pub fn SeatsBar(room: Room, words: String) -> impl IntoView {
    let bar = (room.bar > 0).then(|| view! { <path class="f" d=format!("M6 6h{}", room.bar) /> });
    view! {
        <span class="seats" data-state=room.state>
            <svg viewBox="0 0 56 12" aria-hidden="true">
                <path class="o" d="M6 6h44" />
                {bar}
            </svg>
            <span>{words}</span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_is_few_and_nothing_is_full() {
        assert_eq!(Room::of(0, 30).state, "full");
        assert_eq!(Room::of(6, 30), Room { state: "few", bar: 8 });
        assert_eq!(Room::of(7, 30).state, "ok");
        assert_eq!(Room::of(99, 30).bar, 44);
    }
}
