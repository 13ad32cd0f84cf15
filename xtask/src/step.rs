//! One step: what it does, why, and how long it took.

use std::{
    env,
    io::{self, IsTerminal as _},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, bail};

/// Says what is done now, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("▸ {what}");
    let started = Instant::now();
    let outcome = work().with_context(|| format!("failed: {what}"))?;
    println!("  done in {:.1} s: {what}", started.elapsed().as_secs_f64());
    Ok(outcome)
}

/// Runs a program to its end; its words go to the terminal.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{} cannot be run", command.get_program().display()))?;
    if !status.success() {
        bail!("{} ended with {status}", command.get_program().display());
    }
    Ok(())
}

/// Cargo as somebody in the terminal would call it.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    as_by_hand(&mut command);
    command
}

/// What keeps cargo silent in a log, where its progress would be hundreds of lines; somebody in a
/// terminal sees how far it is.
pub fn quiet() -> &'static [&'static str] {
    if io::stderr().is_terminal() { &[] } else { &["--quiet"] }
}

/// Takes away what the cargo that started this program has set for it: its name and version, and
/// what `.cargo/config.toml` says to C compilers. Build scripts (that of ring, say) look at it, and
/// half of the libraries would be built anew at each change between `cargo xtask` and `cargo`.
pub fn as_by_hand(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text == "CFLAGS" || text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(&name);
        }
    }
}

/// What a program prints; nothing where it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is there.
pub fn is_there(program: &str) -> bool {
    output(Command::new("sh").args(["-c", &format!("command -v {program}")])).is_some()
}

/// Installs packages of the system, or says which command would.
pub fn install(packages: &[&str], why: &str) -> anyhow::Result<()> {
    let names = packages.join(" ");
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_there("apt-get") || !is_root {
        bail!("{names} is missing ({why}); install it with: sudo apt-get install {names}");
    }
    step(&format!("installing {names}: {why} (a minute or two)"), || {
        run(Command::new("apt-get").args(["-qq", "update"]))?;
        let mut install = Command::new("apt-get");
        install.env("DEBIAN_FRONTEND", "noninteractive").args([
            "-qq",
            "install",
            "--yes",
            "--no-install-recommends",
        ]);
        run(install.args(packages).stdout(Stdio::null()))
    })
}
