//! Pictures of activities: handed in at a desk, kept as bytes of our own, seen by whoever may see
//! the activity.

pub mod at_desk;
mod files;
mod hostile;
#[cfg(target_os = "linux")]
mod memory;

use application::testing::an_activity;
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    catalogue::{ActivityId, DraftId, PictureOf, State},
    identity::Role,
    pact::Region,
};

use crate::{
    people::{location, signed_in},
    testbed::{On, Testbed},
};
use at_desk::{desk, desk_on, hand_in, id_in, words};

const ALT: &str = "To elever bygger en robot af pap";

/// Where the pictures of a page lie.
fn sources(html: &str) -> Vec<String> {
    let tag = html.split("<img").nth(1).and_then(|it| it.split("decoding").next());
    let tag = tag.unwrap_or_default();
    let set = tag.split("srcset=\"").nth(1).and_then(|it| it.split('"').next());
    let paths = set.unwrap_or_default().split(", ").filter_map(|it| it.split(' ').next());
    paths.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

async fn publish(portal: &Testbed, id: ActivityId, state: State) {
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let it = tx.activities().by_id(id).await.expect("a read").expect("an activity");
    let at = it.updated_at();
    tx.activities().save(&[it.kept(state, at)]).await.expect("a write");
    tx.commit().await.expect("a commit");
}

async fn slug(portal: &Testbed, id: ActivityId) -> String {
    let details = portal.plugs.ports.desk.activity_by_id(id).await.expect("a read");
    details.expect("an activity").activity.slug.to_string()
}

async fn wholly_well(portal: &Testbed) {
    assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
}

#[tokio::test]
async fn a_picture_goes_with_its_draft_and_then_with_its_activity() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut desk = desk_on(on).await;
        let file = files::jpeg_from_a_camera(2_000, 1_500, 6);
        let answer = hand_in(&mut desk, ("a.jpg", &file), ALT).await;
        assert_eq!(
            (answer.0, location(&answer)),
            (StatusCode::SEE_OTHER, format!("{}?ok=picture-kept", desk.page()).as_str())
        );
        // It was held upright, and is as it is meant to be seen.
        let picture = desk.picture().await.expect("a picture");
        let sizes: Vec<_> = picture.sizes.iter().map(|it| (it.width, it.height)).collect();
        assert_eq!(sizes, [(360, 480), (720, 960), (1_080, 1_440)]);
        let page = desk.page();
        let html = desk.opens(&page).await.2;
        assert!(
            html.contains(&format!("alt=\"{ALT}\""))
                && html.contains(&format!("\n{ALT}</textarea>")),
            "{html}"
        );
        let preview = format!("/partner/kladder/{}/se", desk.draft.0);
        let html = desk.opens(&preview).await.2;
        let shown = sources(&html);
        assert_eq!(shown.len(), 3, "{html}");
        for path in &shown {
            let answer = desk.opens(path).await;
            assert_eq!(
                (answer.0, &answer.1[header::CACHE_CONTROL]),
                (StatusCode::OK, &"no-store".parse().unwrap())
            );
        }
        wholly_well(&desk.portal).await;

        let id = desk.sends().await;
        assert_eq!(desk.picture().await, None, "the draft is gone");
        publish(&desk.portal, id, State::Published).await;
        let slug = slug(&desk.portal, id).await;
        let (status, _, html) = desk.portal.get(&format!("/aktiviteter/{slug}")).await;
        assert_eq!(status, StatusCode::OK);
        for said in [
            "width=\"1080\" height=\"1440\"".to_owned(),
            format!("alt=\"{ALT}\""),
            format!(
                "property=\"og:image\" content=\"https://gnist.example/aktiviteter/{slug}/billede/"
            ),
            format!("property=\"og:image:alt\" content=\"{ALT}\""),
            format!("\"image\":\"https://gnist.example/aktiviteter/{slug}/billede/"),
        ] {
            assert!(html.contains(&said), "{said}: {html}");
        }
        assert_eq!(sources(&html).len(), 3);
        wholly_well(&desk.portal).await;
    }
}

