//! The thing that an address names, read where a handler begins.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
    response::Response,
};
use domain::{
    Uuid,
    catalogue::{ActivityId, DraftId, ImportId},
    identity::AccountId,
    pact::{CampaignId, ReviewId},
    partners::{ClaimId, PartnerId},
};
use ui::Problem;

use super::{Portal, doors::Caller};

/// The one thing that an address names. Where it names none, nobody knows the address.
pub(super) struct Named<T>(pub(super) T);

/// What has a name of its own in addresses.
pub(super) trait HasName: Send {
    fn of(name: Uuid) -> Self;
}

macro_rules! has_name {
    ($($id:ty),+ $(,)?) => {
        $(impl HasName for $id {
            fn of(name: Uuid) -> Self {
                Self(name)
            }
        })+
    };
}

has_name!(AccountId, ActivityId, CampaignId, ClaimId, DraftId, ImportId, PartnerId, ReviewId);

impl<T: HasName> FromRequestParts<Portal> for Named<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        let text = Path::<String>::from_request_parts(parts, portal).await;
        if let Some(name) = text.ok().and_then(|Path(text)| named(&text)) {
            return Ok(Self(T::of(name)));
        }
        let Ok(caller) = Caller::from_request_parts(parts, portal).await;
        Err(caller.problem(&Problem::NotFound))
    }
}

/// The name of something in an address.
pub(super) fn named(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text).ok()
}
