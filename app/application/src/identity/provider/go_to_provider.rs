//! Somebody sets out for the provider.

use domain::{
    Inside, SafeUrl,
    identity::{Challenge, Errand, Secret, Wish},
};

use super::ComeBackError;
use crate::{identity::secret, ports::Ports};

/// Answers where the browser goes, and the secret that it keeps until it is back.
///
/// # Errors
///
/// [`ComeBackError::Off`], or [`ComeBackError::Provider`] where it does not answer.
pub async fn go_to_provider(
    ports: &Ports,
    wish: Wish,
    next: Option<Inside>,
) -> Result<(Secret, SafeUrl), ComeBackError> {
    let provider = ports.provider.as_ref().ok_or(ComeBackError::Off)?;
    let secret = secret(ports);
    let way = provider.way_there(&Challenge::of(&secret)).await?;
    let (mark, begun_at) = (secret.mark(), ports.clock.now());
    let errand = Errand { mark, wish, next, begun_at, vouched: None };
    let mut tx = ports.store.begin().await?;
    tx.identities().add_errand(&errand).await?;
    tx.commit().await?;
    Ok((secret, way))
}
