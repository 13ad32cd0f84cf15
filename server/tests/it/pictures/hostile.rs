//! Files that nobody should hand in: each is refused beside the field, or nothing but its points
//! is left.

use axum::http::StatusCode;

use super::{
    desk,
    files::{self, Header, SECRET},
    hand_in, words,
};

/// What becomes of a file.
enum Fate {
    /// It is made anew.
    Taken,
    /// It comes back with this sentence.
    Refused(&'static str),
    /// The one or the other: its points are there in part.
    Either,
}

use Fate::{Either, Refused, Taken};

type Case = (&'static str, &'static str, Vec<u8>, Fate);

const BROKEN: Fate = Refused("Billedet kan ikke læses");
const MANY: Fate = Refused("Billedet har mere end 24 millioner punkter");
const FEW: Fate = Refused("Billedet er for lille til en skærm");
const INTRICATE: Fate = Refused("Billedet er pakket, så det fylder for meget");
const NONE: Fate = Refused("Filen er ikke et billede, vi kan læse");
const MOVES: Fate = Refused("Billedet bevæger sig");

fn of_other_kinds() -> Vec<Case> {
    const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let prolog = [b"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- x -->".as_slice(), SVG].concat();
    let box_of = |kind: &[u8]| [b"\0\0\0\x18ftyp".as_slice(), kind, &[0; 40]].concat();
    vec![
        ("nothing", "tom.jpg", vec![], Refused("Filen er tom")),
        ("one byte", "a.jpg", vec![0xFF], NONE),
        ("svg", "a.svg", SVG.to_vec(), Refused("Filen er en SVG")),
        ("svg that is called png", "a.png", prolog, Refused("Filen er en SVG")),
        ("gif", "a.gif", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), Refused("Filen er en GIF")),
        ("gif and jar", "a.jpg", [b"GIF89a", SECRET, b"PK\x03\x04"].concat(), Refused("en GIF")),
        ("tiff", "a.tif", b"II*\0\x08\0\0\0".to_vec(), Refused("Filen er en TIFF")),
        ("tiff of motorola", "a.jpg", b"MM\0*\0\0\0\x08".to_vec(), Refused("Filen er en TIFF")),
        ("bmp", "a.bmp", b"BM\x36\0\0\0".to_vec(), Refused("Filen er en BMP")),
        ("heic", "IMG_1.HEIC", box_of(b"heic"), Refused("Filen er en HEIC")),
        ("avif", "a.avif", box_of(b"avif"), Refused("Filen er en AVIF")),
        ("jpeg xl", "a.jpg", b"\xFF\x0A\xFA\x1F".to_vec(), Refused("Filen er en JPEG XL")),
        ("ico", "a.ico", b"\0\0\x01\0\x01\0".to_vec(), Refused("Filen er en ICO")),
        ("psd", "a.jpg", b"8BPS\0\x01".to_vec(), Refused("Filen er en PSD")),
        ("pdf", "a.jpg", b"%PDF-1.7\n".to_vec(), Refused("Filen er en PDF")),
        ("html", "a.jpg", b"<!doctype html><script>alert(1)</script>".to_vec(), NONE),
        ("zip", "a.png", b"PK\x03\x04\x14\0".to_vec(), NONE),
        ("program", "a.jpg", b"MZ\x90\0\x03".to_vec(), NONE),
        ("text", "a.jpg", "titel;emne\nRobotter;robotics".as_bytes().to_vec(), NONE),
        ("wave", "a.webp", b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), NONE),
    ]
}

