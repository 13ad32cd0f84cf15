//! What is taken along on paper, over HTTP and on both databases: each paper as a page and as a
//! file that is read aloud, for whoever it is for and nobody else.

use std::{collections::HashMap, io::Read as _, iter::Peekable};

use application::{
    signup::{confirm_sign_up, sign_up},
    testing::{organiser_contract::fill_trip, partner_id, sign_up_contract::visit_now},
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Role},
    signup::TypedParty,
};

use crate::{
    people::{Person, letters, signed_in},
    sign_ups::nothing_is_wrong,
    testbed::{On, Testbed},
};

/// A date to which a class and a child come while another class waits, and who offers it.
struct Day {
    portal: Testbed,
    ida: Person,
    date: OccurrenceId,
    /// Paths of pages of their own.
    class: String,
    child: String,
    waiting: String,
}

fn class(name: &str) -> TypedParty {
    TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: name.into(),
        grade: "grade-6".into(),
        pupils: "24".into(),
        adults: "2".into(),
        name: "Lone Øgård".into(),
        email: format!("{name}@skole.dk"),
        phone: "20 12 34 56".into(),
        needs: "En elev bruger kørestol.".into(),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    }
}

fn child() -> TypedParty {
    TypedParty {
        kind: "child".into(),
        child: "Alma".into(),
        age: "12".into(),
        name: "Mette Holm".into(),
        email: "mette@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    }
}

impl Day {
    async fn on(on: On) -> Self {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let date = fill_trip(&*portal.plugs.ports.store, 30).await;
        let mut own = Vec::new();
        for typed in [class("6.B"), child(), class("6.A")] {
            own.push(comes(&portal, date, &typed).await);
        }
        let ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let [class, child, waiting] = own.try_into().expect("three");
        Self { portal, ida, date, class, child, waiting }
    }

    fn roster(&self) -> String {
        format!("/partner/dato/{}", self.date.0)
    }

    async fn file(&self, who: &Person, path: &str) -> (HeaderMap, Bytes) {
        file(&self.portal, who, path).await
    }
}

/// The file at an address, as a browser with this cookie gets it.
pub async fn file(portal: &Testbed, who: &Person, path: &str) -> (HeaderMap, Bytes) {
    let mut request = Request::get(path);
    if let Some(cookie) = &who.cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let request = request.body(Body::empty()).expect("a request");
    let (status, headers, bytes) = portal.bytes(request).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    (headers, bytes)
}

/// A party signs up and answers its letter; answers the path of its page.
async fn comes(portal: &Testbed, date: OccurrenceId, typed: &TypedParty) -> String {
    let ports = &portal.plugs.ports;
    let key = format!("key-of-a-form-{}", ports.ids.next()).parse().expect("a key");
    sign_up(ports, date, key, typed, LetterLanguage::Danish).await.expect("a place");
    let asked = letters(portal).await.into_iter().find_map(|it| match it.letter {
        Letter::SignUp { letter } => letter.secret,
        _ => None,
    });
    let page = confirm_sign_up(ports, &asked.expect("a link")).await.expect("a yes").secret;
    let _ = letters(portal).await;
    format!("/min-tilmelding/{}", page.text())
}

/// A file, with what is packed in it unpacked.
fn unpacked(file: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(file).into_owned();
    let place = |from: usize, what: &[u8]| {
        let found = file[from..].windows(what.len()).position(|it| it == what);
        found.map(|at| from + at)
    };
    let mut at = 0;
    while let Some(start) = place(at, b"stream\n") {
        let start = start + b"stream\n".len();
        let end = place(start, b"endstream").expect("an end");
        let mut inside = Vec::new();
        if flate2::read::ZlibDecoder::new(&file[start..end]).read_to_end(&mut inside).is_ok() {
            text += &String::from_utf8_lossy(&inside);
        }
        at = end + b"endstream".len();
    }
    text
}

/// The words that are drawn in a file, once with the letters of each of its typefaces: what is set
/// in one of them is a word there, and nothing that one could read in the others.
pub fn drawn(file: &[u8]) -> Vec<String> {
    let text = unpacked(file);
    let mut glyphs: Vec<u16> = Vec::new();
    for block in text.split("BT").skip(1) {
        let mut rest = block.split("ET").next().unwrap_or_default().bytes().peekable();
        while let Some(it) = rest.next() {
            let bytes = match it {
                b'(' => literal(&mut rest),
                b'<' => hexadecimal(&mut rest),
                _ => continue,
            };
            glyphs.extend(bytes.chunks_exact(2).map(|it| u16::from_be_bytes([it[0], it[1]])));
        }
    }
    let faces = text.split("beginbfchar").skip(1).map(letter_of_glyph);
    faces.map(|face| glyphs.iter().filter_map(|it| face.get(it)).collect()).collect()
}

/// Which letter each glyph of a typeface stands for (`ToUnicode`).
fn letter_of_glyph(told: &str) -> HashMap<u16, char> {
    let number = |it: &str| u16::from_str_radix(it, 16).ok();
    let pair = |line: &str| {
        let (glyph, letter) = line.trim_matches(['<', '>']).split_once("> <")?;
        Some((number(glyph)?, char::from_u32(number(letter)?.into())?))
    };
    told.split("endbfchar").next().unwrap_or_default().lines().filter_map(pair).collect()
}

/// What stands in round brackets, as a PDF writes it (ISO 32000-1, 7.3.4.2).
fn literal(rest: &mut Peekable<impl Iterator<Item = u8>>) -> Vec<u8> {
    let (mut bytes, mut depth) = (Vec::new(), 1);
    while let Some(it) = rest.next() {
        match it {
            b'\\' => match rest.next() {
                Some(digit @ b'0'..=b'7') => {
                    let more = (0..2).map_while(|_| rest.next_if(u8::is_ascii_digit));
                    let n =
                        more.fold(u32::from(digit - b'0'), |n, it| n * 8 + u32::from(it - b'0'));
                    bytes.push(u8::try_from(n).unwrap_or_default());
                }
                Some(b'n') => bytes.push(b'\n'),
                Some(b'r') => bytes.push(b'\r'),
                Some(b't') => bytes.push(b'\t'),
                Some(b'b') => bytes.push(8),
                Some(b'f') => bytes.push(12),
                other => bytes.extend(other),
            },
            b')' if depth == 1 => break,
            it => {
                match it {
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                bytes.push(it);
            }
        }
    }
    bytes
}

/// What stands in angle brackets.
fn hexadecimal(rest: &mut impl Iterator<Item = u8>) -> Vec<u8> {
    let digits = rest.take_while(|it| *it != b'>').filter_map(|it| char::from(it).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    digits.chunks_exact(2).filter_map(|it| u8::try_from(it[0] * 16 + it[1]).ok()).collect()
}

/// What programs that read a file aloud look for in every one.
pub fn is_tagged(name: &str, (headers, file): &(HeaderMap, Bytes), language: &str) {
    assert_eq!(headers[header::CONTENT_TYPE], "application/pdf");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(
        headers[header::CONTENT_DISPOSITION],
        format!("attachment; filename=\"{name}.pdf\"")
    );
    let text = unpacked(file);
    let language = format!("/Lang({language})");
    for what in [
        "%PDF-1.7",
        "/MarkInfo",
        "/StructTreeRoot",
        "/Title",
        "/DisplayDocTitle true",
        "pdfuaid",
        "/H1",
        "/H2",
        language.as_str(),
    ] {
        assert!(text.contains(what), "{name} says nothing of {what}");
    }
}

/// The same, and what they look for where there are lists and tables.
fn is_read_aloud(name: &str, found: &(HeaderMap, Bytes), language: &str) {
    is_tagged(name, found, language);
    let text = unpacked(&found.1);
    for what in ["/Lbl", "/Table", "/Scope"] {
        assert!(text.contains(what), "{name} says nothing of {what}");
    }
    // Whoever copies from it gets these letters back (ToUnicode): æ, ø, å.
    let told = text.to_uppercase();
    for [capital, small] in [["<00C6>", "<00E6>"], ["<00D8>", "<00F8>"], ["<00C5>", "<00E5>"]] {
        let is_told = told.contains(capital) || told.contains(small);
        assert!(is_told, "{name} does not tell {small}");
    }
}

#[tokio::test]
async fn a_class_takes_its_day_sheet_and_a_letter_to_its_school_along() {
    for on in [On::Sqlite, On::PostgreSql] {
        let day = Day::on(on).await;
        let mut anybody = Person::default();
        let own = anybody.opens(&day.portal, &day.class).await.2;
        for paper in ["dagsseddel", "frigivelsesbrev"] {
            let path = format!("{}/{paper}", day.class);
            assert!(own.contains(&format!("href=\"{path}\"")), "{own}");
            let shown = anybody.opens(&day.portal, &path).await;
            assert_eq!(shown.0, StatusCode::OK, "{}", shown.2);
            assert_eq!(shown.1[header::CACHE_CONTROL], "no-store");
            for words in
                ["24 elever og 2 voksne", "Ærøvej 1", "8800 Viborg", "Lone Øgård", "20 12 34 56"]
            {
                assert!(shown.2.contains(words), "{words}: {}", shown.2);
            }
            assert!(shown.2.contains(&format!("href=\"{path}.pdf\"")), "{}", shown.2);
            let file = day.file(&anybody, &format!("{path}.pdf")).await;
            if paper == "frigivelsesbrev" {
                is_read_aloud(paper, &file, "da");
            }
        }
        let sheet = anybody.opens(&day.portal, &format!("{}/dagsseddel", day.class)).await.2;
        for words in ["rejseplanen.dk", "Tag madpakke med", "Kan alle være med?", "Vi mødes"] {
            assert!(sheet.contains(words), "{words}: {sheet}");
        }
        let letter = anybody.opens(&day.portal, &format!("{}/frigivelsesbrev", day.class)).await.2;
        for words in ["Til ledelsen på Munkebjergskolen", "6.B", "skolens ledelse"] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        assert_eq!(letter.matches("<th scope=\"row\">").count(), 24, "a line a pupil: {letter}");
        let english = format!("/en{}/frigivelsesbrev", day.class);
        let shown = anybody.opens(&day.portal, &english).await.2;
        assert!(shown.contains("24 pupils and 2 adults"), "{shown}");
        is_read_aloud(
            "frigivelsesbrev",
            &day.file(&anybody, &format!("{english}.pdf")).await,
            "en",
        );
        nothing_is_wrong(&day.portal).await;
    }
}

#[tokio::test]
async fn whoever_offers_a_date_takes_along_who_comes() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Day::on(on).await;
        let path = format!("{}/dagsseddel", day.roster());
        let roster = day.ida.opens(&day.portal, &day.roster()).await.2;
        assert!(roster.contains(&format!("href=\"{path}\"")), "{roster}");
        let shown = day.ida.opens(&day.portal, &path).await;
        assert_eq!(shown.0, StatusCode::OK, "{}", shown.2);
        assert_eq!(shown.1[header::CACHE_CONTROL], "no-store");
        for words in [
            "6.B, Munkebjergskolen",
            "Alma, 12 år",
            "25 af 30 pladser og 2 voksne",
            "1 klasse og 1 barn",
            "24 deltagere",
            "En elev bruger kørestol.",
            "Her står navne.",
        ] {
            assert!(shown.2.contains(words), "{words}: {}", shown.2);
        }
        assert!(!shown.2.contains("6.A"), "who waits is only counted: {}", shown.2);
        assert!(!shown.2.contains("@skole.dk"), "at the door one calls: {}", shown.2);
        is_read_aloud("dagsseddel", &day.file(&day.ida, &format!("{path}.pdf")).await, "da");
        nothing_is_wrong(&day.portal).await;
    }
}

#[tokio::test]
async fn a_paper_is_nobody_elses() {
    for on in [On::Sqlite, On::PostgreSql] {
        let day = Day::on(on).await;
        let mut anybody = Person::default();
        // Whoever waits takes nothing along, and a child leaves no school.
        for path in [
            format!("{}/dagsseddel", day.waiting),
            format!("{}/frigivelsesbrev", day.waiting),
            format!("{}/frigivelsesbrev", day.child),
        ] {
            for end in ["", ".pdf"] {
                let answer = anybody.opens(&day.portal, &format!("{path}{end}")).await;
                assert_eq!(answer.0, StatusCode::NOT_FOUND, "{path}{end}");
            }
        }
        let child = anybody.opens(&day.portal, &day.child).await.2;
        assert!(child.contains("/dagsseddel\"") && !child.contains("/frigivelsesbrev"), "{child}");
        let waiting = anybody.opens(&day.portal, &day.waiting).await.2;
        assert!(!waiting.contains("/dagsseddel"), "{waiting}");
        let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let nobodys = format!("/partner/dato/{}", Uuid::from_u128(1));
        for end in ["", ".pdf"] {
            let dead = format!("/min-tilmelding/ukendt/dagsseddel{end}");
            assert_eq!(anybody.opens(&day.portal, &dead).await.0, StatusCode::GONE);
            let path = format!("{}/dagsseddel{end}", day.roster());
            let away = anybody.opens(&day.portal, &path).await;
            assert_eq!(away.0, StatusCode::SEE_OTHER, "{path}");
            assert_eq!(bo.opens(&day.portal, &path).await.0, StatusCode::NOT_FOUND);
            let gone = bo.opens(&day.portal, &format!("{nobodys}/dagsseddel{end}")).await;
            assert_eq!(gone.0, StatusCode::NOT_FOUND);
        }
    }
}
