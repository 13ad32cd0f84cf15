//! The grade ruler: for whom, at a glance. The text beside it says the same.

use std::fmt::Write as _;

use leptos::prelude::*;

/// The last mark of the ruler, after grade 10: youth education.
const YOUTH: u8 = 11;

/// The marks a bar covers, where there is one.
fn span(from: Option<u8>, to: Option<u8>, youth: bool) -> Option<(u8, u8)> {
    let first = from.or(youth.then_some(YOUTH))?;
    let last = if youth { YOUTH } else { to.unwrap_or(first) };
    Some((first, last))
}

/// The ruler on a card.
pub fn small_ruler(from: Option<u8>, to: Option<u8>, youth: bool) -> impl IntoView {
    let bar = span(from, to, youth).map(|(first, last)| {
        let d = format!("M{} 5h{}", u32::from(first) * 10 + 5, u32::from(last - first) * 10);
        view! { <path class="f" d=d /> }
    });
    view! {
        <svg class="ruler" viewBox="0 0 120 10" aria-hidden="true">
            <path class="o" d="M5 5h110" />
            {bar}
        </svg>
    }
}

/// The ruler on an activity's page, with the grades written under it.
pub fn big_ruler(from: Option<u8>, to: Option<u8>, youth: bool, youth_word: &str) -> impl IntoView {
    let covered = span(from, to, youth);
    let mut svg = String::from(
        r#"<svg class="ruler ruler--big" viewBox="0 0 372 42" aria-hidden="true"><path class="o" d="M15 11h330"/>"#,
    );
    if let Some((first, last)) = covered {
        let _ = write!(
            svg,
            r#"<path class="f" d="M{} 11h{}"/>"#,
            u32::from(first) * 30 + 15,
            u32::from(last - first) * 30
        );
    }
    for mark in 0..=YOUTH {
        let on = covered.is_some_and(|(first, last)| (first..=last).contains(&mark));
        let class = if on { r#" class="on""# } else { "" };
        let x = u32::from(mark) * 30 + 15;
        let word = if mark == YOUTH { youth_word.to_owned() } else { mark.to_string() };
        let _ = write!(svg, r#"<text x="{x}" y="38"{class}>{word}</text>"#);
    }
    svg += "</svg>";
    view! { <span class="art-box" inner_html=svg></span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn youth_education_comes_after_the_tenth_grade() {
        assert_eq!(span(Some(5), Some(8), false), Some((5, 8)));
        assert_eq!(span(Some(9), Some(10), true), Some((9, 11)));
        assert_eq!(span(None, None, true), Some((11, 11)));
        assert_eq!(span(None, None, false), None);
    }
}
