//! What is told again of what stands in a file.

/// The most characters of it that are told.
const LONGEST: usize = 80;

/// What stands in a file, as it may be told again: cut, on one line, and without what a terminal
/// would obey or what turns the direction of all that follows.
#[must_use]
pub fn echo(said: &str) -> String {
    said.trim().chars().take(LONGEST).map(harmless).collect()
}

fn harmless(c: char) -> char {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        _ if turns || c.is_control() => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_again_is_short_and_obeyed_by_nothing() {
        assert_eq!(echo(" Byg en robot\n"), "Byg en robot");
        assert_eq!(echo("En hel\r\ndag"), "En hel  dag");
        assert_eq!(echo("\u{1B}]0;ejer\u{7}\u{9B}2J"), "\u{FFFD}]0;ejer\u{FFFD}\u{FFFD}2J");
        assert_eq!(echo("fdp.\u{202E}exe"), "fdp.\u{FFFD}exe");
        assert_eq!(echo(&"æ".repeat(100_000)).chars().count(), LONGEST);
        let all: String = ('\0'..=char::MAX).collect();
        let mut told = all.chars().map(|c| echo(&format!("a{c}a")));
        assert!(told.all(|it| !it.contains(char::is_control)));
    }
}
