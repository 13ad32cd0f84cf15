//! The walls between the rooms. A new line in a manifest shows up here.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use serde_json::Value;

/// What each room may lean on, this house's rooms and the world's crates alike.
const ALLOWED: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "chrono",
            "email_address",
            // Codes of RFC 6238 and marks of secrets are arithmetic: pure, and true everywhere.
            "hmac",
            "serde",
            "sha1",
            "sha2",
            "thiserror",
            // Two ways to type the same password are one (NIST SP 800-63B-4).
            "unicode-normalization",
            "url",
            "uuid",
        ],
    ),
    ("language", &["fst", "unicode-normalization"]),
    (
        "application",
        &["async-trait", "chrono", "chrono-tz", "domain", "language", "thiserror", "tracing"],
    ),
    (
        "ui",
        &[
            "ammonia",
            "application",
            "chrono",
            "chrono-tz",
            "domain",
            "fluent-bundle",
            "form_urlencoded",
            "http",
            "hydration_context",
            "leptos",
            "leptos_axum",
            "pulldown-cmark",
            "serde",
            "serde_json",
            "thiserror",
            "tracing",
            "unic-langid",
            "wasm-bindgen-futures",
            "web-sys",
        ],
    ),
    ("frontend", &["console_error_panic_hook", "leptos", "ui", "wasm-bindgen"]),
    ("migrations", &["async-trait", "sea-orm-migration"]),
];

#[test]
fn the_inner_rooms_lean_on_nothing_else() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps"])
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo speaks JSON");
    let leanings: BTreeMap<&str, Vec<&str>> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| (package["name"].as_str().expect("a name"), normal_dependencies(package)))
        .collect();
    for (room, allowed) in ALLOWED {
        assert_eq!(leanings[room], *allowed, "`{room}` leans on something new");
    }
}

fn normal_dependencies(package: &Value) -> Vec<&str> {
    let dependencies = package["dependencies"].as_array().expect("dependencies");
    let normal = dependencies.iter().filter(|dependency| dependency["kind"].is_null());
    let mut names: Vec<&str> = normal.map(|it| it["name"].as_str().expect("a name")).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn every_dependency_states_its_purpose() {
    let manifest = read("Cargo.toml");
    let list = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .expect("a list")
        .split("[profile")
        .next()
        .expect("a list");
    let mut is_told = false;
    for line in list.lines() {
        if line.trim().is_empty() {
            is_told = false;
        } else if line.starts_with('#') {
            is_told = true;
        } else {
            assert!(is_told, "{line}");
        }
    }
}

#[test]
fn what_is_dangerous_is_written_in_one_place() {
    let places: [(&str, &[&str]); 7] = [
        ("<textarea", &["app/ui/src/design/text_area.rs"]),
        // Artwork, maps and the sanitiser's output; all of it is ours or has been cleaned.
        (
            "inner_html",
            &[
                "app/ui/src/design/text_area.rs",
                "app/ui/src/design/safe_html.rs",
                "app/ui/src/design/logo.rs",
                "app/ui/src/design/ruler.rs",
                "app/ui/src/frame.rs",
                "app/ui/src/home.rs",
                "app/ui/src/catalogue/card.rs",
                "app/ui/src/catalogue/activity_page.rs",
                "app/ui/src/catalogue/found_map.rs",
                "app/ui/src/catalogue/search_box.rs",
                "app/ui/src/catalogue/live.rs",
                "app/ui/src/pact/campaign_band.rs",
                "app/ui/src/pact/campaign_page.rs",
                "app/ui/src/problem/pages.rs",
            ],
        ),
        (
            "Statement::from_string",
            &[
                "server/src/adapters/database/open.rs",
                "server/src/adapters/database/verify.rs",
                // Their tables and columns are lists of ours.
                "server/src/adapters/database/copies.rs",
                "server/src/adapters/database/tombstones.rs",
            ],
        ),
        ("href=\"/", &["app/ui/src/frame.rs"]),
        // The suggestion that was chosen: its path comes from our own server.
        ("set_href", &["app/ui/src/catalogue/search_box.rs"]),
        // Sheets leave in one way, guarded against formulas.
        ("WriterBuilder", &["server/src/adapters/spreadsheet/written.rs"]),
        ("rust_xlsxwriter", &["server/src/adapters/spreadsheet/written.rs"]),
    ];
    for (what, allowed) in places {
        for (file, text) in sources(&root().join("app/ui/src"))
            .into_iter()
            .chain(sources(&root().join("server/src")))
        {
            assert!(
                !text.contains(what) || allowed.contains(&file.as_str()),
                "{file} writes {what}"
            );
        }
    }
}

#[test]
fn no_file_has_grown_past_four_hundred_lines() {
    for folder in
        ["app", "server/src", "server/tests", "xtask/src", "migrations/src", "frontend/src"]
    {
        for (file, text) in sources(&root().join(folder)) {
            assert!(text.lines().count() <= 400, "{file}");
        }
    }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository")
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).expect("a file")
}

pub(crate) fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root()).expect("a file of ours").display().to_string();
            found.push((name, fs::read_to_string(&path).expect("a file")));
        }
    }
    found
}
