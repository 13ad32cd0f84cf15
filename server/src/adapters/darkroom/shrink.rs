//! Making a picture smaller: each point of the small one is the mean of what it covers.

/// Points in rows from the top, three bytes each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Points {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgb: Vec<u8>,
}

impl Points {
    pub(super) fn longest(&self) -> u32 {
        self.width.max(self.height)
    }
}

/// A picture on its way to being smaller, row by row, so that the large one need never be there
/// as a whole.
pub(super) struct Shrinker {
    from: (u32, u32),
    to: (u32, u32),
    /// For each point of a row: the first point of the small row that it is part of, and how
    /// much of it lies there and in the next.
    shares: Vec<(usize, f32, f32)>,
    /// What the small row that is being filled has so far, and the next one.
    sums: [Vec<f32>; 2],
    rows: u32,
    rgb: Vec<u8>,
}

/// In which of `to` points the n-th of `from` points lies, how much of it there and in the next.
fn share(n: u32, from: u32, to: u32) -> (usize, f32, f32) {
    // In parts of one `from`-th of a small point, so that nothing is rounded.
    let (start, end) = (u64::from(n) * u64::from(to), u64::from(n + 1) * u64::from(to));
    let first = start / u64::from(from);
    let border = (first + 1) * u64::from(from);
    let here = end.min(border) - start;
    let next = end.saturating_sub(border);
    #[expect(clippy::cast_precision_loss, reason = "a picture's side is far below 2²⁴")]
    let part = |parts: u64| parts as f32 / from as f32;
    (usize::try_from(first).unwrap_or(usize::MAX), part(here), part(next))
}

impl Shrinker {
    /// Makes a picture of this size as small as `side` where it is larger, and leaves it else.
    pub(super) fn new(width: u32, height: u32, side: u32) -> Self {
        let to = fitting(width, height, side);
        let wide = usize::try_from(to.0).unwrap_or_default() * 3;
        let whole = wide * usize::try_from(to.1).unwrap_or_default();
        Self {
            from: (width, height),
            to,
            shares: (0..width).map(|n| share(n, width, to.0)).collect(),
            sums: [vec![0.0; wide], vec![0.0; wide]],
            rows: 0,
            rgb: Vec::with_capacity(whole),
        }
    }

    /// Takes the next row, three bytes a point.
    pub(super) fn push(&mut self, row: &[u8]) {
        if self.rows == self.from.1 {
            return;
        }
        let (_, here, next) = share(self.rows, self.from.1, self.to.1);
        let [this, following] = &mut self.sums;
        for (point, (at, left, right)) in row.chunks_exact(3).zip(&self.shares) {
            for (sums, part) in [(&mut *this, here), (&mut *following, next)] {
                if part > 0.0 {
                    add(sums, *at, point, left * part);
                }
                if part * right > 0.0 {
                    add(sums, at + 1, point, right * part);
                }
            }
        }
        self.rows += 1;
        let is_last = self.rows == self.from.1;
        let filled = self.rgb.len() / self.sums[0].len().max(1);
        if is_last || share(self.rows, self.from.1, self.to.1).0 > filled {
            self.rgb.extend(self.sums[0].iter().map(|sum| rounded(*sum)));
            self.sums.swap(0, 1);
            self.sums[1].fill(0.0);
        }
    }

    /// The small picture, once every row was there.
    pub(super) fn done(self) -> Option<Points> {
        let Self { to: (width, height), rgb, rows, from, .. } = self;
        (rows == from.1).then_some(Points { width, height, rgb })
    }
}

fn add(sums: &mut [f32], point: usize, rgb: &[u8], part: f32) {
    if let Some(sums) = sums.get_mut(point * 3..point * 3 + 3) {
        for (sum, byte) in sums.iter_mut().zip(rgb) {
            *sum += f32::from(*byte) * part;
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mean of bytes is a byte; what is beyond by rounding is cut off"
)]
fn rounded(sum: f32) -> u8 {
    (sum + 0.5) as u8
}

/// The size of a picture whose longer side is at most `side`.
fn fitting(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let shorter = |length: u32| {
        let scaled =
            (u64::from(length) * u64::from(side) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(scaled).unwrap_or(side).max(1)
    };
    (shorter(width), shorter(height))
}

/// The same picture, made smaller.
pub(super) fn shrunk(points: &Points, side: u32) -> Points {
    let mut shrinker = Shrinker::new(points.width, points.height, side);
    for row in points.rgb.chunks_exact(points.width as usize * 3) {
        shrinker.push(row);
    }
    shrinker.done().unwrap_or_else(|| points.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn picture(width: u32, height: u32, byte: impl Fn(u32, u32) -> u8) -> Points {
        let points = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let rgb = points.flat_map(|(x, y)| [byte(x, y); 3]).collect();
        Points { width, height, rgb }
    }

    fn byte(n: u32) -> u8 {
        u8::try_from(n % 256).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_of_one_colour_stays_so(
            width in 1u32..90, height in 1u32..90, side in 1u32..90, byte in any::<u8>(),
        ) {
            let small = shrunk(&picture(width, height, |_, _| byte), side);
            prop_assert_eq!(small.longest(), width.max(height).min(side));
            prop_assert_eq!(small.rgb.len(), (small.width * small.height * 3) as usize);
            prop_assert!(small.rgb.iter().all(|it| it.abs_diff(byte) <= 1), "{:?}", small.rgb);
        }

        #[test]
        fn what_is_not_larger_stays_as_it_is(width in 1u32..30, height in 1u32..30) {
            let picture = picture(width, height, |x, y| byte(x * 7 + y * 31));
            prop_assert_eq!(shrunk(&picture, 30), picture);
        }

        #[test]
        fn light_is_neither_made_nor_lost(width in 2u32..60, height in 2u32..60, side in 1u32..60) {
            let picture = picture(width, height, |x, y| byte(x * 97 + y * 57));
            let mean = |it: &Points| {
                let sum: f64 = it.rgb.iter().map(|byte| f64::from(*byte)).sum();
                sum / f64::from(u32::try_from(it.rgb.len()).unwrap())
            };
            let small = shrunk(&picture, side);
            prop_assert!((mean(&small) - mean(&picture)).abs() < 1.0);
        }
    }

    #[test]
    fn two_points_become_their_mean() {
        let halves = picture(4, 2, |x, _| if x < 2 { 10 } else { 200 });
        let small = shrunk(&halves, 2);
        assert_eq!((small.width, small.height), (2, 1));
        assert_eq!(small.rgb, [10, 10, 10, 200, 200, 200]);
        assert_eq!(shrunk(&halves, 1).rgb, [105; 3]);
    }

    #[test]
    fn a_picture_that_breaks_off_is_none() {
        let mut shrinker = Shrinker::new(3, 3, 2);
        shrinker.push(&[1; 9]);
        assert_eq!(shrinker.done(), None);
    }
}
