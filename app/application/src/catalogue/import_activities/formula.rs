//! Cells that a spreadsheet would take for a formula, and work out on whoever opens it (OWASP,
//! CSV Injection). They leave behind an apostrophe, and come back without it.

/// What a formula begins with, also in its wide form.
const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What some programs pass over before they look for it.
const PASSED_OVER: [char; 4] = ['\t', '\r', '\n', '\0'];

fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(PASSED_OVER) || cell.trim_start().starts_with(BEGINS)
}

/// A cell as it may leave: text, whatever it looks like.
#[must_use]
pub fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it left.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn whatever_a_cell_begins_with_it_leaves_as_text_and_comes_back_as_it_was() {
        for first in '\0'..=char::MAX {
            for cell in [format!("{first}1+1"), format!("'{first}1+1"), format!(" {first}1")] {
                let left = guarded(&cell);
                let seen = left.trim_start_matches(PASSED_OVER).trim_start();
                assert!(!seen.starts_with(BEGINS), "{first:?}");
                assert!(!left.starts_with(PASSED_OVER), "{first:?}");
                assert_eq!(unguarded(&left), cell, "{first:?}");
            }
        }
        assert_eq!(guarded("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(guarded("'Rock'n'roll' i laboratoriet"), "'Rock'n'roll' i laboratoriet");
        assert_eq!(guarded(""), "");
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(cell in any::<String>()) {
            let left = guarded(&cell);
            prop_assert_eq!(unguarded(&left), cell.as_str());
        }
    }
}
