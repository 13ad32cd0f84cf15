//! Somebody comes back from the provider.

use domain::{
    Inside,
    identity::{
        Account, AccountId, Challenge, DeedKind, Errand, Identity, IdentityId, JoinedIdentity,
        Letter, LetterLanguage, PersonName, Secret, Stage, Vouched, Wish,
    },
};

use super::{
    ComeBackError,
    follow_roles::{follow_roles, hold_partners},
    of_same_issuer,
};
use crate::{
    deeds::write_down_own,
    identity::{
        Browser, SignedIn, secret,
        start_session::{stage_after_first_factor, start_session},
        tell,
    },
    ports::{Ports, ProviderError, StoreError, Transaction},
};

/// What a browser brings back.
#[derive(Clone, Debug)]
pub struct Returned {
    /// The secret with which it set out.
    pub secret: Option<Secret>,
    pub state: String,
    pub code: Option<String>,
    /// Who says that it answers.
    pub issuer: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
    /// The language of letters to somebody who is new here.
    pub language: LetterLanguage,
}

/// What becomes of somebody who is back.
#[derive(Debug)]
pub enum Came {
    In {
        signed_in: SignedIn,
        next: Option<Inside>,
        /// Whether a role waits for a second factor.
        is_withheld: bool,
    },
    /// The provider knows them and no account does: this is the secret with which it is joined to
    /// one.
    New { secret: Secret, wish: Wish, next: Option<Inside> },
}

/// Ends an errand, asks the provider who it is, and lets them into their account.
///
/// # Errors
///
/// [`ComeBackError`]; whichever it is, the errand is over, but where it was not theirs.
pub async fn come_back(
    ports: &Ports,
    returned: Returned,
    browser: &Browser,
) -> Result<Came, ComeBackError> {
    let provider = ports.provider.as_ref().ok_or(ComeBackError::Off)?;
    let secret = returned.secret.as_ref().ok_or(ComeBackError::Expired)?;
    let challenge = Challenge::of(secret);
    // Somebody else's answer must not end an errand that it does not belong to.
    if challenge.state != returned.state {
        return Err(ComeBackError::Expired);
    }
    let errand = end(ports, secret).await?;
    if !provider.sends(returned.issuer.as_deref()).await? {
        return Err(ProviderError::wrong("another issuer answers").into());
    }
    let code = match (&returned.error, &returned.code) {
        (None, Some(code)) => code,
        (Some(error), _) => return Err(of_error(error)),
        (None, None) => return Err(ProviderError::wrong("no code came back").into()),
    };
    let vouched = provider.vouch(code, &challenge, ports.clock.now()).await?;
    receive(ports, (errand, vouched), returned.language, browser).await
}

/// Takes an errand out, so that whatever comes back a second time finds none.
async fn end(ports: &Ports, secret: &Secret) -> Result<Errand, ComeBackError> {
    let mut tx = ports.store.begin().await?;
    let errand = tx.identities().take_errand(&secret.mark()).await?;
    tx.commit().await?;
    let now = ports.clock.now();
    errand.filter(|it| it.vouched.is_none() && it.is_alive(now)).ok_or(ComeBackError::Expired)
}

/// What the words of RFC 6749, 4.1.2.1, mean to whoever comes back with them.
fn of_error(word: &str) -> ComeBackError {
    match word {
        "access_denied" | "login_required" | "consent_required" | "interaction_required" => {
            ComeBackError::Declined
        }
        "temporarily_unavailable" | "server_error" => {
            ProviderError::down("it says that it cannot").into()
        }
        _ => ProviderError::wrong("it refuses what we ask").into(),
    }
}

async fn receive(
    ports: &Ports,
    (errand, vouched): (Errand, Vouched),
    language: LetterLanguage,
    browser: &Browser,
) -> Result<Came, ComeBackError> {
    let known = ports.identities.identity(&vouched.identity).await?;
    if errand.wish == Wish::Join
        && let Some(known) = &known
        && !speaks_for(ports, browser, known.account).await?
    {
        return Err(ComeBackError::Taken);
    }
    let mut tx = ports.store.begin().await?;
    let before = known.as_ref().map_or(&[][..], |it| it.roles.as_slice());
    let partners = hold_partners(&mut *tx, before, &vouched.roles).await?;
    let found = match &known {
        Some(known) => by_identity(&mut *tx, &known.identity).await?,
        None if errand.wish == Wish::SignIn => {
            by_trusted_address(ports, &mut *tx, &vouched, language).await?
        }
        None => None,
    };
    let Some((mut account, mut joined)) = found else {
        return wait(ports, tx, errand, vouched).await;
    };
    if account.is_suspended() {
        return Err(ComeBackError::Suspended);
    }
    let followed =
        follow_roles(ports, &mut *tx, (&mut account, &mut joined), (&vouched, &partners)).await?;
    let has_shown_two = vouched.has_second_factor && known.is_some();
    let stage = if has_shown_two { Stage::SignedIn } else { stage_after_first_factor(&account) };
    let signed_in = start_session(ports, &mut *tx, &account, stage, browser).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, by = "provider", stage = %stage, "signed in");
    let is_withheld = !followed.withheld.is_empty();
    Ok(Came::In { signed_in, next: errand.next, is_withheld })
}

