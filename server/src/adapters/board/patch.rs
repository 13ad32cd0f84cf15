//! A board that differs from another one only by what has changed.

use std::sync::Arc;

use super::{
    block::{Block, Entry},
    maker::Blocks,
};

/// An activity that has changed: as it is now, or none where it is in no list any more.
pub(super) type Change = (u128, Option<Entry>);

/// The blocks after some changes. Blocks in which nothing has changed stay the same.
pub(super) fn patched(blocks: &[Arc<Block>], mut changes: Vec<Change>) -> Vec<Arc<Block>> {
    // Of two changes of the same activity the later one counts.
    changes.reverse();
    changes.sort_by_key(|(id, _)| *id);
    changes.dedup_by_key(|(id, _)| *id);
    let mut changes = changes.into_iter().peekable();
    let mut new = Blocks::default();
    for (n, block) in blocks.iter().enumerate() {
        let last = block.ids().last().copied().unwrap_or_default();
        let is_last = n + 1 == blocks.len();
        let mut here = Vec::new();
        while let Some(change) = changes.next_if(|(id, _)| is_last || *id <= last) {
            here.push(change);
        }
        if here.is_empty() {
            new.keep(block);
        } else {
            new.merge(block, here);
        }
    }
    changes.filter_map(|(_, entry)| entry).for_each(|entry| new.push(entry));
    new.finish()
}

impl Blocks {
    /// Takes over a block with what has changed in it.
    fn merge(&mut self, block: &Block, changes: Vec<Change>) {
        let mut entries = Vec::with_capacity(block.len() + changes.len());
        let mut changes = changes.into_iter().peekable();
        for entry in block.entries() {
            while let Some((_, new)) = changes.next_if(|(id, _)| *id < entry.id) {
                entries.extend(new);
            }
            match changes.next_if(|(id, _)| *id == entry.id) {
                Some((_, new)) => entries.extend(new),
                None => entries.push(entry),
            }
        }
        entries.extend(changes.filter_map(|(_, new)| new));
        self.add(entries);
    }
}
