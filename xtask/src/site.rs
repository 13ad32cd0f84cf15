//! The site: everything browsers fetch, under names that hold a hash, compressed beforehand.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use flate2::{Compression, write::GzEncoder};
use wasm_bindgen_cli_support::Bindgen;

use crate::{node, places, step, wasm};

/// Builds the site where anything it is made of has changed.
pub fn build() -> anyhow::Result<()> {
    let manifest = places::site().join("manifest.tsv");
    let sources = [
        "app/domain/src",
        "app/domain/data",
        "app/ui/src",
        "app/ui/Cargo.toml",
        "frontend",
        "style",
        "xtask/web/package-lock.json",
        "xtask/web/style.mjs",
        "xtask/src/site.rs",
        "xtask/src/wasm.rs",
        "Cargo.toml",
        "Cargo.lock",
    ];
    let newest = sources.iter().filter_map(|source| newest(&places::root().join(source))).max();
    let made = fs::metadata(&manifest).and_then(|it| it.modified()).ok();
    if made.is_some() && made > newest {
        println!("▸ the site is up to date");
        return Ok(());
    }
    let tools = places::root().join("xtask/web");
    node::install(&tools, "the tools that make the site small")?;
    let module = wasm::build()?;
    let work = places::target().join("site-work");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work)?;

    step::step("binding the browser's part and making it small (half a minute)", || {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(&module)
            .out_name("gnist")
            .web(true)?
            .typescript(false)
            .generate(&work)?;
        let wasm = work.join("gnist_bg.wasm");
        let mut optimise = Command::new("node");
        optimise.arg(tools.join("node_modules/binaryen/bin/wasm-opt")).args([
            "-Oz",
            "--enable-bulk-memory",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
            "--enable-mutable-globals",
            "--enable-reference-types",
            "--enable-multivalue",
        ]);
        step::run(optimise.arg(&wasm).arg("-o").arg(&wasm))
    })?;
    step::step("bundling the style sheet", || {
        let style = places::root().join("style/main.css");
        step::run(
            Command::new("node")
                .arg(tools.join("style.mjs"))
                .arg(style)
                .arg(work.join("gnist.css"))
                .current_dir(&tools),
        )
    })?;
    step::step("naming and compressing what browsers fetch", || pack(&work, &manifest))
}

/// When anything in a folder was last written.
fn newest(path: &Path) -> Option<SystemTime> {
    let about = fs::metadata(path).ok()?;
    if !about.is_dir() {
        return about.modified().ok();
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}

/// A file of the site and what kind it is.
struct Piece {
    name: &'static str,
    kind: &'static str,
    bytes: Vec<u8>,
}

fn pack(work: &Path, manifest: &Path) -> anyhow::Result<()> {
    let site = places::site();
    let _ = fs::remove_dir_all(&site);
    fs::create_dir_all(&site)?;
    let (style, frontend) = (places::root().join("style/fonts"), places::root().join("frontend"));
    let read = |path: PathBuf| {
        fs::read(&path).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))
    };
    let picture = |name: &'static str| -> anyhow::Result<Piece> {
        Ok(Piece { name, kind: "image/png", bytes: read(frontend.join("public").join(name))? })
    };
    // What others name comes first, so that its own name is known when they are written.
    let pieces = [
        Piece {
            name: "funnel-display-latin.woff2",
            kind: "font/woff2",
            bytes: read(style.join("funnel-display-latin.woff2"))?,
        },
        Piece {
            name: "funnel-display-latin-ext.woff2",
            kind: "font/woff2",
            bytes: read(style.join("funnel-display-latin-ext.woff2"))?,
        },
        Piece {
            name: "schibsted-grotesk-latin.woff2",
            kind: "font/woff2",
            bytes: read(style.join("schibsted-grotesk-latin.woff2"))?,
        },
        Piece {
            name: "schibsted-grotesk-latin-ext.woff2",
            kind: "font/woff2",
            bytes: read(style.join("schibsted-grotesk-latin-ext.woff2"))?,
        },
        Piece {
            name: "gnist.svg",
            kind: "image/svg+xml",
            bytes: read(frontend.join("public/gnist.svg"))?,
        },
        picture("share.png")?,
        picture("icon-180.png")?,
        picture("icon-192.png")?,
        picture("icon-512.png")?,
        Piece {
            name: "gnist.css",
            kind: "text/css; charset=utf-8",
            bytes: read(work.join("gnist.css"))?,
        },
        Piece {
            name: "gnist_bg.wasm",
            kind: "application/wasm",
            bytes: read(work.join("gnist_bg.wasm"))?,
        },
        Piece {
            name: "gnist.js",
            kind: "text/javascript; charset=utf-8",
            bytes: read(work.join("gnist.js"))?,
        },
        Piece {
            name: "wake.js",
            kind: "text/javascript; charset=utf-8",
            bytes: read(frontend.join("wake.js"))?,
        },
        Piece {
            name: "check_in.js",
            kind: "text/javascript; charset=utf-8",
            bytes: read(frontend.join("check_in.js"))?,
        },
        Piece {
            name: "proof.js",
            kind: "text/javascript; charset=utf-8",
            bytes: read(frontend.join("proof.js"))?,
        },
    ];
    let mut named: Vec<(&str, String)> = Vec::new();
    let mut lines = Vec::new();
    for mut piece in pieces {
        if piece.kind.starts_with("text/") {
            let mut text = String::from_utf8(piece.bytes)?;
            for (name, file) in &named {
                text = text
                    .replace(&format!("fonts/{name}"), file)
                    .replace(&format!("./{name}"), &format!("./{file}"));
            }
            piece.bytes = text.into_bytes();
        }
        let (stem, ending) = piece.name.rsplit_once('.').unwrap_or((piece.name, ""));
        let file = format!("{stem}-{:016x}.{ending}", fingerprint(&piece.bytes));
        fs::write(site.join(&file), &piece.bytes)?;
        if !matches!(piece.kind, "font/woff2" | "image/png") {
            fs::write(site.join(format!("{file}.br")), brotli(&piece.bytes)?)?;
            fs::write(site.join(format!("{file}.gz")), gzip(&piece.bytes)?)?;
        }
        lines.push(format!("{}\t{file}\t{}", piece.name, piece.kind));
        named.push((piece.name, file));
    }
    Ok(fs::write(manifest, lines.join("\n"))?)
}

fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    encoder.write_all(bytes)?;
    drop(encoder);
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// FNV-1a in 64 bits: a new name for new contents.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
