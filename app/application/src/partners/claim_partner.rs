//! Somebody wants to act for a partner that is known.

use domain::{
    Email,
    identity::{DeedKind, Letter, Remark, Stage, Subject},
    partners::{Claim, ClaimId, KnownDomain, Partner, PartnerId, Standing},
};

use super::{first_membership, tell_of_newcomer};
use crate::{
    catalogue::DeskError,
    deeds::{Doing, write_down},
    identity::{Browser, SignedIn, Viewer, give_role, start_session},
    ports::{Ports, StoreError, Transaction},
};

/// What becomes of a claim.
#[derive(Debug)]
pub enum Claimed {
    /// They act for it from now on, in a session that begins anew: their address shows that they
    /// are of it.
    Granted(SignedIn),
    /// A moderator will answer.
    Waits,
    /// They act for it already.
    WasTheirs,
    /// So many of their claims wait for a moderator that they wait for answers first.
    TooMany,
}

/// Lets somebody act for a partner where the domain of their confirmed mailbox shows that they are
/// of it ([`Partner::lets_in`]); anybody else's wish waits for a moderator. Asked twice, it is one
/// wish, also where a moderator has said no to the partner itself: it was said to whoever asked for
/// it then. Where nobody says who acts for the partner, whoever comes first does from then on.
///
/// # Errors
///
/// [`DeskError::Unknown`] where there is no such partner.
pub async fn claim_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    remark: Option<Remark>,
    browser: &Browser,
) -> Result<Claimed, DeskError> {
    // Looked for beforehand: whoever holds a connection should not wait for a second one.
    let email = viewer.account.email.clone();
    let named = ports.desk.with_contacts_at(email.domain()).await?;
    let mut tx = ports.store.begin().await?;
    let partner = tx.partners().by_id(id).await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let partner = partner.ok_or(DeskError::Unknown)?;
    if account.roles.iter().any(|role| role.partner() == Some(id)) {
        return Ok(Claimed::WasTheirs);
    }
    let doing = |kind, remark| Doing {
        by: Some(account.id),
        on_behalf_of: Some(id),
        kind,
        about: Subject::Partner(id),
        remark,
    };
    let known = known_domain(&mut *tx, &partner, &email, &named).await?;
    // Whoever has taken another address in this very moment waits for a moderator.
    if account.email == email && partner.lets_in(&email, known) {
        write_down(ports, &mut *tx, doing(DeedKind::PartnerGranted, None)).await?;
        let letter = Letter::PartnerGranted { partner: partner.name.clone() };
        let role = first_membership(&mut *tx, id).await?.at(id);
        give_role(ports, &mut *tx, &mut account, role, letter).await?;
        tell_of_newcomer(ports, &mut *tx, &partner, account.id).await?;
        if let Some(claim) = tx.claims().of(account.id, id).await? {
            tx.claims().remove(claim.id).await?;
        }
        let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
        tx.commit().await?;
        tracing::info!(partner = %id.0, account = %account.id.0, "a partner was claimed");
        return Ok(Claimed::Granted(signed_in));
    }
    if tx.claims().of(account.id, id).await?.is_none() {
        if tx.claims().count(account.id).await? >= Claim::MOST_WAITING {
            return Ok(Claimed::TooMany);
        }
        write_down(ports, &mut *tx, doing(DeedKind::PartnerAskedFor, remark.clone())).await?;
        let (claim, asked_at) = (ClaimId(ports.ids.next()), ports.clock.now());
        let claim = Claim { id: claim, partner: id, account: account.id, remark, asked_at };
        tx.claims().add(&claim).await?;
    }
    tx.commit().await?;
    Ok(Claimed::Waits)
}

