//! How an activity is written into the index.

use application::ports::ActivityDocument;
use domain::{Uuid, catalogue::ActivityId};
use tantivy::{
    IndexMeta, TantivyDocument, Term,
    schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
};

use super::lines;
use crate::adapters::search_words::{Attribute, DocumentWords, Lexicon};

/// Raised whenever documents are written in another way: an older index is made anew.
pub(super) const FORMAT: u32 = 4;

/// The fields of a document.
pub(super) struct Fields {
    key: Field,
    high: Field,
    low: Field,
    version: Field,
    /// In the order of [`Attribute::ALL`].
    attributes: [Field; 5],
    pub(super) spellings: Field,
}

/// The two halves of an id, each a number that is read quickly.
pub(super) const HIGH: &str = "high";
pub(super) const LOW: &str = "low";
pub(super) const VERSION: &str = "version";
const KEY: &str = "key";
const SPELLINGS: &str = "spellings";

fn attribute_name(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Title => "title",
        Attribute::Tags => "tags",
        Attribute::Summary => "summary",
        Attribute::Place => "place",
        Attribute::Description => "description",
    }
}

pub(super) fn schema() -> Schema {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(lines::NAME)
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    let words = TextOptions::default().set_indexing_options(indexing);
    schema.add_bytes_field(KEY, INDEXED);
    schema.add_u64_field(HIGH, FAST);
    schema.add_u64_field(LOW, FAST);
    schema.add_i64_field(VERSION, FAST);
    for attribute in Attribute::ALL {
        schema.add_text_field(attribute_name(attribute), words.clone());
    }
    schema.add_text_field(SPELLINGS, words);
    schema.build()
}

/// The catalogue's version that an index shows; -1 where it has never been told.
pub(super) fn version(metas: &IndexMeta) -> i64 {
    metas.payload.as_deref().and_then(|payload| payload.parse().ok()).unwrap_or(-1)
}

impl Fields {
    pub(super) fn of(schema: &Schema) -> tantivy::Result<Self> {
        let mut attributes = [Field::from_field_id(0); 5];
        for (field, attribute) in attributes.iter_mut().zip(Attribute::ALL) {
            *field = schema.get_field(attribute_name(attribute))?;
        }
        Ok(Self {
            key: schema.get_field(KEY)?,
            high: schema.get_field(HIGH)?,
            low: schema.get_field(LOW)?,
            version: schema.get_field(VERSION)?,
            attributes,
            spellings: schema.get_field(SPELLINGS)?,
        })
    }

    /// What finds an activity's document.
    pub(super) fn key(&self, id: ActivityId) -> Term {
        Term::from_field_bytes(self.key, id.0.as_bytes())
    }

    /// Where the words of an attribute are.
    pub(super) fn attribute(&self, attribute: Attribute) -> Field {
        self.attributes[attribute as usize]
    }

    pub(super) fn document(&self, it: &ActivityDocument, lexicon: &mut Lexicon) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        let (high, low) = it.id.0.as_u64_pair();
        document.add_bytes(self.key, it.id.0.as_bytes());
        document.add_u64(self.high, high);
        document.add_u64(self.low, low);
        document.add_i64(self.version, it.version);
        let words = DocumentWords::of(it, lexicon);
        for (field, lines) in self.attributes.iter().zip(&words.lines) {
            document.add_text(*field, lines);
        }
        let mut spellings = String::new();
        for (folded, written) in &words.spellings {
            spellings.extend([folded, "\0", written, "\n"]);
        }
        document.add_text(self.spellings, spellings);
        document
    }
}

/// The id whose halves these are.
pub(super) fn id(high: u64, low: u64) -> ActivityId {
    ActivityId(Uuid::from_u64_pair(high, low))
}
