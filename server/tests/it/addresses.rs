//! What links and forms lead to: places of ours, or ways out that are made in one place
//! (`app/ui/src/design/way_out.rs`).

use std::collections::BTreeSet;

use super::architecture::{root, sources};

const ATTRIBUTES: [&str; 4] = ["href=", "src=", "action=", "formaction="];

/// What makes an address of ours, or one that leads out.
const MAKERS: [&str; 13] = [
    "Place::",
    "ask.path(",
    "ask.site.",
    "ask.url(",
    "asker.path(",
    "list_of(",
    "path(&ask, ",
    "path(&asker, ",
    "path(ask, ",
    "place.path(",
    "self.ask.path(",
    "typed.path(",
    "way_out::",
];

/// What is handed to a component or a function by others, whose own addresses are looked at where
/// they are made. Whoever adds a line says who makes them.
const HANDED: [(&str, &str); 21] = [
    // The word that something was kept, with a way that the editor's pages make of a place.
    ("app/ui/src/catalogue/editor.rs", "path"),
    // The four of `places`.
    ("app/ui/src/catalogue/shortcuts.rs", "path"),
    // The crumbs that a page makes of places.
    ("app/ui/src/design/breadcrumbs.rs", "href"),
    // The markers of a map, escaped there: regions and lists.
    ("app/ui/src/design/denmark.rs", "\"{href}\""),
    // The pages of a list, made of the place that the list is at.
    ("app/ui/src/design/pagination.rs", "href(current + 1)"),
    ("app/ui/src/design/pagination.rs", "href(current - 1)"),
    ("app/ui/src/design/pagination.rs", "href(page)"),
    // A script and typefaces of ours, and what a head says of its own page.
    ("app/ui/src/frame.rs", "\"{address}\""),
    ("app/ui/src/frame.rs", "font"),
    ("app/ui/src/frame.rs", "it.path"),
    ("app/ui/src/frame.rs", "manifest"),
    ("app/ui/src/frame.rs", "whole"),
    // The doors for teachers, pupils, parents and partners, made of places above.
    ("app/ui/src/home.rs", "href"),
    // An `Inside`, which is an address of ours by its type.
    ("app/ui/src/identity/factor_page.rs", "next"),
    // The ways of a letter, made of places in `letters/words.rs`, and the portal itself.
    ("app/ui/src/letters/frame.rs", "address"),
    ("app/ui/src/letters/frame.rs", "home"),
    // Where a form leads that several pages show.
    ("app/ui/src/partners/ask_co_owner.rs", "action"),
    ("app/ui/src/signup/check_in_page.rs", "action"),
    ("app/ui/src/signup/check_in_page.rs", "rows.action.clone()"),
    ("app/ui/src/signup/check_in_row.rs", "self.action.clone()"),
    ("app/ui/src/signup/form.rs", "action"),
];

#[test]
fn links_and_forms_lead_to_places_of_ours_or_out_by_a_known_way() {
    let known = BTreeSet::from(HANDED);
    let files = sources(&root().join("app/ui/src"));
    let mut seen = 0;
    let mut unknown = BTreeSet::new();
    for (file, text) in &files {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (at, address) in addresses(text) {
            seen += 1;
            if !is_safe(address, &text[..at]) {
                unknown.insert((file.as_str(), address));
            }
        }
    }
    assert!(seen > 300, "it looks at what is there: {seen}");
    let new: Vec<_> = unknown.difference(&known).collect();
    assert!(new.is_empty(), "who says that these lead nowhere bad? {new:#?}");
    let gone: Vec<_> = known.difference(&unknown).collect();
    assert!(gone.is_empty(), "these are written no more: {gone:#?}");
}

#[test]
fn an_address_that_somebody_wrote_is_found() {
    let bad = [
        "fn a() { view! { <a href=it.website>x</a> } }",
        "fn a() { view! { <a href={it.website}>x</a> } }",
        "fn a() { view! { <a href=url.as_str().to_owned() rel=\"noopener\">x</a> } }",
        "fn a() { let url = partner.website.clone(); view! { <a href=url>x</a> } }",
        "fn a(url: String) { view! { <img src=url /> } }",
        "fn a() { let url = ask.path(&Place::Home); } fn b(url: String) { view! { <a href=url> } }",
        "fn a() { let url = ask.path(&Place::Home); all.map(|url| view! { <a href=url>x</a> }) }",
        "fn a() { view! { <a href=format!(\"mailto:{contact}\")>x</a> } }",
        "fn a() { view! { <a href=format!(\"{}#x\", it.website)>x</a> } }",
        "fn a() { view! { <a href=format!(\"{}{rest}\", ask.path(&Place::Home))>x</a> } }",
        "fn a() { let at = |it: &It| it.website.clone(); view! { <a href=at(it)>x</a> } }",
        "fn a() { view! { <form action=typed></form> } }",
        "fn a() { view! { <button formaction=typed>x</button> } }",
        "fn a() { view! { <a href=\"javascript:alert(1)\">x</a> } }",
        "fn a() { view! { <a href=\"http://a.example\">x</a> } }",
        "fn a() { format!(r#\"<a href=\"{address}\">\"#) }",
    ];
    for source in bad {
        assert_eq!(judged(source), [false], "{source}");
    }
}

