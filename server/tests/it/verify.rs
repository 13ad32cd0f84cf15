//! What cannot be at desks is found by `gnist verify`.

use application::{
    catalogue::WholeSheet,
    testing::{an_activity, contract, partner_id, picture_contract::picture},
};
use chrono::DateTime;
use domain::{
    Uuid,
    catalogue::{
        Answers, Draft, DraftId, Former, Import, ImportFigures, ImportId, ImportStage, PictureOf,
        Sittings, Trace,
    },
    identity::Role,
    partners::{Claim, ClaimId},
};

use sea_orm::ConnectionTrait as _;

use crate::{
    people::{account, signed_in},
    testbed::{On, Testbed},
};

/// Writes a row as no program of ours would.
pub async fn spoil(portal: &Testbed, sql: &str) {
    let url = format!("sqlite://{}/gnist.db?mode=rw", portal.folder().display());
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1);
    let database = sea_orm::Database::connect(options).await.expect("the file");
    database.execute_unprepared(sql).await.expect("it is written");
    database.close().await.expect("it closes");
}

pub async fn faults(portal: &Testbed) -> Vec<String> {
    portal.plugs.database.verify().await.expect("an answer")
}

#[expect(clippy::too_many_lines, reason = "one row for each way to spoil a desk")]
#[tokio::test]
async fn what_cannot_be_at_desks_is_found() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    signed_in(&portal, "bo@firma.dk", &[]).await;
    signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(1))]).await;
    let (bo, at) = (account(&portal, "bo@firma.dk").await.id, DateTime::UNIX_EPOCH);
    let activity = an_activity(0);
    let (id, partner) = (DraftId(Uuid::from_u128(77)), activity.partner);
    let answers = Answers::default();
    let draft = Draft {
        id,
        partner,
        activity: Some(activity.id),
        answers,
        sittings: Sittings::default(),
        writer: bo,
        created_at: at,
        changed_at: at,
    };
    let (asked, id) = (partner_id(3), ClaimId(Uuid::from_u128(78)));
    let claim = Claim { id, partner: asked, account: bo, remark: None, asked_at: at };
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.drafts().add(&draft).await.unwrap();
    tx.claims().add(&claim).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(faults(&portal).await, Vec::<String>::new());

    let id = |id: Uuid| format!("x'{}'", id.simple());
    let ida = account(&portal, "ida@firma.dk").await.id;
    let cases = [
        (
            format!("update draft set partner_id = {}", id(partner_id(3).0)),
            format!("update draft set partner_id = {}", id(partner.0)),
            "of an activity of another partner",
        ),
        (
            "update draft set answers = '{'".to_owned(),
            r#"update draft set answers = '{"cells":{},"dates":[]}'"#.to_owned(),
            "the table `draft` holds an impossible `answers`",
        ),
        (
            "update draft set sittings = '[]'".to_owned(),
            "update draft set sittings = '{}'".to_owned(),
            "the table `draft` holds an impossible `sittings`",
        ),
        (
            format!(
                "insert into former_key (partner_id, external_id, activity_id) values ({}, 'R-1', {})",
                id(partner.0),
                id(activity.id.0)
            ),
            "delete from former_key".to_owned(),
            "it leads",
        ),
        (
            format!(
                "update claim set account_id = {}, partner_id = {}",
                id(ida.0),
                id(partner_id(1).0)
            ),
            format!("update claim set account_id = {}, partner_id = {}", id(bo.0), id(asked.0)),
            "of somebody who works for the partner already",
        ),
        (
            format!(
                "insert into claim (id, partner_id, account_id, asked_at) select x'00000000000000000000000000000001', {}, {}, asked_at from claim",
                id(asked.0),
                id(bo.0)
            ),
            "delete from claim where id = x'00000000000000000000000000000001'".to_owned(),
            "asked for twice",
        ),
        (
            format!(
                "insert into invitation (id, mark, partner_id, membership, email, email_key, account_id, invited_at) values (x'00000000000000000000000000000003', 'x', {}, 'editor', 'ida@firma.dk', 'ida@firma.dk', {}, '2026-01-01 00:00:00+00:00')",
                id(partner_id(1).0),
                id(bo.0)
            ),
            "delete from invitation".to_owned(),
            "invitation 00000000-0000-0000-0000-000000000003: of somebody who works for the partner already",
        ),
        (
            format!("update partner set standing = 'waiting' where id = {}", id(partner.0)),
            format!("update partner set standing = 'approved' where id = {}", id(partner.0)),
            "is not approved",
        ),
        (
            format!(
                "update partner set standing = 'refused', is_trusted = 1 where id = {}",
                id(asked.0)
            ),
            format!(
                "update partner set standing = 'approved', is_trusted = 0 where id = {}",
                id(asked.0)
            ),
            "trusted, but not approved",
        ),
        (
            format!(
                "insert into deed (id, at, kind, about, about_id) values (x'00000000000000000000000000000002', '2026-01-01 00:00:00+00:00', 'dreamt', 'partner', {})",
                id(partner.0)
            ),
            "delete from deed where kind = 'dreamt'".to_owned(),
            "the table `deed` holds an impossible `kind`: dreamt",
        ),
    ];
    for (spoiling, mending, sentence) in cases {
        spoil(&portal, &spoiling).await;
        let told = faults(&portal).await;
        assert!(told.iter().any(|it| it.contains(sentence)), "{sentence}: {told:?}");
        spoil(&portal, &mending).await;
        assert_eq!(faults(&portal).await, Vec::<String>::new(), "after {sentence}");
    }
}

