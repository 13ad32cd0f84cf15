//! Who asks whether they may come.

use async_trait::async_trait;
use domain::{
    catalogue::ActivityId,
    identity::Mark,
    signup::{PartyKey, Request, RequestId, RequestLink, RequestPatience},
};

use super::StoreError;

/// Requests to organisers.
#[async_trait]
pub trait RequestRepository: Send {
    /// Keeps a request that is new. Answers whether it is: a party has one open request about an
    /// activity at most.
    async fn add(&mut self, request: &Request) -> Result<bool, StoreError>;

    /// Finds a request and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: RequestId) -> Result<Option<Request>, StoreError>;

    /// The open request about an activity that a party has.
    async fn open_of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<Request>, StoreError>;

    /// Keeps what has changed about a request.
    async fn save(&mut self, request: &Request) -> Result<(), StoreError>;

    async fn add_link(&mut self, link: &RequestLink) -> Result<(), StoreError>;

    /// Takes a link out, with every other one of the same request and purpose; nobody else gets
    /// it.
    async fn take_link(&mut self, mark: &Mark) -> Result<Option<RequestLink>, StoreError>;

    /// Notes that a request was told of as being so late. Answers whether nobody has noted so
    /// before, or that it is later still.
    async fn note_told(
        &mut self,
        id: RequestId,
        patience: RequestPatience,
    ) -> Result<bool, StoreError>;
}