#[tokio::test]
async fn a_picture_is_seen_by_whoever_may_see_its_activity_and_by_nobody_else() {
    let mut desk = desk().await;
    hand_in(&mut desk, ("a.jpg", &files::jpeg(640, 480)), ALT).await;
    let picture = desk.picture().await.expect("a picture");
    let file = picture.file(picture.sizes[0]);
    let of_draft = format!("{}/{file}", desk.page());
    let mut stranger =
        signed_in(&desk.portal, "bo@vaerft.dk", &[Role::Editor(an_activity(1).partner)]).await;
    let mut mona = signed_in(
        &desk.portal,
        "mona@region.dk",
        &[Role::Moderator(Region::find("midtjylland").unwrap())],
    )
    .await;
    assert_eq!(desk.opens(&of_draft).await.0, StatusCode::OK);
    for person in [&mut stranger, &mut mona] {
        assert_eq!(person.opens(&desk.portal, &of_draft).await.0, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        desk.portal.get(&of_draft).await.0,
        StatusCode::SEE_OTHER,
        "a visitor is asked who they are"
    );

    let id = desk.sends().await;
    let slug = slug(&desk.portal, id).await;
    let public = format!("/aktiviteter/{slug}/billede/{file}");
    let of_case = format!("/moderation/aktiviteter/{}/billede/{file}", id.0);
    for (state, of_all, of_moderator) in [
        (State::Submitted, StatusCode::NOT_FOUND, StatusCode::OK),
        (State::Draft, StatusCode::NOT_FOUND, StatusCode::OK),
        (State::Published, StatusCode::OK, StatusCode::OK),
        (State::Cancelled, StatusCode::OK, StatusCode::OK),
        (State::Archived, StatusCode::GONE, StatusCode::OK),
    ] {
        publish(&desk.portal, id, state).await;
        let page = desk.portal.get(&format!("/aktiviteter/{slug}")).await.0;
        let seen = desk.portal.get(&public).await.0;
        assert_eq!((seen, page), (of_all, of_all), "{state}");
        let case = mona.opens(&desk.portal, &of_case).await;
        assert_eq!(case.0, of_moderator, "{state}");
        assert_eq!(
            stranger.opens(&desk.portal, &of_case).await.0,
            StatusCode::NOT_FOUND,
            "{state}"
        );
    }
    publish(&desk.portal, id, State::Published).await;
    let other = slug_of_another(&desk.portal).await;
    for path in [
        public.replace(&slug, &other),
        public.replace(&slug, "findes-ikke"),
        public.replace("-480", "-481"),
        public.replace(".jpg", ".png"),
        public.replace(&file.mark.to_string(), &"0".repeat(32)),
    ] {
        assert_eq!(desk.portal.get(&path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    // Once it shows something else, the former is nobody's.
    let path = format!("/partner/aktiviteter/{}/ret", id.0);
    let answer = desk.person.submits(&desk.portal, &path, &[]).await;
    desk.draft = DraftId(id_in(location(&answer)));
    assert_eq!(
        desk.picture().await.map(|it| it.mark),
        Some(picture.mark),
        "a change begins with it"
    );
    hand_in(&mut desk, ("b.png", &files::png(700, 500)), "En robot af pap").await;
    assert_eq!(desk.portal.get(&public).await.0, StatusCode::OK, "nothing is sent yet");
    desk.sends().await;
    assert_eq!(desk.portal.get(&public).await.0, StatusCode::NOT_FOUND);
    wholly_well(&desk.portal).await;
}

async fn slug_of_another(portal: &Testbed) -> String {
    let another = an_activity(0).id;
    slug(portal, another).await
}

#[tokio::test]
async fn a_picture_that_is_public_is_kept_for_long_and_never_becomes_a_page() {
    let mut desk = desk().await;
    hand_in(&mut desk, ("a.jpg", &files::jpeg(640, 480)), ALT).await;
    let picture = desk.picture().await.expect("a picture");
    let file = picture.file(picture.sizes[0]);
    let id = desk.sends().await;
    publish(&desk.portal, id, State::Published).await;
    let path = format!("/aktiviteter/{}/billede/{file}", slug(&desk.portal, id).await);
    let (status, headers, _) = desk.portal.get(&path).await;
    assert_eq!(status, StatusCode::OK);
    let said = |name: &str| headers[name].to_str().unwrap().to_owned();
    assert_eq!(said("content-type"), "image/jpeg");
    assert_eq!(said("cache-control"), "public, max-age=2592000, immutable");
    assert_eq!(said("content-disposition"), "attachment");
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert!(said("content-security-policy").starts_with("default-src 'none'"));
    assert!(said("content-security-policy").contains("; sandbox;"));
    assert!(!headers.contains_key(header::SET_COOKIE));
    let again = Request::get(&path).header(header::IF_NONE_MATCH, &headers[header::ETAG]);
    let (status, _, body) = desk.portal.bytes(again.body(Body::empty()).unwrap()).await;
    assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn a_picture_that_nobody_has_described_is_kept_but_not_sent() {
    let mut desk = desk().await;
    let answer = hand_in(&mut desk, ("a.jpg", &files::jpeg(640, 480)), "  ").await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&answer.2).contains("Skriv, hvad billedet viser."), "{}", words(&answer.2));
    assert!(desk.picture().await.is_some_and(|it| it.alt.is_none()), "the file is lost");
    let send = format!("/partner/kladder/{}/send", desk.draft.0);
    let html = desk.opens(&send).await.2;
    assert!(
        words(&html).contains("1 ting mangler") && !html.contains("Send til godkendelse"),
        "{}",
        words(&html)
    );
    let answer = desk.person.submits(&desk.portal, &send, &[]).await;
    assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, desk.page().as_str()));

    // Said afterwards, without the file; too short, and then as it should be.
    for (alt, status) in [("Ja", StatusCode::UNPROCESSABLE_ENTITY), (ALT, StatusCode::SEE_OTHER)] {
        let answer = hand_in(&mut desk, ("", b""), alt).await;
        assert_eq!(answer.0, status, "{}", words(&answer.2));
    }
    let id = desk.sends().await;
    let kept = desk.portal.plugs.ports.pictures.picture_of(PictureOf::Activity(id)).await.unwrap();
    assert_eq!(kept.and_then(|it| it.alt).map(|it| it.to_string()).as_deref(), Some(ALT));
}

#[tokio::test]
async fn without_a_file_there_is_no_picture() {
    let mut desk = desk().await;
    let answer = hand_in(&mut desk, ("", b""), ALT).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&answer.2).contains("Vælg et billede først."));
    let answer = hand_in(&mut desk, ("", b""), &"x".repeat(300)).await;
    let said = words(&answer.2);
    assert!(said.contains("Vælg et billede først.") && said.contains("højst 250 tegn"), "{said}");
    let english = format!("/en{}", desk.page());
    let answer = desk.person.hands_in(&desk.portal, &english, ("", b""), &[("alt", "")]).await;
    assert!(words(&answer.2).contains("Choose a picture first."), "{}", words(&answer.2));
}