#[tokio::test]
async fn what_cannot_be_of_imports_is_found() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    signed_in(&portal, "bo@firma.dk", &[]).await;
    let (by, at) = (account(&portal, "bo@firma.dk").await.id, DateTime::UNIX_EPOCH);
    let activity = an_activity(1);
    let import = Import {
        id: ImportId(Uuid::from_u128(77)),
        partner: activity.partner,
        by,
        file_name: "forår.csv".to_owned(),
        columns: Vec::new(),
        stage: ImportStage::Written,
        figures: ImportFigures::default(),
        handed_in_at: at,
        changed_at: at,
    };
    let trace = Trace {
        activity: activity.id,
        external_id: activity.external_id.clone(),
        former: Some(Former::of(&activity)),
        left_at: at,
    };
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.imports().add(&import, &WholeSheet::default()).await.unwrap();
    tx.imports().add_traces(import.id, &[trace]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(faults(&portal).await, Vec::<String>::new());

    let id = |id: Uuid| format!("x'{}'", id.simple());
    let (own, other) = (id(activity.partner.0), id(partner_id(3).0));
    let (others, back) = (format!("partner_id = {other}"), format!("partner_id = {own}"));
    let cases = [
        ("stage = 'dreamt'", "stage = 'written'", "the table `import` holds an impossible `stage`"),
        ("columns = '{'", "columns = '[]'", "the table `import` holds an impossible `columns`"),
        ("stage = 'undone'", "stage = 'written'", "undone, but its sheet is still here"),
        ("stage = 'open'", "stage = 'written'", "it did something, but is open"),
        ("file = x'7b'", "file = null", "its sheet cannot be read"),
        (others.as_str(), back.as_str(), "changed an activity of another partner"),
    ];
    for (spoiling, mending, sentence) in cases {
        spoil(&portal, &format!("update import set {spoiling}")).await;
        let told = faults(&portal).await;
        assert!(told.iter().any(|it| it.contains(sentence)), "{sentence}: {told:?}");
        spoil(&portal, &format!("update import set {mending}")).await;
        assert_eq!(faults(&portal).await, Vec::<String>::new(), "after {sentence}");
    }
    spoil(&portal, "update import_trace set former = '{'").await;
    let told = faults(&portal).await;
    assert!(told[0].contains("the table `import_trace` holds an impossible `former`"), "{told:?}");
}

#[tokio::test]
async fn what_cannot_be_of_pictures_is_found() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    let (it, prints) = picture(1);
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.pictures().put(PictureOf::Activity(an_activity(1).id), &it, &prints).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(faults(&portal).await, Vec::<String>::new());

    let alt = it.alt.as_ref().unwrap();
    let cases = [
        (
            "update picture set alt = null".to_owned(),
            format!("update picture set alt = '{alt}'"),
            "nobody has said what it shows",
        ),
        (
            "update picture set mark = 'x'".to_owned(),
            format!("update picture set mark = '{}'", it.mark),
            "the table `picture` holds an impossible `mark`: x",
        ),
        (
            "update picture set sizes = '960x540 480x270 1440x810'".to_owned(),
            "update picture set sizes = '480x270 960x540 1440x810'".to_owned(),
            "the table `picture` holds an impossible `sizes`",
        ),
        (
            "update picture set sizes = '480x270'".to_owned(),
            "update picture set sizes = '480x270 960x540 1440x810'".to_owned(),
            "its bytes are not those of its mark",
        ),
        (
            "update picture_print set width = 481 where width = 480".to_owned(),
            "update picture_print set width = 480 where width = 481".to_owned(),
            "its bytes are not those of its mark",
        ),
        (
            "create table kept as select * from picture_print; update picture_print set jpeg = x'00' where width = 480".to_owned(),
            "update picture_print set jpeg = (select jpeg from kept where kept.width = 480) where width = 480; drop table kept".to_owned(),
            "its bytes are not those of its mark",
        ),
        (
            "pragma foreign_keys = off; delete from picture".to_owned(),
            "delete from picture_print".to_owned(),
            "picture_print points to nothing in picture",
        ),
    ];
    for (spoiling, mending, sentence) in cases {
        spoil(&portal, &spoiling).await;
        let told = faults(&portal).await;
        assert!(told.iter().any(|it| it.contains(sentence)), "{sentence}: {told:?}");
        spoil(&portal, &mending).await;
        assert_eq!(faults(&portal).await, Vec::<String>::new(), "after {sentence}");
    }
}
