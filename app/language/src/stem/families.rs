//! Words whose forms no ending rule brings together, or would bring together wrongly.

/// Plurals that change their vowel, and words from Latin and English whose forms differ
/// more than by an ending (Retskrivningsordbogen, dsn.dk/ordbøger): a word that ends like
/// the left side has the stem on the right in its place, so that compounds are covered.
const FORMS: &[(&[&str], &str)] = &[
    (&["børn", "børns", "børnene", "børnenes", "barnet", "barnets", "barn"], "barn"),
    (&["bøger", "bøgerne", "bøgers"], "bog"),
    (&["mænd", "mændene", "mænds"], "mand"),
    (&["hænder", "hænderne"], "hånd"),
    (&["fødder", "fødderne"], "fod"),
    (&["tænder", "tænderne"], "tand"),
    (&["øjne", "øjnene"], "øje"),
    (&["kræfter", "kræfterne"], "kraft"),
    (&["kursus", "kurser", "kurset", "kurserne", "kursets"], "kurs"),
    (&["centret", "centre", "centrene", "centeret", "centrets", "centre", "center"], "center"),
];

/// Verbs in -ere whose doing is not the thing of the same letters: every text has a
/// "program", few are about programming; a car park is no park, and to sort is not black.
const DOINGS: &[&str] =
    &["programmer", "parker", "sorter", "lever", "passer", "kasser", "noter", "former", "planter"];

const DOING_ENDINGS: &[&str] =
    &["e", "er", "et", "ede", "es", "ing", "ings", "ingen", "inger", "ingerne", "ingens"];

/// Words that look like another with an ending, each with its forms before its stem; among
/// them the towns in -ing.
const APART: &[(&[&str], &str)] = &[
    (&["programming", "programmør", "programmører"], "programmer"),
    (&["camping", "campingen"], "camping"),
    (&["training", "trainings"], "training"),
    (&["dronning", "dronninger", "dronningen"], "dronning"),
    (&["billede", "billeder", "billedet", "billederne", "billed"], "billed"),
    (&["herning"], "herning"),
    (&["kolding"], "kolding"),
    (&["jelling"], "jelling"),
    (&["hjørring"], "hjørring"),
    (&["ringkøbing"], "ringkøbing"),
    (&["nykøbing"], "nykøbing"),
];

/// The stem of a word that belongs to one of the families, the rest of a compound before it.
pub(super) fn stem_of(word: &str) -> Option<String> {
    if let Some((_, stem)) = APART.iter().find(|(words, _)| words.contains(&word)) {
        return Some((*stem).to_owned());
    }
    let doing = DOINGS.iter().find(|stem| {
        word.strip_prefix(**stem).is_some_and(|ending| DOING_ENDINGS.contains(&ending))
    });
    if let Some(stem) = doing {
        return Some((*stem).to_owned());
    }
    FORMS.iter().find_map(|(endings, stem)| {
        let longest = endings.iter().filter(|it| word.ends_with(**it)).max_by_key(|it| it.len())?;
        let before = &word[..word.len() - longest.len()];
        Some(format!("{before}{stem}"))
    })
}
