//! Pictures go the way that their drafts go.

use domain::{
    InvalidText,
    catalogue::{ActivityId, DraftId, PictureOf},
    identity::Role,
};

use super::{HandedInPicture, PictureProblem, hand_in_picture, remove_picture, see_draft_picture};
use crate::{
    catalogue::{
        DeskError, Sent, Shown, copy_activity, discard_draft, preview_draft, revise_activity,
        see_picture, send_draft, show_activity, take_back,
    },
    identity::Viewer,
    pact::{
        approve_partner,
        house::{House, region},
        see_case_picture, show_case,
    },
    ports::PictureFault,
};

const ALT: &str = "To elever bygger en robot";

fn handed_in(file: &str, alt: &str) -> HandedInPicture {
    let file = (!file.is_empty()).then(|| file.as_bytes().to_vec());
    HandedInPicture { file, alt: alt.to_owned() }
}

struct Desk {
    house: House,
    signe: Viewer,
    mona: Viewer,
    draft: DraftId,
}

impl Desk {
    async fn new() -> Self {
        let house = House::new();
        let (signe, partner) =
            house.organiser("signe@firma.dk", "Munkemose ApS", "https://munkemose.dk").await;
        let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
        approve_partner(&house.ports, &mona, partner).await.unwrap();
        let draft = house.draft(&signe, partner, "8800").await;
        Self { house, signe, mona, draft }
    }

    async fn hands_in(&self, file: &str, alt: &str) -> Vec<PictureProblem> {
        let ports = &self.house.ports;
        hand_in_picture(ports, &self.signe, self.draft, handed_in(file, alt)).await.unwrap()
    }

    async fn shows(&self, whose: PictureOf) -> Option<String> {
        let picture = self.house.ports.pictures.picture_of(whose).await.unwrap()?;
        Some(picture.alt.map_or_else(|| "untold".to_owned(), |it| it.to_string()))
    }

