//! The words of the field and the variants people use for them.

use language::{Synonyms, Tongue, joined, split, stem, words};

const TERMS: &str = include_str!("../data/query_terms.tsv");

#[test]
fn most_variants_lead_to_their_term_or_from_it() {
    let (mut led, mut all) = (0_u32, 0_u32);
    for line in TERMS.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (term, variants) = (columns[0], columns.get(5).copied().unwrap_or_default());
        for variant in variants.split(';').filter(|variant| !variant.is_empty()) {
            all += 1;
            if meet(term, variant) {
                led += 1;
            } else {
                println!("terms: {variant} does not meet {term}");
            }
        }
    }
    let share = f64::from(led) / f64::from(all);
    println!("terms: {led} of {all} variants meet their term, {:.1} %", share * 100.0);
    assert!(share >= 0.65);
}

fn meet(term: &str, variant: &str) -> bool {
    let synonyms = Synonyms::standard();
    let leads =
        |from: &str, to: &str| synonyms.of(from).iter().any(|also| key(&also.join(" ")) == key(to));
    key(term) == key(variant)
        || leads(term, variant)
        || leads(variant, term)
        || stems(term).iter().any(|part| stems(variant).contains(part))
}

fn key(term: &str) -> String {
    stem(&joined(&words(term)), Tongue::Danish)
}

fn stems(term: &str) -> Vec<String> {
    let words = words(term);
    let parts = words.iter().flat_map(|word| split(&word.folded)).map(|part| part.folded);
    let whole = words.iter().map(|word| word.folded.clone());
    parts.chain(whole).map(|word| stem(&word, Tongue::Danish)).collect()
}
