//! `cargo xtask bench`: how fast the portal is, measured on this machine in one run.

mod allocation;
mod browser_import;
mod catalogue;
mod load;
mod portal;
mod search;
mod signup;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::Context as _;

use crate::{build, node, places, step};
use load::Load;
use portal::Portal;

/// What measures one thing alone: by a program, in a folder of its own.
type Measure = fn(&Path, &Path, &mut Figures) -> anyhow::Result<()>;

/// Prints figures as a table, and keeps them as JSON in the target folder. `--million` searches
/// in a catalogue of a million activities instead of the usual one; `newcomer` walks from
/// registering to an activity that waits, at the pace of a hand, which takes some minutes.
pub fn bench(words: &[&str]) -> anyhow::Result<()> {
    if words.first() == Some(&"newcomer") {
        return walk_in();
    }
    let (imports, pages, searches) = match words.first() {
        Some(&"import") => (true, false, false),
        Some(&"pages") => (false, true, false),
        Some(&"search") => (false, false, true),
        _ => (true, true, true),
    };
    let given = words.iter().find(|word| word.contains('.')).map(PathBuf::from);
    let program = build::program()?;
    let folder = std::env::temp_dir().join(format!("gnist-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let mut figures = Figures::default();
    figures.note("machine", &machine());
    let alone: Option<(&str, Measure)> = match words.first().copied() {
        Some(name @ "browser-import") => Some((name, browser_import::measure)),
        Some(name @ "signup") => Some((name, signup::measure)),
        Some(name @ "allocation") => Some((name, allocation::measure)),
        _ => None,
    };
    if let Some((name, measure)) = alone {
        measure(&program, &folder, &mut figures)?;
        fs::write(places::target().join(format!("bench-{name}.json")), figures.json())?;
        fs::remove_dir_all(&folder)?;
        return Ok(());
    }
    let rows = catalogue::rows(&folder, given, &mut figures)?;

    if words.contains(&"--million") {
        fill_with_a_million(&program, &folder, &rows, &mut figures)?;
        search::make_index(&program, &folder, &mut figures)?;
        search::measure(&program, &folder, &mut figures)?;
        fs::write(places::target().join("bench-million.json"), figures.json())?;
        fs::remove_dir_all(&folder)?;
        return Ok(());
    }
    let first = portal::import(&program, &folder, &rows)?;
    if imports {
        let second = portal::import(&program, &folder, &rows)?;
        figures.note("import, first: seconds", &format!("{:.1}", first.seconds));
        figures.note("import, first: largest memory, MB", &first.megabytes.to_string());
        figures.note("import, second: seconds", &format!("{:.1}", second.seconds));
        figures.note("import, second: largest memory, MB", &second.megabytes.to_string());
        figures.note("import, first: what it said", &first.said);
        figures.note("import, second: what it said", &second.said);
    }
    if pages || searches {
        search::make_index(&program, &folder, &mut figures)?;
    }
    if pages {
        measure_pages(&program, &folder, &mut figures)?;
    }
    if searches {
        search::measure(&program, &folder, &mut figures)?;
    }
    fs::write(places::target().join("bench.json"), figures.json())?;
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Takes over the same rows again and again, each time as other activities.
fn fill_with_a_million(
    program: &Path,
    folder: &Path,
    rows: &Path,
    figures: &mut Figures,
) -> anyhow::Result<()> {
    let (mut left, mut seconds, mut megabytes) = (catalogue::MILLION, 0.0, 0);
    for n in 0.. {
        if left == 0 {
            break;
        }
        let copy = folder.join("copy.csv");
        left -= catalogue::copy(rows, &copy, n, left)?;
        let imported = portal::import(program, folder, &copy)?;
        (seconds, megabytes) = (seconds + imported.seconds, megabytes.max(imported.megabytes));
    }
    let said = "1,000,000: the same again and again, with shifted dates and places";
    figures.note("activities", said);
    figures.note("imports, all of them: seconds", &format!("{seconds:.0}"));
    figures.note("imports: largest memory, MB", &megabytes.to_string());
    Ok(())
}

fn measure_pages(program: &Path, folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    if !step::is_there("wrk") {
        step::install(&["wrk"], "it asks for pages as fast as it can")?;
    }
    let portal = Portal::start(program, folder)?;
    figures.note("start to first answer, seconds", &format!("{:.2}", portal.started_in));
    std::thread::sleep(Duration::from_secs(2));
    figures.note("memory idle, MB", &portal.megabytes().to_string());

    let listing = portal.get("/aktiviteter")?;
    let load = Load::new(&portal.origin, folder);
    let kept = load.same("/aktiviteter")?;
    figures.load("catalogue, the same again and again", &kept);
    let still = load::static_file(folder, &listing)?;
    figures.load("nginx, a file of that size", &still);
    let filters = load.each(&load::filters())?;
    figures.load("catalogue, every request another filter", &filters);
    let activities = load.each(&portal.activities()?)?;
    figures.load("activity, random", &activities);
    for (what, load) in [("the same", kept), ("another filter", filters), ("activity", activities)]
    {
        let ratio = format!("{:.2}", load.per_second / still.per_second);
        figures.note(&format!("ratio to the static file, {what}"), &ratio);
    }
    figures.note("memory under that load, at most, MB", &portal.most_megabytes().to_string());

    browse("speed.mjs", |speed| speed.arg(&portal.origin), figures)
}

/// A newcomer's way by the clock.
fn walk_in() -> anyhow::Result<()> {
    let program = build::build()?;
    let mut figures = Figures::default();
    figures.note("machine", &machine());
    browse("newcomer.mjs", |way| way.env("GNIST_BIN", program), &mut figures)?;
    fs::write(places::target().join("bench-newcomer.json"), figures.json())?;
    Ok(())
}

/// Notes what a script measures in the browser, a figure a line.
fn browse(
    script: &str,
    with: impl FnOnce(&mut Command) -> &mut Command,
    figures: &mut Figures,
) -> anyhow::Result<()> {
    let end2end = places::root().join("end2end");
    node::install(&end2end, "the browser that measures")?;
    let mut node = Command::new("node");
    with(node.current_dir(&end2end).arg(script));
    let measured = step::output(&mut node).context("the browser measured nothing")?;
    for line in measured.lines() {
        if let Some((name, value)) = line.split_once('\t') {
            figures.note(name, value);
        }
    }
    Ok(())
}

/// Figures, in the order in which they were taken.
#[derive(Default)]
pub struct Figures(Vec<(String, String)>);

impl Figures {
    /// Prints a figure and keeps it.
    pub fn note(&mut self, name: &str, value: &str) {
        println!("  {name:<55} {value}");
        self.0.push((name.to_owned(), value.to_owned()));
    }

    fn load(&mut self, name: &str, load: &load::Measured) {
        self.note(&format!("{name}: requests/s"), &format!("{:.0}", load.per_second));
        self.note(&format!("{name}: p50 / p99, ms"), &format!("{:.2} / {:.2}", load.p50, load.p99));
        if load.errors > 0 {
            self.note(&format!("{name}: errors"), &load.errors.to_string());
        }
    }

    fn json(&self) -> String {
        let rows: Vec<String> =
            self.0.iter().map(|(name, value)| format!("  {name:?}: {value:?}")).collect();
        format!("{{\n{}\n}}\n", rows.join(",\n"))
    }
}

fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("unknown");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores, {}", model.trim_start_matches([' ', '\t', ':']))
}