fn of_photographs() -> Vec<Case> {
    let html = [b"<html><script>alert(1)</script>".as_slice(), SECRET].concat();
    let photo = || files::jpeg(640, 480);
    let half = |file: Vec<u8>| file[..file.len() / 2].to_vec();
    let behind = |bytes: &[u8]| [&photo(), bytes, SECRET].concat();
    vec![
        ("gps", "a.jpg", files::jpeg_from_a_camera(640, 480, 1), Taken),
        ("gps, turned", "a.jpg", files::jpeg_from_a_camera(640, 480, 6), Taken),
        ("broken notes", "a.jpg", files::jpeg_with(0xE1, b"Exif\0\0II*\0\xFF\xFF\xFF\xFF"), Taken),
        ("comment", "a.jpg", files::jpeg_with(0xFE, &html), Taken),
        (
            "xmp",
            "a.jpg",
            files::jpeg_with(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
            Taken,
        ),
        (
            "photoshop",
            "a.jpg",
            files::jpeg_with(0xED, &[b"Photoshop 3.0\0", SECRET].concat()),
            Taken,
        ),
        ("profile", "a.jpg", files::jpeg_with_a_profile(), Taken),
        ("html behind", "a.html", behind(&html), Taken),
        ("zip behind", "a.zip", behind(b"PK\x03\x04"), Taken),
        ("program behind", "a.php", behind(b"<?php system($_GET[0]); ?>"), Taken),
        (
            "another behind",
            "a.jpg",
            [photo(), files::jpeg_from_a_camera(700, 500, 1)].concat(),
            Taken,
        ),
        ("zeros behind", "a.jpg", [photo(), vec![0; 2_000_000]].concat(), Taken),
        (
            "script in its first segment",
            "a.js",
            files::jpeg_with(0xE0, b"/*JFIF\0*/=alert(1)/*SECRET-55.6761N-12.5683E"),
            Taken,
        ),
        ("another name", "../../etc/passwd", photo(), Taken),
        ("for print", "a.jpg", files::jpeg_for_print(), Refused("farver til tryk")),
        ("beginning only", "a.jpg", b"\xFF\xD8\xFF".to_vec(), BROKEN),
        ("half", "a.jpg", half(photo()), BROKEN),
        ("half of several passes", "a.jpg", half(files::progressive_jpeg(640, 480)), BROKEN),
        ("65,000 × 65,000", "a.jpg", files::reframed(photo(), None, 65_000, 65_000), MANY),
        ("larger than it is", "a.jpg", files::reframed(photo(), None, 5_000, 4_000), Either),
        ("no width", "a.jpg", files::reframed(photo(), None, 0, 480), BROKEN),
        (
            "several passes, large",
            "a.jpg",
            files::reframed(files::progressive_jpeg(640, 480), None, 5_900, 4_000),
            INTRICATE,
        ),
        ("very many passes", "a.jpg", files::jpeg_of_many_passes(), INTRICATE),
        ("two frames", "a.jpg", files::jpeg_of_two_frames(), BROKEN),
        ("without loss", "a.jpg", files::reframed(photo(), Some(0xC3), 640, 480), BROKEN),
        ("arithmetic", "a.jpg", files::reframed(photo(), Some(0xC9), 640, 480), BROKEN),
        ("small", "a.jpg", files::jpeg(100, 100), FEW),
        ("a line", "a.jpg", files::jpeg(2_000, 10), FEW),
    ]
}

fn of_drawings() -> Vec<Case> {
    let text = [b"Comment\0".as_slice(), SECRET].concat();
    let zeros = files::packed(&vec![0; 60_000_000]);
    let profile = [b"p\0\0".as_slice(), &zeros].concat();
    let half = |file: Vec<u8>| file[..file.len() / 2].to_vec();
    let plain =
        |width, height| files::png_of(Header::rgb(width, height), &[], &files::packed(b"\0"));
    let wrong_sum = {
        let mut file = files::png(640, 480);
        // Behind the header, which is itself as it should be.
        file[30] ^= 1;
        file
    };
    let deep = Header { width: 1_500, height: 1_000, depth: 16, color: 6, interlace: 0 };
    let indexed = Header { color: 3, ..Header::rgb(640, 480) };
    vec![
        ("png with text", "a.png", files::png_with(640, 480, &[(b"tEXt", text)]), Taken),
        ("png with gps", "a.png", files::png_with(640, 480, &[(b"eXIf", files::exif(8))]), Taken),
        (
            "png with a text that is a bomb",
            "a.png",
            files::png_with(640, 480, &[(b"zTXt", profile.clone())]),
            Taken,
        ),
        (
            "png with a profile that is a bomb",
            "a.png",
            files::png_with(640, 480, &[(b"iCCP", profile)]),
            Taken,
        ),
        (
            "png with html behind",
            "a.html",
            [files::png(640, 480), b"<script>".to_vec(), SECRET.to_vec()].concat(),
            Taken,
        ),
        ("png of seven passes", "a.png", files::png_of_seven_passes(640, 480), Taken),
        (
            "png of seven passes, large",
            "a.png",
            files::png_of_seven_passes(4_000, 3_000),
            INTRICATE,
        ),
        (
            "png of sixteen bits",
            "a.png",
            files::png_of(deep, &[], &files::packed(&vec![0; 12_001 * 1_000])),
            Taken,
        ),
        ("30,000 × 30,000", "a.png", plain(30_000, 30_000), MANY),
        ("4,294,967,295 × 1", "a.png", plain(u32::MAX, 1), MANY),
        ("no height", "a.png", plain(640, 0), FEW),
        (
            "more behind than it says",
            "a.png",
            files::png_of(Header::rgb(640, 480), &[], &zeros),
            Either,
        ),
        ("less than it says", "a.png", plain(4_000, 4_000), BROKEN),
        (
            "apng",
            "a.png",
            files::png_with(640, 480, &[(b"acTL", vec![0, 0, 0, 2, 0, 0, 0, 0])]),
            MOVES,
        ),
        ("png, half", "a.png", half(files::png(640, 480)), BROKEN),
        ("png, beginning only", "a.png", b"\x89PNG\r\n\x1A\n".to_vec(), BROKEN),
        ("png with a wrong sum", "a.png", wrong_sum, BROKEN),
        (
            "png without its colours",
            "a.png",
            files::png_of(indexed, &[], &files::packed(&vec![9; 641 * 480])),
            BROKEN,
        ),
        (
            "png of noise",
            "a.png",
            files::png_of(Header::rgb(640, 480), &[], &[0x55; 5_000]),
            BROKEN,
        ),
    ]
}

fn of_the_web() -> Vec<Case> {
    let half = |file: Vec<u8>| file[..file.len() / 2].to_vec();
    vec![
        ("webp", "a.webp", files::webp(640, 480), Taken),
        ("webp with gps", "a.jpg", files::webp_from_a_camera(), Taken),
        ("webp without loss", "a.webp", files::webp_without_loss(640, 480), INTRICATE),
        ("webp, see-through", "a.webp", files::webp_with_packed_alpha(640, 480), INTRICATE),
        ("webp that moves", "a.webp", files::moving_webp(), MOVES),
        ("webp, half", "a.webp", half(files::webp(640, 480)), BROKEN),
        (
            "webp, large",
            "a.webp",
            files::riff(&[
                (b"VP8X", files::canvas(0, 3_000, 2_500)),
                (b"VP8 ", files::lossy_frame(3_000, 2_500)),
            ]),
            INTRICATE,
        ),
        (
            "webp, 16,000 × 16,000",
            "a.webp",
            files::riff(&[
                (b"VP8X", files::canvas(0, 16_000, 16_000)),
                (b"VP8 ", files::lossy_frame(16_000, 16_000)),
            ]),
            MANY,
        ),
        (
            "webp, larger inside",
            "a.webp",
            files::riff(&[
                (b"VP8X", files::canvas(0, 640, 480)),
                (b"VP8 ", files::lossy_frame(16_000, 16_000)),
            ]),
            BROKEN,
        ),
    ]
}

/// What a JPEG has beside its points, by its markers; nothing stands behind its end.
fn segments(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut markers) = (0, Vec::new());
    while at + 1 < jpeg.len() {
        assert_eq!(jpeg[at], 0xFF, "no marker at {at}");
        let marker = jpeg[at + 1];
        markers.push(marker);
        at += 2;
        if matches!(marker, 0xD8 | 0xD9) {
            continue;
        }
        at += usize::from(u16::from_be_bytes([jpeg[at], jpeg[at + 1]]));
        if marker == 0xDA {
            let is_marker =
                |it: &[u8]| it[0] == 0xFF && it[1] != 0 && !(0xD0..=0xD7).contains(&it[1]);
            at += jpeg[at..].windows(2).position(is_marker).expect("an end");
        }
    }
    assert_eq!((at, markers.last()), (jpeg.len(), Some(&0xD9)), "something stands behind its end");
    markers
}

