//! What lies on desks while every cell of the table is tried: each time something new, so that
//! what one cell does stands in no other's way.

use std::sync::atomic::{AtomicU32, Ordering};

use application::{
    catalogue::WholeSheet,
    signup::sign_up,
    testing::{a_campaign, an_activity, partner_id, sign_up_contract::a_visit},
};
use chrono::DateTime;
use domain::{
    Uuid,
    catalogue::{
        Activity, ActivityId, Answers, Draft, DraftId, Import, ImportFigures, ImportId,
        ImportStage, PictureOf, Question, Sittings, State, TypedQuestion,
    },
    identity::{AccountId, LetterLanguage, Scope, Who},
    pact::{CampaignId, Review, ReviewCause, ReviewId},
    partners::{Claim, ClaimId, Introduction, Partner, PartnerId, Sector, Standing},
    signup::TypedParty,
};
use server::http::rights::Way;

mod co_owners;
mod members;
pub(super) mod pictures;
pub(super) mod requests;

use crate::{
    people::{account, signed_in},
    testbed::Testbed,
};

/// Whether a form of a desk that is sent empty leads on, rather than coming back.
pub(super) fn leads_on(pattern: &str) -> bool {
    let comes_back = [
        "/partner/ny",
        "/partner/kladder/{id}/{step}",
        "/partner/kladder/{id}/send",
        "/moderation/aktiviteter/{id}/godkend",
        "/moderation/aktiviteter/{id}/retur",
        "/moderation/partnere/{id}/afvis",
        "/moderation/krav/{id}/svar",
        "/partner/{id}/import",
        "/partner/kladder/{id}/billede",
        "/partner/{id}/folk",
        "/partner/{id}/oplysninger",
        "/partner/aktiviteter/{id}/medejere",
        "/moderation/folk/{id}/luk",
        "/moderation/kampagner/ny",
        "/moderation/kampagner/{id}",
        "/moderation/synonymer",
        "/moderation/synonymer/saet",
        "/moderation/synonymer/tilbage",
        "/moderation/meldinger/{id}/svar",
        "/moderation/aktiviteter/{id}/spoergsmaal",
        "/moderation/godkend",
        "/moderation/retur",
        "/moderation/folk/{id}/rolle",
        "/moderation/folk/{id}/rolle/fjern",
        "/partner/{id}/folk/{member}/rolle",
        "/partner/foresporgsler/{request}",
        "/partner/dato/{occurrence}/tilfoej",
        "/partner/dato/{occurrence}/flyt/{party}",
        "/partner/dato/{occurrence}/besked",
        "/partner/dato/{occurrence}/lodtraekning",
        "/partner/dato/{occurrence}/ankomst",
        "/partner/dato/{occurrence}/ankomst/meld",
        "/partner/dato/{occurrence}/rapport",
    ];
    (pattern.starts_with("/partner/") || pattern.starts_with("/moderation/"))
        && !comes_back.contains(&pattern)
}

