//! What is public is reported, sampled and answered; several things are answered at once.

use chrono::TimeDelta;
use domain::{
    catalogue::{Answers, Slug, State},
    identity::{DeedKind, Letter, LetterLanguage, Role, Tally},
    pact::{CaseId, Report, ReviewCause, ReviewId, Verdict},
};

use super::*;
use crate::{
    catalogue::{
        SaveMode, Sent, Step, revise_activity, save_answers, send_draft, show_own_activity,
    },
    deeds::history_about,
    identity::forget_old_traces,
    pact::{
        ReportError, Reported,
        house::{House, region, remark},
        report_activity,
    },
    partners::show_desk,
};

/// A partner of Viborg that is approved, with one activity that everybody sees.
struct Public {
    house: House,
    signe: Viewer,
    mona: Viewer,
    partner: PartnerId,
    id: ActivityId,
    slug: Slug,
}

async fn public() -> Public {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let id = house.waits(&signe, partner, "8800").await;
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    house.passes(TimeDelta::minutes(1));
    let slug = house.approves(&mona, id).await.unwrap();
    house.letters().await;
    house.passes(TimeDelta::minutes(1));
    Public { house, signe, mona, partner, id, slug }
}

fn report(cause: &str, remark: &str, email: &str) -> Report {
    Report::read(cause, remark, email).unwrap()
}

impl Public {
    async fn reports(&self, it: Report) -> Result<Reported, ReportError> {
        report_activity(&self.house.ports, &self.slug, it, LetterLanguage::English).await
    }

    async fn asked(&self) -> Vec<ReviewId> {
        let reviews = self.house.ports.reviews.reviews_of(self.id).await.unwrap();
        reviews.into_iter().map(|it| it.id).collect()
    }

    async fn answers(
        &self,
        who: &Viewer,
        id: ReviewId,
        verdict: Verdict,
        reason: Option<&str>,
    ) -> Result<ActivityId, DeskError> {
        answer_review(&self.house.ports, who, id, (verdict, reason.map(remark))).await
    }

    async fn state(&self) -> State {
        let it = self.house.ports.desk.activity_by_id(self.id).await.unwrap();
        it.unwrap().activity.state()
    }
}

#[tokio::test]
async fn a_report_is_seen_by_its_region_and_its_reporter_hears_that_all_is_well() {
    let it = public().await;
    let niels = it.house.person("niels@r.dk", &[region("nordjylland")]).await;
    let said = || report("not-happening", "Døren var låst.", "Lone@skole.dk");
    assert_eq!(it.reports(said()).await.unwrap(), Reported::Kept);
    assert_eq!(it.reports(said()).await.unwrap(), Reported::Kept, "the button was pressed twice");
    assert_eq!(it.reports(report("other", "", "")).await.unwrap(), Reported::Kept);
    let queue = show_queue(&it.house.ports, &it.mona).await.unwrap();
    let [looked] = queue.looked.as_slice() else { panic!("{:?}", queue.looked) };
    assert_eq!(looked.causes, [ReviewCause::NotHappening, ReviewCause::Other]);
    assert!(show_queue(&it.house.ports, &niels).await.unwrap().looked.is_empty());
    let case = show_case(&it.house.ports, &it.mona, it.id).await.unwrap();
    assert_eq!(case.reviews[0].remark.as_ref().unwrap().as_str(), "Døren var låst.");
    assert_eq!(it.house.letters().await, [], "a report alone writes to nobody");

    let asked = it.asked().await;
    for stranger in [&niels, &it.signe] {
        let answer = it.answers(stranger, asked[0], Verdict::Fine, None).await;
        assert!(matches!(answer, Err(DeskError::Unknown)));
    }
    it.answers(&it.mona, asked[0], Verdict::Fine, None).await.unwrap();
    assert_eq!(it.asked().await, asked[1..], "what another has seen is looked at too");
    assert_eq!(it.state().await, State::Published);
    let letters = it.house.letters().await;
    let [(to, Letter::ReportAnswered { verdict: Verdict::Fine, .. })] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert_eq!(to, "Lone@skole.dk");
    let again = it.answers(&it.mona, asked[0], Verdict::Fine, None).await;
    assert!(matches!(again, Err(DeskError::Unknown)));

    let own = show_own_activity(&it.house.ports, &it.signe, it.id).await.unwrap();
    let kinds: Vec<DeedKind> = own.history.deeds.iter().map(|it| it.deed.kind).take(3).collect();
    let [fine, reported] = [DeedKind::ActivityFoundFine, DeedKind::ActivityReported];
    assert!(kinds.contains(&fine) && kinds.contains(&reported), "{kinds:?}");
    let told =
        own.history.deeds.iter().any(|it| {
            it.deed.kind == reported && (it.deed.remark.is_some() || it.deed.by.is_some())
        });
    assert!(!told, "nobody learns who reported it, or in which words");
}

