//! CPR numbers: they are never asked for, so what looks like one is not kept.

/// Whether a text holds what looks like a Danish CPR number: ten digits that stand alone, with
/// or without one hyphen or space after the sixth, of which the first six are a date (day,
/// month, year). Days from 61 on are those of replacement numbers (*erstatningspersonnummer*,
/// CPR-kontoret). The control digit proves nothing since 2007 and is not looked at.
#[must_use]
pub fn holds_cpr_number(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|at| begins_at(&letters, at))
}

fn begins_at(letters: &[char], at: usize) -> bool {
    let is_digit = |n: usize| letters.get(n).is_some_and(char::is_ascii_digit);
    if at > 0 && is_digit(at - 1) {
        return false;
    }
    let has_gap = letters.get(at + 6).is_some_and(|it| is_gap(*it));
    let end = at + 6 + usize::from(has_gap);
    let are_digits = (at..at + 6).chain(end..end + 4).all(is_digit);
    are_digits && !is_digit(end + 4) && is_date(&letters[at..at + 6])
}

/// What people and programs write between date and number.
fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{A0}' | '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

fn is_date(six: &[char]) -> bool {
    let digit = |n: usize| six[n].to_digit(10).unwrap_or_default();
    let [day, month, year] = [0, 2, 4].map(|n| digit(n) * 10 + digit(n + 1));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 => 29,
        2 => 28,
        _ => 0,
    };
    let day = if day > 60 { day - 60 } else { day };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ten_digits_that_begin_with_a_date_are_one_and_telephones_are_none() {
        for text in ["0112071234", "Alma 011207-1234", "cpr:290208\u{2013}1234", "720394-1234"] {
            assert!(holds_cpr_number(text), "{text}");
        }
        for text in
            ["", "12345678", "+4520123456", "0045 20123456", "011307-1234", "EAN 5798000012345"]
        {
            assert!(!holds_cpr_number(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_is_found_wherever_it_stands(
            before in "[a-zæøå ,.]{0,9}", day in 1u8..=28, month in 1u8..=12, year in 0u8..=99,
            rest in "[ -]?[0-9]{4}", after in "[a-zæøå ,.]{0,9}"
        ) {
            let text = format!("{before}{day:02}{month:02}{year:02}{rest}{after}");
            prop_assert!(holds_cpr_number(&text));
        }
    }
}
