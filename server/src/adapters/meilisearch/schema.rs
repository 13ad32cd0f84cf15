//! How an activity is written into Meilisearch.

use std::collections::{BTreeMap, BTreeSet};

use application::ports::ActivityDocument;
use domain::{Uuid, catalogue::ActivityId};
use meilisearch_sdk::settings::{
    FacetSortValue, FacetingSettings, LocalizedAttributes, PaginationSetting, Settings,
    TypoToleranceSettings,
};
use serde::{Deserialize, Serialize};

use super::writing::written;
use crate::adapters::search_words::{Attribute, DocumentWords, Lexicon};

/// Raised whenever documents are written in another way: an older index is made anew.
const FORMAT: u32 = 1;
/// The document that says which catalogue an index shows. It stands in the index itself, so
/// that both are swapped at once and neither can be there without the other.
pub(super) const STATE: &str = "state";
/// Every word of the documents as it is written: a facet, so that Meilisearch counts them,
/// forgets those that are gone, and finds those that begin in some way.
pub(super) const SPELLINGS: &str = "spellings";
/// Between a folded word and the word as it is written.
pub(super) const BETWEEN: char = '=';
/// More documents than are found at once.
pub(super) const MOST_FOUND: usize = 10_000;
/// More different words than a catalogue has.
const MOST_SPELLINGS: usize = 200_000;

/// A document as it is sent.
#[derive(Debug, Default, Serialize)]
pub(super) struct Entry {
    id: String,
    version: i64,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    tags: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spellings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<u32>,
}

/// What is read of a document: nothing else is ever shown.
pub(super) const FIELDS: [&str; 3] = ["id", "version", "format"];

/// What is read of a document.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Known {
    pub id: String,
    pub version: i64,
    /// In the document of the state alone.
    format: Option<u32>,
}

impl Known {
    /// The activity that it tells of, if it tells of any.
    pub(super) fn activity(&self) -> Option<ActivityId> {
        Uuid::try_parse(&self.id).ok().map(ActivityId)
    }

    /// Whether it says that the index is written as this program writes.
    pub(super) fn is_state(&self) -> bool {
        self.id == STATE && self.format == Some(FORMAT)
    }
}

/// The word that finds the state of an index which is written as this program writes.
pub(super) fn state_word() -> String {
    format!("xzstate{FORMAT}")
}

/// Says that the index shows the catalogue of `version`.
pub(super) fn state(version: i64) -> Entry {
    Entry {
        id: STATE.to_owned(),
        version,
        title: state_word(),
        format: Some(FORMAT),
        ..Entry::default()
    }
}

/// The name of an activity's document.
pub(super) fn key(id: ActivityId) -> String {
    id.0.as_simple().to_string()
}

pub(super) fn entry(document: &ActivityDocument, lexicon: &mut Lexicon) -> Entry {
    let words = DocumentWords::of(document, lexicon);
    let [title, tags, summary, place, description] = words.lines.map(|lines| text(&lines));
    let spellings = words.spellings.into_iter();
    Entry {
        id: key(document.id),
        version: document.version,
        title,
        tags,
        summary,
        place,
        description,
        spellings: spellings.map(|(folded, it)| format!("{folded}{BETWEEN}{it}")).collect(),
        format: None,
    }
}

/// Each word once: it counts what stands there, not how often.
fn text(lines: &str) -> String {
    let words: BTreeSet<&str> = lines.lines().collect();
    words.into_iter().map(written).collect::<Vec<_>>().join(" ")
}

fn attribute_name(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Title => "title",
        Attribute::Tags => "tags",
        Attribute::Summary => "summary",
        Attribute::Place => "place",
        Attribute::Description => "description",
    }
}

/// Where words are looked for. Meilisearch counts down evenly from the first attribute to the
/// last, so between ours there are as many that no document has as it takes for each to count
/// its weight: 100, 85, 80, 65, 55 of a hundred are the places 0, 3, 4, 7 and 9 of twenty.
fn searchable() -> Vec<String> {
    let places = 100 / STEP;
    let mut names: Vec<String> = (0..places).map(|place| format!("nothing-{place}")).collect();
    for attribute in Attribute::ALL {
        let place = (100 - attribute.weight()) / STEP;
        attribute_name(attribute).clone_into(&mut names[place as usize]);
    }
    names
}

/// Every weight is a multiple of it.
const STEP: u32 = 5;

/// The words are looked up as they are, and the one thing that is ranked is where they stand:
/// all else is decided by the words that are asked for.
pub(super) fn settings() -> Settings {
    Settings::new()
        .with_searchable_attributes(searchable())
        .with_displayed_attributes(FIELDS)
        .with_ranking_rules(["attributeRank"])
        .with_stop_words([""; 0])
        .with_filterable_attributes([SPELLINGS])
        .with_typo_tolerance(TypoToleranceSettings {
            enabled: Some(false),
            ..TypoToleranceSettings::default()
        })
        .with_proximity_precision("byAttribute")
        .with_pagination(PaginationSetting { max_total_hits: MOST_FOUND })
        .with_faceting(FacetingSettings {
            max_values_per_facet: MOST_SPELLINGS,
            sort_facet_values_by: Some(BTreeMap::from([("*".to_owned(), FacetSortValue::Count)])),
        })
        // A language must be named, or German is guessed at times and compounds are split.
        .with_localized_attributes([LocalizedAttributes {
            locales: LOCALES.map(str::to_owned).to_vec(),
            attribute_patterns: vec!["*".to_owned()],
        }])
}

/// What Meilisearch takes our words for.
pub(super) const LOCALES: [&str; 1] = ["eng"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_has_a_place_that_counts_its_weight() {
        let names = searchable();
        for attribute in Attribute::ALL {
            let place = names.iter().position(|name| name == attribute_name(attribute)).unwrap();
            assert_eq!(100 - u32::try_from(place).unwrap() * STEP, attribute.weight());
        }
    }
}