#[tokio::test]
async fn what_is_taken_down_answers_everything_and_comes_back_once_it_is_mended() {
    let it = public().await;
    it.reports(report("unsafe", "", "lone@skole.dk")).await.unwrap();
    it.reports(report("wrong-facts", "Prisen er en anden.", "bo@skole.dk")).await.unwrap();
    it.reports(report("wrong-facts", "", "")).await.unwrap();
    let asked = it.asked().await;
    let mute = it.answers(&it.mona, asked[1], Verdict::Returned, None).await;
    assert!(matches!(mute, Err(DeskError::ReasonMissing)));
    it.answers(&it.mona, asked[1], Verdict::Returned, Some("Hvad koster det?")).await.unwrap();
    assert_eq!(it.asked().await, []);
    assert_eq!(it.state().await, State::Draft);
    let mut letters = it.house.letters().await;
    letters.sort_by(|a, b| a.0.cmp(&b.0));
    let readers: Vec<&str> = letters.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(readers, ["bo@skole.dk", "lone@skole.dk", "signe@firma.dk"]);
    assert!(
        matches!(&letters[2].1, Letter::ActivityTakenDown { reason, .. } if reason.as_str() == "Hvad koster det?")
    );
    let gone = it.reports(report("other", "", "")).await;
    assert!(matches!(gone, Err(ReportError::Unknown)), "nobody sees it");

    let desk = show_desk(&it.house.ports, &it.signe).await.unwrap();
    let word = desk.returned[0].word.as_ref().unwrap();
    assert_eq!(word.deed.remark.as_ref().unwrap().as_str(), "Hvad koster det?");
    let draft = revise_activity(&it.house.ports, &it.signe, it.id).await.unwrap();
    it.house.passes(TimeDelta::minutes(1));
    assert_eq!(send_draft(&it.house.ports, &it.signe, draft).await.unwrap(), Sent::Waits(it.id));
    let slug = it.house.approves(&it.mona, it.id).await.unwrap();
    assert_eq!(slug, it.slug, "its address is what it was");
}

#[tokio::test]
async fn what_is_cancelled_says_so_and_everybody_at_the_partner_hears_it() {
    let it = public().await;
    let ida = it.house.person("ida@firma.dk", &[Role::Editor(it.partner)]).await;
    // Whoever sent it acts for the partner no longer.
    let mut tx = it.house.ports.store.begin().await.unwrap();
    let mut signe = tx.accounts().by_id(it.signe.account.id).await.unwrap().unwrap();
    signe.roles.clear();
    tx.accounts().save(&signe).await.unwrap();
    tx.commit().await.unwrap();
    it.reports(report("not-happening", "", "")).await.unwrap();
    let asked = it.asked().await;
    it.answers(&it.mona, asked[0], Verdict::Cancelled, Some("Huset er lukket.")).await.unwrap();
    assert_eq!(it.state().await, State::Cancelled);
    let letters = it.house.letters().await;
    let [(to, Letter::ActivityCancelled { .. })] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert_eq!(*to, ida.account.email.to_string());
    it.reports(report("unsuitable", "", "")).await.unwrap();
    let asked = it.asked().await;
    let twice = it.answers(&it.mona, asked[0], Verdict::Cancelled, Some("Igen.")).await;
    assert!(matches!(twice, Err(DeskError::Forbidden(_))));
    it.answers(&it.mona, asked[0], Verdict::Returned, Some("Væk med den.")).await.unwrap();
    assert_eq!(it.state().await, State::Draft);
}

#[tokio::test]
async fn one_activity_is_reported_so_often_and_an_address_is_written_to_so_often() {
    let it = public().await;
    let (mut kept, mut enough) = (0, 0);
    for n in 0..Tally::MOST_REPORTS + 5 {
        match it.reports(report("other", &format!("Nummer {n}"), "lone@skole.dk")).await.unwrap() {
            Reported::Kept => kept += 1,
            Reported::Enough => enough += 1,
        }
    }
    assert_eq!((kept, enough), (Tally::MOST_REPORTS, 5));
    let asked = it.asked().await;
    it.answers(&it.mona, asked[0], Verdict::Returned, Some("Ret den.")).await.unwrap();
    let letters = it.house.letters().await;
    let told = letters.iter().filter(|it| it.0 == "lone@skole.dk").count();
    assert_eq!(told, Tally::MOST_LETTERS as usize, "nobody is flooded by another's reports");
}

