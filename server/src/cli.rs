//! The commands, one a file.

mod allocation;
mod backup;
mod demo;
mod demo_doors;
mod forget_factors;
mod import;
mod invite;
mod rebuild_index;
mod register;
pub mod restore;
mod search;
mod serve;
mod suspend;
mod sweep;
mod synonyms;
mod verify;

use std::{process::ExitCode, time::Duration};

use clap::{Parser, Subcommand, ValueEnum};

use crate::{config::Config, http::rights, telemetry};

/// The shared activity portal for STEM outreach.
#[derive(Parser)]
#[command(name = "gnist", version, about, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the portal; brings the database up to date first.
    Serve(serve::Options),
    /// Fills an empty database with the demo catalogue, its dates moved to the coming weeks.
    Demo,
    /// Takes over activities from a CSV or XLSX file.
    Import(import::Options),
    /// Prints what the search box would show.
    Search(search::Options),
    /// Checks a file of synonyms, and shows what searches would find with it.
    Synonyms(synonyms::Options),
    /// Makes the search index anew, beside the one in use.
    RebuildIndex,
    /// Gives somebody a role, with an account where there is none; prints a link that signs in once.
    Invite(invite::Options),
    /// Forgets the second factors that no key of the settings opens, where a key is lost.
    ForgetFactors(forget_factors::Options),
    /// Closes somebody's account at once, or opens it again.
    Suspend(suspend::Options),
    /// Erases everything whose time is over, as a server does every hour.
    Sweep(sweep::Options),
    /// Does a draw once more from what was published of it; exits 1 where something else comes out.
    Allocation(allocation::Options),
    /// Prints who may do what, as `docs/rights.md` has it.
    Rights,
    /// Prints what is kept of people, why and for how long, as `docs/data.md` has it.
    Register(register::Options),
    /// Copies everything that is kept into a folder, while the portal serves.
    Backup(backup::Options),
    /// Puts a backup back where no database is yet, and erases again whoever was erased since.
    Restore(restore::Options),
    /// Checks that everything kept is as it must be; exits 1 with a list where it is not.
    Verify,
    /// Prints the settings that are in force, secrets hidden.
    Config,
}

/// How long work on other threads is waited for once everything is done: nobody wants it any more.
const LEFT_BEHIND: Duration = Duration::from_secs(1);

/// The language of a report.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Da,
    En,
}

impl From<Language> for ui::Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::Da => Self::Da,
            Language::En => Self::En,
        }
    }
}

impl Cli {
    /// Runs the command to its end.
    #[must_use]
    pub fn run(self) -> ExitCode {
        telemetry::start(&self.config.log);
        let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return failed(&error.into()),
        };
        let code = runtime.block_on(async {
            let outcome = match self.command {
                Command::Serve(options) => serve::run(&self.config, &options).await,
                Command::Demo => demo::run(&self.config).await,
                Command::Import(options) => import::run(&self.config, &options).await,
                Command::Search(options) => search::run(&self.config, &options).await,
                Command::Synonyms(options) => synonyms::run(&self.config, &options).await,
                Command::RebuildIndex => rebuild_index::run(&self.config).await,
                Command::Invite(options) => invite::run(&self.config, &options).await,
                Command::ForgetFactors(options) => {
                    forget_factors::run(&self.config, &options).await
                }
                Command::Suspend(options) => suspend::run(&self.config, &options).await,
                Command::Sweep(options) => sweep::run(&self.config, &options).await,
                Command::Allocation(options) => Ok(allocation::run(&options)),
                Command::Rights => {
                    print!("{}", rights::document());
                    Ok(ExitCode::SUCCESS)
                }
                Command::Register(options) => Ok(register::run(&options)),
                Command::Backup(options) => backup::run(&self.config, &options).await,
                Command::Restore(options) => restore::run(&self.config, &options).await,
                Command::Verify => verify::run(&self.config).await,
                Command::Config => {
                    println!("{}", self.config.describe());
                    Ok(ExitCode::SUCCESS)
                }
            };
            outcome.unwrap_or_else(|error| failed(&error))
        });
        runtime.shutdown_timeout(LEFT_BEHIND);
        code
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("gnist: {error:#}");
    ExitCode::FAILURE
}
