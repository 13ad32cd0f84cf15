//! A draw as two sheets without a name in them: its dates, and its parties with what they got.

use domain::signup::{Draw, Outcome, Room};

use crate::catalogue::{SheetRow, WholeSheet, guarded};

/// Which of the two sheets of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawSheet {
    Dates,
    Parties,
}

impl DrawSheet {
    /// The columns, by words that no language changes.
    #[must_use]
    pub const fn header(self) -> &'static [&'static str] {
        match self {
            // A date counts seats, or visits of parties of the largest size.
            Self::Dates => &["date", "seats", "visits", "largest"],
            // Wishes are dates, best first, and classes where priorities put the party at each;
            // lot and given are what came of it, and empty before the draw.
            Self::Parties => &["party", "seats", "wishes", "classes", "lot", "given"],
        }
    }
}

/// The sheets of one draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawSheets {
    pub dates: WholeSheet,
    pub parties: WholeSheet,
}

/// What is published of a draw: its dates by their names, which hold no spaces, and its parties by
/// their public numbers. `outcomes` are those of the draw's parties, in their order.
#[must_use]
pub fn draw_sheets(draw: &Draw, names: &[String], outcomes: &[Outcome]) -> DrawSheets {
    let name = |date: usize| names.get(date).map(String::as_str).unwrap_or_default();
    let dates = draw.rooms().iter().enumerate().map(|(date, room)| {
        let (seats, visits, largest) = match room {
            Room::Seats(seats) => (seats.to_string(), String::new(), String::new()),
            Room::Visits { count, largest } => {
                (String::new(), count.to_string(), largest.to_string())
            }
        };
        vec![guarded(name(date)), seats, visits, largest]
    });
    let parties = draw.parties().iter().zip(outcomes).map(|(party, outcome)| {
        let wishes: Vec<&str> = party.ranking.iter().map(|it| name(it.date)).collect();
        let classes: Vec<String> = party.ranking.iter().map(|it| it.class.0.to_string()).collect();
        let given = outcome.given.and_then(|wish| wishes.get(wish)).copied().unwrap_or_default();
        vec![
            party.number.0.to_string(),
            party.seats.to_string(),
            guarded(&wishes.join(" ")),
            classes.join(" "),
            outcome.lot.0.to_string(),
            guarded(given),
        ]
    });
    let (dates, parties) = (dates.collect(), parties.collect());
    DrawSheets {
        dates: sheet(DrawSheet::Dates, dates),
        parties: sheet(DrawSheet::Parties, parties),
    }
}

fn sheet(which: DrawSheet, rows: Vec<Vec<String>>) -> WholeSheet {
    let header = which.header().iter().map(|it| (*it).to_owned()).collect();
    let rows = rows.into_iter().zip(2..).map(|(cells, line)| SheetRow { line, cells });
    WholeSheet { header, rows: rows.collect() }
}
