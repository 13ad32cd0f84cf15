//! What takes place inside the program, where the clock can be stopped and a guard taken away:
//! tests of the crates, run longer than usual.

use crate::{places, postgres::Postgres, step};

/// Tests that count their rounds by the environment.
pub struct Tests {
    pub package: &'static str,
    /// A part of the name of each.
    pub named: &'static str,
}

/// How often such tests try what they try; without it, as often as in every run.
pub const TIMES: &str = "GNIST_DRILL_TIMES";

impl Tests {
    /// Runs them, with their words on the terminal.
    pub fn run(&self, postgres: &Postgres, times: usize) -> anyhow::Result<String> {
        let mut cargo = step::cargo();
        cargo.current_dir(places::root()).args(["test", "--quiet", "-p", self.package]);
        cargo.args(["--lib", "--tests", self.named, "--", "--nocapture"]);
        cargo.env("GNIST_TEST_POSTGRES_URL", postgres.url()).env(TIMES, times.to_string());
        step::run(&mut cargo)?;
        Ok(format!("{times} times"))
    }
}
