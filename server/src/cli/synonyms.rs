//! `gnist synonyms FILE`: whether a file of synonyms is understood, and what it would change.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use application::{
    Ports,
    ports::SynonymReader as _,
    search::{Effect, SynonymChange, SynonymGroup, SynonymsFault, compare_lists, on_top_of},
};
use clap::Args;
use language::read_groups;
use serde_json::{Value, json};
use ui::Speech;

use super::Language;
use crate::{
    config::Config,
    plugs::{self, Plugs},
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
            let told: Vec<String> =
                errors.iter().map(|error| ui::synonyms::fault(t, *error)).collect();
            return Ok(refuse(t, options, &told));
        }
    };
    let plugs = plugs::connect(config, false).await?;
    if let Err(error) = worker::bring_up_to_date(&plugs).await {
        // A server that is running keeps the index to itself, and keeps it up to date.
        tracing::debug!(error = ?error, "the index is used as it is");
    }
    let old = plugs::synonyms_text(config)?;
    let effects = compare(&plugs, (&old, &text), &groups).await?;
    let mut out = std::io::stdout().lock();
    if options.json {
        writeln!(out, "{}", for_programs(groups.len(), &effects, options))?;
    } else {
        write!(out, "{}", for_people(t, config, groups.len(), &effects, options))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What the searches find with each list, below the lines that were written in the portal.
async fn compare(
    plugs: &Plugs,
    (old, new): (&str, &str),
    groups: &[SynonymGroup],
) -> anyhow::Result<Vec<Effect>> {
    // A database that no server has served from yet may have none.
    let lists = plugs.database.synonym_lists(1).await.unwrap_or_default();
    let lines = lists.first().map_or("", |it| it.text.as_str());
    let asked_with = |base: &str| {
        let (_, synonyms) = on_top_of(base, lines)?;
        let index = plugs.ports.synonyms.asked_with(synonyms);
        Ok::<_, SynonymsFault>(Ports { index, ..Ports::clone(&plugs.ports) })
    };
    let (before, after) = (asked_with(old)?, asked_with(new)?);
    let old = read_groups(old).unwrap_or_default();
    let trial = compare_lists((&before, &old), (&after, groups), usize::MAX).await?;
    Ok(trial.effects)
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

fn for_people(
    t: &'static Speech,
    config: &Config,
    groups: usize,
    effects: &[Effect],
    options: &Options,
) -> String {
    let against = match &config.synonyms {
        Some(path) => {
            t.tell("synonyms-against-file", &[("file", path.display().to_string().into())])
        }
        None => t.say("synonyms-against-standard").to_owned(),
    };
    let mut lines = vec![
        t.tell("synonyms-groups", &[("n", groups.into())]),
        against,
        ui::synonyms::counts(t, effects),
    ];
    for Effect { change, searches } in effects {
        let (what, was) = ui::synonyms::change(t, change);
        lines.push(String::new());
        lines.push(what);
        lines.extend(was);
        for (words, found) in searches {
            lines.push(format!("  {}", ui::synonyms::hits(t, words, found)));
            for (sign, titles) in [('+', &found.come), ('-', &found.gone)] {
                let shown = ui::synonyms::some_titles(t, titles, options.titles as usize);
                lines.extend(shown.into_iter().map(|it| format!("    {sign} {it}")));
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
            SynonymChange::Added(group) => ("added", group, None),
            SynonymChange::Removed(group) => ("removed", group, None),
            SynonymChange::Changed(was, group) => ("changed", group, Some(was.to_string())),
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
            "group": group.to_string(),
            "was": was,
            "searches": searches.collect::<Vec<_>>(),
        })
    };
    json!({ "groups": groups, "changes": effects.iter().map(effect).collect::<Vec<_>>() })
}