#[tokio::test]
async fn a_picture_goes_with_copies_and_away_with_drafts() {
    let mut desk = desk().await;
    hand_in(&mut desk, ("a.jpg", &files::jpeg(640, 480)), ALT).await;
    let id = desk.sends().await;
    publish(&desk.portal, id, State::Published).await;
    let path = format!("/partner/aktiviteter/{}/kopi", id.0);
    let answer = desk.person.submits(&desk.portal, &path, &[]).await;
    desk.draft = DraftId(id_in(location(&answer)));
    assert_eq!(desk.prints().await.len(), 2);
    let path = format!("/partner/kladder/{}/slet", desk.draft.0);
    desk.person.submits(&desk.portal, &path, &[]).await;
    assert_eq!(desk.picture().await, None);
    // What it was copied from still shows it, until a change without it is sent.
    let of = PictureOf::Activity(id);
    assert!(desk.portal.plugs.ports.pictures.picture_of(of).await.unwrap().is_some());
    let path = format!("/partner/aktiviteter/{}/ret", id.0);
    let answer = desk.person.submits(&desk.portal, &path, &[]).await;
    desk.draft = DraftId(id_in(location(&answer)));
    desk.removes().await;
    assert!(desk.portal.plugs.ports.pictures.picture_of(of).await.unwrap().is_some());
    desk.sends().await;
    assert_eq!(desk.portal.plugs.ports.pictures.picture_of(of).await.unwrap(), None);
    wholly_well(&desk.portal).await;
}
