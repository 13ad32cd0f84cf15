//! Danish endings: the Snowball algorithm (snowballstem.org/algorithms/danish), and what
//! short texts about courses need beyond it — nouns of doing ("kodning"), words that end in
//! a vowel ("broen"), Latin -um, the e that comes and goes in "cykel", and nouns that only
//! look inflected ("raket").

use super::letters::is_vowel;

/// Snowball's first step, in its own order of letters; the longest that fits is taken off.
const ENDINGS: &[&str] = &[
    "hed", "ethed", "ered", "e", "erede", "ende", "erende", "ene", "erne", "ere", "en", "heden",
    "eren", "er", "heder", "erer", "heds", "es", "endes", "erendes", "enes", "ernes", "eres",
    "ens", "hedens", "erens", "ers", "ets", "erets", "et", "eret",
];

/// Endings that go after an open vowel, where Snowball's region does not reach.
const AFTER_VOWEL: &[&str] =
    &["ernes", "erne", "enes", "ens", "ene", "ers", "ets", "en", "er", "et"];

/// Nouns that end like a definite form and are none, alone and as the tail of a compound
/// (those of the dictionary in `data` that texts about science and schools use).
const WHOLE: &[&str] = &[
    "itet",
    "fakultet",
    "pubertet",
    "raket",
    "planet",
    "magnet",
    "komet",
    "tablet",
    "internet",
    "budget",
    "køkken",
    "våben",
    "ørken",
    "lagen",
    "billet",
    "facet",
    "pamflet",
    "buffet",
    "toilet",
    "alfabet",
    "kvartet",
    "kvintet",
    "duet",
    "klarinet",
    "pincet",
    "poet",
    "etiket",
    "serviet",
    "silhuet",
    "stafet",
    "target",
    "outlet",
    "varietet",
    "ballet",
    "kabinet",
    "omelet",
    "parket",
    "kasket",
    "tallerken",
    "bækken",
    "dækken",
    "væsen",
    "fersken",
    "frøken",
    "viden",
    "frekvens",
    "sekvens",
    "tendens",
    "eksistens",
    "resistens",
    "licens",
    "essens",
    "proces",
    "succes",
    "kongres",
    "ekspres",
    "diabetes",
    "turbulens",
];

/// A noun of doing with the endings it can have.
const DOING: &[&str] =
    &["ingernes", "ingerne", "ingens", "ingers", "ingen", "inger", "ingene", "inge", "ings", "ing"];

pub(super) fn stem(word: &str) -> String {
    if let Some(start) = after_vowel(word) {
        return start.to_owned();
    }
    let stem = doing(word).unwrap_or_else(|| snowball(word));
    let stem = without_um(&stem);
    with_closed_el(stem)
}

/// "broen", "miljøet", "klimaer": what stands before the ending when that is an open vowel.
fn after_vowel(word: &str) -> Option<&str> {
    let start = AFTER_VOWEL.iter().find_map(|ending| word.strip_suffix(ending))?;
    let ends_open = start.ends_with(['a', 'o', 'u', 'y', 'æ', 'ø', 'å'])
        || start.ends_with('e') && start.chars().count() > 3 && !start.ends_with("ee");
    let is_a_word = start.chars().any(|c| !is_vowel(c)) || start.chars().count() == 1;
    (ends_open && is_a_word).then_some(start)
}

/// "kodning" to "kod", "træning" to "træn", "fermentering" to "ferment".
fn doing(word: &str) -> Option<String> {
    let start = DOING.iter().find_map(|ending| word.strip_suffix(ending))?;
    let rest = start
        .strip_suffix("er")
        .or_else(|| {
            start.strip_suffix('n').filter(|rest| !rest.ends_with(is_vowel)).filter(|rest| {
                !["eg", "ign", "åb", "vær", "ler", "ær"].iter().any(|it| rest.ends_with(it))
            })
        })
        .filter(|rest| rest.chars().count() >= 3)
        .unwrap_or(start);
    let is_long = rest.chars().count() >= 3 && rest.contains(is_vowel);
    is_long.then(|| single(rest).to_owned())
}

