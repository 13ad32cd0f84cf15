//! `cargo xtask drill`: the promises of sign-up, each tried where it could break.
//!
//! Invariant: a drill says what it saw, can fail, and ends with a `gnist verify` that finds
//! nothing. What takes place inside the program is tried by tests; the drill runs the same tests
//! longer.

mod gone;
pub mod ground;
mod inside;
mod keys;
mod kills;
mod letters;
mod mail;
pub mod party;
mod race;
pub mod web;

use std::{
    path::{Path, PathBuf},
    thread,
    time::Instant,
};

use anyhow::{Context as _, bail};

use crate::{build, postgres::Postgres};
use ground::{Ground, On};

/// Where drills take place.
pub struct Field<'a> {
    program: PathBuf,
    postgres: &'a Postgres,
}

impl Field<'_> {
    fn ground(&self, on: On, seats: impl IntoIterator<Item = u32>) -> anyhow::Result<Ground> {
        Ground::new(&self.program, on, self.postgres, seats)
    }
}

/// How something is proved: over HTTP, on each database, or by tests that run longer.
enum How {
    Outside(fn(&Field, On, usize) -> anyhow::Result<String>),
    Inside(inside::Tests),
}

/// One promise.
struct Proof {
    name: &'static str,
    what: &'static str,
    /// How often it is tried in every test, and on its own.
    short: usize,
    long: usize,
    how: How,
}

const PROOFS: [Proof; 12] = [
    Proof {
        name: "control",
        what: "with the guard taken away, the race oversells and `verify` sees it",
        short: 5,
        long: 20,
        how: How::Inside(inside::Tests {
            package: "server",
            named: "where_nobody_heeds_the_lock_the_race_oversells",
        }),
    },
    Proof {
        name: "race",
        what: "500 parties of one to five want 30 seats at once, and classes the last block of 24",
        short: 4,
        long: 200,
        how: How::Outside(race::prove),
    },
    Proof {
        name: "keys",
        what: "the same form five times at once",
        short: 100,
        long: 2_000,
        how: How::Outside(keys::prove),
    },
    Proof {
        name: "kills",
        what: "the server is killed while eight hands sign up",
        short: 10,
        long: 200,
        how: How::Outside(kills::prove),
    },
    Proof {
        name: "gone",
        what: "browsers go away at every point of the request",
        short: 100,
        long: 1_000,
        how: How::Outside(gone::prove),
    },
    Proof {
        name: "two",
        what: "two servers on one PostgreSQL, and a second one on one SQLite file",
        short: 2,
        long: 20,
        how: How::Outside(race::prove_two),
    },
    Proof {
        name: LETTERS,
        what: "a mail server in trouble, and a portal killed between sending and noting",
        short: 2,
        long: 100,
        how: How::Outside(letters::prove),
    },
    Proof {
        name: "churn",
        what: "everything that can be done, at once and often twice; the line stays in order",
        short: 2_000,
        long: 50_000,
        how: How::Inside(inside::Tests {
            package: "server",
            named: "whatever_many_do_at_once_and_twice",
        }),
    },
    Proof {
        name: "model",
        what: "random histories against a plainer model",
        short: 500,
        long: 10_000,
        how: How::Inside(inside::Tests {
            package: "domain",
            named: "any_history_goes_as_a_plain_model_says",
        }),
    },
    Proof {
        name: "allocation",
        what: "random draws: stable, nobody gains by another ranking, the same from the same seed",
        short: 500,
        long: 10_000,
        how: How::Inside(inside::Tests { package: "domain", named: "allocation" }),
    },
    Proof {
        name: "check-in",
        what: "random mornings of three phones without a network: one truth, nobody counted twice",
        short: 500,
        long: 10_000,
        how: How::Inside(inside::Tests { package: "domain", named: "check_in" }),
    },
    Proof {
        name: "clock",
        what: "nights of summer time, an hour on and back, four hundred days on",
        short: 1,
        long: 1,
        how: How::Inside(inside::Tests { package: "server", named: "clock::" }),
    },
];

