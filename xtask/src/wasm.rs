//! The browser's part: finding a compiler for it, and building it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context as _, bail};

use crate::{places, step};

const TARGET: &str = "wasm32-unknown-unknown";

/// The two roads to a compiler for the browser.
enum Road {
    /// The toolchain that builds everything else has the target.
    Own,
    /// Debian's own toolchain, for which the standard library is built once.
    Debian,
}

/// Builds `frontend` and answers where the module lies.
pub fn build() -> anyhow::Result<PathBuf> {
    let road = find_road()?;
    let target = places::target().join("wasm");
    step::step("building the browser's part for size (three minutes the first time)", || {
        let mut cargo = match road {
            Road::Own => step::cargo(),
            Road::Debian => debian("cargo")?,
        };
        cargo.current_dir(places::root()).env("CARGO_TARGET_DIR", &target);
        let words = ["build", "-p", "frontend", "--target", TARGET, "--profile", "wasm-release"];
        step::run(cargo.args(words).args(step::quiet()))
    })?;
    Ok(target.join(TARGET).join("wasm-release/frontend.wasm"))
}

fn find_road() -> anyhow::Result<Road> {
    let own =
        step::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if own.as_deref().is_some_and(has_standard_library) && !own_is_debian() {
        return Ok(Road::Own);
    }
    let stamp = places::target().join("wasm-road");
    if fs::read_to_string(&stamp).is_ok_and(|road| road == "debian") && debian_is_ready() {
        return Ok(Road::Debian);
    }
    let added = step::is_there("rustup")
        && step::step("asking rustup for the browser target (up to a minute)", || {
            Ok(within(
                Duration::from_mins(1),
                Command::new("rustup").args(["target", "add", TARGET]),
            ))
        })?;
    if added {
        return Ok(Road::Own);
    }
    println!("  rustup cannot fetch it here; Debian's toolchain serves instead");
    prepare_debian()?;
    fs::create_dir_all(places::target())?;
    fs::write(stamp, "debian")?;
    Ok(Road::Debian)
}

/// Whether a program ends well within a time.
fn within(limit: Duration, command: &mut Command) -> bool {
    let Ok(mut child) = command.spawn() else { return false };
    let started = std::time::Instant::now();
    while started.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(200)),
            Err(_) => return false,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn has_standard_library(folder: &str) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

/// A program of Debian's toolchain, away from what this run of cargo has set.
fn debian(program: &str) -> anyhow::Result<Command> {
    let path = env::var("PATH").unwrap_or_default();
    let mut command = Command::new(format!("/usr/bin/{program}"));
    command.env("PATH", format!("/usr/bin:{path}"));
    for name in
        ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "RUSTFLAGS", "CARGO_BUILD_TARGET"]
    {
        command.env_remove(name);
    }
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?);
    Ok(command)
}

/// The linker for the browser: rustup's toolchain carries one; otherwise that of the very LLVM
/// which Debian's compiler is built on, since an older one does not read what it writes.
fn linker() -> anyhow::Result<PathBuf> {
    for rustc in ["rustc", "/usr/bin/rustc"] {
        let Some(sysroot) = step::output(Command::new(rustc).args(["--print", "sysroot"])) else {
            continue;
        };
        let linker = Path::new(&sysroot).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
        if linker.exists() {
            return Ok(linker);
        }
    }
    let words = step::output(Command::new("/usr/bin/rustc").arg("-vV")).unwrap_or_default();
    let version = words.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    let major = version.and_then(|version| version.split('.').next());
    let major = major.context("Debian's compiler does not say which LLVM it is built on")?;
    let name = format!("wasm-ld-{major}");
    if !step::is_there(&name) {
        step::install(&[&format!("lld-{major}")], "the linker for the browser's part")?;
    }
    Ok(PathBuf::from(name))
}

fn debian_library() -> Option<PathBuf> {
    let sysroot = step::output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib"))
}

/// Whether the compiler that builds everything else is Debian's; it needs to be told a linker.
fn own_is_debian() -> bool {
    let sysroot = |rustc: &str| step::output(Command::new(rustc).args(["--print", "sysroot"]));
    debian_source_is_there() && sysroot("rustc") == sysroot("/usr/bin/rustc")
}

fn debian_version() -> Option<String> {
    step::output(Command::new("/usr/bin/rustc").arg("--version"))
}

/// Says, beside a standard library, which compiler it was built by; another one cannot read it.
const MADE_BY: &str = "made-by";

fn debian_is_ready() -> bool {
    debian_library().is_some_and(|folder| {
        has_standard_library(&folder.to_string_lossy())
            && fs::read_to_string(folder.join(MADE_BY)).ok() == debian_version()
    })
}

/// Installs Debian's toolchain and builds the standard library for the browser with it.
fn prepare_debian() -> anyhow::Result<()> {
    let is_there = Path::new("/usr/bin/rustc").exists() && Path::new("/usr/bin/cargo").exists();
    if !is_there || debian_library().is_none() || !debian_source_is_there() {
        step::install(
            &["rustc-web", "cargo-web", "rust-web-src"],
            "a compiler that can build for the browser",
        )?;
    }
    if debian_is_ready() {
        return Ok(());
    }
    let library = debian_library().context("Debian's compiler does not say where it lives")?;
    step::step("building the standard library for the browser, once (a minute)", || {
        let folder = places::target().join("wasm-std");
        // What an older compiler left behind would be taken for a second standard library.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src"))?;
        fs::write(
            folder.join("Cargo.toml"),
            "[package]\nname = \"std-for-wasm\"\nedition = \"2021\"\n[workspace]\n",
        )?;
        fs::write(folder.join("src/lib.rs"), "")?;
        let mut cargo = debian("cargo")?;
        cargo
            .current_dir(&folder)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", folder.join("target"));
        let words = ["build", "--release", "--target", TARGET, "-Z", "build-std=std,panic_abort"];
        step::run(cargo.args(words).args(step::quiet()))?;
        let _ = fs::remove_dir_all(&library);
        fs::create_dir_all(&library)
            .context("the system's folder cannot be written to; run this once as root")?;
        let made = folder.join("target").join(TARGET).join("release/deps");
        for file in fs::read_dir(made)?.flatten() {
            let is_library = file.path().extension().is_some_and(|it| it == "rlib");
            if is_library && !file.file_name().to_string_lossy().starts_with("libstd_for_wasm") {
                fs::copy(file.path(), library.join(file.file_name()))?;
            }
        }
        let version = debian_version().context("Debian's compiler does not say its version")?;
        fs::write(library.join(MADE_BY), version)?;
        if !debian_is_ready() {
            bail!("the standard library was built but is not where the compiler looks for it");
        }
        Ok(())
    })
}

fn debian_source_is_there() -> bool {
    let state = step::output(Command::new("dpkg-query").args([
        "--show",
        "--showformat=${db:Status-Status}",
        "rust-web-src",
    ]));
    state.as_deref() == Some("installed")
}