fn number() -> u128 {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    5_000_000 + u128::from(NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// Whose it is: for organisers the first or the second partner of the sample, for moderators
/// a partner at home in their region or in another.
fn owner(scope: Scope) -> (PartnerId, &'static str) {
    match scope {
        Scope::OtherPartner => (partner_id(1), "8800"),
        Scope::OtherRegion => (partner_id(0), "5000"),
        _ => (partner_id(0), "8800"),
    }
}

async fn a_draft(portal: &Testbed, scope: Scope) -> Uuid {
    let (partner, id) = (owner(scope).0, DraftId(Uuid::from_u128(number())));
    let at = DateTime::UNIX_EPOCH;
    let draft = Draft {
        id,
        partner,
        activity: None,
        answers: Answers::default(),
        sittings: Sittings::default(),
        writer: AccountId(Uuid::nil()),
        created_at: at,
        changed_at: at,
    };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    // Drafts of the cells before are in nobody's way.
    for old in portal.plugs.ports.desk.drafts_of(&[partner]).await.expect("a read") {
        tx.drafts().remove(old.id).await.expect("a write");
    }
    tx.drafts().add(&draft).await.expect("a write");
    tx.commit().await.expect("a commit");
    id.0
}

async fn an_activity_in(portal: &Testbed, scope: Scope, state: State) -> Uuid {
    an_activity_of(portal, owner(scope), state).await
}

async fn an_activity_of(
    portal: &Testbed,
    (partner, postcode): (PartnerId, &str),
    state: State,
) -> Uuid {
    let n = number();
    let like = an_activity(0);
    let mut particulars = like.particulars().clone();
    particulars.venue.postcode = Some(postcode.parse().expect("a postcode"));
    let key = format!("L-{n}").try_into().expect("a key");
    let id = ActivityId(Uuid::from_u128(n * 32));
    let at = DateTime::UNIX_EPOCH;
    let mut it = Activity::draft(id, partner, key, particulars, Vec::new(), at).kept(state, at);
    it.slug = domain::catalogue::Slug::kept(format!("l-{n}"));
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().add(&[it]).await.expect("a write");
    tx.commit().await.expect("a commit");
    id.0
}

async fn a_partner(portal: &Testbed, scope: Scope, standing: Standing) -> Uuid {
    let n = number();
    let said = Introduction {
        name: format!("Partner {n}").try_into().expect("a name"),
        sector: Sector::Public,
        website: None,
        postcode: owner(scope).1.parse().expect("a postcode"),
    };
    let id = PartnerId(Uuid::from_u128(n));
    let mut it = Partner::asked_for(id, said, DateTime::UNIX_EPOCH);
    it.standing = standing;
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.partners().add(&[it]).await.expect("a write");
    tx.commit().await.expect("a commit");
    id.0
}

async fn a_claim(portal: &Testbed, scope: Scope) -> Uuid {
    let partner = PartnerId(a_partner(portal, scope, Standing::Approved).await);
    signed_in(portal, "kraever@firma.dk", &[]).await;
    let account = account(portal, "kraever@firma.dk").await.id;
    let id = ClaimId(Uuid::from_u128(number()));
    let claim = Claim { id, partner, account, remark: None, asked_at: DateTime::UNIX_EPOCH };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.claims().add(&claim).await.expect("a write");
    tx.commit().await.expect("a commit");
    id.0
}

async fn a_review(portal: &Testbed, scope: Scope) -> Uuid {
    let activity = ActivityId(an_activity_in(portal, scope, State::Published).await);
    let review = Review {
        id: ReviewId(Uuid::from_u128(number())),
        activity,
        cause: ReviewCause::Other,
        remark: None,
        reply_to: None,
        asked_at: DateTime::UNIX_EPOCH,
    };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.reviews().add(&review).await.expect("a write");
    tx.commit().await.expect("a commit");
    review.id.0
}

/// A public activity that would ask something.
async fn questions_of_one(portal: &Testbed, scope: Scope) -> Uuid {
    let id = an_activity_in(portal, scope, State::Published).await;
    let typed = TypedQuestion {
        words: "Kommer I med bus?".into(),
        kind: "yes-no".into(),
        ..TypedQuestion::default()
    };
    let question = Question::read(&typed).expect("a question");
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let it = tx.activities().by_id(ActivityId(id)).await.expect("a read");
    let mut it = it.expect("an activity");
    it.propose_questions(vec![question], DateTime::UNIX_EPOCH);
    tx.activities().save(&[it]).await.expect("a write");
    tx.commit().await.expect("a commit");
    id
}

async fn a_campaign_there(portal: &Testbed) -> Uuid {
    let n = number();
    let mut it = a_campaign(0, &format!("Kampagne {n}"));
    it.id = CampaignId(Uuid::from_u128(n));
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    assert!(tx.campaigns().add(&it).await.expect("a write"));
    tx.commit().await.expect("a commit");
    it.id.0
}

async fn an_import(portal: &Testbed, scope: Scope, stage: ImportStage) -> Uuid {
    signed_in(portal, "indlaeser@firma.dk", &[]).await;
    let now = portal.plugs.ports.clock.now();
    let import = Import {
        id: ImportId(Uuid::from_u128(number())),
        partner: owner(scope).0,
        by: account(portal, "indlaeser@firma.dk").await.id,
        file_name: "forår.csv".to_owned(),
        columns: Vec::new(),
        stage,
        figures: ImportFigures::default(),
        handed_in_at: now,
        changed_at: now,
    };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.imports().add(&import, &WholeSheet::default()).await.expect("a write");
    tx.commit().await.expect("a commit");
    import.id.0
}

/// A date of an activity, and a party that is signed up for it.
async fn a_date(portal: &Testbed, scope: Scope) -> (Uuid, Uuid) {
    let n = number();
    a_date_for(portal, scope, (n, &format!("bo{n}@skole.dk"))).await
}

/// The same, for whoever has an address.
async fn a_date_for(portal: &Testbed, scope: Scope, (n, email): (u128, &str)) -> (Uuid, Uuid) {
    let mut visit = a_visit(usize::try_from(n).expect("a number"), 9);
    visit.partner = owner(scope).0;
    let date = visit.occurrences()[0].id;
    let ports = &portal.plugs.ports;
    let mut tx = ports.store.begin().await.expect("a transaction");
    tx.activities().add(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
    let typed = TypedParty {
        kind: "one".into(),
        name: "Bo".into(),
        age: "17".into(),
        email: email.to_owned(),
        agrees: true,
        ..TypedParty::default()
    };
    let key = format!("a-form-of-the-table-{n}").parse().expect("a key");
    sign_up(ports, date, key, &typed, LetterLanguage::Danish).await.expect("a seat");
    let party = ports.sign_ups.sign_ups_of(date).await.expect("a read")[0].id;
    (date.0, party.0)
}

/// Where a sign-up is opened that somebody made who has an account.
pub(super) async fn own_sign_up(portal: &Testbed, who: Who) -> String {
    let party = match who {
        // Nobody's: these do not come so far.
        Who::Visitor | Who::Suspended => Uuid::nil(),
        _ => {
            let email = format!("{who}@skole.dk");
            a_date_for(portal, Scope::SamePartner, (number(), &email)).await.1
        }
    };
    format!("/konto/tilmeldinger/{party}/aabn")
}

/// A pattern of taking part with its gaps filled: by a date, or by a secret that opens nothing.
pub(super) async fn taking_part(portal: &Testbed, pattern: &str, scope: Scope) -> String {
    if !pattern.contains("{occurrence}") {
        return pattern.replace("{secret}", "ukendt");
    }
    pattern.replace("{occurrence}", &a_date(portal, scope).await.0.to_string())
}

/// A pattern of a desk with its gaps filled by what was just laid there.
pub(super) async fn path(portal: &Testbed, way: &Way, scope: Scope) -> String {
    let pattern = way.pattern;
    let id = match pattern {
        "/partner/find"
        | "/partner/ny"
        | "/moderation/folk"
        | "/moderation/godkend"
        | "/moderation/retur"
        | "/moderation/kampagner"
        | "/moderation/kampagner/ny"
        | "/moderation/synonymer"
        | "/moderation/synonymer/saet"
        | "/moderation/synonymer/tilbage" => {
            return pattern.to_owned();
        }
        _ if pattern.starts_with("/moderation/kampagner/") => a_campaign_there(portal).await,
        "/partner/{id}/krav" => partner_id(3).0,
        "/partner/{id}/oplysninger"
        | "/partner/{id}/import"
        | "/partner/{id}/aktiviteter.csv"
        | "/partner/{id}/aktiviteter.xlsx" => owner(scope).0.0,
        "/partner/import/{id}/fortryd" => an_import(portal, scope, ImportStage::Written).await,
        _ if pattern.starts_with("/partner/import/") => {
            an_import(portal, scope, ImportStage::Open).await
        }
        "/partner/{id}/kladder" => {
            // The last one's drafts would fill the desk.
            a_draft(portal, scope).await;
            owner(scope).0.0
        }
        "/partner/kladder/{id}/se" => {
            let id = a_draft(portal, scope).await;
            fill(portal, id).await;
            id
        }
        "/partner/kladder/{id}/billede/{file}" => {
            let id = a_draft(portal, scope).await;
            let file = pictures::hang(portal, PictureOf::Draft(DraftId(id))).await;
            return pattern.replace("{id}", &id.to_string()).replace("{file}", &file);
        }
        "/moderation/aktiviteter/{id}/billede/{file}" => {
            let id = an_activity_in(portal, scope, State::Submitted).await;
            let file = pictures::hang(portal, PictureOf::Activity(ActivityId(id))).await;
            return pattern.replace("{id}", &id.to_string()).replace("{file}", &file);
        }
        _ if pattern.starts_with("/partner/kladder/") => a_draft(portal, scope).await,
        _ if co_owners::is_about(pattern) => return co_owners::path(portal, pattern, scope).await,
        "/moderation/aktiviteter/{id}/spoergsmaal" => questions_of_one(portal, scope).await,
        "/partner/aktiviteter/{id}/tilbage" => {
            an_activity_in(portal, scope, State::Submitted).await
        }
        _ if pattern.starts_with("/partner/aktiviteter/") => {
            an_activity_in(portal, scope, State::Published).await
        }
        _ if pattern.starts_with("/moderation/aktiviteter/") => {
            an_activity_in(portal, scope, State::Submitted).await
        }
        "/moderation/meldinger/{id}/svar" => a_review(portal, scope).await,
        "/moderation/partnere/{id}/tillid" => a_partner(portal, scope, Standing::Approved).await,
        _ if pattern.starts_with("/moderation/partnere/") => {
            a_partner(portal, scope, Standing::Waiting).await
        }
        _ if pattern.starts_with("/moderation/folk/") => {
            let partner = PartnerId(a_partner(portal, scope, Standing::Approved).await);
            members::somebody_at(portal, partner).await
        }
        "/partner/foresporgsler/{request}" => {
            return requests::asked(portal, owner(scope).0).await;
        }
        _ if pattern.starts_with("/partner/dato/") => {
            let (date, party) = a_date(portal, scope).await;
            let path = pattern.replace("{occurrence}", &date.to_string());
            let path = path.replace("{party}", &party.to_string());
            return path.replace("{secret}", "ukendt");
        }
        _ if members::is_about(pattern) => return members::path(portal, pattern, scope).await,
        _ => a_claim(portal, scope).await,
    };
    pattern.replace("{id}", &id.to_string()).replace("{step}", "hvad")
}

/// A draft can be seen as visitors will see it once nothing is missing.
async fn fill(portal: &Testbed, id: Uuid) {
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let mut draft = tx.drafts().by_id(DraftId(id)).await.expect("a read").expect("a draft");
    draft.answers = application::catalogue::answers_of(&an_activity(1));
    tx.drafts().save(&draft).await.expect("a write");
    tx.commit().await.expect("a commit");
}
