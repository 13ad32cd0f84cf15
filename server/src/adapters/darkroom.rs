//! Pictures of our own, made of files that nobody vouches for.
//!
//! Invariant: a file is believed nothing. What it is, its first bytes say; how large it is, is
//! read before anything is unpacked; and what unpacking takes up is reckoned beforehand and
//! refused above [`MOST_BYTES`], one file at a time. What a reader makes room for as the file goes
//! on is reckoned too: profiles that it collects, and tables of codes. The file is gone before the
//! next large thing is made. Only points come through: they are made smaller, turned and
//! written anew.

mod jpeg;
mod kind;
mod orientation;
mod png;
mod shrink;
mod webp;

use std::{sync::Arc, time::Duration};

use application::ports::{PictureFault, PictureMaker};
use async_trait::async_trait;
use domain::catalogue::{PictureSize, Print};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use tokio::sync::Semaphore;

use kind::Kind;
use orientation::Orientation;
use shrink::{Points, shrunk};

/// The most points that are looked at: what telephones have that say 24 million (5,712 × 4,284).
const MOST_POINTS: u32 = 24_500_000;
/// The fewest points of the longer and of the shorter side: what a telephone shows as wide as it is.
const FEWEST_POINTS: (u32, u32) = (480, 270);
/// The most that a picture takes up beside its file while it is unpacked, in bytes.
const MOST_BYTES: u64 = 24 * 1024 * 1024;
/// What a reader keeps beside the points: a row or two, and what is noted in a file.
const MOST_NOTES: usize = 2 * 1024 * 1024;
/// The longer sides of what is kept, the largest first. A page shows a picture 480 points wide
/// on a large screen and as wide as the screen on a small one; screens have up to three times
/// the points that they are measured in.
const SIDES: [u32; 3] = [1_440, 960, 480];
/// Of a hundred; more is not seen, and twice as long.
const QUALITY: u8 = 80;
/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(15);

/// Looks at one file at a time, away from the threads that answer.
#[derive(Clone)]
pub struct Darkroom(Arc<Semaphore>);

impl Default for Darkroom {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(1)))
    }
}

#[async_trait]
impl PictureMaker for Darkroom {
    async fn make(&self, file: Vec<u8>) -> Result<Vec<Print>, PictureFault> {
        let turn = tokio::time::timeout(PATIENCE, self.0.clone().acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(PictureFault::Busy) };
        // Whoever stops waiting does not free the room before the work is done.
        let made = tokio::task::spawn_blocking(move || {
            let made = develop(file);
            drop(turn);
            made
        });
        made.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a picture broke what reads it");
            Err(PictureFault::Broken)
        })
    }
}

/// A picture as it was read, made small enough to be kept, and how it is meant to be held.
struct Negative {
    points: Points,
    orientation: Orientation,
}

fn develop(file: Vec<u8>) -> Result<Vec<Print>, PictureFault> {
    let Negative { points, orientation } = match Kind::of(&file)? {
        Kind::Jpeg => jpeg::read(&file),
        Kind::Png => png::read(&file),
        Kind::WebP => webp::read(&file),
    }?;
    drop(file);
    // What was read is no larger than the largest that is kept; each of the others is made of the
    // one before it.
    let mut small = orientation.turn(points);
    let mut prints = vec![print(&small)?];
    for side in SIDES {
        if side < small.longest() {
            small = shrunk(&small, side);
            prints.push(print(&small)?);
        }
    }
    prints.reverse();
    Ok(prints)
}

/// Refuses more points than are looked at, and fewer than can be seen.
fn measured(width: u32, height: u32) -> Result<(), PictureFault> {
    let points = u64::from(width) * u64::from(height);
    if points > u64::from(MOST_POINTS) {
        return Err(PictureFault::TooManyPoints { megapixels: MOST_POINTS / 1_000_000 });
    }
    let (long, short) = FEWEST_POINTS;
    if width.max(height) < long || width.min(height) < short {
        return Err(PictureFault::TooFewPoints { width: long, height: short });
    }
    Ok(())
}

/// Refuses what would take up too much while it is unpacked.
fn reckoned(bytes: u64) -> Result<(), PictureFault> {
    if bytes > MOST_BYTES { Err(PictureFault::TooIntricate) } else { Ok(()) }
}

fn print(points: &Points) -> Result<Print, PictureFault> {
    let short = |points: u32| u16::try_from(points).map_err(|_| PictureFault::Broken);
    let size = PictureSize { width: short(points.width)?, height: short(points.height)? };
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let written = encoder.encode(&points.rgb, size.width, size.height, ColorType::Rgb);
    written.map_err(|error| {
        tracing::error!(%error, "a picture could not be written");
        PictureFault::Broken
    })?;
    Ok(Print { size, jpeg })
}

/// A shade that is partly see-through, as it is seen on white paper.
fn on_white(shade: u8, alpha: u8) -> u8 {
    let (shade, alpha) = (u16::from(shade), u16::from(alpha));
    let seen = (shade * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(seen).unwrap_or(u8::MAX)
}
