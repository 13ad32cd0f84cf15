//! What somebody takes along on paper: put together once, in finished words, and shown as a page
//! and as a file. Nothing of it is kept.

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    pub look: Look,
    /// The code of the language that it speaks (BCP 47).
    pub language: &'static str,
    /// What stands under the title.
    pub lead: Words,
    pub sections: Vec<Section>,
    /// What stands at the foot of every sheet.
    pub foot: String,
}

/// How a paper looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Sheets that are read from edge to edge.
    Sheets,
    /// One that is hung on a wall: its words in the middle, and a frame around them.
    Certificate,
}

/// Words that belong together, with a name over them; on a certificate they need none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub parts: Vec<Part>,
}

/// One thing on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A name over what follows, below the section's own.
    Heading(Words),
    Paragraph(Words),
    /// A paragraph that weighs more than others.
    Strong(Words),
    List(Vec<Words>),
    /// A list that is counted from 1.
    Steps(Vec<Words>),
    Facts(Vec<Fact>),
    Table(Table),
    /// Lines that are filled in by hand, each with what is to be written there.
    Blanks(Vec<String>),
}

/// Words, and the language they speak where that is another than the paper's. A line break in
/// them stays one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub language: Option<String>,
}

/// What is known of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub term: String,
    pub says: Words,
}

/// Rows of cells. The first cell of a row names it, and an empty one is filled in by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<Words>>,
}

impl Words {
    /// The same words, spoken in another language than the paper's.
    #[must_use]
    pub fn spoken_in(mut self, language: Option<String>) -> Self {
        self.language = language;
        self
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self { text, language: None }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Fact {
    #[must_use]
    pub fn new(term: impl Into<String>, says: impl Into<Words>) -> Self {
        Self { term: term.into(), says: says.into() }
    }
}

impl Table {
    /// A table in which every row has a cell for every column.
    #[must_use]
    pub fn new<const N: usize>(
        columns: [String; N],
        rows: impl IntoIterator<Item = [Words; N]>,
    ) -> Self {
        let rows = rows.into_iter().map(Vec::from).collect();
        Self { columns: columns.into(), rows }
    }

    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    #[must_use]
    pub fn rows(&self) -> &[Vec<Words>] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        let columns = ["Nr.".to_owned(), "Navn".to_owned()];
        let rows = (1..=3).map(|n: u8| [n.to_string().into(), Words::default()]);
        let table = Table::new(columns, rows);
        assert_eq!(table.rows().len(), 3);
        assert!(table.rows().iter().all(|row| row.len() == table.columns().len()));
        assert!(table.rows()[0][1].is_empty() && !table.rows()[0][0].is_empty());
    }
}
