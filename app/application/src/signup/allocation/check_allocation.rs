//! A draw is done once more from what was published of it.

use std::collections::{HashMap, HashSet};

use domain::signup::{
    Draw, DrawnParty, InvalidDraw, Outcome, PriorityClass, PublicNumber, Ranked, Room, Seed,
};

use super::DrawSheet;
use crate::catalogue::{FileFault, SheetRow, WholeSheet, unguarded};

/// Why a draw cannot be done again.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllocationFault {
    /// Take the file that was published.
    #[error("a sheet cannot be read: {fault}")]
    File { sheet: DrawSheet, fault: FileFault },
    /// Look at this cell.
    #[error("line {line}, {column}: it cannot mean anything")]
    Cell { sheet: DrawSheet, line: u64, column: &'static str },
    /// Look at this party.
    #[error(transparent)]
    Invalid(#[from] InvalidDraw),
}

/// What a draw gives, done once more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedAllocation {
    pub draw: Draw,
    /// What the dates are called.
    pub names: Vec<String>,
    /// What became of each party, in the order of the sheet.
    pub outcomes: Vec<Outcome>,
    /// How many parties the sheet tells the result of.
    pub told: usize,
    /// Those to whom something else should have been given than the sheet tells.
    pub differ: Vec<PublicNumber>,
}

/// What a sheet tells of one party's result.
type Told<'a> = Option<(u32, &'a str)>;

/// Does a draw once more from its sheets and its seed, and compares with what they tell.
///
/// # Errors
///
/// [`AllocationFault`] with the first thing that is wrong.
pub fn check_allocation(
    dates: &WholeSheet,
    parties: &WholeSheet,
    seed: &Seed,
) -> Result<CheckedAllocation, AllocationFault> {
    let (names, rooms) = read_dates(dates)?;
    let at: HashMap<&str, usize> = names.iter().map(String::as_str).zip(0..).collect();
    let columns = columns(DrawSheet::Parties, parties)?;
    let mut drawn = Vec::with_capacity(parties.rows.len());
    let mut all_told = Vec::with_capacity(parties.rows.len());
    for row in &parties.rows {
        let row = Row { sheet: DrawSheet::Parties, columns: &columns, of: row };
        let (party, told) = read_party(&row, &at)?;
        drawn.push(party);
        all_told.push(told);
    }
    let draw = Draw::new(rooms, drawn)?;
    let outcomes = draw.run(seed);
    let found = draw.parties().iter().zip(&outcomes).map(|(party, outcome)| {
        let given = outcome.given.map_or("", |wish| names[party.ranking[wish].date].as_str());
        (outcome.number, (outcome.lot.0, given))
    });
    let differs = |((number, found), told): ((PublicNumber, _), &Told)| {
        told.is_some_and(|told| told != found).then_some(number)
    };
    let differ = found.zip(&all_told).filter_map(differs).collect();
    let told = all_told.iter().flatten().count();
    Ok(CheckedAllocation { draw, names, outcomes, told, differ })
}

fn read_dates(sheet: &WholeSheet) -> Result<(Vec<String>, Vec<Room>), AllocationFault> {
    let columns = columns(DrawSheet::Dates, sheet)?;
    let (mut names, mut rooms) = (Vec::new(), Vec::new());
    let mut known = HashSet::new();
    for row in &sheet.rows {
        let row = Row { sheet: DrawSheet::Dates, columns: &columns, of: row };
        let name = row.cell("date");
        let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
        if !is_name || !known.insert(name) {
            return Err(row.wrong("date"));
        }
        let counts_seats = !row.cell("seats").is_empty();
        rooms.push(if counts_seats {
            Room::Seats(row.number("seats")?)
        } else {
            Room::Visits { count: row.number("visits")?, largest: row.number("largest")? }
        });
        names.push(name.to_owned());
    }
    Ok((names, rooms))
}

fn read_party<'a>(
    row: &Row<'a>,
    dates: &HashMap<&str, usize>,
) -> Result<(DrawnParty, Told<'a>), AllocationFault> {
    let wishes = row.cell("wishes").split_whitespace();
    let wishes: Option<Vec<usize>> = wishes.map(|it| dates.get(it).copied()).collect();
    let wishes = wishes.ok_or_else(|| row.wrong("wishes"))?;
    let classes = row.cell("classes").split_whitespace();
    let classes: Vec<u8> =
        classes.map(|it| it.parse().map_err(|_| row.wrong("classes"))).collect::<Result<_, _>>()?;
    if classes.len() != wishes.len() {
        return Err(row.wrong("classes"));
    }
    let ranked = |(date, class)| Ranked { date, class: PriorityClass(class) };
    let ranking = wishes.into_iter().zip(classes).map(ranked).collect();
    let number = PublicNumber(row.number("party")?);
    let told = if row.cell("lot").is_empty() {
        None
    } else {
        Some((row.number("lot")?, row.cell("given")))
    };
    Ok((DrawnParty { number, seats: row.number("seats")?, ranking }, told))
}

