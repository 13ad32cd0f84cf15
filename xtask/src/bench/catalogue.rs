//! The rows that are measured with.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

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
            figures.note("rows", "33,735 real youth programmes");
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
