//! A portal in memory with organisers and moderators.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{ActivityId, Answers, DraftId, Revision, Slug, TypedDate},
    identity::{
        Account, AccountId, Letter, LetterLanguage, Remark, Role, Secret, Session, SessionId, Stage,
    },
    pact::{CaseId, Region},
    partners::{Introduction, PartnerId, Sector},
};

use crate::{
    Ports,
    catalogue::{DeskError, SaveMode, Sent, Step, begin_draft, save_answers, send_draft},
    identity::{Browser, Viewer, who_asks},
    outbox::deliver_letters,
    pact::{SeenCase, approve_activity},
    partners::introduce_partner,
    ports::Clock as _,
    testing::{KeptPost, MemoryStore, StoppedClock, ports},
};

pub(crate) struct House {
    pub(crate) ports: Ports,
    pub(crate) clock: StoppedClock,
    pub(crate) post: KeptPost,
}

pub(crate) fn remark(text: &str) -> Remark {
    text.try_into().unwrap()
}

pub(crate) fn region(key: &str) -> Role {
    Role::Moderator(Region::find(key).unwrap())
}

pub(crate) fn said(name: &str, website: &str) -> Introduction {
    Introduction {
        name: name.try_into().unwrap(),
        sector: Sector::Business,
        website: Some(website.try_into().unwrap()),
        postcode: "8800".parse().unwrap(),
    }
}

impl House {
    pub(crate) fn new() -> Self {
        let (store, clock) = (MemoryStore::default(), StoppedClock::at("2026-12-01T08:00:00Z"));
        let mut ports = ports(&store);
        ports.clock = Arc::new(clock.clone());
        Self { ports, clock, post: KeptPost::default() }
    }

    pub(crate) fn passes(&self, time: TimeDelta) -> DateTime<Utc> {
        self.clock.set(self.clock.now() + time);
        self.clock.now()
    }

    /// Somebody with these roles, signed in.
    pub(crate) async fn person(&self, who: &str, roles: &[Role]) -> Viewer {
        let (id, now) = (AccountId(self.ports.ids.next()), self.clock.now());
        let email = who.try_into().unwrap();
        let name = who.split('@').next().unwrap_or_default().try_into().unwrap();
        let mut account = Account::opened(id, email, name, LetterLanguage::Danish, now);
        account.roles = roles.to_vec();
        let mut chance = [0; 32];
        self.ports.chance.fill(&mut chance);
        let secret = Secret::of(chance);
        let session = Session {
            id: SessionId(self.ports.ids.next()),
            mark: secret.mark(),
            account: id,
            stage: Stage::SignedIn,
            started_at: now,
            seen_at: now,
            proved_at: now,
            device: String::new(),
        };
        let mut tx = self.ports.store.begin().await.unwrap();
        tx.accounts().add(&account).await.unwrap();
        tx.sessions().add(&session).await.unwrap();
        tx.commit().await.unwrap();
        self.again(&secret).await
    }

    pub(crate) async fn again(&self, secret: &Secret) -> Viewer {
        who_asks(&self.ports, secret).await.unwrap().unwrap()
    }

    pub(crate) async fn letters(&self) -> Vec<(String, Letter)> {
        let before = self.post.letters().len();
        while deliver_letters(&self.ports, &self.post).await.unwrap().sent > 0 {}
        let letters = self.post.letters().split_off(before);
        letters.into_iter().map(|it| (it.to.to_string(), it.letter)).collect()
    }

    /// Somebody with a new partner of their own.
    pub(crate) async fn organiser(
        &self,
        who: &str,
        name: &str,
        website: &str,
    ) -> (Viewer, PartnerId) {
        let viewer = self.person(who, &[]).await;
        let browser = Browser { old: Some(viewer.mark().clone()), ..Browser::default() };
        let made = introduce_partner(&self.ports, &viewer, said(name, website), &browser).await;
        let (partner, came) = made.unwrap();
        (self.again(&came.secret).await, partner)
    }

    pub(crate) async fn draft(
        &self,
        viewer: &Viewer,
        partner: PartnerId,
        postcode: &str,
    ) -> DraftId {
        let id = begin_draft(&self.ports, viewer, partner).await.unwrap();
        self.write(viewer, id, postcode).await;
        id
    }

    pub(crate) async fn write(&self, viewer: &Viewer, id: DraftId, postcode: &str) {
        let steps: [(Step, &[(&str, &str)]); 4] = [
            (
                Step::What,
                &[
                    ("kind", "workshop"),
                    ("title", "Byg en robot"),
                    ("summary", "Byg en robot, der finder vej gennem en labyrint."),
                    ("description", "En hel formiddag."),
                    ("topics", "robotics"),
                ],
            ),
            (Step::Whom, &[("audience", "pupils"), ("levels", "grade-5;grade-6")]),
            (Step::When, &[("format", "on_site"), ("postcode", postcode)]),
            (Step::How, &[("signup", "portal"), ("contact_email", "signe@munkemose.dk")]),
        ];
        for (step, pairs) in steps {
            let mut answers = Answers::default();
            for (column, text) in pairs {
                answers.set(column, *text);
            }
            if step == Step::When {
                answers.dates.push(TypedDate {
                    day: "2027-03-18".to_owned(),
                    from: "09:00".to_owned(),
                    to: "12:00".to_owned(),
                    seats: "24".to_owned(),
                    ..TypedDate::default()
                });
            }
            let typed = (step, answers);
            let faults = save_answers(&self.ports, viewer, id, typed, SaveMode::GoOn).await;
            assert_eq!(faults.unwrap(), [], "{step:?}");
        }
    }

    pub(crate) async fn waits(
        &self,
        viewer: &Viewer,
        partner: PartnerId,
        postcode: &str,
    ) -> ActivityId {
        let draft = self.draft(viewer, partner, postcode).await;
        match send_draft(&self.ports, viewer, draft).await.unwrap() {
            Sent::Waits(id) => id,
            Sent::Published(slug) => panic!("{slug} was published"),
        }
    }

    /// Which words of an activity whoever looks at it now sees.
    pub(crate) async fn revision(&self, id: ActivityId) -> Revision {
        self.ports.desk.activity_by_id(id).await.unwrap().unwrap().activity.revision()
    }

    /// A moderator says yes to an activity as it is now.
    pub(crate) async fn approves(
        &self,
        viewer: &Viewer,
        id: ActivityId,
    ) -> Result<Slug, DeskError> {
        let seen = self.revision(id).await;
        approve_activity(&self.ports, viewer, id, Some(seen)).await
    }

    /// Cases as the queue shows them now.
    pub(crate) async fn sees(&self, cases: &[CaseId]) -> Vec<SeenCase> {
        let mut all = Vec::new();
        for case in cases {
            let seen = match case {
                CaseId::Activity(id) | CaseId::Questions(id) => Some(self.revision(*id).await),
                _ => None,
            };
            all.push(SeenCase { case: *case, seen });
        }
        all
    }
}
