//! What every store promises of pictures.

use domain::{
    Uuid,
    catalogue::{
        ActivityId, DraftId, Picture, PictureFile, PictureId, PictureOf, PictureSize, Print,
    },
};

use super::{contract::fill, desk_contract::draft, identity_contract::account};
use crate::ports::{DeskReader, PictureReader, Store};

/// The n-th picture, with bytes of every kind.
#[must_use]
pub fn picture(n: u8) -> (Picture, Vec<Print>) {
    let print = |width: u16, height| Print {
        size: PictureSize { width, height },
        jpeg: (0..=255).chain([n, 0, b'\'']).cycle().take(usize::from(width)).collect(),
    };
    let prints = vec![print(480, 270), print(960, 540), print(1_440, 810)];
    let alt = format!("Elever {n} »bygger« & lodder\u{2003}på en robot").try_into().ok();
    (Picture::of(PictureId(Uuid::from_u128(900 + u128::from(n))), alt, &prints), prints)
}

/// Lays two drafts and two activities ready, and answers what can have a picture.
async fn owners(store: &dyn Store) -> [PictureOf; 4] {
    let activities = fill(store, 2).await;
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&account(1)).await.expect("a write");
    for n in 0..2 {
        tx.drafts().add(&draft(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    [
        PictureOf::Draft(draft(0).id),
        PictureOf::Draft(draft(1).id),
        PictureOf::Activity(activities[0].id),
        PictureOf::Activity(activities[1].id),
    ]
}

/// A picture comes back as it was put, byte by byte, from whom it was put with alone; the next
/// one takes its place.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_pictures(store: &dyn Store, reader: &(impl PictureReader + DeskReader)) {
    let whose = owners(store).await;
    let ((one, prints), (two, others)) = (picture(1), picture(2));
    let mut tx = store.begin().await.expect("a transaction");
    tx.pictures().put(whose[0], &one, &prints).await.expect("a write");
    tx.pictures().put(whose[2], &two, &others).await.expect("a write");
    assert_eq!(tx.pictures().of(whose[0]).await.expect("a read"), Some(one.clone()));
    assert_eq!(tx.pictures().of(whose[1]).await.expect("a read"), None);
    tx.commit().await.expect("a commit");

    assert_eq!(reader.picture_of(whose[0]).await.expect("a read"), Some(one.clone()));
    assert_eq!(reader.picture_of(whose[2]).await.expect("a read"), Some(two.clone()));
    assert_eq!(reader.picture_of(whose[3]).await.expect("a read"), None);
    for (whose, shown) in [(whose[2], Some(&two)), (whose[3], None)] {
        let PictureOf::Activity(id) = whose else { unreachable!("it is an activity's") };
        let details = reader.activity_by_id(id).await.expect("a read").expect("an activity");
        assert_eq!(details.picture.as_ref(), shown, "it is not told with the activity");
    }
    for (size, print) in one.sizes.iter().zip(&prints) {
        let bytes = reader.print_of(whose[0], &one.file(*size)).await.expect("a read");
        assert_eq!(bytes.as_ref(), Some(&print.jpeg));
        for other in [whose[1], whose[2], whose[3]] {
            let bytes = reader.print_of(other, &one.file(*size)).await.expect("a read");
            assert_eq!(bytes, None, "it is seen with another");
        }
    }
    let unknown = PictureFile { width: 481, ..one.file(one.sizes[0]) };
    assert_eq!(reader.print_of(whose[0], &unknown).await.expect("a read"), None);

    let mut tx = store.begin().await.expect("a transaction");
    let untold = Picture { alt: None, ..picture(3).0 };
    tx.pictures().put(whose[0], &untold, &picture(3).1).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.picture_of(whose[0]).await.expect("a read"), Some(untold));
    let gone = reader.print_of(whose[0], &one.file(one.sizes[0])).await.expect("a read");
    assert_eq!(gone, None, "the former picture is still to be seen");

    let mut tx = store.begin().await.expect("a transaction");
    let alt = two.alt.clone().expect("words");
    tx.pictures().tell(whose[0], &alt).await.expect("a write");
    tx.pictures().tell(whose[1], &alt).await.expect("nothing is told of nothing");
    tx.commit().await.expect("a commit");
    let told = reader.picture_of(whose[0]).await.expect("a read").expect("a picture");
    assert_eq!((told.alt, told.mark), (Some(alt), picture(3).0.mark));
    assert_eq!(reader.picture_of(whose[1]).await.expect("a read"), None);
}

/// A picture is copied, handed over and removed, and goes away with what it belongs to.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn lets_pictures_go_with_what_they_belong_to(
    store: &dyn Store,
    reader: &dyn PictureReader,
) {
    let whose = owners(store).await;
    let ((one, prints), (two, others)) = (picture(1), picture(2));
    let copied = PictureId(Uuid::from_u128(950));
    let mut tx = store.begin().await.expect("a transaction");
    tx.pictures().put(whose[2], &one, &prints).await.expect("a write");
    tx.pictures().put(whose[3], &two, &others).await.expect("a write");
    tx.pictures().copy(whose[2], whose[0], copied).await.expect("a write");
    tx.pictures().copy(whose[1], whose[0], PictureId(Uuid::nil())).await.expect("nothing");
    tx.commit().await.expect("a commit");
    let copy = Picture { id: copied, ..one.clone() };
    let at = |n: usize| reader.picture_of(whose[n]);
    assert_eq!(at(0).await.expect("a read"), Some(copy.clone()));
    assert_eq!(at(2).await.expect("a read"), Some(one.clone()));
    for (size, print) in one.sizes.iter().zip(&prints) {
        let bytes = reader.print_of(whose[0], &copy.file(*size)).await.expect("a read");
        assert_eq!(bytes.as_ref(), Some(&print.jpeg), "a copy is seen as the original is");
    }

    let mut tx = store.begin().await.expect("a transaction");
    tx.pictures().hand_over(whose[0], whose[3]).await.expect("a write");
    tx.pictures().remove(whose[2]).await.expect("a write");
    tx.pictures().remove(whose[1]).await.expect("nothing is removed of nothing");
    tx.commit().await.expect("a commit");
    assert_eq!(at(0).await.expect("a read"), None);
    assert_eq!(at(2).await.expect("a read"), None);
    assert_eq!(at(3).await.expect("a read"), Some(copy));

    let (PictureOf::Draft(DraftId(draft)), PictureOf::Activity(ActivityId(activity))) =
        (whose[0], whose[3])
    else {
        unreachable!("the first is a draft and the last an activity")
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.pictures().put(whose[0], &one, &prints).await.expect("a write");
    tx.commit().await.expect("a commit");
    let mut tx = store.begin().await.expect("a transaction");
    tx.drafts().remove(DraftId(draft)).await.expect("a write");
    tx.activities().remove(&[ActivityId(activity)]).await.expect("a write");
    tx.commit().await.expect("a commit");
    for n in 0..4 {
        assert_eq!(at(n).await.expect("a read"), None, "a picture of nothing is left");
    }

    let mut tx = store.begin().await.expect("a transaction");
    tx.pictures().put(whose[1], &two, &others).await.expect("a write");
    drop(tx);
    assert_eq!(at(1).await.expect("a read"), None, "what was dropped is kept");
}
