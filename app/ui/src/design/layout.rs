//! What keeps the style sheets apart from each other.

use std::{collections::BTreeMap, fs, path::Path};

/// Sheets that change what others say, where a page is printed or somebody prefers it so.
const ON_PURPOSE: [&str; 2] = ["print.css", "preferences.css"];

/// The classes to which a sheet gives a layout wherever they stand, `.tick` of
/// `.tick{display:flex}`.
fn laid_out(sheet: &str) -> Vec<&str> {
    let rules =
        sheet.lines().filter(|line| !line.starts_with('@')).flat_map(|line| line.split('}'));
    rules
        .filter_map(|rule| rule.split_once('{'))
        .filter(|(_, body)| body.split(';').any(|it| it.starts_with("display:")))
        .flat_map(|(selectors, _)| selectors.split(','))
        .filter_map(|selector| selector.trim().strip_prefix('.'))
        .filter(|class| class.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
        .collect()
}

#[test]
fn a_layout_is_found_by_its_class() {
    let sheet = ".a{display:flex}.b,.c{color:red;display:grid}\n.d .e{display:grid}\n@media x{.f{display:grid}}";
    assert_eq!(laid_out(sheet), ["a", "b", "c"]);
}

/// All sheets become one, so the later of two would undo the earlier on every page.
#[test]
fn no_class_is_laid_out_by_two_sheets() {
    let mut homes = BTreeMap::new();
    for sheet in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style")).unwrap() {
        let path = sheet.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_none_or(|it| it != "css") || ON_PURPOSE.contains(&name.as_str()) {
            continue;
        }
        for class in laid_out(&fs::read_to_string(&path).unwrap()) {
            let home = homes.entry(class.to_owned()).or_insert_with(|| name.clone());
            assert_eq!(*home, name, ".{class} is laid out by both");
        }
    }
    assert!(homes.len() > 50, "{}", homes.len());
}
