//! Files as people hand them in, and as nobody should: made here, byte by byte.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};
use image_webp::WebPEncoder;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// What stands in every file beside its points, and must be gone from what is kept.
pub const SECRET: &[u8] = b"SECRET-55.6761N-12.5683E";

/// A picture that is red on the left and blue below.
pub fn points(width: u32, height: u32) -> Vec<u8> {
    let shade = |n: u32, of: u32| u8::try_from(n * 255 / of.max(1)).unwrap_or(255);
    let mut row: Vec<u8> = (0..width).flat_map(|x| [255 - shade(x, width), 60, 0]).collect();
    let mut points = Vec::with_capacity(row.len() * height as usize);
    let mut blue = 0;
    for y in 0..height {
        // Many rows are as the one before them.
        if blue != shade(y, height) {
            blue = shade(y, height);
            row.iter_mut().skip(2).step_by(3).for_each(|it| *it = blue);
        }
        points.extend_from_slice(&row);
    }
    points
}

fn side(points: u32) -> u16 {
    points.try_into().expect("a side")
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, |_| ())
}

/// A photograph as telephones take it: its colours a quarter as fine as its light.
pub fn telephone_jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, |it| it.set_sampling_factor(SamplingFactor::R_4_2_0))
}

pub fn progressive_jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, |it| it.set_progressive(true))
}

/// A photograph as a camera writes it, with a place, a name and how it was held.
pub fn jpeg_from_a_camera(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    encoded(width, height, |it| it.add_exif_metadata(&exif(orientation)).expect("it fits"))
}

pub fn jpeg_with_a_profile() -> Vec<u8> {
    encoded(640, 480, |it| it.add_icc_profile(&SECRET.repeat(3_000)).expect("it fits"))
}

pub fn jpeg_for_print() -> Vec<u8> {
    let mut file = Vec::new();
    let points = vec![40; 640 * 480 * 4];
    Encoder::new(&mut file, 80).encode(&points, 640, 480, ColorType::Cmyk).expect("a picture");
    file
}

fn encoded(width: u32, height: u32, set: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    set(&mut encoder);
    let points = points(width, height);
    encoder.encode(&points, side(width), side(height), ColorType::Rgb).expect("a picture");
    file
}

/// Notes of a camera: how it was held, what it is called, and where.
pub fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let name = u32::try_from(SECRET.len()).expect("a length").to_le_bytes();
    tiff.extend([0x0F, 0x01, 2, 0]);
    tiff.extend(name);
    tiff.extend(50u32.to_le_bytes());
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 50, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(SECRET);
    tiff
}

/// A photograph with one more segment right after its beginning.
pub fn jpeg_with(marker: u8, body: &[u8]) -> Vec<u8> {
    let file = jpeg(640, 480);
    let length = u16::try_from(body.len() + 2).expect("a length").to_be_bytes();
    [&file[..2], &[0xFF, marker], &length, body, &file[2..]].concat()
}

