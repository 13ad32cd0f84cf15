//! `cargo xtask test`: everything that must hold, what fails fastest first.

use std::{
    env,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, ExitCode, Stdio},
    thread,
    time::Instant,
};

use crate::{build, drill, node, places, postgres::Postgres, step};

/// What the steps add up to.
#[derive(Default)]
struct Sum {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Sum {
    fn add(&mut self, (held, failed): (u64, u64)) {
        self.passed += held;
        self.failed += failed;
    }

    /// A step that holds or does not.
    fn check(&mut self, what: &str, command: &mut Command) {
        let outcome = step::step(what, || step::run(command));
        self.note(outcome);
    }

    fn note<T>(&mut self, outcome: anyhow::Result<T>) -> Option<T> {
        match outcome {
            Ok(value) => {
                self.passed += 1;
                Some(value)
            }
            Err(error) => {
                println!("  FAILED: {error:#}");
                self.failed += 1;
                None
            }
        }
    }

    /// A step that counts its own tests and prints the sum.
    fn count(&mut self, what: &str, command: &mut Command) {
        println!("▸ {what}");
        let started = Instant::now();
        let before = (self.passed, self.failed);
        let outcome = self.follow(command);
        if outcome.as_ref().map_or(true, |ended_well| !ended_well) && self.failed == before.1 {
            self.failed += 1;
        }
        if self.passed == before.0 && self.failed == before.1 {
            println!("  FAILED: no test was run");
            self.failed += 1;
        }
        println!("  done in {:.1} s: {what}", started.elapsed().as_secs_f64());
    }

    fn follow(&mut self, command: &mut Command) -> anyhow::Result<bool> {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn()?;
        if let Some(words) = child.stdout.take() {
            for line in BufReader::new(words).lines().map_while(Result::ok) {
                println!("  {line}");
                self.read(&line);
            }
        }
        Ok(child.wait()?.success())
    }

    /// Adds up the closing lines of cargo, nextest and our own programs.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        let is_sum = line.starts_with("test result:")
            || line.starts_with("Summary")
            || line.ends_with("skipped");
        if !is_sum || !line.contains("passed") {
            return;
        }
        let words: Vec<&str> =
            line.split([' ', ',', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "skipped" | "ignored" | "filtered" => self.skipped += number,
                _ => {}
            }
        }
    }
}

