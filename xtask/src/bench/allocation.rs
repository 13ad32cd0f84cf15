//! How long a draw takes that is as large as Girls' Day in Germany: by the program, from the sheets
//! that are published to the sheet that tells who got what.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
};

use anyhow::ensure;

use super::{Figures, portal};

/// Dates, and the seats that they have together.
const DATES: u64 = 23_000;
const SEATS: u64 = 175_000;
/// Parties, each of one, which is what makes a draw hardest: the seats go one by one.
const PARTIES: u64 = 200_000;
const WISHES: usize = 5;
/// Within which limits it stays.
const SECONDS: f64 = 60.0;
const MEGABYTES: u64 = 2_000;

pub(super) fn measure(program: &Path, folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let (dates, parties, given) =
        (folder.join("dates.csv"), folder.join("parties.csv"), folder.join("given.csv"));
    write_dates(&dates)?;
    let size = format!("{DATES} dates, {SEATS} seats, {PARTIES} parties of {WISHES} wishes");
    figures.note("draw", &size);
    for (name, visits) in [("by lot", false), ("visits, a priority at each date", true)] {
        if visits {
            write_visits(&dates)?;
        }
        write_parties(&parties, visits)?;
        let seed = "5eed".repeat(16);
        let draw = |parties: &Path, write: &Path| {
            let mut command = Command::new(program);
            command.args(["allocation", "--language", "en", "--seed", &seed, "--write"]);
            portal::run(command.arg(write).arg(&dates).arg(parties))
        };
        let first = draw(&parties, &given)?;
        figures.note(&format!("{name}: seconds"), &format!("{:.2}", first.seconds));
        figures.note(&format!("{name}: largest memory, MB"), &first.megabytes.to_string());
        // What was written is checked by doing the draw once more; it fails where they differ.
        let again = draw(&given, &folder.join("again.csv"))?;
        figures
            .note(&format!("{name}: again, compared: seconds"), &format!("{:.2}", again.seconds));
        let (seconds, megabytes) =
            (first.seconds.max(again.seconds), first.megabytes.max(again.megabytes));
        ensure!(seconds <= SECONDS, "{seconds:.0} s are more than {SECONDS:.0}");
        ensure!(megabytes <= MEGABYTES, "{megabytes} MB are more than {MEGABYTES}");
    }
    Ok(())
}

/// How many seats a date has: all of them together are as many as there are.
fn seats(date: u64) -> u64 {
    SEATS / DATES + u64::from(date < SEATS % DATES)
}

fn write_dates(path: &Path) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "date,seats,visits,largest")?;
    for date in 0..DATES {
        writeln!(file, "d{date},{},,", seats(date))?;
    }
    Ok(file.flush()?)
}

fn write_visits(path: &Path) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "date,seats,visits,largest")?;
    for date in 0..DATES {
        writeln!(file, "d{date},,{},1", seats(date))?;
    }
    Ok(file.flush()?)
}

/// Parties that rank dates by chance, some dates far more often than others.
fn write_parties(path: &Path, has_priorities: bool) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "party,seats,wishes,classes,lot,given")?;
    let mut chance = Chance(0x5eed);
    for party in 1..=PARTIES {
        let mut wishes: Vec<u64> = Vec::with_capacity(WISHES);
        while wishes.len() < WISHES {
            // The lesser of two is taken, and of that the lesser again: a few dates are wanted most.
            let date = chance.below(DATES).min(chance.below(DATES)).min(chance.below(DATES));
            if !wishes.contains(&date) {
                wishes.push(date);
            }
        }
        let class = |date: u64| if has_priorities { 1 + (party ^ date) % 2 } else { 1 };
        let classes: Vec<String> = wishes.iter().map(|it| class(*it).to_string()).collect();
        let wishes: Vec<String> = wishes.iter().map(|it| format!("d{it}")).collect();
        writeln!(file, "{party},1,{},{},,", wishes.join(" "), classes.join(" "))?;
    }
    Ok(file.flush()?)
}

/// The same chance every time (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}
