//! The ids of an index's documents, and the documents in the order of their ids.
//!
//! Whoever asks wants to be told in the order of ids, and documents lie in the order in
//! which they were written. Sorting for each search would take longer than searching.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use domain::{Uuid, catalogue::ActivityId};
use tantivy::{Searcher, SegmentReader, index::SegmentId};

use super::schema::{HIGH, LOW};

/// The order of one segment, which never changes: 24 bytes a document.
pub(super) struct Order {
    /// In their order.
    ids: Vec<u128>,
    /// The document of each of the ids.
    documents: Vec<u32>,
    /// Where the id of each document stands.
    places: Vec<u32>,
}

impl Order {
    fn of(segment: &SegmentReader) -> tantivy::Result<Self> {
        let (high, low) = (segment.fast_fields().u64(HIGH)?, segment.fast_fields().u64(LOW)?);
        let half = |half: Option<u64>| u128::from(half.unwrap_or_default());
        let id = |document| half(high.first(document)) << 64 | half(low.first(document));
        let mut pairs: Vec<(u128, u32)> =
            (0..segment.max_doc()).map(|document| (id(document), document)).collect();
        pairs.sort_unstable();
        let mut places = vec![0; pairs.len()];
        for (place, (_, document)) in (0..).zip(&pairs) {
            places[*document as usize] = place;
        }
        let (ids, documents) = pairs.into_iter().unzip();
        Ok(Self { ids, documents, places })
    }

    pub(super) fn id(&self, document: usize) -> ActivityId {
        ActivityId(Uuid::from_u128(self.ids[self.places[document] as usize]))
    }

    /// All ids in their order, each with its document.
    pub(super) fn all(&self) -> impl Iterator<Item = (ActivityId, u32)> {
        let ids = self.ids.iter().map(|id| ActivityId(Uuid::from_u128(*id)));
        ids.zip(self.documents.iter().copied())
    }
}

/// The orders of the segments in use.
#[derive(Default)]
pub(super) struct Orders(Mutex<HashMap<SegmentId, Arc<Order>>>);

impl Orders {
    /// The orders of a searcher's segments.
    pub(super) fn of(&self, searcher: &Searcher) -> tantivy::Result<Vec<Arc<Order>>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut orders = Vec::with_capacity(searcher.segment_readers().len());
        let mut is_new = false;
        for segment in searcher.segment_readers() {
            if let Some(order) = kept.get(&segment.segment_id()) {
                orders.push(Arc::clone(order));
            } else {
                is_new = true;
                orders.push(Arc::new(Order::of(segment)?));
            }
        }
        if is_new {
            let segments = searcher.segment_readers().iter().map(SegmentReader::segment_id);
            *kept = segments.zip(orders.iter().cloned()).collect();
        }
        Ok(orders)
    }
}
