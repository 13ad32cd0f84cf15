//! Every pair of colours in use is far enough apart (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

/// Text on a ground, as the style sheets put them together: at least 4.5 to 1.
const TEXTS: [(&str, &str); 22] = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink", "sunk"),
    ("ink", "pick"),
    ("ink", "info-bg"),
    ("ink", "ok-bg"),
    ("ink", "warn-bg"),
    ("ink", "bad-bg"),
    ("ink-2", "paper"),
    ("ink-2", "ground"),
    ("ink-2", "sunk"),
    ("ink-2", "pick"),
    ("link", "paper"),
    ("link", "ground"),
    ("link", "pick"),
    ("link", "info-bg"),
    ("on-brand", "brand"),
    ("on-act", "act"),
    ("on-act", "act-2"),
    ("blaek", "gnist"),
    ("bad", "paper"),
    ("bad", "ground"),
];

/// Edges and shapes that mean something: at least 3 to 1.
const EDGES: [(&str, &str); 6] = [
    ("edge", "paper"),
    ("edge", "ground"),
    ("ink", "paper"),
    ("ok", "paper"),
    ("warn", "paper"),
    ("link", "info-bg"),
];

/// A colour token in light and in dark.
type Pair = [[f64; 3]; 2];

fn tokens() -> BTreeMap<String, Pair> {
    let css = include_str!("../../../../style/tokens.css");
    let spoken: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let mut found = BTreeMap::new();
    for declaration in spoken.split([';', '{', '}']) {
        let Some((name, value)) = declaration.trim().split_once(':') else { continue };
        let Some(name) = name.trim().strip_prefix("--") else { continue };
        let both = value.trim().strip_prefix("light-dark(").and_then(|it| it.strip_suffix(')'));
        let (light, dark) = both.and_then(|it| it.split_once(',')).unwrap_or((value, value));
        if let (Some(light), Some(dark)) = (colour(light.trim()), colour(dark.trim())) {
            found.entry(name.to_owned()).or_insert([light, dark]);
        }
    }
    found
}

fn colour(text: &str) -> Option<[f64; 3]> {
    let hex = text.strip_prefix('#')?;
    let wide: String =
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    let part =
        |i: usize| u8::from_str_radix(wide.get(i..i + 2)?, 16).ok().map(|it| f64::from(it) / 255.0);
    (wide.len() == 6).then(|| Some([part(0)?, part(2)?, part(4)?])).flatten()
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn assert_apart(pairs: &[(&str, &str)], limit: f64) {
    let tokens = tokens();
    for (front, back) in pairs {
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let reached = ratio(tokens[*front][theme], tokens[*back][theme]);
            assert!(
                reached >= limit,
                "--{front} on --{back} in {name}: {reached:.2}, needs {limit}"
            );
        }
    }
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((ratio([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
}

#[test]
fn every_text_can_be_read_in_light_and_in_dark() {
    assert_apart(&TEXTS, 4.5);
}

#[test]
fn every_edge_can_be_seen_in_light_and_in_dark() {
    assert_apart(&EDGES, 3.0);
}

#[test]
fn ink_is_safe_on_every_familys_tint() {
    let css = include_str!("../../../../style/tokens.css");
    let ink = tokens()["ink"];
    let tints: Vec<&str> =
        css.split("--tint:light-dark(").skip(1).map(|it| it.split(')').next().unwrap()).collect();
    assert_eq!(tints.len(), 6);
    for tint in tints {
        for (theme, tint) in tint.split(',').enumerate() {
            let reached = ratio(ink[theme], colour(tint.trim()).unwrap());
            assert!(reached >= 4.5, "ink on {tint}: {reached:.2}");
        }
    }
}
