//! How much the program takes up while pictures are handed in, measured from outside.

use std::{fs, iter, sync::Arc, time::Duration};

use application::{ports::Clock as _, testing::an_activity};
use domain::identity::Role;
use server::adapters::SystemClock;

use super::{at_desk::begin, files, hostile};
use crate::{
    people::signed_in,
    program::{Serving, free_addr},
    testbed::{On, Testbed},
};

/// The most that pictures may add to what the program takes up, in megabytes.
const MOST: u64 = 50;

/// A figure of a program from the system, in bytes.
fn figure(process: u32, name: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = text.lines().find(|line| line.starts_with(name)).expect("a figure");
    let kilobytes = line.split_whitespace().nth(1).expect("a number");
    kilobytes.parse::<u64>().expect("a number") * 1024
}

/// Lets the system count the most that a program takes up from now on (proc(5), `clear_refs`).
fn forget_the_most(process: u32) {
    fs::write(format!("/proc/{process}/clear_refs"), "5").expect("it is ours");
}

/// Files that take up as much as files can, each filled up to the most that is read. What is read
/// row by row is wide rather than high.
fn heavy() -> Vec<(&'static str, Vec<u8>, u16)> {
    let full = |mut file: Vec<u8>| {
        file.resize(10 * 1024 * 1024 - 1, 0);
        file
    };
    let deep = files::Header { depth: 16, color: 6, ..files::Header::rgb(6_000, 1_000) };
    let zeros = vec![0; (6_000 * 8 + 1) * 1_000];
    vec![
        ("a telephone's", full(files::telephone_jpeg(5_712, 4_284)), 303),
        ("several passes", full(files::progressive_jpeg(1_600, 1_200)), 303),
        ("several passes, large", full(files::progressive_jpeg(4_000, 3_000)), 422),
        ("a drawing", full(files::png(6_000, 500)), 303),
        ("sixteen bits", full(files::png_of(deep, &[], &files::packed(&zeros))), 303),
        ("seven passes", full(files::png_of_seven_passes(3_000, 2_000)), 303),
        ("from the web", full(files::webp(2_400, 1_600)), 303),
        ("from the web, large", full(files::webp(3_000, 2_500)), 422),
        ("thirty megabytes", vec![0xFF; 30 * 1024 * 1024], 422),
        ("30,000 × 30,000", full(files::png_of(files::Header::rgb(30_000, 30_000), &[], b"")), 422),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::disallowed_methods, reason = "they are waited for")]
async fn pictures_take_up_no_more_than_fifty_megabytes_however_large_they_say_they_are() {
    let portal = Testbed::start(On::Sqlite).await;
    // The program that is measured knows the wall clock alone.
    portal.clock.set(SystemClock.now());
    application::testing::contract::fill(&*portal.plugs.ports.store, 4).await;
    let partner = an_activity(0).partner;
    let mut person = signed_in(&portal, "eva@robot.dk", &[Role::Editor(partner)]).await;
    let draft = begin(&portal, &mut person, partner).await;
    let addr = free_addr();
    let (listens, public) = (addr.to_string(), "--public-url=https://gnist.example");
    let serving = Serving::start(portal.folder(), &["serve", "--addr", &listens, public]);
    let process = serving.child.id();
    let client = reqwest::Client::builder().timeout(Duration::from_mins(1)).build().expect("it");
    let url = format!("http://{addr}/partner/kladder/{}/billede", draft.0);
    let cookie = Arc::new(person.cookie.clone().expect("a cookie"));
    let send = |name: &'static str, file: Vec<u8>| {
        let (client, url, cookie) = (client.clone(), url.clone(), cookie.clone());
        async move {
            let head = "--x\r\ncontent-disposition: form-data; name=\"alt\"\r\n\r\nEn robot af pap\r\n\
                --x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
            let body = [head.as_bytes(), &file, b"\r\n--x--\r\n"].concat();
            let request = client
                .post(url)
                .header("content-type", "multipart/form-data; boundary=x")
                .header("sec-fetch-site", "same-origin")
                .header("cookie", cookie.as_str())
                .body(body);
            (name, request.send().await.ok().map(|it| it.status().as_u16()))
        }
    };
    // What is made once, such as the editor's sentences and the code that reads each kind, is there
    // before anything is measured.
    let deep = files::Header { depth: 16, color: 6, ..files::Header::rgb(640, 480) };
    let zeros = vec![0; (640 * 8 + 1) * 480];
    for small in [
        files::jpeg(640, 480),
        files::telephone_jpeg(640, 480),
        files::progressive_jpeg(640, 480),
        files::png(640, 480),
        files::png_of(deep, &[], &files::packed(&zeros)),
        files::png_of_seven_passes(640, 480),
        files::webp(640, 480),
    ] {
        let (_, status) = send("small", small).await;
        assert_eq!(status, Some(200));
    }
    let files = heavy();
    forget_the_most(process);
    let before = figure(process, "VmRSS");
    for (name, file, expected) in &files {
        let (name, status) = send(name, file.clone()).await;
        // Redirects are followed to the page that says that it is kept.
        let expected = if *expected == 303 { 200 } else { *expected };
        assert_eq!(status, Some(expected), "{name}");
    }
    let one_by_one = figure(process, "VmHWM").saturating_sub(before);
    // All the large ones at once, and then the others, eight at a time.
    let small: Vec<_> = hostile::files().collect();
    let large = files.into_iter().map(|(name, file, _)| (name, file)).collect();
    let eights = small.chunks(8).map(<[_]>::to_vec);
    let mut taken = 0;
    for together in iter::once(large).chain(eights) {
        let on_the_way: Vec<_> =
            together.into_iter().map(|(name, file)| tokio::spawn(send(name, file))).collect();
        for it in on_the_way {
            let (name, status) = it.await.expect("it is sent");
            // Whoever is turned away before all was sent may find the line cut.
            assert!(matches!(status, None | Some(200 | 422)), "{name}: {status:?}");
            taken += u32::from(status == Some(200));
        }
    }
    let at_once = figure(process, "VmHWM").saturating_sub(before);
    let [one_by_one, at_once] = [one_by_one, at_once].map(|bytes| bytes / 1024 / 1024);
    println!("{one_by_one} MB one by one, {at_once} MB at once");
    assert!(taken > 0, "all were turned away");
    assert!(one_by_one > 8, "nothing was measured: {one_by_one} MB");
    assert!(at_once <= MOST, "{one_by_one} MB one by one, {at_once} MB at once");
}
