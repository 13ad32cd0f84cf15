//! `gnist synonyms FILE`: whether a file of synonyms is understood, and what it would change.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use application::search::{Comparison, compare_searches};
use clap::Args;
use language::{Change, Group, Synonyms, SynonymsError, changes, read_groups};
use serde_json::{Value, json};
use ui::Speech;

use super::Language;
use crate::{
    config::Config,
    plugs::{self, Trial},
    worker,
};

#[derive(Args)]
pub(super) struct Options {
    /// The file that is to be tried, in the form of the one that comes with the portal.
    file: PathBuf,
    /// Prints the report as one JSON document.
    #[arg(long)]
    json: bool,
    /// How many titles are named of those that come and of those that go, for each search.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=100))]
    titles: u32,
    /// The language of the report.
    #[arg(long, value_enum, default_value = "da")]
    language: Language,
}

/// A difference between the lists, and what it does to the searches for its words.
struct Effect {
    change: Change,
    searches: Vec<(String, Comparison)>,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let t = Speech::of(options.language.into());
    let text = match std::fs::read(&options.file) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => return Ok(refuse(t, options, &[t.say("synonyms-no-text").to_owned()])),
        },
        Err(_) => return Ok(refuse(t, options, &[t.say("synonyms-no-file").to_owned()])),
    };
    let groups = match read_groups(&text) {
        Ok(groups) => groups,
        Err(errors) => {
            let told: Vec<String> = errors.iter().map(|error| sentence(t, *error)).collect();
            return Ok(refuse(t, options, &told));
        }
    };
    // Both are read once more as a whole, as the search reads them.
    let new = Synonyms::parse(&text)?;
    let old = read_groups(&plugs::synonyms_text(config)?).unwrap_or_default();

    let plugs = plugs::connect(config, false).await?;
    if let Err(error) = worker::bring_up_to_date(&plugs).await {
        // A server that is running keeps the index to itself, and keeps it up to date.
        tracing::debug!(error = ?error, "the index is used as it is");
    }
    let trial = Trial::of(config, &plugs, new)?;
    let mut effects = Vec::new();
    for change in changes(&old, &groups) {
        let mut searches = Vec::new();
        for term in change.terms() {
            let found = compare_searches(&trial.before, &trial.after, term).await?;
            searches.push((term.to_owned(), found));
        }
        effects.push(Effect { change, searches });
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        writeln!(out, "{}", for_programs(groups.len(), &effects, options))?;
    } else {
        write!(out, "{}", for_people(t, config, groups.len(), &effects, options))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says why the file cannot be used.
fn refuse(t: &'static Speech, options: &Options, sentences: &[String]) -> ExitCode {
    if options.json {
        println!("{}", json!({ "errors": sentences }));
    } else {
        for sentence in sentences {
            println!("{sentence}");
        }
        println!("{}", t.say("synonyms-next"));
    }
    ExitCode::FAILURE
}

fn sentence(t: &'static Speech, error: SynonymsError) -> String {
    let line = |line: usize| ("line", line.into());
    match error {
        SynonymsError::TooManyLines { limit } => {
            t.tell("synonyms-too-many-lines", &[("max", limit.into())])
        }
        SynonymsError::LineTooLong { line: n, limit } => {
            t.tell("synonyms-line-too-long", &[line(n), ("max", limit.into())])
        }
        SynonymsError::TermTooLong { line: n, limit } => {
            t.tell("synonyms-term-too-long", &[line(n), ("max", limit.into())])
        }
        SynonymsError::EmptyTerm { line: n } => t.tell("synonyms-empty-term", &[line(n)]),
        SynonymsError::Alone { line: n } => t.tell("synonyms-alone", &[line(n)]),
        SynonymsError::TwoArrows { line: n } => t.tell("synonyms-two-arrows", &[line(n)]),
    }
}

/// A group as its file writes it.
fn written(group: &Group) -> String {
    match group.to.as_slice() {
        [] => group.from.join(", "),
        to => format!("{} => {}", group.from.join(", "), to.join(", ")),
    }
}

fn for_people(
    t: &'static Speech,
    config: &Config,
    groups: usize,
    effects: &[Effect],
    options: &Options,
) -> String {
    let number = |is: fn(&Change) -> bool| effects.iter().filter(|it| is(&it.change)).count();
    let added = number(|it| matches!(it, Change::Added(_)));
    let removed = number(|it| matches!(it, Change::Removed(_)));
    let changed = effects.len() - added - removed;
    let against = match &config.synonyms {
        Some(path) => {
            t.tell("synonyms-against-file", &[("file", path.display().to_string().into())])
        }
        None => t.say("synonyms-against-standard").to_owned(),
    };
    let mut lines = vec![
        t.tell("synonyms-groups", &[("n", groups.into())]),
        against,
        t.tell(
            "synonyms-changes",
            &[("added", added.into()), ("changed", changed.into()), ("removed", removed.into())],
        ),
    ];
    for Effect { change, searches } in effects {
        let (key, group, was) = match change {
            Change::Added(group) => ("synonyms-added", group, None),
            Change::Removed(group) => ("synonyms-removed", group, None),
            Change::Changed(was, group) => ("synonyms-changed", group, Some(was)),
        };
        let what = [("line", group.line.into()), ("group", written(group).into())];
        lines.push(String::new());
        lines.push(t.tell(key, &what));
        lines.extend(was.map(|was| t.tell("synonyms-was", &[("group", written(was).into())])));
        for (words, found) in searches {
            let hits = [
                ("words", words.clone().into()),
                ("before", found.before.into()),
                ("after", found.after.into()),
            ];
            lines.push(format!("  {}", t.tell("synonyms-hits", &hits)));
            for (sign, titles) in [('+', &found.come), ('-', &found.gone)] {
                let shown = options.titles as usize;
                lines.extend(titles.iter().take(shown).map(|it| format!("    {sign} {it}")));
                if let Some(more) = titles.len().checked_sub(shown).filter(|more| *more > 0) {
                    let more = t.tell("synonyms-more", &[("n", more.into())]);
                    lines.push(format!("    {sign} {more}"));
                }
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn for_programs(groups: usize, effects: &[Effect], options: &Options) -> Value {
    let shown = options.titles as usize;
    let titles = |all: &[String]| json!({ "n": all.len(), "titles": all.iter().take(shown).collect::<Vec<_>>() });
    let effect = |Effect { change, searches }: &Effect| {
        let (name, group, was) = match change {
            Change::Added(group) => ("added", group, None),
            Change::Removed(group) => ("removed", group, None),
            Change::Changed(was, group) => ("changed", group, Some(written(was))),
        };
        let searches = searches.iter().map(|(words, found)| {
            json!({
                "words": words,
                "before": found.before,
                "after": found.after,
                "come": titles(&found.come),
                "gone": titles(&found.gone),
            })
        });
        json!({
            "change": name,
            "line": group.line,
            "group": written(group),
            "was": was,
            "searches": searches.collect::<Vec<_>>(),
        })
    };
    json!({ "groups": groups, "changes": effects.iter().map(effect).collect::<Vec<_>>() })
}
