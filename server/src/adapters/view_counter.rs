//! Counting how often activities are looked at, in memory until it is written down.

use application::{copenhagen, ports::Views};
use chrono::{DateTime, NaiveDate, Utc};
use domain::catalogue::Slug;

use super::counter::Counter;

/// Counts in memory; whoever writes them down takes them.
pub struct ViewCounter(Counter<(NaiveDate, String)>);

/// How many different pages are counted between two times of writing down.
const MOST: usize = 10_000;

impl Default for ViewCounter {
    fn default() -> Self {
        Self(Counter::of_at_most(MOST))
    }
}

impl ViewCounter {
    /// Somebody looks at the page of an activity.
    pub fn note(&self, slug: &Slug, now: DateTime<Utc>) {
        self.0.count((copenhagen::day(now), slug.as_str().to_owned()));
    }

    /// Everything counted since it was last taken.
    pub fn take(&self) -> Vec<Views> {
        let views = self.0.take().into_iter();
        views.map(|((day, slug), n)| Views { day, slug: Slug::kept(slug), n }).collect()
    }

    /// Puts back what could not be written down.
    pub fn put_back(&self, views: Vec<Views>) {
        let views = views.into_iter().map(|it| ((it.day, it.slug.as_str().to_owned()), it.n));
        self.0.put_back(views);
    }
}
