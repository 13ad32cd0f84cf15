//! Puts the finished site inside the program.
//!
//! The site is made by `cargo xtask build`; without it the program is built with no
//! files, which suits tests of everything else, so that they are not built anew for it.

use std::{env, fmt::Write as _, fs, path::PathBuf};

fn main() {
    println!("cargo:rerun-if-env-changed=GNIST_SITE_DIR");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let is_release = env::var_os("PROFILE").is_some_and(|profile| profile == "release");
    let site = match env::var_os("GNIST_SITE_DIR") {
        Some(named) => PathBuf::from(named),
        None if is_release => target(&out).join("site"),
        None => PathBuf::new(),
    };
    let manifest = site.join("manifest.tsv");
    let mut lines = String::new();
    if !site.as_os_str().is_empty() {
        println!("cargo:rerun-if-changed={}", manifest.display());
        lines = fs::read_to_string(&manifest).unwrap_or_default();
    }

    let mut table = String::from("static ASSETS: &[Asset] = &[\n");
    for line in lines.lines() {
        let mut cells = line.split('\t');
        let (Some(name), Some(file), Some(kind)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let path = site.join(file);
        let packed = |ending: &str| {
            let path = site.join(format!("{file}.{ending}"));
            if path.exists() {
                format!("Some(include_bytes!({:?}))", path.display().to_string())
            } else {
                "None".to_owned()
            }
        };
        let _ = writeln!(
            table,
            "Asset {{ name: {name:?}, file: {file:?}, content_type: {kind:?}, plain: include_bytes!({:?}), brotli: {}, gzip: {} }},",
            path.display().to_string(),
            packed("br"),
            packed("gz"),
        );
    }
    table += "];\n";
    fs::write(out.join("assets.rs"), table).expect("the folder can be written to");
}

/// The target folder: `…/target/<profile>/build/<package>/out` is in it.
fn target(out: &std::path::Path) -> PathBuf {
    out.ancestors().nth(4).map(PathBuf::from).unwrap_or_default()
}
