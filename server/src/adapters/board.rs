//! The board: what lists are made from, held in memory in a compact form.
//!
//! Invariant: it is a copy, and never changes. Where the catalogue's version in the database
//! is another, a new one is shown that shares with the old one whatever is still the same.

mod bits;
mod block;
mod build;
mod choice;
mod dates;
mod facet;
mod fact;
mod find;
mod hit;
mod maker;
mod moment;
mod nearly;
mod patch;
mod reader;
mod related;
mod summaries;
mod survey;
mod tally;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use domain::{
    Uuid,
    catalogue::Slug,
    pact::{Campaign, CampaignKey},
    partners::Sector,
};

use bits::ROWS;
use block::{Block, Row};
use fact::{Date, Fact};
pub use reader::BoardReader;

/// Everything that lists are made from, as it was at one version of the catalogue.
pub(super) struct Board {
    version: i64,
    /// In the order of ids; none is empty.
    blocks: Vec<Arc<Block>>,
    partners: Vec<PartnerFact>,
    /// Who owns an activity beside its lead, by the number that stands in rows; 0 is nobody.
    groups: Vec<Box<[u32]>>,
    /// The towns where something happens, or did.
    cities: Vec<Arc<str>>,
    /// The keys that rows name, by the number that stands in them.
    campaigns: Vec<CampaignKey>,
    /// Every campaign there is, the earliest first.
    known_campaigns: Arc<[Campaign]>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct PartnerFact {
    id: Uuid,
    name: String,
    slug: Slug,
    sector: Sector,
}

impl Board {
    /// A board with nothing on it, older than any catalogue.
    pub(super) fn empty() -> Self {
        Self {
            version: -1,
            blocks: Vec::new(),
            partners: Vec::new(),
            groups: vec![Box::default()],
            cities: Vec::new(),
            campaigns: Vec::new(),
            known_campaigns: Arc::default(),
        }
    }

    /// Who owns an activity beside its lead.
    fn co_owners(&self, fact: &Fact) -> &[u32] {
        self.groups.get(fact.co_owners as usize).map_or(&[], |it| &**it)
    }

    /// How many activities are on it.
    fn size(&self) -> usize {
        self.blocks.iter().map(|block| block.len()).sum()
    }

    /// The place of a row; four thousand million are more than any catalogue needs.
    fn place(block: usize, row: usize) -> u32 {
        u32::try_from(block * ROWS + row).unwrap_or(u32::MAX)
    }

    fn row(&self, place: u32) -> Row<'_> {
        let place = place as usize;
        self.blocks[place / ROWS].row(place % ROWS)
    }

    /// All rows with their places, in the order of ids.
    #[cfg(test)]
    fn rows(&self) -> impl Iterator<Item = (u32, Row<'_>)> {
        let blocks = self.blocks.iter().enumerate();
        blocks.flat_map(|(n, block)| block.rows().map(move |row| (Self::place(n, row.n), row)))
    }

    /// The place of an activity.
    fn find(&self, id: u128) -> Option<u32> {
        let n = self.blocks.partition_point(|it| it.ids().last().is_some_and(|last| *last < id));
        let row = self.blocks.get(n)?.ids().binary_search(&id).ok()?;
        Some(Self::place(n, row))
    }
}