/// Another size, or another kind, in the frame's header of a photograph.
pub fn reframed(mut file: Vec<u8>, marker: Option<u8>, width: u16, height: u16) -> Vec<u8> {
    let is_frame = |at: &usize| file[*at] == 0xFF && matches!(file[at + 1], 0xC0 | 0xC2);
    let at = (0..file.len() - 1).find(is_frame).expect("a frame");
    file[at + 1] = marker.unwrap_or(file[at + 1]);
    file[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    file[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// Where the points of a photograph begin.
fn scan(file: &[u8]) -> usize {
    file.windows(2).position(|it| it == [0xFF, 0xDA]).expect("a scan")
}

/// A photograph in very many passes.
pub fn jpeg_of_many_passes() -> Vec<u8> {
    let file = progressive_jpeg(640, 480);
    let at = scan(&file);
    let pass = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0, 0].repeat(2_000);
    [&file[..at], &pass, &file[at..]].concat()
}

/// A photograph that says twice how large it is.
pub fn jpeg_of_two_frames() -> Vec<u8> {
    let file = jpeg(640, 480);
    let frame = file.windows(2).position(|it| it == [0xFF, 0xC0]).expect("a frame");
    let length = usize::from(u16::from_be_bytes([file[frame + 2], file[frame + 3]])) + 2;
    let second = reframed(file[frame..frame + length].to_vec(), None, 60_000, 60_000);
    [&file[..frame + length], &second, &file[frame + length..]].concat()
}

fn chunk(name: [u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(&name);
    crc.update(body);
    let length = u32::try_from(body.len()).expect("a length").to_be_bytes();
    [&length[..], &name, body, &crc.sum().to_be_bytes()].concat()
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}

/// What a PNG says of itself.
#[derive(Clone, Copy)]
pub struct Header {
    pub width: u32,
    pub height: u32,
    pub depth: u8,
    pub color: u8,
    pub interlace: u8,
}

impl Header {
    pub fn rgb(width: u32, height: u32) -> Self {
        Self { width, height, depth: 8, color: 2, interlace: 0 }
    }

    fn chunk(self) -> Vec<u8> {
        let (width, height) = (self.width.to_be_bytes(), self.height.to_be_bytes());
        let body = [&width[..], &height, &[self.depth, self.color, 0, 0, self.interlace]].concat();
        chunk(*b"IHDR", &body)
    }
}

/// A PNG of these rows, whatever they are, with other chunks before them.
pub fn png_of(header: Header, others: &[(&[u8; 4], Vec<u8>)], data: &[u8]) -> Vec<u8> {
    let others: Vec<u8> = others.iter().flat_map(|(name, body)| chunk(**name, body)).collect();
    [
        b"\x89PNG\r\n\x1A\n".as_slice(),
        &header.chunk(),
        &others,
        &chunk(*b"IDAT", data),
        &chunk(*b"IEND", b""),
    ]
    .concat()
}

/// The rows of a PNG, each behind a byte that says that it stands as it is.
pub fn png_with(width: u32, height: u32, others: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let points = points(width, height);
    let rows = points.chunks_exact(width as usize * 3);
    let rows: Vec<u8> = rows.flat_map(|row| [&[0], row].concat()).collect();
    png_of(Header::rgb(width, height), others, &packed(&rows))
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    png_with(width, height, &[])
}

/// All black, in seven passes.
pub fn png_of_seven_passes(width: u32, height: u32) -> Vec<u8> {
    let passes = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];
    let size = passes.map(|(x, y, across, down)| {
        let (wide, high) = ((width - x).div_ceil(across), (height - y).div_ceil(down));
        (wide * 3 + 1) * high
    });
    let rows = vec![0; size.iter().sum::<u32>() as usize];
    png_of(Header { interlace: 1, ..Header::rgb(width, height) }, &[], &packed(&rows))
}

/// A grey picture from the web: where every bit is nought, nothing differs from what is expected.
pub fn webp(width: u16, height: u16) -> Vec<u8> {
    riff(&[(b"VP8 ", grey(width, height))])
}

/// A frame of noughts (RFC 6386, 9.1).
fn grey(width: u16, height: u16) -> Vec<u8> {
    let first = usize::from(width) * usize::from(height) / 16;
    let tag = u32::try_from((first << 5) | 0x10).expect("a length").to_le_bytes();
    let (width, height) = (width.to_le_bytes(), height.to_le_bytes());
    let noughts = vec![0; first * 2];
    [&tag[..3], &[0x9D, 0x01, 0x2A], &width, &height, &noughts].concat()
}

pub fn webp_without_loss(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let points = points(width, height);
    let encoder = WebPEncoder::new(&mut file);
    encoder.encode(&points, width, height, image_webp::ColorType::Rgb8).expect("a picture");
    file
}

/// What is see-through in it is packed without loss.
pub fn webp_with_packed_alpha(width: u16, height: u16) -> Vec<u8> {
    riff(&[
        (b"VP8X", canvas(0x10, width.into(), height.into())),
        (b"ALPH", vec![1; 400]),
        (b"VP8 ", grey(width, height)),
    ])
}

pub fn webp_from_a_camera() -> Vec<u8> {
    riff(&[
        (b"VP8X", canvas(0x2C, 640, 480)),
        (b"ICCP", SECRET.to_vec()),
        (b"VP8 ", grey(640, 480)),
        (b"EXIF", exif(6)),
        (b"XMP ", SECRET.to_vec()),
    ])
}

/// A file of these chunks, each with its length before it.
pub fn riff(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let length = |body: &[u8]| u32::try_from(body.len()).expect("a length").to_le_bytes();
    let mut body = b"WEBP".to_vec();
    for (name, bytes) in chunks {
        body.extend(*name);
        body.extend(length(bytes));
        body.extend(bytes);
        body.extend(vec![0; bytes.len() % 2]);
    }
    [b"RIFF".as_slice(), &length(&body), &body].concat()
}

/// The chunk that says how large a WebP is, and what is in it.
pub fn canvas(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |points: u32| (points - 1).to_le_bytes()[..3].to_vec();
    [vec![flags, 0, 0, 0], side(width), side(height)].concat()
}

/// A WebP of two pictures that follow each other.
pub fn moving_webp() -> Vec<u8> {
    let still = webp_without_loss(500, 300);
    let frame =
        [vec![0; 6], canvas(0, 500, 300)[4..].to_vec(), vec![40, 0, 0, 0], still[12..].to_vec()];
    let frame = frame.concat();
    riff(&[
        (b"VP8X", canvas(2, 500, 300)),
        (b"ANIM", vec![0; 6]),
        (b"ANMF", frame.clone()),
        (b"ANMF", frame),
    ])
}

/// The beginning of a lossy frame of this size, and nothing behind it.
pub fn lossy_frame(width: u16, height: u16) -> Vec<u8> {
    let (width, height) = (width.to_le_bytes(), height.to_le_bytes());
    [&[0x10, 0x02, 0, 0x9D, 0x01, 0x2A][..], &width, &height, &[7; 900]].concat()
}