fn snowball(word: &str) -> String {
    if is_whole(word) {
        return word.to_owned();
    }
    if let Some(whole) = word.strip_suffix('s').filter(|it| is_whole(it)) {
        return whole.to_owned();
    }
    let region = region(word);
    let stem = without_ending(word, region);
    let stem = without_mute_end(stem, region);
    single(without_derivation(stem, region)).to_owned()
}

fn is_whole(word: &str) -> bool {
    word == "orden" || WHOLE.iter().any(|whole| word.ends_with(whole))
}

/// Where R1 begins: after the first consonant that follows a vowel, but not before the
/// fourth letter.
fn region(word: &str) -> usize {
    let mut letters = word.char_indices();
    letters.by_ref().find(|(_, c)| is_vowel(*c));
    let after =
        letters.find(|(_, c)| !is_vowel(*c)).map_or(word.len(), |(at, c)| at + c.len_utf8());
    let fourth = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    after.max(fourth)
}

fn without_ending(word: &str, region: usize) -> &str {
    let longest = ENDINGS.iter().filter(|it| ends_in(word, it, region)).max_by_key(|it| it.len());
    if let Some(ending) = longest {
        return &word[..word.len() - ending.len()];
    }
    match word.strip_suffix('s') {
        Some(rest)
            if rest.len() >= region
                && rest.ends_with(|c| "abcdfghjklmnoprtvyzå".contains(c))
                && !rest.ends_with(['s', 'u']) =>
        {
            rest
        }
        _ => word,
    }
}

/// Snowball's second step: the last letter of gd, dt, gt and kt.
fn without_mute_end(word: &str, region: usize) -> &str {
    if ["gd", "dt", "gt", "kt"].iter().any(|end| ends_in(word, end, region)) {
        &word[..word.len() - 1]
    } else {
        word
    }
}

/// Snowball's third step, with the neuter of -al and -el.
fn without_derivation(word: &str, region: usize) -> &str {
    let word = if word.ends_with("igst") { &word[..word.len() - 2] } else { word };
    if word.ends_with("løst") {
        return &word[..word.len() - 1];
    }
    if word.len() >= 8 && (word.ends_with("alt") || word.ends_with("elt")) {
        return &word[..word.len() - 1];
    }
    let longest = ["elig", "els", "lig", "ig"].iter().find(|it| ends_in(word, it, region));
    longest
        .map(|it| &word[..word.len() - it.len()])
        .filter(|rest| rest.chars().count() >= 4 && single(rest) == *rest)
        .map_or(word, |rest| without_mute_end(rest, region))
}

fn ends_in(word: &str, ending: &str, region: usize) -> bool {
    word.ends_with(ending) && word.len() - ending.len() >= region
}

/// Snowball's fourth step: of two equal consonants at the end, one.
fn single(word: &str) -> &str {
    let mut back = word.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before)) if last == before && !is_vowel(last) && word.len() > 3 => {
            &word[..word.len() - last.len_utf8()]
        }
        _ => word,
    }
}

/// "museum" and "laboratorium" lose their nominative.
fn without_um(stem: &str) -> &str {
    stem.strip_suffix("um")
        .filter(|rest| rest.len() >= 4 && rest.ends_with(['e', 'i']))
        .unwrap_or(stem)
}

/// "cykel" and "middel" are written like the stems of "cykler" and "midler".
fn with_closed_el(stem: &str) -> String {
    let start = stem.strip_suffix("el").filter(|start| {
        start.chars().count() >= 2 && !start.ends_with(is_vowel) && start.contains(is_vowel)
    });
    start.map_or_else(|| stem.to_owned(), |start| format!("{}l", single(start)))
}