const LETTERS: &str = "letters";

/// Proves what is named, or everything; so often as is said, or at length.
pub fn drill(words: &[&str]) -> anyhow::Result<()> {
    let times = words.iter().find_map(|it| it.parse::<usize>().ok());
    let wanted: Vec<&str> =
        words.iter().copied().filter(|it| it.parse::<usize>().is_err()).collect();
    if let Some(unknown) = wanted.iter().find(|it| PROOFS.iter().all(|proof| proof.name != **it)) {
        let names: Vec<&str> = PROOFS.iter().map(|it| it.name).collect();
        bail!("there is no proof `{unknown}`; there are {}", names.join(", "));
    }
    let program = build::program()?;
    let postgres = Postgres::start()?;
    let field = Field { program, postgres: &postgres };
    let chosen = PROOFS.iter().filter(|it| wanted.is_empty() || wanted.contains(&it.name));
    let mut failed = Vec::new();
    for proof in chosen {
        let outcome = proof.try_out(&field, times.unwrap_or(proof.long));
        if let Err(error) = outcome {
            println!("  FAILED: {error:#}");
            failed.push(proof.name);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("{} failed", failed.join(", ")) }
}

/// Tries each promise shortly; answers how many held and how many did not. What takes place
/// inside the program was tried among the tests.
pub fn shortly(program: &Path, postgres: &Postgres) -> (u64, u64) {
    some(program, postgres, |proof| !proof.waits())
}

/// The same for what waits for minutes and needs nothing of the machine meanwhile.
pub fn waiting(program: &Path, postgres: &Postgres) -> (u64, u64) {
    some(program, postgres, Proof::waits)
}

fn some(program: &Path, postgres: &Postgres, is_wanted: impl Fn(&Proof) -> bool) -> (u64, u64) {
    let field = Field { program: program.to_owned(), postgres };
    let outside = PROOFS.iter().filter(|it| matches!(it.how, How::Outside(_)));
    let (mut held, mut failed) = (0, 0);
    for proof in outside.filter(|it| is_wanted(it)) {
        match proof.try_out(&field, proof.short) {
            Ok(()) => held += 1,
            Err(error) => {
                println!("  FAILED: {}: {error:#}", proof.name);
                failed += 1;
            }
        }
    }
    (held, failed)
}

impl Proof {
    /// Whether it waits for pauses and leases most of the time.
    fn waits(&self) -> bool {
        self.name == LETTERS
    }

    /// Tries it on both databases at once where it mostly waits.
    fn try_out(&self, field: &Field, times: usize) -> anyhow::Result<()> {
        println!("▸ {}: {}", self.name, self.what);
        let started = Instant::now();
        let saw = match &self.how {
            How::Outside(prove) => {
                let on = |on: On| {
                    let saw =
                        prove(field, on, times).with_context(|| format!("{}, {on}", self.name))?;
                    Ok::<_, anyhow::Error>(format!("  {on}: {saw}"))
                };
                if self.waits() { both(on)? } else { [on(On::Sqlite)?, on(On::PostgreSql)?] }
            }
            How::Inside(tests) => {
                [format!("  {}", tests.run(field.postgres, times)?), String::new()]
            }
        };
        println!("  {}\n{}", self.name, saw.join("\n"));
        println!("  {} took {:.1} s", self.name, started.elapsed().as_secs_f64());
        Ok(())
    }
}

fn both(on: impl Fn(On) -> anyhow::Result<String> + Sync) -> anyhow::Result<[String; 2]> {
    thread::scope(|scope| {
        let first = scope.spawn(|| on(On::Sqlite));
        let second = on(On::PostgreSql)?;
        let first = first.join().map_err(|_| anyhow::anyhow!("a drill fell"))??;
        Ok([first, second])
    })
}
