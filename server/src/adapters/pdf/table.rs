//! Tables: how wide their columns are, and how they go on on the next sheet.

use domain::paper::{Table, Words};

use super::{
    hand::{BODY, STRONG, Style},
    sheets::{Kind, LEFT, Mark, Node, RIGHT, Sheets, f32_of},
};

/// Between the words of two columns.
const GAP: f32 = 12.0;
/// Above and under the words of a row.
const PAD: f32 = 4.0;
/// A row in which somebody writes by hand.
const BY_HAND: f32 = 24.0;

/// A table at the height that was reached.
pub(super) fn lay_out(sheets: &mut Sheets<'_>, table: &Table) -> Node {
    let columns = Columns::of(sheets, table);
    sheets.turn_for(2.0 * BY_HAND);
    let names: Vec<Words> = table.columns().iter().map(|it| it.as_str().into()).collect();
    let cells = columns.draw(sheets, &names, STRONG, None);
    let name = |leaves| Node::Group(Kind::ColumnName, leaves);
    let head = Node::Group(Kind::Row, cells.into_iter().map(name).collect());
    let rows = table.rows().iter().map(|row| {
        let cells = columns.draw(sheets, row, BODY, Some(&names));
        let cells = cells.into_iter().enumerate().map(|(n, leaves)| {
            Node::Group(if n == 0 { Kind::RowName } else { Kind::Cell }, leaves)
        });
        Node::Group(Kind::Row, cells.collect())
    });
    let rows = rows.collect();
    sheets.y += 6.0;
    let parts = vec![Node::Group(Kind::Head, vec![head]), Node::Group(Kind::Rows, rows)];
    Node::Group(Kind::Table, parts)
}

/// Where the columns of a table begin, and how much room each has.
struct Columns(Vec<(f32, f32)>);

impl Columns {
    /// Each column gets what its longest word needs; what is left goes where lines are long.
    fn of(sheets: &Sheets<'_>, table: &Table) -> Self {
        let n = table.columns().len();
        let room = RIGHT - LEFT - GAP * f32_of(n.saturating_sub(1));
        let mut wants = vec![(0.0_f32, 0.0_f32); n];
        let names: Vec<Words> = table.columns().iter().map(|it| it.as_str().into()).collect();
        let rows = table.rows().iter().map(|row| (row, BODY));
        for (row, style) in std::iter::once((&names, STRONG)).chain(rows) {
            for ((least, most), cell) in wants.iter_mut().zip(row) {
                let width = |text: &str| sheets.face(style).width(text, style.size);
                let words = cell.text.split_whitespace().map(width).fold(0.0, f32::max);
                let lines = cell.text.lines().map(width).fold(0.0, f32::max);
                // A word as long as half a line is broken rather than made room for.
                *least = least.max(words.min(room / f32_of(n.max(2))));
                *most = most.max(lines);
            }
        }
        let needed: f32 = wants.iter().map(|it| it.0).sum();
        let wish: f32 = wants.iter().map(|it| (it.1 - it.0).max(0.0)).sum();
        let free = (room - needed).max(0.0);
        let mut x = LEFT;
        let columns = wants.iter().zip(1..).map(|((least, most), nth)| {
            let share = if wish > free { free / wish } else { 1.0 };
            let width = if nth == n { RIGHT - x } else { least + (most - least).max(0.0) * share };
            let place = (x, width);
            x += width + GAP;
            place
        });
        Self(columns.collect())
    }

    /// Draws a row; answers what is read in each cell. Where it goes on on the next sheet, the
    /// names of the columns stand there again.
    fn draw(
        &self,
        sheets: &mut Sheets<'_>,
        row: &[Words],
        style: Style,
        names: Option<&[Words]>,
    ) -> Vec<Vec<Node>> {
        let wrapped =
            |((_, room), words): (&(f32, f32), &Words)| sheets.lines(&words.text, style, *room);
        let cells: Vec<Vec<String>> = self.0.iter().zip(row).map(wrapped).collect();
        let most = cells.iter().map(Vec::len).max().unwrap_or_default();
        let height = (f32_of(most) * style.leading + 2.0 * PAD).max(BY_HAND);
        self.turn(sheets, height, names);
        let end = sheets.y + height;
        sheets.y += PAD;
        let mut read: Vec<Vec<Node>> = cells.iter().map(|_| Vec::new()).collect();
        let mut has_turned = false;
        for n in 0..most {
            // Only a row that is higher than a sheet does not fit here.
            has_turned |= self.turn(sheets, style.leading, names);
            for (((x, _), lines), (words, leaves)) in
                self.0.iter().zip(&cells).zip(row.iter().zip(&mut read))
            {
                if let Some(text) = lines.get(n) {
                    leaves.push(sheets.line(*x, style, text.clone(), words));
                }
            }
            sheets.y += style.leading;
        }
        sheets.y = if has_turned { sheets.y + PAD } else { end };
        sheets.mark(Mark::Rule { x: LEFT, y: sheets.y, to: RIGHT });
        read
    }

    /// Goes on on the next sheet where so much does not fit, with the columns' names at its head.
    fn turn(&self, sheets: &mut Sheets<'_>, height: f32, names: Option<&[Words]>) -> bool {
        let turns = sheets.turn_for(height);
        if let Some(names) = names.filter(|_| turns) {
            for ((x, room), name) in self.0.iter().zip(names) {
                // They were read at the head of the table.
                let line = sheets.lines(&name.text, STRONG, *room).into_iter().next();
                sheets.draw(*x, STRONG, line.unwrap_or_default(), None, None);
            }
            sheets.y += STRONG.leading + PAD;
            sheets.mark(Mark::Rule { x: LEFT, y: sheets.y, to: RIGHT });
        }
        turns
    }
}
