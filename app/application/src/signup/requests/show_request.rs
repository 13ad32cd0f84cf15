//! A request's own page, for whoever has its link.

use domain::{
    identity::Secret,
    signup::{Request, SignUpPurpose},
};

use super::SignUpError;
use crate::ports::{ActivityDetails, Ports};

/// A request as its own page shows it.
#[derive(Clone, Debug)]
pub struct ShownRequest {
    pub request: Request,
    pub details: ActivityDetails,
}

/// The request that a link opens.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it opens none.
pub async fn show_request(ports: &Ports, secret: &Secret) -> Result<ShownRequest, SignUpError> {
    let link = ports.requests.request_link(&secret.mark()).await?;
    let link = link.filter(|it| it.purpose == SignUpPurpose::Page);
    let id = link.ok_or(SignUpError::DeadLink)?.request;
    let request = ports.requests.request(id).await?.ok_or(SignUpError::DeadLink)?;
    let details = ports.desk.activity_by_id(request.activity).await?;
    Ok(ShownRequest { request, details: details.ok_or(SignUpError::DeadLink)? })
}