/// What is known about the domain of a mailbox whose reader would act for a partner that is held;
/// `named` are those whose activities name a contact there.
async fn known_domain(
    tx: &mut dyn Transaction,
    partner: &Partner,
    email: &Email,
    named: &[PartnerId],
) -> Result<KnownDomain, StoreError> {
    let all = tx.partners().all().await?;
    let mut others =
        all.iter().filter(|it| it.id != partner.id && it.standing != Standing::Refused);
    let is_there = |it: &Partner| it.is_at(email.domain()) || named.contains(&it.id);
    Ok(KnownDomain {
        is_of_contacts: named.contains(&partner.id),
        is_shared: others.any(is_there),
        has_people: !tx.accounts().members_of(partner.id).await?.is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        catalogue::{Activity, State},
        identity::{Membership, Role},
        partners::Sector,
    };

    use super::*;
    use crate::{
        pact::house::House,
        partners::introduce_partner,
        testing::{an_activity, partner, partner_id},
    };

    /// An activity of a partner whose contact has an address.
    fn with_contact(n: usize, contact: &str) -> Activity {
        let mut it = an_activity(n);
        let mut said = it.particulars().clone();
        said.contact = contact.try_into().unwrap();
        let (dates, now) = (it.occurrences().to_vec(), it.updated_at());
        it.revise(said, dates, now);
        it
    }

    /// The partners of an import, whose activities name a contact each.
    async fn imported(contacts: &[&str]) -> House {
        let house = House::new();
        let all: Vec<_> = (0..5).map(partner).collect();
        let activities: Vec<_> =
            contacts.iter().enumerate().map(|(n, it)| with_contact(n, it)).collect();
        let mut tx = house.ports.store.begin().await.unwrap();
        tx.partners().add(&all).await.unwrap();
        tx.activities().add(&activities).await.unwrap();
        tx.commit().await.unwrap();
        house
    }

    async fn claims(house: &House, viewer: &Viewer, n: usize) -> Claimed {
        let browser = Browser::default();
        claim_partner(&house.ports, viewer, partner_id(n), None, &browser).await.unwrap()
    }

    #[tokio::test]
    async fn a_partner_of_an_import_is_claimed_from_the_domain_of_its_contacts() {
        let house = imported(&["hej@vaerft.dk"]).await;
        let first = house.person("signe@vaerft.dk", &[]).await;
        let Claimed::Granted(came) = claims(&house, &first, 0).await else { panic!("it waits") };
        let first = house.again(&came.secret).await;
        let membership = first.account.membership(partner_id(0));
        assert_eq!(membership, Some(Membership::Administrator), "nobody was there before");
        let second = house.person("bo@vaerft.dk", &[]).await;
        assert!(matches!(claims(&house, &second, 0).await, Claimed::Waits), "Signe invites them");
        let stranger = house.person("eva@andet.dk", &[]).await;
        assert!(matches!(claims(&house, &stranger, 0).await, Claimed::Waits));
        assert_eq!(partner(0).sector, Sector::Business);
    }

    #[tokio::test]
    async fn a_domain_of_several_partners_leads_to_a_moderator() {
        let house = imported(&["hej@kk.dk", "a@b.dk", "a@b.dk", "hej@kk.dk"]).await;
        let signe = house.person("signe@kk.dk", &[]).await;
        for n in [0, 3] {
            assert!(matches!(claims(&house, &signe, n).await, Claimed::Waits), "{n}");
        }
    }

    #[tokio::test]
    async fn a_contact_whom_nobody_has_looked_at_opens_nothing() {
        let house = imported(&["hej@vaerft.dk"]).await;
        let mut tx = house.ports.store.begin().await.unwrap();
        let it = with_contact(0, "hej@vaerft.dk");
        let (id, at) = (it.id, it.updated_at());
        tx.activities().save(&[it.kept(State::Submitted, at)]).await.unwrap();
        tx.commit().await.unwrap();
        let signe = house.person("signe@vaerft.dk", &[]).await;
        assert!(matches!(claims(&house, &signe, 0).await, Claimed::Waits), "{id:?}");
    }

    #[tokio::test]
    async fn whoever_claims_a_partner_that_was_refused_waits_for_a_moderator() {
        let house = imported(&[]).await;
        let mut tx = house.ports.store.begin().await.unwrap();
        tx.partners().save(&Partner { standing: Standing::Refused, ..partner(2) }).await.unwrap();
        tx.commit().await.unwrap();
        let signe = house.person("signe@zoo.dk", &[]).await;
        assert!(matches!(claims(&house, &signe, 2).await, Claimed::Waits));
        assert_eq!(house.ports.queue.claims().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn so_many_claims_wait_at_once_and_no_more() {
        let house = imported(&[]).await;
        let signe = house.person("signe@vikar.dk", &[]).await;
        for n in 0..5 {
            assert!(matches!(claims(&house, &signe, n).await, Claimed::Waits), "{n}");
        }
        let (bo, browser) = (house.person("bo@ny.dk", &[]).await, Browser::default());
        let said = crate::pact::house::said("En til", "https://ny.dk");
        let (sixth, _) = introduce_partner(&house.ports, &bo, said, &browser).await.unwrap();
        let claimed = claim_partner(&house.ports, &signe, sixth, None, &browser).await.unwrap();
        assert!(matches!(claimed, Claimed::TooMany));
        assert!(matches!(claims(&house, &signe, 4).await, Claimed::Waits), "asked before");
        let other = house.person("eva@vikar.dk", &[Role::Editor(partner_id(0))]).await;
        assert!(matches!(claims(&house, &other, 1).await, Claimed::Waits), "it is for each");
    }
}
