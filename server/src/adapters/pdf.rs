//! Papers as files that any program prints and reads aloud (PDF/UA-1, ISO 14289-1): each thing on
//! them says what it is, in the order in which it is read. A file that breaks the standard is none.

mod hand;
mod sheets;
mod table;
mod typeface;
mod write;

use domain::paper::Paper;
use krilla::error::KrillaError;

use typeface::Faces;

/// Why a paper is no file.
#[derive(Debug, thiserror::Error)]
pub enum Unprinted {
    #[error("the typeface cannot be read")]
    Typeface,
    #[error("the file is none by its standard: {0}")]
    Standard(String),
}

impl From<KrillaError> for Unprinted {
    fn from(error: KrillaError) -> Self {
        match error {
            // What is wrong, without the words of the paper.
            KrillaError::Validation(faults) => Self::Standard(format!("{} faults", faults.len())),
            error => Self::Standard(error.to_string()),
        }
    }
}

/// A paper as a file. The same paper is always the same file.
///
/// # Errors
///
/// [`Unprinted`] where it cannot be written.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Unprinted> {
    let faces = Faces::open().ok_or(Unprinted::Typeface)?;
    let laid = sheets::lay_out(paper, &faces);
    write::write(paper, &laid, &faces)
}

#[cfg(test)]
mod tests {
    use domain::paper::{Fact, Look, Part, Section, Table, Words};

    use super::*;

    /// A paper with everything that can stand on one, so many rows long.
    fn paper(rows: u16) -> Paper {
        let columns = ["Nr.", "Navn"].map(str::to_owned);
        let table =
            Table::new(columns, (1..=rows).map(|n| [n.to_string().into(), Words::default()]));
        let all = "Blåbærgrød på Ærø — »også« i Łódź. ".repeat(30);
        let english = Words::from("Build a robot").spoken_in(Some("en".to_owned()));
        Paper {
            title: "Dagsseddel".to_owned(),
            look: Look::Sheets,
            language: "da",
            lead: "Til dem, der kommer".into(),
            sections: vec![Section {
                heading: "Hvornår og hvor".to_owned(),
                parts: vec![
                    Part::Heading(english.clone()),
                    Part::Paragraph(all.as_str().into()),
                    Part::Strong("For 26 deltagere".into()),
                    Part::List(vec!["Madpakke".into(), "Sko\n– og jakke".into()]),
                    Part::Steps(vec!["Byg".into(), english]),
                    Part::Facts(vec![Fact::new("Hvor", "Ærøvej 1\n8800 Viborg")]),
                    Part::Table(table),
                    Part::Blanks(vec!["Vi mødes".to_owned(), "Meget langt ".repeat(20)]),
                ],
            }],
            foot: "Gnist".to_owned(),
        }
    }

    #[test]
    fn whatever_stands_on_a_paper_is_a_file_by_its_standard() {
        for rows in [0, 1, 200] {
            let file = pdf(&paper(rows)).expect("a file");
            assert!(file.starts_with(b"%PDF-1.7"), "{rows}");
            assert_eq!(file, pdf(&paper(rows)).expect("a file"), "the same paper is the same file");
        }
    }

    #[test]
    fn a_certificate_is_a_file_by_its_standard_however_much_stands_on_it() {
        for rows in [0, 1, 200] {
            let mut framed = paper(rows);
            framed.look = Look::Certificate;
            assert!(pdf(&framed).is_ok(), "{rows}");
            // It needs no name over its words, and nothing under its title.
            framed.sections[0].heading = String::new();
            framed.lead = Words::default();
            let file = pdf(&framed).expect("a file");
            assert!(file.starts_with(b"%PDF-1.7"), "{rows}");
        }
    }

    #[test]
    fn what_no_glyph_is_for_is_said_all_the_same() {
        let mut strange = paper(1);
        let words = "Олена, علي and \u{feff}\u{0}\u{ad}😀 x\u{a0}y".repeat(40);
        strange.sections[0].parts = vec![Part::Paragraph(words.as_str().into())];
        strange.sections[0].heading = "Олена".to_owned();
        assert!(pdf(&strange).is_ok());
    }
}