#[tokio::test]
async fn a_report_is_erased_after_thirty_days_and_its_region_is_reminded_before() {
    let it = public().await;
    // A Wednesday morning.
    it.house.clock.set(copenhagen::instant("2026-12-02T09:00:00".parse().unwrap()).unwrap());
    it.reports(report("unsafe", "Der var glat.", "lone@skole.dk")).await.unwrap();
    it.house.passes(TimeDelta::hours(24));
    assert_eq!(remind_moderators(&it.house.ports).await.unwrap().late, 1);
    it.house.passes(TimeDelta::days(29));
    forget_old_traces(&it.house.ports).await.unwrap();
    assert_eq!(it.asked().await.len(), 1);
    it.house.passes(TimeDelta::minutes(1));
    forget_old_traces(&it.house.ports).await.unwrap();
    assert_eq!(it.asked().await, []);
}

#[tokio::test]
async fn other_words_of_a_partner_that_is_not_trusted_show_at_once_and_are_looked_at_once() {
    let it = public().await;
    let revises = async |step: Step, pairs: &[(&str, &str)]| {
        let draft = revise_activity(&it.house.ports, &it.signe, it.id).await.unwrap();
        let mut answers = Answers::default();
        for (column, text) in pairs {
            answers.set(column, *text);
        }
        let saved =
            save_answers(&it.house.ports, &it.signe, draft, (step, answers), SaveMode::GoOn).await;
        assert_eq!(saved.unwrap(), []);
        let sent = send_draft(&it.house.ports, &it.signe, draft).await.unwrap();
        assert!(matches!(sent, Sent::Published(_)), "{sent:?}");
    };
    let titled = async |title: &str| {
        let what = [
            ("kind", "workshop"),
            ("title", title),
            ("summary", "Byg en robot, der finder vej gennem en labyrint."),
            ("description", "En hel formiddag."),
            ("topics", "robotics"),
        ];
        revises(Step::What, &what).await;
    };
    // What is chosen from lists of ours, or is a number, harms nobody.
    let price =
        [("signup", "portal"), ("contact_email", "signe@munkemose.dk"), ("price_dkk", "40")];
    revises(Step::How, &price).await;
    assert_eq!(it.asked().await, []);
    for title in ["Køb vores maskiner nu", "Køb vores maskiner i dag"] {
        titled(title).await;
        assert_eq!(it.asked().await.len(), 1, "{title}");
    }
    let asked = it.house.ports.reviews.reviews_of(it.id).await.unwrap();
    assert_eq!(asked[0].cause, ReviewCause::Revised);
    it.answers(&it.mona, asked[0].id, Verdict::Fine, None).await.unwrap();
    assert_eq!(it.asked().await, []);
    trust_partner(&it.house.ports, &it.mona, it.partner, true).await.unwrap();
    titled("Kom og se vores maskiner").await;
    assert_eq!(it.asked().await, []);
}

#[tokio::test]
async fn one_in_ten_of_what_a_trusted_partner_publishes_is_looked_at_and_none_is_held_back() {
    let it = public().await;
    trust_partner(&it.house.ports, &it.mona, it.partner, true).await.unwrap();
    let n = 200;
    for _ in 0..n {
        let draft = it.house.draft(&it.signe, it.partner, "8800").await;
        let sent = send_draft(&it.house.ports, &it.signe, draft).await.unwrap();
        assert!(matches!(sent, Sent::Published(_)), "{sent:?}");
    }
    let sampled = it.house.ports.reviews.reviews(1_000).await.unwrap();
    assert!((10..=32).contains(&sampled.len()), "{} of {n}", sampled.len());
    assert!(sampled.iter().all(|(it, about)| {
        it.cause == ReviewCause::Sampled && about.state() == State::Published
    }));
    // What is changed later, and what waits, is not sampled.
    let before = sampled.len();
    for _ in 0..40 {
        let draft = revise_activity(&it.house.ports, &it.signe, it.id).await.unwrap();
        send_draft(&it.house.ports, &it.signe, draft).await.unwrap();
    }
    trust_partner(&it.house.ports, &it.mona, it.partner, false).await.unwrap();
    for _ in 0..40 {
        it.house.waits(&it.signe, it.partner, "8800").await;
    }
    let after = it.house.ports.reviews.reviews(1_000).await.unwrap();
    assert_eq!(after.len(), before);
    let (first, about) = &sampled[0];
    let answer = (Verdict::Fine, None);
    answer_review(&it.house.ports, &it.mona, first.id, answer).await.unwrap();
    let told = it.house.letters().await;
    assert!(!told.iter().any(|it| matches!(it.1, Letter::ReportAnswered { .. })));
    let history = history_about(&it.house.ports, Subject::Activity(about.id)).await.unwrap().deeds;
    assert!(history.iter().any(|it| it.deed.kind == DeedKind::ActivityFoundFine));
}