/// Runs everything that must hold.
pub fn test() -> ExitCode {
    let started = Instant::now();
    let mut sum = Sum::default();
    let root = places::root();
    let cargo = |words: &[&str]| {
        let mut command = step::cargo();
        command.current_dir(root).args(words);
        command
    };

    sum.check("the format", &mut cargo(&["fmt", "--all", "--check"]));
    let outcome = step::step("no host or path of one machine in what is kept", || {
        places_of_one_machine(root)
    });
    sum.note(outcome);
    let lint = |words: &[&str]| {
        let mut clippy = cargo(&["clippy"]);
        clippy.args(step::quiet()).args(words).args(["--", "-D", "warnings"]);
        clippy
    };
    let all = ["--workspace", "--exclude", "frontend", "--all-targets"];
    sum.check("lints (six minutes the first time)", &mut lint(&all));
    let browser = ["-p", "ui", "--lib", "--features", "hydrate"];
    sum.check("lints of the browser's part", &mut lint(&browser));
    if step::is_there("cargo-deny") {
        sum.check(
            "licences and bans",
            &mut cargo(&["deny", "--log-level", "error", "check", "licenses", "bans"]),
        );
    } else {
        sum.skipped += 1;
    }

    let postgres = sum.note(Postgres::start());
    if let Some(postgres) = &postgres {
        tests(&mut sum, root, postgres);
    }
    let mut docs = cargo(&[
        "doc",
        "--workspace",
        "--exclude",
        "frontend",
        "--no-deps",
        "--document-private-items",
    ]);
    docs.args(step::quiet());
    sum.check("the documents", docs.env("RUSTDOCFLAGS", "-D warnings"));
    if let Some(program) = sum.note(build::build()) {
        if let Some(postgres) = &postgres {
            sum.add(drill::shortly(&program, postgres));
        }
        thread::scope(|scope| {
            let waiting = postgres.as_ref().map(|it| scope.spawn(|| drill::waiting(&program, it)));
            journeys(&mut sum, root, &program);
            sum.add(waiting.map_or((0, 0), |it| it.join().unwrap_or((0, 1))));
        });
    }
    println!("everything took {:.0} s", started.elapsed().as_secs_f64());
    println!("{} passed, {} failed, {} skipped", sum.passed, sum.failed, sum.skipped);
    if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn tests(sum: &mut Sum, root: &Path, postgres: &Postgres) {
    let words: &[&str] = if step::is_there("cargo-nextest") {
        &[
            "nextest",
            "run",
            "--workspace",
            "--exclude",
            "frontend",
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--final-status-level",
            "fail",
        ]
    } else {
        &[
            "test",
            "--quiet",
            "--workspace",
            "--exclude",
            "frontend",
            "--no-fail-fast",
            "--lib",
            "--bins",
            "--tests",
        ]
    };
    // Without a Meilisearch server its promises cannot be tested; they are counted as skipped.
    let left_out = match (env::var_os("GNIST_TEST_MEILI_URL"), words[0]) {
        (Some(_), _) => "",
        (None, "nextest") => "-E 'not test(/on_meilisearch$/)'",
        (None, _) => "-- --skip on_meilisearch",
    };
    // Nextest speaks on the channel for errors; its sum is wanted here.
    let line = format!("cargo {} {left_out} 2>&1", words.join(" "));
    let mut command = Command::new("bash");
    command.current_dir(root).args(["-c", &line]);
    step::as_by_hand(&mut command);
    command.env("GNIST_TEST_POSTGRES_URL", postgres.url());
    sum.count(
        "tests of rules, use cases, ports and the whole server (fourteen minutes the first time)",
        &mut command,
    );
}

fn journeys(sum: &mut Sum, root: &Path, program: &Path) {
    let folder = root.join("end2end");
    let ready = node::install(&folder, "the browser's tests").and_then(|()| browser());
    if let Err(error) = ready {
        println!("  FAILED: {error:#}");
        sum.failed += 1;
        return;
    }
    let mut command = Command::new("node");
    command.current_dir(&folder).arg("run.mjs").env("GNIST_BIN", program);
    sum.count("journeys in a real browser (ten minutes)", &mut command);
}

/// Sees to a browser. The one without a window takes half of the processor's time for the same
/// pages, so it is installed where that is possible, and the other one serves as well.
fn browser() -> anyhow::Result<()> {
    let is_there = |name: &str| Path::new("/usr/bin").join(name).exists();
    if env::var_os("CHROMIUM").is_some() || is_there("chromium-headless-shell") {
        return Ok(());
    }
    match step::install(&["chromium-headless-shell"], "the journeys are made in a real browser") {
        Err(_) if is_there("chromium") => Ok(()),
        installed => installed,
    }
}

/// Looks for what belongs to one machine only in everything that is kept.
fn places_of_one_machine(root: &Path) -> anyhow::Result<()> {
    let pattern = r"https?://[a-z0-9.-]*(artifactory|crates-io|pythonhosted|deb\.debian)[a-z0-9.-]*/|(^|[^a-z.])/(home|root)/[a-z]";
    let found = step::output(Command::new("git").current_dir(root).args([
        "grep",
        "-nIE",
        pattern,
        "--",
        ".",
        ":!Cargo.lock",
        ":!xtask/src/test.rs",
    ]));
    match found {
        Some(lines) if !lines.is_empty() => anyhow::bail!("{lines}"),
        _ => Ok(()),
    }
}
