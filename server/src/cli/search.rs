//! `gnist search`: what the search box would show.

use std::{
    io::{BufRead as _, Write as _},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use application::search::search_activities;
use clap::Args;
use domain::search::{InvalidParameter, Query};
use ui::{Ask, Locale, Operator, Site};

use crate::{
    config::Config,
    plugs::{self, Plugs},
    search_answer::SearchAnswer,
    worker,
};

#[derive(Args)]
pub(super) struct Options {
    /// What would be typed into the search box; `-` reads one search a line from standard input.
    query: String,
    /// Prints what the interface for programs would answer, one search a line.
    #[arg(long)]
    json: bool,
    /// How many activities are shown.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    limit: u32,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, false).await?;
    if let Err(error) = worker::bring_up_to_date(&plugs).await {
        // A server that is running keeps the index to itself, and keeps it up to date.
        tracing::debug!(error = ?error, "the index is used as it is");
    }
    let searcher = Searcher::new(config, plugs, options);
    if options.query != "-" {
        return searcher.answer(&options.query).await;
    }
    let mut worst = ExitCode::SUCCESS;
    for line in std::io::stdin().lock().lines() {
        if searcher.answer(&line?).await? != ExitCode::SUCCESS {
            worst = ExitCode::FAILURE;
        }
    }
    Ok(worst)
}

struct Searcher<'a> {
    ask: Ask,
    options: &'a Options,
}

impl<'a> Searcher<'a> {
    fn new(config: &Config, plugs: Plugs, options: &'a Options) -> Self {
        let site = Site {
            public_url: config.origin(),
            style: String::new(),
            wake: String::new(),
            check_in: String::new(),
            proof: String::new(),
            icon: String::new(),
            touch_icon: String::new(),
            share: String::new(),
            fonts: Vec::new(),
            operator: Operator::default(),
        };
        Self { ask: Ask { locale: Locale::Da, ports: plugs.ports, site: Arc::new(site) }, options }
    }

    async fn answer(&self, words: &str) -> anyhow::Result<ExitCode> {
        let limit = self.options.limit.to_string();
        let query = match Query::parse(&[("q", words), ("per_page", &limit)]) {
            Ok(query) => query,
            Err(faults) => {
                eprintln!("gnist: {}", sentences(&faults));
                return Ok(ExitCode::FAILURE);
            }
        };
        let started = Instant::now();
        let search = search_activities(&self.ask.ports, &query).await?;
        let answer = SearchAnswer::of(&self.ask, &query, search, started.elapsed());
        let mut out = std::io::stdout().lock();
        if self.options.json {
            writeln!(out, "{}", serde_json::to_string(&answer)?)?;
        } else {
            print(&mut out, &answer)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn sentences(faults: &[InvalidParameter]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn print(out: &mut impl std::io::Write, answer: &SearchAnswer) -> std::io::Result<()> {
    writeln!(out, "{} in {:.1} ms", answer.total, answer.took_ms)?;
    for part in &answer.understood.parts {
        writeln!(out, "  »{}« means {:?}", part.text, part.means)?;
    }
    for it in &answer.understood.corrections {
        writeln!(out, "  »{}« is taken for »{}«", it.typed, it.meant)?;
    }
    for (n, hit) in answer.hits.iter().enumerate() {
        let lacks = match hit.misses.as_slice() {
            [] => String::new(),
            misses => format!("  (lacks {})", misses.join(", ")),
        };
        writeln!(out, "{:>3}. {}{lacks}", n + 1, hit.title)?;
        writeln!(out, "     {} · {}", hit.partner, hit.url)?;
    }
    Ok(())
}
