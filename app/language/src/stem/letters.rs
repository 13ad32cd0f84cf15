//! Danish letters inside the stemmer: endings are taken off a word in which æ, ø and å are
//! one letter each, as the algorithm wants it.

/// Words that end in o or a, after which an ending begins with e: in "broen" and
/// "kameraer" the two letters are not ø and æ.
const OPEN_ENDS: &[&str] = &[
    "bro", "sko", "klo", "video", "dato", "foto", "radio", "metro", "konto", "studio", "logo",
    "tempo", "piano", "casino", "kilo", "silo", "ego", "euro", "demo", "duo", "trio", "zoo",
    "risiko", "stereo", "solo", "disko", "info", "klima", "tema", "data", "kamera", "skema",
    "firma", "drama", "plasma", "magma", "lava", "delta", "arena", "panda", "zebra", "gorilla",
    "alfa", "pizza", "prisma", "fauna", "flora", "cola", "villa",
];

const ENDINGS: &[&str] = &["en", "er", "et", "ens", "ers", "ets", "erne", "ernes", "ene", "enes"];

/// The word with one letter for each of æ, ø and å, however it was typed.
pub(super) fn unfolded(word: &str) -> String {
    let open = ENDINGS.iter().find_map(|ending| {
        word.strip_suffix(ending)
            .filter(|start| start.ends_with(['o', 'a']) && has_open_end(start))
            .map(str::len)
    });
    let (start, ending) = word.split_at(open.unwrap_or(word.len()));
    start.replace("aa", "å").replace("ae", "æ").replace("oe", "ø") + ending
}

/// The word as [`crate::folded`] writes it.
pub(super) fn refolded(word: &str) -> String {
    word.replace('æ', "ae").replace('ø', "oe").replace('å', "aa")
}

pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å')
}

fn has_open_end(start: &str) -> bool {
    OPEN_ENDS.iter().any(|word| start.ends_with(word))
}