fn cases() -> Vec<Case> {
    [of_other_kinds(), of_photographs(), of_drawings(), of_the_web()]
        .into_iter()
        .flatten()
        .collect()
}

/// Every hostile file, whatever becomes of it.
pub fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    cases().into_iter().map(|(what, _, file, _)| (what, file))
}

#[tokio::test]
async fn every_hostile_file_is_refused_in_words_or_made_anew() {
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    let mut desk = desk().await;
    for (what, name, file, fate) in cases {
        let secret = file.windows(SECRET.len()).any(|it| it == SECRET);
        let answer = hand_in(&mut desk, (name, &file), "To elever bygger en robot").await;
        let fate = match fate {
            Either if answer.0 == StatusCode::SEE_OTHER => Taken,
            Either => BROKEN,
            fate => fate,
        };
        match fate {
            Either => unreachable!("it is decided"),
            Taken => {
                assert_eq!(answer.0, StatusCode::SEE_OTHER, "{what}: {}", words(&answer.2));
                for jpeg in desk.prints().await {
                    let markers = segments(&jpeg);
                    // JFIF, tables, frame, points: no notes, profiles, comments.
                    let is_plain = |it: &u8| {
                        matches!(it, 0xD8 | 0xE0 | 0xDB | 0xC0 | 0xC2 | 0xC4 | 0xDA | 0xD9)
                    };
                    assert!(markers.iter().all(is_plain), "{what}: {markers:02X?}");
                    let notes: Vec<&u8> = markers.iter().filter(|it| **it == 0xE0).collect();
                    assert_eq!(notes.len(), 1, "{what}");
                    let is_left = |part: &[u8]| jpeg.windows(part.len()).any(|it| it == part);
                    assert!(!is_left(&SECRET[..6]), "{what} (a secret in it: {secret})");
                    assert!(!is_left(b"<script"), "{what}");
                }
                desk.removes().await;
            }
            Refused(sentence) => {
                assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
                assert!(answer.2.contains(r#"aria-invalid="true""#), "{what}");
                let said = words(&answer.2);
                assert!(said.contains(sentence), "{what}: {said}");
                assert!(answer.2.contains("To elever bygger en robot"), "{what}: words are lost");
                assert!(desk.prints().await.is_empty(), "{what}: something is kept");
            }
        }
    }
}

#[tokio::test]
async fn no_more_is_read_than_a_picture_may_have() {
    let mut desk = desk().await;
    let large = [files::jpeg(640, 480), vec![0; 10 * 1024 * 1024]].concat();
    let answer = hand_in(&mut desk, ("a.jpg", &large), "To elever bygger en robot").await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&answer.2).contains("Billedet fylder mere end 10 MB"), "{}", words(&answer.2));
    let huge = vec![0; 45 * 1024 * 1024];
    let answer = hand_in(&mut desk, ("a.jpg", &huge), "To elever bygger en robot").await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "however it is sent, it is not read on");
    // What says that it is far too large is not read at all.
    let answer = desk.says_that_it_sends(100 * 1024 * 1024).await;
    assert_eq!(answer.0, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(desk.prints().await.is_empty());
}

#[tokio::test]
async fn of_two_files_in_one_form_the_first_counts() {
    let mut desk = desk().await;
    let (first, second) = (files::jpeg(640, 480), files::png(500, 300));
    let answer = desk.sends_two((&first, &second), "To elever bygger en robot").await;
    assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", words(&answer.2));
    let picture = desk.picture().await.expect("a picture");
    assert_eq!(picture.widest().map(|it| it.width), Some(640));
    // A form in the file is a part of the file.
    let nested = [
        first.as_slice(),
        b"\r\n----x\r\ncontent-disposition: form-data; name=\"alt\"\r\n\r\nx\r\n",
    ]
    .concat();
    let answer = hand_in(&mut desk, ("a.jpg", &nested), "To elever bygger en robot").await;
    assert_eq!(answer.0, StatusCode::SEE_OTHER);
    let alt = desk.picture().await.expect("a picture").alt.expect("words");
    assert_eq!(alt.as_str(), "To elever bygger en robot");
}
