//! `gnist demo`: the catalogue that a newcomer sees.

use std::process::ExitCode;

use anyhow::Context as _;
use application::{
    catalogue::{ImportMode, ImportReport, Sheet, import_activities},
    copenhagen,
};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::{
    adapters::spreadsheet,
    config::Config,
    plugs::{self, Plugs},
};

/// The demo catalogue in the import format; its partners are invented.
const SHEETS: [&str; 2] = [
    include_str!("../../demo/activities_west.csv"),
    include_str!("../../demo/activities_east.csv"),
];
/// The campaign whose day is fixed while it lies ahead.
const FIXED_CAMPAIGN: &str = "girlsday-2027";

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    if !is_empty(&plugs).await? {
        eprintln!("gnist: the database holds activities already; the demo is for an empty one");
        return Ok(ExitCode::FAILURE);
    }
    let report = fill(&plugs).await?;
    println!(
        "{} demo activities of {} partners are in",
        report.activities_new, report.partners_new
    );
    Ok(ExitCode::SUCCESS)
}

/// Whether there is no activity in whatever state.
pub(super) async fn is_empty(plugs: &Plugs) -> anyhow::Result<bool> {
    let mut tx = plugs.ports.store.begin().await?;
    Ok(tx.activities().count().await? == 0)
}

/// Takes over the demo catalogue by the same road as every other sheet.
pub(super) async fn fill(plugs: &Plugs) -> anyhow::Result<ImportReport> {
    let today = copenhagen::day(plugs.ports.clock.now());
    let mut sum = ImportReport::default();
    for text in SHEETS {
        let sheet = spreadsheet::sheet(text.as_bytes())?;
        let shift = shift(today)?;
        let sheet = moved(sheet, shift, today);
        let report = import_activities(&plugs.ports, sheet, ImportMode::Write, &mut |_| {}).await?;
        sum.rows += report.rows;
        sum.rows_rejected += report.rows_rejected;
        sum.activities_new += report.activities_new;
        sum.partners_new += report.partners_new;
    }
    plugs.board.refresh_if_changed().await?;
    Ok(sum)
}

/// By how many whole weeks all dates are moved, so that the first lies within the next seven days.
fn shift(today: NaiveDate) -> anyhow::Result<TimeDelta> {
    let mut first: Option<NaiveDate> = None;
    for text in SHEETS {
        let mut sheet = spreadsheet::sheet(text.as_bytes())?;
        let start = sheet
            .header
            .iter()
            .position(|name| name == "start")
            .context("the demo has no dates")?;
        for row in &mut sheet.rows {
            let row = row?;
            if let Some(day) = row.cells[start].get(..10).and_then(|day| day.parse().ok()) {
                first = Some(first.map_or(day, |first: NaiveDate| first.min(day)));
            }
        }
    }
    let first = first.context("the demo has no dates")?;
    let behind = (today - first).num_days();
    // Weekdays stay: a lesson on a Tuesday is no lesson on a Sunday.
    Ok(TimeDelta::weeks(behind.div_euclid(7) + 1))
}

fn moved(sheet: Sheet<'_>, shift: TimeDelta, today: NaiveDate) -> Sheet<'_> {
    let place = |name: &str| sheet.header.iter().position(|it| it == name);
    let times: Vec<usize> = ["start", "end", "deadline"].into_iter().filter_map(place).collect();
    let campaign = place("campaign");
    let key = place("external_id");
    let fixed_day = NaiveDate::from_ymd_opt(2027, 4, 22).filter(|day| *day > today);
    let mut fixed: Option<String> = None;
    let rows = sheet.rows.map(move |row| {
        let mut row = row?;
        // The campaign stands in an activity's first row only.
        let name = key.map(|place| row.cells[place].clone());
        if campaign.is_some_and(|place| row.cells[place] == FIXED_CAMPAIGN) {
            fixed.clone_from(&name);
        }
        if fixed_day.is_some() && fixed.is_some() && fixed == name {
            return Ok(row);
        }
        for place in &times {
            if let Ok(time) = NaiveDateTime::parse_from_str(&row.cells[*place], "%Y-%m-%dT%H:%M") {
                row.cells[*place] = existing(time + shift).format("%Y-%m-%dT%H:%M").to_string();
            }
        }
        Ok(row)
    });
    Sheet { header: sheet.header.clone(), rows: Box::new(rows) }
}

/// The same time, or an hour later where the clocks are put forward over it.
fn existing(time: NaiveDateTime) -> NaiveDateTime {
    if copenhagen::instant(time).is_ok() { time } else { time + TimeDelta::hours(1) }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn the_first_demo_date_lies_within_the_coming_week() {
        let first = NaiveDate::from_ymd_opt(2026, 12, 3).unwrap();
        for days in 0..900 {
            let today = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + Days::new(days);
            let moved = first + shift(today).unwrap();
            assert!((1..=7).contains(&(moved - today).num_days()), "{today}: {moved}");
        }
    }
}
