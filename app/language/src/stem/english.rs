//! English endings, few and with care: plurals after Harman's S stemmer ("How effective is
//! suffixing?", 1991), -ing and -ed after a stem long enough, and the mute e.

use super::letters::is_vowel;

pub(super) fn stem(word: &str) -> String {
    let singular = singular(word);
    let bare = without_doing(&singular);
    bare.strip_suffix('e')
        .filter(|rest| rest.chars().count() >= 3 && !rest.ends_with(is_vowel))
        .unwrap_or(bare)
        .to_owned()
}

fn singular(word: &str) -> String {
    if let Some(start) = word.strip_suffix("ies").filter(|start| start.len() >= 2) {
        return format!("{start}y");
    }
    let has_sibilant =
        ["sses", "shes", "ches", "xes", "zes"].iter().any(|ending| word.ends_with(ending));
    if has_sibilant {
        return word[..word.len() - 2].to_owned();
    }
    let stays = ["ss", "us", "is", "ics"].iter().any(|ending| word.ends_with(ending));
    match word.strip_suffix('s') {
        Some(start) if !stays && start.len() >= 3 => start.to_owned(),
        _ => word.to_owned(),
    }
}

fn without_doing(word: &str) -> &str {
    let start = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"));
    match start {
        Some(start)
            if start.chars().count() >= 3 && start.contains(is_vowel) && !start.ends_with('e') =>
        {
            single(start)
        }
        _ => word,
    }
}

fn single(word: &str) -> &str {
    let mut back = word.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before))
            if last == before && !is_vowel(last) && !matches!(last, 'l' | 's' | 'z') =>
        {
            &word[..word.len() - last.len_utf8()]
        }
        _ => word,
    }
}