/// Where the columns of a sheet are, in the order of its header as we write it.
fn columns(which: DrawSheet, sheet: &WholeSheet) -> Result<Vec<usize>, AllocationFault> {
    let place = |name: &&str| sheet.header.iter().position(|it| it.trim() == *name);
    let missing: Vec<&'static str> =
        which.header().iter().copied().filter(|it| place(it).is_none()).collect();
    let uneven = sheet.rows.iter().find(|row| row.cells.len() != sheet.header.len());
    if let (Some(row), Some(column)) = (uneven, which.header().last()) {
        return Err(AllocationFault::Cell { sheet: which, line: row.line, column });
    }
    if missing.is_empty() {
        Ok(which.header().iter().filter_map(place).collect())
    } else {
        let fault = FileFault::MissingColumns { columns: missing };
        Err(AllocationFault::File { sheet: which, fault })
    }
}

/// A row of a sheet.
struct Row<'a> {
    sheet: DrawSheet,
    columns: &'a [usize],
    of: &'a SheetRow,
}

impl<'a> Row<'a> {
    fn cell(&self, column: &'static str) -> &'a str {
        let at = self.sheet.header().iter().position(|it| *it == column);
        let cell = at.and_then(|at| self.of.cells.get(*self.columns.get(at)?));
        cell.map(|it| unguarded(it.trim())).unwrap_or_default()
    }

    fn number<T: std::str::FromStr>(&self, column: &'static str) -> Result<T, AllocationFault> {
        self.cell(column).parse().map_err(|_| self.wrong(column))
    }

    fn wrong(&self, column: &'static str) -> AllocationFault {
        AllocationFault::Cell { sheet: self.sheet, line: self.of.line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signup::{DrawSheets, draw_sheets};

    fn seed() -> Seed {
        Seed::of([7; 32])
    }

    fn published() -> DrawSheets {
        let party = |n, dates: &[usize]| {
            let ranked = |date: &usize| Ranked { date: *date, class: PriorityClass(1) };
            let ranking = dates.iter().map(ranked).collect();
            DrawnParty { number: PublicNumber(n), seats: 20, ranking }
        };
        let rooms = vec![Room::Seats(25), Room::Visits { count: 1, largest: 28 }];
        let parties = vec![party(1, &[0, 1]), party(2, &[0, 1]), party(3, &[0, 1])];
        let draw = Draw::new(rooms, parties).unwrap();
        let names = ["a1".to_owned(), "b2".to_owned()];
        draw_sheets(&draw, &names, &draw.run(&seed()))
    }

    #[test]
    fn what_was_published_comes_out_again_and_a_lie_is_found() {
        let DrawSheets { dates, mut parties } = published();
        let checked = check_allocation(&dates, &parties, &seed()).unwrap();
        assert_eq!((checked.told, checked.differ.len()), (3, 0));
        assert_eq!(draw_sheets(&checked.draw, &checked.names, &checked.outcomes), published());

        let loser = parties.rows.iter().position(|it| it.cells[5].is_empty()).unwrap();
        parties.rows[loser].cells[5] = "a1".to_owned();
        let lie = check_allocation(&dates, &parties, &seed()).unwrap();
        assert_eq!(lie.differ, [checked.outcomes[loser].number]);

        let other = check_allocation(&dates, &parties, &Seed::of([8; 32])).unwrap();
        assert!(!other.differ.is_empty(), "another seed gives other lots");
    }

    #[test]
    fn before_a_draw_there_is_nothing_to_compare_with() {
        let DrawSheets { dates, mut parties } = published();
        for row in &mut parties.rows {
            row.cells[4..].fill(String::new());
        }
        let checked = check_allocation(&dates, &parties, &seed()).unwrap();
        assert_eq!((checked.told, checked.differ.len()), (0, 0));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let broken = |sheet: DrawSheet, at: usize, cell: &str| {
            let DrawSheets { mut dates, mut parties } = published();
            let rows = if sheet == DrawSheet::Dates { &mut dates.rows } else { &mut parties.rows };
            rows[1].cells[at] = cell.to_owned();
            check_allocation(&dates, &parties, &seed()).unwrap_err()
        };
        for (sheet, at, cell) in [
            (DrawSheet::Dates, 0, ""),
            (DrawSheet::Dates, 0, "a1"),
            (DrawSheet::Dates, 0, "a b"),
            (DrawSheet::Dates, 1, "-1"),
            (DrawSheet::Dates, 2, ""),
            (DrawSheet::Dates, 3, "70000"),
            (DrawSheet::Parties, 0, "4294967296"),
            (DrawSheet::Parties, 1, "mange"),
            (DrawSheet::Parties, 2, "a1 c3"),
            (DrawSheet::Parties, 3, "1"),
            (DrawSheet::Parties, 3, "1 x"),
            (DrawSheet::Parties, 4, "x"),
        ] {
            let column = sheet.header()[at];
            let fault = AllocationFault::Cell { sheet, line: 3, column };
            assert_eq!(broken(sheet, at, cell), fault, "{cell}");
        }
        let twice = broken(DrawSheet::Parties, 0, "1");
        assert_eq!(twice, AllocationFault::Invalid(InvalidDraw::SameNumber(PublicNumber(1))));
        let DrawSheets { dates, mut parties } = published();
        parties.header[2] = "ønsker".to_owned();
        let fault = FileFault::MissingColumns { columns: vec!["wishes"] };
        let fault = AllocationFault::File { sheet: DrawSheet::Parties, fault };
        assert_eq!(check_allocation(&dates, &parties, &seed()).unwrap_err(), fault);
    }
}
