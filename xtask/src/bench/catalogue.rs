//! The rows that are measured with.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use chrono::{Days, NaiveDate};
use flate2::read::GzDecoder;

use super::Figures;
use crate::places;

/// How many rows are made where there are none.
const ROWS: usize = 33_735;

/// The file that is measured with: the one that is given, the shared one, or one made here.
pub(super) fn rows(
    folder: &Path,
    given: Option<PathBuf>,
    figures: &mut Figures,
) -> anyhow::Result<PathBuf> {
    let shared = places::root().join("../shared/data/bench/activities_34k.csv.gz");
    let out = folder.join("rows.csv");
    let source = given.or_else(|| shared.exists().then_some(shared));
    match source {
        Some(file) if file.extension().is_some_and(|it| it == "gz") => {
            io::copy(
                &mut GzDecoder::new(File::open(&file)?).take(1 << 30),
                &mut File::create(&out)?,
            )?;
            let n = csv::Reader::from_path(&out)?.records().count();
            figures.note("rows", &format!("{n} of {}", file.display()));
        }
        Some(file) => {
            fs::copy(&file, &out)?;
            figures.note("rows", &file.display().to_string());
        }
        None => {
            fs::write(&out, made())?;
            figures.note("rows", "33,735 made here, of the shape of real ones");
        }
    }
    Ok(out)
}

/// How many activities the large catalogue has.
pub(super) const MILLION: usize = 1_000_000;

/// Columns that hold a day at their beginning.
const DAYS: [&str; 3] = ["start", "end", "deadline"];
/// Columns that tell a place.
const PLACE: [&str; 4] = ["postcode", "city", "lat", "lon"];
/// By how many rows the places of each copy are shifted further.
const STEP: usize = 1_009;

/// The same rows once more, at most `most` of them, as other activities: `n` days later and
/// at one another's places. Answers how many rows these are.
pub(super) fn copy(rows: &Path, out: &Path, n: usize, most: usize) -> anyhow::Result<usize> {
    let mut reader = csv::Reader::from_path(rows)?;
    let header = reader.headers()?.clone();
    let column = |name: &str| header.iter().position(|it| it == name);
    let (days, place) = (DAYS.map(column), PLACE.map(column));
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let cells = |row: &csv::StringRecord| {
        place.map(|it| it.and_then(|it| row.get(it)).unwrap_or_default().to_owned())
    };
    let places: Vec<[String; 4]> =
        rows.iter().map(cells).filter(|cells| !cells[0].is_empty()).collect();
    let mut writer = csv::Writer::from_path(out)?;
    writer.write_record(&header)?;
    let mut seen = 0;
    for row in rows.iter().take(most) {
        let mut new: Vec<String> = row.iter().map(str::to_owned).collect();
        if let Some(key) = column("external_id") {
            new[key] = format!("{}-{n}", new[key]);
        }
        for cell in days.into_iter().flatten() {
            new[cell] = later(&new[cell], n as u64);
        }
        if !cells(row)[0].is_empty() {
            let shifted = &places[(seen + n * STEP) % places.len()];
            seen += 1;
            for (cell, value) in place.iter().zip(shifted) {
                if let Some(cell) = cell {
                    new[*cell].clone_from(value);
                }
            }
        }
        writer.write_record(&new)?;
    }
    writer.flush()?;
    Ok(rows.len().min(most))
}

/// A day, perhaps with a time, some days later.
fn later(text: &str, days: u64) -> String {
    let Some((day, time)) = text.split_at_checked(10) else { return text.to_owned() };
    let day = day.parse().ok().and_then(|it: NaiveDate| it.checked_add_days(Days::new(days)));
    day.map_or_else(|| text.to_owned(), |day| format!("{day}{time}"))
}

fn made() -> String {
    let mut text = String::from(
        "external_id,partner,partner_sector,kind,title,summary,description,topics,audience,levels,format,postcode,city,signup,contact_email,start,end,capacity\n",
    );
    let topics = ["robotics", "physics", "programming", "chemistry", "energy_climate"];
    let postcodes = ["8800", "5000", "9000", "8000", "1050", "4000", "6700"];
    let story = "Programmet handler om at prøve noget med hænderne og lære af dem, der gør det til daglig. ".repeat(6);
    for n in 0..ROWS {
        let (month, day) = (n % 12 + 1, n % 28 + 1);
        let _ = writeln!(
            text,
            "M-{n},Partner {},public,workshop,Program nummer {n},Et program hvor børn prøver noget nyt sammen: nummer {n}.,{story},{},pupils,grade-{}..grade-{},on_site,{},Byen,portal,hej@partner.example,2027-{month:02}-{day:02}T09:00,2027-{month:02}-{day:02}T12:00,{}",
            n % 464,
            topics[n % 5],
            n % 6,
            n % 6 + 3,
            postcodes[n % 7],
            10 + n % 30,
        );
    }
    text
}
