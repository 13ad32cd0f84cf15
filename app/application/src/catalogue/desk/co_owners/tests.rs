//! Owning an activity together, told from outside.

use domain::{
    catalogue::{ActivityId, DraftId},
    identity::{DeedKind, Role},
    partners::{Partner, PartnerId, Standing},
    search::PageNumber,
};

use super::*;
use crate::{
    catalogue::{
        Sent, begin_draft, cancel_activity, copy_activity, revise_activity, send_draft, show_draft,
        show_own_activity,
    },
    pact::house::House,
    partners::{show_desk, show_shelf},
};

mod handing_over;

/// Signe leads an activity of Munkemose; Bo administers Zoo, and Eva writes there.
struct Two {
    house: House,
    signe: Viewer,
    bo: Viewer,
    eva: Viewer,
    lead: PartnerId,
    zoo: PartnerId,
    activity: ActivityId,
}

async fn approve(house: &House, id: PartnerId) {
    let mut tx = house.ports.store.begin().await.unwrap();
    let partner = tx.partners().by_id(id).await.unwrap().unwrap();
    tx.partners().save(&Partner { standing: Standing::Approved, ..partner }).await.unwrap();
    tx.commit().await.unwrap();
}

async fn two() -> Two {
    let house = House::new();
    let (signe, lead) =
        house.organiser("signe@munkemose.dk", "Munkemose", "https://munkemose.dk").await;
    let (bo, zoo) = house.organiser("bo@zoo.dk", "Zoo", "https://zoo.dk").await;
    let eva = house.person("eva@zoo.dk", &[Role::Editor(zoo)]).await;
    for id in [lead, zoo] {
        approve(&house, id).await;
    }
    let draft = house.draft(&signe, lead, "8800").await;
    let Sent::Waits(activity) = send_draft(&house.ports, &signe, draft).await.unwrap() else {
        panic!("it is published")
    };
    let mut tx = house.ports.store.begin().await.unwrap();
    let mut it = tx.activities().by_id(activity).await.unwrap().unwrap();
    it.step_to(domain::catalogue::State::Published, house.ports.clock.now()).unwrap();
    tx.activities().save(&[it]).await.unwrap();
    tx.commit().await.unwrap();
    Two { house, signe, bo, eva, lead, zoo, activity }
}

impl Two {
    async fn asks(&self) {
        let (ports, activity) = (&self.house.ports, self.activity);
        invite_co_owner(ports, &self.signe, activity, Some(self.zoo)).await.unwrap();
    }

    async fn joins(&self) {
        self.asks().await;
        self.answers(&self.eva, true).await.unwrap();
    }

    async fn answers(&self, who: &Viewer, yes: bool) -> Result<(), CoOwnerError> {
        let about = (self.activity, self.zoo);
        answer_co_owning(&self.house.ports, who, about, Some(yes)).await
    }

    async fn revises(&self, who: &Viewer) -> Option<DraftId> {
        revise_activity(&self.house.ports, who, self.activity).await.ok()
    }

    /// How much stands in the list at somebody's desk.
    async fn owns(&self, viewer: &Viewer) -> u64 {
        let shown = show_shelf(&self.house.ports, viewer, (None, PageNumber::FIRST)).await.unwrap();
        shown.unwrap().total
    }

    async fn done(&self) -> Vec<DeedKind> {
        let own = show_own_activity(&self.house.ports, &self.signe, self.activity).await.unwrap();
        own.history.deeds.iter().map(|it| it.deed.kind).collect()
    }
}

#[tokio::test]
async fn who_is_asked_owns_nothing_before_its_people_say_yes() {
    let two = two().await;
    let ports = &two.house.ports;
    two.asks().await;
    for who in [&two.bo, &two.eva] {
        assert!(show_own_activity(ports, who, two.activity).await.is_err());
        assert!(show_co_owners(ports, who, two.activity, "").await.is_err());
        assert_eq!(two.revises(who).await, None);
        let desk = show_desk(ports, who).await.unwrap();
        assert_eq!((two.owns(who).await, desk.asked.len()), (0, 1));
        assert_eq!(desk.asked[0].lead.as_str(), "Munkemose");
    }
    assert!(two.answers(&two.signe, true).await.is_err(), "the lead answers for nobody");
    two.answers(&two.eva, true).await.unwrap();
    two.answers(&two.bo, false).await.unwrap();
    let desk = show_desk(ports, &two.bo).await.unwrap();
    assert_eq!((two.owns(&two.bo).await, desk.asked.len()), (1, 0), "an answer is given once");
    assert_eq!(two.done().await[..2], [DeedKind::CoOwnerJoined, DeedKind::CoOwnerInvited]);
}