#[tokio::test]
async fn several_are_approved_at_once_and_each_is_told_of() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let (olav, other) = house.organiser("olav@firma.dk", "Andet hus", "https://andet.dk").await;
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let first = house.waits(&signe, partner, "8800").await;
    let back = house.waits(&signe, partner, "8800").await;
    let far = house.waits(&signe, partner, "9000").await;
    let early = house.waits(&olav, other, "8800").await;
    house.passes(TimeDelta::minutes(1));
    return_activity(&house.ports, &mona, back, Some(remark("Igen, tak"))).await.unwrap();
    let cases = [
        CaseId::Activity(first),
        CaseId::Activity(back),
        CaseId::Activity(far),
        CaseId::Activity(early),
        CaseId::Activity(first),
        CaseId::Partner(partner),
    ];
    let done = approve_cases(&house.ports, &mona, &house.sees(&cases).await).await.unwrap();
    let told: Vec<_> = done
        .iter()
        .map(|it| {
            let what = match &it.outcome {
                Ok(()) => "yes",
                Err(DeskError::PartnerNotApproved) => "partner first",
                Err(DeskError::Forbidden(_)) => "does not wait",
                Err(DeskError::Unknown) => "unknown",
                Err(other) => panic!("{other:?}"),
            };
            (it.case, it.name.is_some(), what)
        })
        .collect();
    assert_eq!(
        told,
        [
            (CaseId::Partner(partner), true, "yes"),
            (CaseId::Activity(first), true, "yes"),
            (CaseId::Activity(back), false, "does not wait"),
            (CaseId::Activity(far), false, "unknown"),
            (CaseId::Activity(early), true, "partner first"),
        ]
    );
    let queue = show_queue(&house.ports, &mona).await.unwrap();
    assert_eq!((queue.activities.len(), queue.partners.len()), (1, 1));
    let done = approve_cases(&house.ports, &signe, &house.sees(&cases[3..4]).await).await.unwrap();
    assert!(matches!(done[0].outcome, Err(DeskError::Unknown)) && done[0].name.is_none());
}

#[tokio::test]
async fn several_go_back_for_one_reason_each_with_a_deed_and_a_letter_of_its_own() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let near = house.waits(&signe, partner, "8800").await;
    let far = house.waits(&signe, partner, "9000").await;
    house.letters().await;
    house.passes(TimeDelta::minutes(1));
    let cases = [
        CaseId::Partner(partner),
        CaseId::Activity(near),
        CaseId::Activity(far),
        CaseId::Activity(near),
    ];
    let mute = turn_down_cases(&house.ports, &mona, &cases, None).await;
    assert!(matches!(mute, Err(DeskError::ReasonMissing)));
    assert_eq!(show_queue(&house.ports, &mona).await.unwrap().activities.len(), 1);
    assert_eq!(house.letters().await, []);

    let why = remark("Vi kan ikke se, hvem I er");
    let done = turn_down_cases(&house.ports, &mona, &cases, Some(why.clone())).await.unwrap();
    let told: Vec<_> =
        done.iter().map(|it| (it.case, it.name.is_some(), it.is_yes, it.outcome.is_ok())).collect();
    assert_eq!(
        told,
        [
            (CaseId::Activity(near), true, false, true),
            (CaseId::Activity(far), false, false, false),
            (CaseId::Partner(partner), true, false, true),
        ]
    );
    let letters = house.letters().await;
    let reasons: Vec<_> = letters
        .iter()
        .map(|(to, letter)| match letter {
            Letter::ActivityReturned { reason, .. } | Letter::PartnerRefused { reason, .. } => {
                (to.as_str(), reason)
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(reasons, [("signe@firma.dk", &why); 2]);
    let own = show_own_activity(&house.ports, &signe, near).await.unwrap();
    assert_eq!(own.history.deeds[0].deed.kind, DeedKind::ActivityReturned);
    assert_eq!(own.history.deeds[0].deed.remark.as_ref(), Some(&why));
    let other = show_own_activity(&house.ports, &signe, far).await.unwrap();
    assert_eq!(other.history.deeds[0].deed.kind, DeedKind::ActivitySubmitted);
    // Nothing waits any more, and whoever presses twice hears so.
    let queue = show_queue(&house.ports, &mona).await.unwrap();
    assert_eq!((queue.activities.len(), queue.partners.len()), (0, 0));
    let twice = turn_down_cases(&house.ports, &mona, &cases, Some(why)).await.unwrap();
    assert!(twice.iter().all(|it| it.outcome.is_err()));
    assert_eq!(house.letters().await, []);
}
