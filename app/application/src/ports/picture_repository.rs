//! Pictures, each kept with what it belongs to.

use async_trait::async_trait;
use domain::catalogue::{AltText, Picture, PictureFile, PictureId, PictureOf, Print};

use super::StoreError;

/// Pictures, at most one of each draft and each activity. A picture goes away with what it
/// belongs to.
#[async_trait]
pub trait PictureRepository: Send {
    /// What a draft or an activity shows, without its bytes.
    async fn of(&mut self, whose: PictureOf) -> Result<Option<Picture>, StoreError>;

    /// Keeps a picture in the place of whatever was there.
    async fn put(
        &mut self,
        whose: PictureOf,
        picture: &Picture,
        prints: &[Print],
    ) -> Result<(), StoreError>;

    /// Keeps what a picture that is there shows, in words.
    async fn tell(&mut self, whose: PictureOf, alt: &AltText) -> Result<(), StoreError>;

    /// Keeps the same under another name with somebody who has none; nothing where there is none.
    async fn copy(
        &mut self,
        from: PictureOf,
        to: PictureOf,
        id: PictureId,
    ) -> Result<(), StoreError>;

    /// Lets what one shows be what another shows instead of what it showed, if anything.
    async fn hand_over(&mut self, from: PictureOf, to: PictureOf) -> Result<(), StoreError>;

    async fn remove(&mut self, whose: PictureOf) -> Result<(), StoreError>;
}

/// Answers what there is to see. Whether somebody may see it was asked before.
#[async_trait]
pub trait PictureReader: Send + Sync {
    async fn picture_of(&self, whose: PictureOf) -> Result<Option<Picture>, StoreError>;

    /// The bytes of one size, where it is what they show now.
    async fn print_of(
        &self,
        whose: PictureOf,
        file: &PictureFile,
    ) -> Result<Option<Vec<u8>>, StoreError>;
}
