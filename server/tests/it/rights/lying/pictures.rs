//! Pictures that hang where somebody may or may not see them.

use application::testing::picture_contract::picture;
use domain::{
    Uuid,
    catalogue::{Picture, PictureId, PictureOf, Slug},
};

use super::number;
use crate::testbed::Testbed;

/// Hangs a picture, and answers the name of its file.
pub async fn hang(portal: &Testbed, whose: PictureOf) -> String {
    let (picture, prints) = picture(1);
    let picture = Picture { id: PictureId(Uuid::from_u128(number())), ..picture };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.pictures().put(whose, &picture, &prints).await.expect("a write");
    tx.commit().await.expect("a commit");
    picture.file(picture.sizes[0]).to_string()
}

/// Where the picture of an activity that everybody sees is.
pub async fn path(portal: &Testbed, slug: &str) -> String {
    let details = portal.plugs.ports.catalogue.activity(&Slug::kept(slug)).await.expect("a read");
    let id = details.expect("an activity").activity.id;
    let file = hang(portal, PictureOf::Activity(id)).await;
    format!("/aktiviteter/{slug}/billede/{file}")
}
