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

/// Whole words with all their endings whose doing is not the thing of the same letters:
/// every text has a "program", few are about programming.
const APART: &[(&[&str], &str)] = &[
    (
        &[
            "programmere",
            "programmerer",
            "programmeret",
            "programmerede",
            "programmering",
            "programmeringen",
            "programmerings",
            "programming",
            "programmør",
            "programmører",
        ],
        "programmer",
    ),
    (&["camping", "campingen"], "camping"),
    (&["training", "trainings"], "training"),
    (&["billede", "billeder", "billedet", "billederne", "billed"], "billed"),
    (&["planet", "planeter", "planeten", "planeterne", "planets"], "planet"),
];

/// The stem of a word that belongs to one of the families, the rest of a compound before it.
pub(super) fn stem_of(word: &str) -> Option<String> {
    if let Some((_, stem)) = APART.iter().find(|(words, _)| words.contains(&word)) {
        return Some((*stem).to_owned());
    }
    FORMS.iter().find_map(|(endings, stem)| {
        let longest = endings.iter().filter(|it| word.ends_with(**it)).max_by_key(|it| it.len())?;
        let before = &word[..word.len() - longest.len()];
        Some(format!("{before}{stem}"))
    })
}
