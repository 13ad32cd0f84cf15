//! A member of a partner at the draft of an activity in which nothing but a picture is missing.

use application::{catalogue::answers_of, testing::an_activity};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    Uuid,
    catalogue::{ActivityId, DraftId, Picture, PictureOf, TypedDate},
    identity::Role,
    partners::PartnerId,
};

use crate::{
    people::{Answer, Person, location, signed_in},
    testbed::{On, Testbed},
};

/// A member of a partner at the draft of an activity.
pub struct AtDesk {
    pub portal: Testbed,
    pub person: Person,
    pub partner: PartnerId,
    pub draft: DraftId,
}

pub async fn desk() -> AtDesk {
    desk_on(On::Sqlite).await
}

pub async fn desk_on(on: On) -> AtDesk {
    let portal = Testbed::start(on).await;
    application::testing::contract::fill(&*portal.plugs.ports.store, 4).await;
    let partner = an_activity(0).partner;
    let mut person = signed_in(&portal, "eva@robot.dk", &[Role::Editor(partner)]).await;
    let draft = begin(&portal, &mut person, partner).await;
    AtDesk { portal, person, partner, draft }
}

/// Begins a draft in which nothing but a picture is missing.
pub async fn begin(portal: &Testbed, person: &mut Person, partner: PartnerId) -> DraftId {
    let answer = person.submits(portal, &format!("/partner/{}/kladder", partner.0), &[]).await;
    let draft = id_in(location(&answer));
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let mut it = tx.drafts().by_id(DraftId(draft)).await.expect("a read").expect("a draft");
    it.answers = answers_of(&an_activity(0));
    let seats = it.answers.dates[0].seats.clone();
    let [day, from, to] = ["2027-03-18", "09:00", "12:00"].map(str::to_owned);
    it.answers.dates = vec![TypedDate { day, from, to, seats, ..TypedDate::default() }];
    tx.drafts().save(&it).await.expect("a write");
    tx.commit().await.expect("a commit");
    DraftId(draft)
}

/// The name of something in an address.
pub fn id_in(path: &str) -> Uuid {
    path.split('/').find_map(|part| Uuid::parse_str(part).ok()).expect("a name")
}

/// What a page says, without its tags.
pub fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or(html);
    let parts = main.split('<').map(|part| part.split_once('>').map_or("", |it| it.1));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub async fn hand_in(desk: &mut AtDesk, file: (&str, &[u8]), alt: &str) -> Answer {
    let path = desk.page();
    desk.person.hands_in(&desk.portal, &path, file, &[("alt", alt)]).await
}

impl AtDesk {
    pub fn page(&self) -> String {
        format!("/partner/kladder/{}/billede", self.draft.0)
    }

    pub async fn picture(&self) -> Option<Picture> {
        let whose = PictureOf::Draft(self.draft);
        self.portal.plugs.ports.pictures.picture_of(whose).await.expect("a read")
    }

    /// The bytes of each size of what the draft shows.
    pub async fn prints(&self) -> Vec<Vec<u8>> {
        let Some(picture) = self.picture().await else { return Vec::new() };
        let (whose, pictures) = (PictureOf::Draft(self.draft), &self.portal.plugs.ports.pictures);
        let mut prints = Vec::new();
        for size in &picture.sizes {
            let print = pictures.print_of(whose, &picture.file(*size)).await.expect("a read");
            prints.push(print.expect("bytes"));
        }
        assert!(!prints.is_empty());
        prints
    }

    pub async fn removes(&mut self) {
        let path = format!("{}/fjern", self.page());
        let answer = self.person.submits(&self.portal, &path, &[]).await;
        assert_eq!(answer.0, StatusCode::SEE_OTHER);
    }

    /// Sends the draft, and answers the activity that it became.
    pub async fn sends(&mut self) -> ActivityId {
        let path = format!("/partner/kladder/{}/send", self.draft.0);
        let answer = self.person.submits(&self.portal, &path, &[]).await;
        assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", words(&answer.2));
        let theirs = self.portal.plugs.ports.desk.activities_of(&[self.partner], 100).await;
        let is_new =
            |it: &domain::catalogue::Activity| it.external_id.as_str().starts_with("gnist-");
        theirs.expect("a read").into_iter().find(is_new).expect("an activity").id
    }

    pub async fn opens(&mut self, path: &str) -> Answer {
        self.person.opens(&self.portal, path).await
    }

    /// Says that a form is so long, and sends none of it.
    pub async fn says_that_it_sends(&mut self, bytes: usize) -> Answer {
        let request = Request::post(self.page())
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::CONTENT_LENGTH, bytes)
            .body(Body::empty())
            .expect("a request");
        self.person.asks(&self.portal, request).await
    }

    /// A form in which two files stand.
    pub async fn sends_two(&mut self, files: (&[u8], &[u8]), alt: &str) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in
            [("file", files.0), ("file", files.1), ("alt", alt.as_bytes()), ("alt", b"x")]
        {
            let head = format!(
                "--x\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"a.jpg\"\r\n\r\n"
            );
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(b"--x--\r\n");
        let request = Request::post(self.page())
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(body))
            .expect("a request");
        self.person.asks(&self.portal, request).await
    }
}