    async fn sends(&self) -> ActivityId {
        match send_draft(&self.house.ports, &self.signe, self.draft).await.unwrap() {
            Sent::Waits(id) => id,
            Sent::Published(slug) => {
                let details = self.house.ports.catalogue.activity(&slug).await.unwrap();
                details.unwrap().activity.id
            }
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_picture_is_told_and_nothing_is_lost() {
    let desk = Desk::new().await;
    let of_draft = PictureOf::Draft(desk.draft);
    let no_words = PictureProblem::Alt(InvalidText::Blank);
    assert_eq!(desk.hands_in("", "").await, [PictureProblem::NoFile, no_words]);
    assert_eq!(desk.hands_in("", ALT).await, [PictureProblem::NoFile]);
    let no_picture = PictureProblem::File(PictureFault::NotAPicture);
    assert_eq!(desk.hands_in("text", "").await, [no_picture, no_words]);
    assert_eq!(desk.shows(of_draft).await, None);

    assert_eq!(desk.hands_in("picture 1", "").await, [no_words]);
    assert_eq!(desk.shows(of_draft).await.as_deref(), Some("untold"));
    let sent = send_draft(&desk.house.ports, &desk.signe, desk.draft).await;
    assert!(matches!(sent, Err(DeskError::PictureUntold)), "{sent:?}");
    assert_eq!(
        desk.hands_in("", "abc").await,
        [PictureProblem::Alt(InvalidText::TooShort { min: 5 })]
    );
    assert_eq!(desk.hands_in("", ALT).await, []);
    assert_eq!(desk.shows(of_draft).await.as_deref(), Some(ALT));
    // What cannot be read leaves all as it was.
    assert_eq!(desk.hands_in("text", "Noget helt andet").await, [no_picture]);
    assert_eq!(desk.shows(of_draft).await.as_deref(), Some(ALT));
}

#[tokio::test]
async fn a_picture_becomes_the_activity_s_when_its_draft_is_sent() {
    let mut desk = Desk::new().await;
    desk.hands_in("picture 1", ALT).await;
    let preview = preview_draft(&desk.house.ports, &desk.signe, desk.draft).await.unwrap();
    assert!(preview.details.picture.is_some());
    let id = desk.sends().await;
    let (ports, of_activity) = (&desk.house.ports, PictureOf::Activity(id));
    assert_eq!(desk.shows(PictureOf::Draft(desk.draft)).await, None);
    assert_eq!(desk.shows(of_activity).await.as_deref(), Some(ALT));
    assert!(show_case(ports, &desk.mona, id).await.unwrap().page.details.picture.is_some());
    desk.house.approves(&desk.mona, id).await.unwrap();

    // A change in the picture alone is a change.
    let at = desk.house.passes(chrono::TimeDelta::hours(1));
    desk.draft = revise_activity(ports, &desk.signe, id).await.unwrap();
    assert_eq!(desk.shows(PictureOf::Draft(desk.draft)).await.as_deref(), Some(ALT));
    desk.hands_in("picture 2", "En robot").await;
    assert_eq!(desk.shows(of_activity).await.as_deref(), Some(ALT), "nothing is sent yet");
    desk.sends().await;
    assert_eq!(desk.shows(of_activity).await.as_deref(), Some("En robot"));
    let details = ports.desk.activity_by_id(id).await.unwrap().unwrap();
    assert_eq!(details.activity.updated_at(), at);

    // None at all is one too; the same again is none.
    desk.house.passes(chrono::TimeDelta::hours(1));
    desk.draft = revise_activity(ports, &desk.signe, id).await.unwrap();
    desk.sends().await;
    assert_eq!(desk.shows(of_activity).await.as_deref(), Some("En robot"));
    let details = ports.desk.activity_by_id(id).await.unwrap().unwrap();
    assert_eq!(details.activity.updated_at(), at, "nothing was changed");
    desk.draft = revise_activity(ports, &desk.signe, id).await.unwrap();
    remove_picture(ports, &desk.signe, desk.draft).await.unwrap();
    desk.sends().await;
    assert_eq!(desk.shows(of_activity).await, None);
}

#[tokio::test]
async fn a_picture_is_for_those_who_may_see_what_it_belongs_to() {
    let desk = Desk::new().await;
    let ports = &desk.house.ports;
    desk.hands_in("picture 1", ALT).await;
    let whose = PictureOf::Draft(desk.draft);
    let picture = ports.pictures.picture_of(whose).await.unwrap().unwrap();
    let file = picture.file(picture.sizes[0]);
    let other = [Role::Editor(domain::partners::PartnerId(domain::Uuid::from_u128(99)))];
    let stranger = desk.house.person("bo@andre.dk", &other).await;
    for outsider in [&stranger, &desk.mona] {
        let seen = see_draft_picture(ports, outsider, desk.draft, &file).await;
        assert!(matches!(seen, Err(DeskError::Unknown)));
        let handed_in =
            hand_in_picture(ports, outsider, desk.draft, handed_in("picture", ALT)).await;
        assert!(matches!(handed_in, Err(DeskError::Unknown)));
        let removed = remove_picture(ports, outsider, desk.draft).await;
        assert!(matches!(removed, Err(DeskError::Unknown)));
    }
    assert!(see_draft_picture(ports, &desk.signe, desk.draft, &file).await.is_ok());

    let id = desk.sends().await;
    let slug = ports.desk.activity_by_id(id).await.unwrap().unwrap().activity.slug;
    assert!(matches!(see_picture(ports, &slug, &file).await, Ok(Shown::Unknown)));
    assert!(see_case_picture(ports, &desk.mona, id, &file).await.is_ok());
    for outsider in [&stranger, &desk.signe] {
        let seen = see_case_picture(ports, outsider, id, &file).await;
        assert!(matches!(seen, Err(DeskError::Unknown)));
    }
    desk.house.approves(&desk.mona, id).await.unwrap();
    assert!(matches!(see_picture(ports, &slug, &file).await, Ok(Shown::Page(_))));
    let Shown::Page(page) = show_activity(ports, &slug).await.unwrap() else {
        panic!("it is not shown")
    };
    assert_eq!(page.details.picture.map(|it| it.mark), Some(picture.mark));
}

#[tokio::test]
async fn copies_are_pictures_of_their_own() {
    let desk = Desk::new().await;
    let ports = &desk.house.ports;
    desk.hands_in("picture 1", ALT).await;
    let id = desk.sends().await;
    let copy = copy_activity(ports, &desk.signe, id).await.unwrap();
    assert_eq!(desk.shows(PictureOf::Draft(copy)).await.as_deref(), Some(ALT));
    take_back(ports, &desk.signe, id).await.unwrap();
    discard_draft(ports, &desk.signe, copy).await.unwrap();
    assert_eq!(desk.shows(PictureOf::Draft(copy)).await, None);
    assert_eq!(desk.shows(PictureOf::Activity(id)).await.as_deref(), Some(ALT));
}