/// Whether the browser that came back speaks for an account.
async fn speaks_for(
    ports: &Ports,
    browser: &Browser,
    account: AccountId,
) -> Result<bool, StoreError> {
    let Some(mark) = &browser.old else { return Ok(false) };
    let session = ports.accounts.session(mark).await?;
    Ok(session.is_some_and(|(session, owner)| {
        owner.id == account
            && session.stage == Stage::SignedIn
            && session.is_alive(owner.is_staff(), ports.clock.now())
    }))
}

async fn by_identity(
    tx: &mut dyn Transaction,
    identity: &Identity,
) -> Result<Option<(Account, JoinedIdentity)>, StoreError> {
    let Some(seen) = tx.identities().by_identity(identity).await? else { return Ok(None) };
    let account = tx.accounts().by_id(seen.account).await?;
    // Its owner may have taken it off before the account was held.
    let joined = tx.identities().by_identity(identity).await?.filter(|it| it.id == seen.id);
    Ok(account.zip(joined))
}

/// The account of an address that the operator trusts the provider to know, made where there is
/// none. An account that a second factor guards is not opened by an address, nor one to which
/// somebody else of the same provider is joined: addresses change hands.
async fn by_trusted_address(
    ports: &Ports,
    tx: &mut dyn Transaction,
    vouched: &Vouched,
    language: LetterLanguage,
) -> Result<Option<(Account, JoinedIdentity)>, ComeBackError> {
    let Some(email) = vouched.email.as_ref().filter(|_| vouched.email_is_trusted) else {
        return Ok(None);
    };
    let account = if let Some(account) = tx.accounts().by_email(email).await? {
        if account.is_suspended() {
            return Err(ComeBackError::Suspended);
        }
        if of_same_issuer(tx, account.id, vouched.identity.issuer()).await?.is_some() {
            return Err(ComeBackError::Taken);
        }
        if account.has_factor() {
            return Ok(None);
        }
        account
    } else {
        let before_at = email.as_str().split('@').next().unwrap_or_default();
        let name = vouched.name.clone().or_else(|| PersonName::try_from(before_at).ok());
        let Some(name) = name else { return Ok(None) };
        let (id, now) = (AccountId(ports.ids.next()), ports.clock.now());
        let account = Account::opened(id, email.clone(), name, language, now);
        tx.accounts().add(&account).await?;
        write_down_own(ports, tx, id, DeedKind::AccountOpened).await?;
        tracing::info!(account = %id.0, "an account was opened");
        account
    };
    let joined = join(ports, tx, &account, vouched).await?;
    Ok(Some((account, joined)))
}

/// Joins an identity to an account; its owner is told.
pub(super) async fn join(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    vouched: &Vouched,
) -> Result<JoinedIdentity, ComeBackError> {
    let provider = ports.provider.as_ref().ok_or(ComeBackError::Off)?.name().clone();
    let now = ports.clock.now();
    let joined = JoinedIdentity {
        id: IdentityId(ports.ids.next()),
        identity: vouched.identity.clone(),
        account: account.id,
        roles: Vec::new(),
        joined_at: now,
        used_at: now,
    };
    tx.identities().add(&joined).await?;
    tell(ports, tx, account, Letter::IdentityJoined { provider }).await?;
    write_down_own(ports, tx, account.id, DeedKind::IdentityJoined).await?;
    tracing::info!(account = %account.id.0, "an identity was joined");
    Ok(joined)
}

/// Keeps what the provider said until whoever it is about has an account.
async fn wait(
    ports: &Ports,
    mut tx: Box<dyn Transaction>,
    errand: Errand,
    vouched: Vouched,
) -> Result<Came, ComeBackError> {
    let secret = secret(ports);
    let (wish, next) = (errand.wish, errand.next.clone());
    let (mark, begun_at) = (secret.mark(), ports.clock.now());
    let waiting = Errand { mark, begun_at, vouched: Some(vouched), ..errand };
    tx.identities().add_errand(&waiting).await?;
    tx.commit().await?;
    Ok(Came::New { secret, wish, next })
}
