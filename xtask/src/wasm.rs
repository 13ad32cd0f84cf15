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
            Road::Own => Command::new("cargo"),
            Road::Debian => debian("cargo")?,
        };
        cargo.current_dir(places::root()).env("CARGO_TARGET_DIR", &target);
        step::run(cargo.args([
            "build",
            "--quiet",
            "-p",
            "frontend",
            "--target",
            TARGET,
            "--profile",
            "wasm-release",
        ]))
    })?;
    Ok(target.join(TARGET).join("wasm-release/frontend.wasm"))
}

fn find_road() -> anyhow::Result<Road> {
    let own =
        step::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if own.as_deref().is_some_and(has_standard_library) {
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

/// The linker for the browser: rustup's toolchain carries one, and so does Debian's.
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
    for name in ["lld", "wasm-ld"] {
        if step::is_there(name) {
            return Ok(PathBuf::from(name));
        }
    }
    step::install(&["lld"], "the linker for the browser's part")?;
    Ok(PathBuf::from("wasm-ld"))
}

fn debian_library() -> Option<PathBuf> {
    let sysroot = step::output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib"))
}

fn debian_is_ready() -> bool {
    debian_library().is_some_and(|folder| has_standard_library(&folder.to_string_lossy()))
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
        step::run(cargo.args([
            "build",
            "--quiet",
            "--release",
            "--target",
            TARGET,
            "-Z",
            "build-std=std,panic_abort",
        ]))?;
        fs::create_dir_all(&library)
            .context("the system's folder cannot be written to; run this once as root")?;
        let made = folder.join("target").join(TARGET).join("release/deps");
        for file in fs::read_dir(made)?.flatten() {
            if file.path().extension().is_some_and(|it| it == "rlib") {
                fs::copy(file.path(), library.join(file.file_name()))?;
            }
        }
        if !debian_is_ready() {
            bail!("the standard library was built but is not where the compiler looks for it");
        }
        Ok(())
    })
}

fn debian_source_is_there() -> bool {
    step::output(Command::new("dpkg").args(["-s", "rust-web-src"])).is_some()
}