#[tokio::test]
async fn the_people_of_each_owner_write_the_same_next_version() {
    let two = two().await;
    two.joins().await;
    let ports = &two.house.ports;
    let draft = two.revises(&two.eva).await.expect("a draft");
    assert_eq!(two.revises(&two.signe).await, Some(draft), "there is one next version");
    for who in [&two.eva, &two.bo, &two.signe] {
        assert!(show_draft(ports, who, draft).await.is_ok());
        assert_eq!(show_desk(ports, who).await.unwrap().drafts.len(), 1);
    }
    assert!(matches!(send_draft(ports, &two.eva, draft).await.unwrap(), Sent::Published(_)));
    let own = show_own_activity(ports, &two.signe, two.activity).await.unwrap();
    let last = &own.history.deeds[0].deed;
    assert_eq!((last.kind, last.on_behalf_of), (DeedKind::ActivityRevised, Some(two.zoo)));
    assert_eq!(own.details.activity.partner, two.lead, "it is led as before");
    let copy = copy_activity(ports, &two.eva, two.activity).await.unwrap();
    assert_eq!(show_draft(ports, &two.eva, copy).await.unwrap().draft.partner, two.zoo);
    assert!(show_draft(ports, &two.signe, copy).await.is_err(), "a copy is theirs alone");
    cancel_activity(ports, &two.bo, two.activity).await.unwrap();
}

#[tokio::test]
async fn owning_one_activity_together_opens_no_other() {
    let two = two().await;
    two.joins().await;
    let ports = &two.house.ports;
    let other = begin_draft(ports, &two.signe, two.lead).await.unwrap();
    assert!(show_draft(ports, &two.eva, other).await.is_err());
    let invited = invite_co_owner(ports, &two.eva, two.activity, Some(two.lead)).await;
    assert!(matches!(invited, Err(CoOwnerError::Unknown)), "only the lead asks");
    let removed = remove_co_owner(ports, &two.eva, (two.activity, two.zoo)).await;
    assert!(matches!(removed, Err(CoOwnerError::Unknown)), "nor takes off");
    let shared = share_rosters(ports, &two.eva, (two.activity, two.zoo), true).await;
    assert!(matches!(shared, Err(CoOwnerError::Unknown)), "nor lets itself in");
}

#[tokio::test]
async fn rosters_are_the_leads_until_it_says_otherwise() {
    let two = two().await;
    let ports = &two.house.ports;
    two.asks().await;
    let about = (two.activity, two.zoo);
    assert!(share_rosters(ports, &two.signe, about, true).await.is_err(), "it was only asked");
    two.answers(&two.bo, true).await.unwrap();
    let sees = async || {
        let own = show_own_activity(ports, &two.eva, two.activity).await.unwrap();
        (own.sees_rosters, own.leads)
    };
    assert_eq!(sees().await, (false, false));
    share_rosters(ports, &two.signe, about, true).await.unwrap();
    assert_eq!(sees().await, (true, false));
    share_rosters(ports, &two.signe, about, false).await.unwrap();
    assert_eq!(sees().await, (false, false));
    assert_eq!(two.done().await[..2], [DeedKind::RostersKept, DeedKind::RostersShared]);
}

#[tokio::test]
async fn a_partner_leaves_or_is_taken_off_and_can_be_asked_again() {
    let two = two().await;
    let ports = &two.house.ports;
    let about = (two.activity, two.zoo);
    two.joins().await;
    leave_activity(ports, &two.eva, about).await.unwrap();
    assert!(leave_activity(ports, &two.eva, about).await.is_err());
    assert_eq!(two.revises(&two.eva).await, None, "it is none of theirs any more");
    two.joins().await;
    remove_co_owner(ports, &two.signe, about).await.unwrap();
    remove_co_owner(ports, &two.signe, about).await.unwrap();
    assert_eq!(two.revises(&two.eva).await, None);
    assert_eq!(two.done().await[0], DeedKind::CoOwnerRemoved);
    two.asks().await;
    two.answers(&two.eva, false).await.unwrap();
    assert_eq!(two.done().await[..2], [DeedKind::CoOwnerDeclined, DeedKind::CoOwnerInvited]);
}

#[tokio::test]
async fn who_cannot_be_asked_is_said() {
    let two = two().await;
    let ports = &two.house.ports;
    let asked =
        async |partner| match invite_co_owner(ports, &two.signe, two.activity, partner).await {
            Ok(()) => None,
            Err(CoOwnerError::Faulty(fault)) => Some(fault),
            Err(error) => panic!("{error}"),
        };
    assert_eq!(asked(None).await, Some(CoOwnerFault::Missing));
    assert_eq!(asked(Some(PartnerId(domain::Uuid::nil()))).await, Some(CoOwnerFault::Missing));
    assert_eq!(asked(Some(two.lead)).await, Some(CoOwnerFault::Already));
    assert_eq!(asked(Some(two.zoo)).await, None);
    assert_eq!(asked(Some(two.zoo)).await, Some(CoOwnerFault::Already));
    for n in 0..CoOwner::MOST {
        let name = format!("Museum {n}");
        let email = format!("mia@museum{n}.dk");
        let (_, id) = two.house.organiser(&email, &name, &format!("https://museum{n}.dk")).await;
        assert_eq!(asked(Some(id)).await, Some(CoOwnerFault::Missing), "nobody approved it");
        approve(&two.house, id).await;
        let is_last = n + 1 == CoOwner::MOST;
        assert_eq!(asked(Some(id)).await, is_last.then_some(CoOwnerFault::TooMany));
    }
    let shown = show_co_owners(ports, &two.signe, two.activity, "").await.unwrap();
    assert_eq!((shown.co_owners.len(), shown.to_ask), (CoOwner::MOST, None));
}
