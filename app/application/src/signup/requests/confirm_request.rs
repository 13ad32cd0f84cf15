//! The letter of a request is answered, so that the organiser sees it.

use domain::{
    identity::{Letter, Secret},
    signup::{Consent, Party, PartyKind, Request, RequestNews, SignUpPurpose},
};

use super::{SignUpError, link, tell_organisers, write};
use crate::ports::{ActivityDetails, Ports};

/// What whoever opens the link of a letter is asked.
#[derive(Clone, Debug)]
pub struct AskedAboutRequest {
    pub request: Request,
    pub details: ActivityDetails,
}

/// What is behind the link of a letter that waits for an answer. Looking changes nothing.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it does not work.
pub async fn asked_about_request(
    ports: &Ports,
    secret: &Secret,
) -> Result<AskedAboutRequest, SignUpError> {
    let link = ports.requests.request_link(&secret.mark()).await?;
    let link = link.filter(|it| it.purpose == SignUpPurpose::Confirm);
    let id = link.ok_or(SignUpError::DeadLink)?.request;
    let request = ports.requests.request(id).await?.ok_or(SignUpError::DeadLink)?;
    let details = ports.desk.activity_by_id(request.activity).await?;
    Ok(AskedAboutRequest { request, details: details.ok_or(SignUpError::DeadLink)? })
}

/// Answers a letter with its link, which works once; a guardian consents by it. Answers what opens
/// the request's page.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it does not work, or it is too late.
pub async fn confirm_request(ports: &Ports, secret: &Secret) -> Result<Secret, SignUpError> {
    let AskedAboutRequest { request, details } = asked_about_request(ports, secret).await?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let request = tx.requests().by_id(request.id).await?;
    let mut request = request.ok_or(SignUpError::DeadLink)?;
    tx.requests().take_link(&secret.mark()).await?.ok_or(SignUpError::DeadLink)?;
    if request.send(now).map_err(|_| SignUpError::DeadLink)? {
        if request.party.kind() == PartyKind::Child {
            let text = Party::CONSENT_TEXT.to_owned();
            request.consent = Some(Consent { given_at: now, text, withdrawn_at: None });
        }
        tx.requests().save(&request).await?;
        write(ports, &mut *tx, &details, &request, (RequestNews::Sent, None, None)).await?;
        let title = details.activity.particulars().title.clone();
        let letter = Letter::RequestArrived { title, activity: details.activity.id };
        tell_organisers(ports, &mut *tx, &details, &letter).await?;
    }
    let secret = link(ports, &mut *tx, &request, SignUpPurpose::Page).await?;
    tx.commit().await?;
    tracing::info!(request = %request.id.0, "a request was sent");
    Ok(secret)
}
