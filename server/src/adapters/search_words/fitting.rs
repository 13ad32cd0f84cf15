//! How well documents fit the words of a search.
//!
//! What counts, after Meilisearch's documented rules (words, typo, attribute, exactness):
//! how many of the words a document holds, the rare ones most; as what (the word itself,
//! another form, a part, a synonym, a correction); and where (title, tags, summary, place,
//! description).

use application::ports::Match;

/// What each document holds of one word: 0 nothing, 100 all that could be.
pub type Worths = Vec<u8>;

/// How many that hold only some of the words are told of.
pub const MOST_PARTIAL: usize = 1_000;

/// How much it is worth that a key stands somewhere, from the alternative's, the key's and
/// the attribute's hundredths multiplied.
#[must_use]
pub fn worth(millionths: u32) -> u8 {
    u8::try_from((millionths / 10_000).clamp(1, 100)).unwrap_or(100)
}

/// How many documents hold anything of a word.
#[must_use]
pub fn count(worths: &[u8]) -> usize {
    worths.iter().filter(|worth| **worth > 0).count()
}

/// How much each word says: one that few documents hold says most, and one that none
/// holds as much as the rarest.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn weights(counts: &[usize], documents: usize) -> Vec<f32> {
    let all = documents.max(1) as f32;
    let weight = |n: usize| (1.0 + all / (n.max(1) as f32 + 1.0)).ln().max(0.2);
    counts.iter().map(|n| weight(*n)).collect()
}

/// How well a document fits, and whether it holds every word; none where it holds no word.
#[must_use]
pub fn fit(document: usize, words: &[Worths], weights: &[f32]) -> Option<(u16, bool)> {
    let (mut sum, mut all, mut is_whole) = (0.0, 0.0, true);
    for (worths, weight) in words.iter().zip(weights) {
        let worth = worths[document];
        is_whole &= worth > 0;
        sum += f32::from(worth) * weight;
        all += weight;
    }
    (sum > 0.0).then(|| (rank(sum, all), is_whole))
}

/// How well each of some documents that stand together fits, where it holds anything: the
/// same as one after the other, and quicker.
pub fn fit_all(words: &[&[u8]], weights: &[f32], ranks: &mut [u16]) {
    const AT_ONCE: usize = 256;
    let all = weights.iter().fold(0.0, |all, weight| all + weight);
    for (n, ranks) in ranks.chunks_mut(AT_ONCE).enumerate() {
        let mut sums = [0.0_f32; AT_ONCE];
        for (worths, weight) in words.iter().zip(weights) {
            let worths = &worths[n * AT_ONCE..];
            for (sum, worth) in sums.iter_mut().zip(worths) {
                *sum += f32::from(*worth) * weight;
            }
        }
        ranks.iter_mut().zip(sums).for_each(|(it, sum)| *it = rank(sum, all));
    }
}

/// The share of what could be held that is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 0 to 1,000"
)]
fn rank(sum: f32, all: f32) -> u16 {
    ((sum / all * f32::from(Match::BEST) / 100.0) as u16).min(Match::BEST)
}

/// In the order of ids; of those that hold only some of the words, the best are enough.
#[must_use]
pub fn the_best(mut found: Vec<Match>) -> Vec<Match> {
    let mut ranks: Vec<u16> = found.iter().filter(|it| !it.is_whole).map(|it| it.rank).collect();
    if ranks.len() > MOST_PARTIAL {
        let (_, least, _) = ranks.select_nth_unstable_by(MOST_PARTIAL, |a, b| b.cmp(a));
        let least = *least;
        found.retain(|it| it.is_whole || it.rank > least);
    }
    found.sort_unstable_by_key(|it| it.id.0.as_u128());
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn documents_fit_together_as_they_do_one_by_one(
            words in prop::collection::vec(prop::collection::vec(0u8..=100, 700), 1..6),
            weights in prop::collection::vec(0.2f32..14.0, 6),
        ) {
            let weights = &weights[..words.len()];
            let mut ranks = vec![0; 700];
            fit_all(&words.iter().map(Vec::as_slice).collect::<Vec<_>>(), weights, &mut ranks);
            for (document, rank) in ranks.iter().enumerate() {
                if let Some((alone, _)) = fit(document, &words, weights) {
                    prop_assert_eq!(*rank, alone);
                }
            }
        }
    }
}
