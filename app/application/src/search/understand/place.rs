//! Towns, postcodes and how far around them.

use domain::{
    pact::{Locality, Municipality, Postcode},
    search::Parameter,
};
use language::Word;

use super::{Reading, school::PEOPLE};

/// Words that introduce a place.
const NEAR: &[&[&str]] = &[
    &["i", "naerheden", "af"],
    &["taet", "paa"],
    &["naer", "ved"],
    &["naer"],
    &["ved"],
    &["omkring"],
    &["i"],
    &["paa"],
    &["near"],
    &["around"],
    &["in"],
];

/// Words that introduce a postcode.
const POSTCODE: &[&[&str]] = &[
    &["postnummer"],
    &["postnr"],
    &["postcode"],
    &["post", "code"],
    &["postal", "code"],
    &["zip", "code"],
    &["zip"],
];

/// Places whose names are words of the language too: they must be introduced.
const ALSO_WORDS: &[&str] = &[
    "als", "ans", "bjerge", "bov", "bred", "by", "dal", "fur", "fyr", "give", "hals", "have", "ho",
    "holme", "hov", "hus", "kongens", "lem", "lund", "mern", "munke", "nord", "ny", "ry", "ring",
    "sal", "sand", "skibby", "skive", "smed", "stege", "sund", "syd", "them", "them", "tune",
    "ulv", "vejen", "vig", "viby", "vig", "vinde", "oest", "aa", "bording", "hammel", "lyne",
    "rude", "sevel", "spentrup", "vester", "oester",
];

/// What a municipality is called behind its name.
const MUNICIPALITY: &[&str] = &["kommune", "municipality"];

pub(super) fn read(words: &[Word]) -> Option<Reading> {
    let around = around(words);
    let (skipped, km) = around.map_or((0, None), |(n, km)| (n, Some(km)));
    let introduction = NEAR.iter().find(|near| starts_with(&words[skipped..], near));
    let begun = skipped + introduction.map_or(0, |near| near.len());
    let is_introduced = km.is_some() || introduction.is_some();
    let postcode = POSTCODE.iter().find(|it| starts_with(&words[begun..], it));
    let begun = begun + postcode.map_or(0, |it| it.len());
    if postcode.is_some() && postcode_of(words.get(begun)).is_none() {
        return None;
    }
    if km.is_none()
        && let Some((n, home)) = municipality(&words[begun..])
    {
        return Some((begun + n, vec![(Parameter::Municipality, home.code().to_owned())]));
    }
    let (n, place) = place(&words[begun..], is_introduced)?;
    let end = begun + n + named_again(&words[begun..]);
    // »20 km fra viborg kommune«
    let end = end + usize::from(is_municipality(words.get(end)));
    // »viborg 20 km«
    let behind = km.is_none().then(|| kilometres(&words[end..])).flatten();
    let end = end + behind.map_or(0, |_| 2);
    let mut means = vec![(Parameter::Near, place.key().to_owned())];
    means.extend(km.or(behind).map(|km| (Parameter::WithinKm, km.to_string())));
    Some((end, means))
}

fn is_municipality(word: Option<&Word>) -> bool {
    word.is_some_and(|word| MUNICIPALITY.contains(&word.folded.as_str()))
}

/// »viborg kommune«, »københavns kommune«, »lyngby-taarbæk kommune«.
fn municipality(words: &[Word]) -> Option<(usize, Municipality)> {
    let n = (1..=3).find(|n| is_municipality(words.get(*n)))?;
    let called = folded(&words[..n]);
    let is_meant = |name: &str| matches!(called.strip_prefix(name), Some("" | "s"));
    let mut named = Municipality::all().iter().map(|it| (it, folded(&language::words(it.name()))));
    named.find(|(_, name)| is_meant(name)).map(|(home, _)| (n + 1, *home))
}

fn folded(words: &[Word]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

fn postcode_of(word: Option<&Word>) -> Option<Postcode> {
    word?.folded.parse().ok()
}

/// How many words behind a postcode name its town: »9000 Aalborg«.
fn named_again(words: &[Word]) -> usize {
    let area = postcode_of(words.first()).and_then(Postcode::area);
    let name = area.map(|area| language::words(area.name)).unwrap_or_default();
    let behind = words.iter().skip(1).map(|word| &word.folded);
    let is_named = behind.take(name.len()).eq(name.iter().map(|word| &word.folded));
    if is_named { name.len() } else { 0 }
}

/// »20 km«.
pub(super) fn kilometres(words: &[Word]) -> Option<u16> {
    let [km, unit, ..] = words else { return None };
    let is_unit = ["km", "kilometer", "kilometre", "kilometers"].contains(&unit.folded.as_str());
    km.folded.parse().ok().filter(|km| is_unit && (1..=400).contains(km))
}

fn starts_with(words: &[Word], start: &[&str]) -> bool {
    words.len() > start.len() && words.iter().zip(start).all(|(word, it)| word.folded == *it)
}

/// »inden for 15 km af«, »15 km fra«, »within 15 km of«.
fn around(words: &[Word]) -> Option<(usize, u16)> {
    let begun = [&["inden", "for"][..], &["indenfor"], &["within"], &["hoejst"], &["max"]]
        .into_iter()
        .find(|start| starts_with(words, start))
        .map_or(0, <[&str]>::len);
    let km = kilometres(&words[begun..])?;
    let from = &words.get(begun + 2)?.folded;
    let is_way = ["af", "fra", "omkring", "from", "of", "around"].contains(&from.as_str());
    is_way.then_some((begun + 3, km))
}

/// A place of up to three words, the longest first.
fn place(words: &[Word], is_introduced: bool) -> Option<(usize, Locality)> {
    // »for 2000 elever« tells how many come, not where they are.
    if words.get(1).is_some_and(|it| PEOPLE.contains(&it.folded.as_str())) {
        return None;
    }
    (1..=words.len().min(3)).rev().find_map(|n| {
        let name = folded(&words[..n]);
        let is_clear = is_introduced || !ALSO_WORDS.contains(&name.as_str());
        is_clear.then(|| Locality::find(&name)).flatten().map(|place| (n, place))
    })
}