#[test]
fn an_address_of_ours_is_let_through() {
    let good = [
        "fn a() { view! { <a href=ask.path(&Place::Home)>x</a> } }",
        "fn a() { view! { <a href={ask.path(&Place::Home)}>x</a> } }",
        "fn a() { view! { <a href=\"#indhold\">x</a> } }",
        "fn a() { view! { <a href=\"https://www.datatilsynet.dk/\">x</a> } }",
        "fn a() { view! { <a href=format!(\"#{field}\")>x</a> } }",
        "fn a() { view! { <a href=way_out::web(&url)>x</a> } }",
        "fn a() { let url = ask.path(&Place::Home); view! { <a href=url.clone()>x</a> } }",
        "fn a() { let a = ask.path(&b); let a = format!(\"{a}#c\"); view! { <a href=a>x</a> } }",
        "fn a() { view! { <a href=format!(\"{}?{q}\", ask.path(&Place::Home))>x</a> } }",
        "fn a() { let at = |it: &It| ask.path(it); view! { <a href=at(it)>x</a> } }",
        "fn a() { let at = { let b = c; move |it| ask.path(it) }; view! { <a href=at(it)>x</a> } }",
        "fn a() { let at = |it| { let b = it; ask.path(b) }; view! { <form action=at(it)> } }",
    ];
    for source in good {
        assert_eq!(judged(source), [true], "{source}");
    }
}

fn judged(source: &str) -> Vec<bool> {
    addresses(source).iter().map(|(at, address)| is_safe(address, &source[..*at])).collect()
}

/// What is given to every attribute that leads somewhere, and where it stands.
fn addresses(source: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for attribute in ATTRIBUTES {
        for (at, _) in source.match_indices(attribute) {
            let is_part = |c: char| c.is_alphanumeric() || "_-\"".contains(c);
            if source[..at].ends_with(is_part) {
                continue;
            }
            let rest = &source[at + attribute.len()..];
            let end = end_of(rest, |c| c.is_whitespace() || c == '>');
            found.push((at, rest[..end].trim_end_matches('/')));
        }
    }
    found
}

/// Where an expression ends: at one of the stops, outside of all brackets and quotes.
fn end_of(text: &str, is_stop: impl Fn(char) -> bool) -> usize {
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => depth -= 1,
            _ if depth == 0 && is_stop(c) => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether an expression can only be an address of ours or a known way out; what stands `before`
/// it says what its names mean. What is too clever to be followed is not safe.
fn is_safe(expression: &str, before: &str) -> bool {
    let it = value(expression.trim());
    if it.starts_with('"') {
        let is_known = it.starts_with("\"#") || it.starts_with("\"https://");
        return is_known && !it.contains('{');
    }
    if let Some(text) = it.strip_prefix("format!(\"") {
        return text.starts_with('#') || is_continued(text, before);
    }
    if MAKERS.iter().any(|maker| it.starts_with(maker)) {
        return true;
    }
    let it = it.strip_suffix(".clone()").unwrap_or(it);
    let called = it.split_once('(').filter(|_| it.ends_with(')'));
    let name = called.map_or(it, |(name, _)| name);
    let is_name = !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    is_name && made(name, before).is_some_and(|(made, before)| is_safe(made, before))
}

/// A safe address with a query or an anchor behind it: `format!("{}?…", …)` or `format!("{a}#…")`.
fn is_continued(text: &str, before: &str) -> bool {
    let Some((name, behind)) = text.strip_prefix('{').and_then(|it| it.split_once('}')) else {
        return false;
    };
    if !behind.starts_with(['#', '?']) {
        return false;
    }
    if !name.is_empty() {
        return is_safe(name, before);
    }
    let Some((_, first)) = behind.split_once("\", ") else { return false };
    is_safe(&first[..end_of(first, |c| c == ',')], before)
}

/// What a name of the same function was made of, or what a closure of that name answers, and what
/// stands before it. Nothing where something between may have given the name another meaning.
fn made<'a>(name: &str, before: &'a str) -> Option<(&'a str, &'a str)> {
    let is_start = |at: &usize| before[..*at].ends_with([' ', '\n']);
    let start = before.rmatch_indices("fn ").map(|(at, _)| at).find(is_start).unwrap_or(0);
    let body = &before[start..];
    let binding = format!("let {name} =");
    let at = body.rfind(&binding)?;
    let rest = &body[at + binding.len()..];
    let end = end_of(rest, |c| c == ';');
    let others = [
        format!("|{name}|"),
        format!("|({name}, "),
        format!(", {name})|"),
        format!("Some({name}) =>"),
    ];
    if others.iter().any(|it| rest[end..].contains(it.as_str())) {
        return None;
    }
    let made = value(rest[..end].trim());
    let made = made.strip_prefix("move ").unwrap_or(made);
    let closure = made.strip_prefix('|').and_then(|it| it.split_once('|'));
    let made = closure.map_or(made, |(_, answer)| value(answer.trim()));
    Some((made, &body[..at]))
}

/// What a block comes to: its last expression.
fn value(text: &str) -> &str {
    let Some(mut rest) = text.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return text;
    };
    loop {
        let end = end_of(rest, |c| c == ';');
        let Some(next) = rest.get(end + 1..) else { return rest.trim() };
        rest = next;
    }
}
