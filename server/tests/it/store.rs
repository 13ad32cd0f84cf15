//! The stores and readers keep the promises of their ports.

use std::time::Duration;

use application::{
    ports::Store as _,
    testing::{
        address_contract, an_activity, campaign_contract, co_owner_contract, coming_contract,
        contract, deed_contract, desk_contract, draw_contract, held_contract, identity_contract,
        idle_contract, import_contract, interest_contract, organiser_contract, people_contract,
        picture_contract, provider_contract, report_contract, request_contract, review_contract,
        saved_contract, shelf_contract, sign_up_contract, sweep_contract, synonym_contract,
    },
};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use server::adapters::database::DatabaseStore;

use crate::testbed::{On, Testbed};

/// Runs one promise on SQLite and on PostgreSQL.
macro_rules! promise {
    ($name:ident, |$portal:ident| $work:expr) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn on_sqlite() {
                let $portal = Testbed::start(On::Sqlite).await;
                $work.await;
            }

            #[tokio::test]
            async fn on_postgresql() {
                let $portal = Testbed::start(On::PostgreSql).await;
                $work.await;
            }
        }
    };
}

promise!(what_was_committed_is_kept, |portal| contract::keeps_what_was_committed(
    &*portal.plugs.ports.store
));
promise!(campaigns_are_kept, |portal| campaign_contract::keeps_campaigns(
    &*portal.plugs.ports.store,
    &portal.plugs.board
));
promise!(activities_are_shared, |portal| co_owner_contract::shares_activities(
    &*portal.plugs.ports.store,
    &portal.plugs.board,
    &portal.plugs.board,
    &portal.plugs.database,
    &portal.plugs.database
));
promise!(former_keys_are_remembered, |portal| co_owner_contract::remembers_former_keys(
    &*portal.plugs.ports.store
));
promise!(what_is_saved_is_kept, |portal| saved_contract::keeps_what_is_saved(
    &*portal.plugs.ports.store,
    &portal.plugs.database,
    &portal.plugs.database
));
promise!(synonyms_are_kept, |portal| synonym_contract::keeps_synonyms(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(what_was_dropped_is_forgotten, |portal| contract::forgets_what_was_dropped(
    &*portal.plugs.ports.store
));
promise!(what_changed_is_saved, |portal| contract::saves_what_changed(&*portal.plugs.ports.store));
promise!(things_are_told_apart, |portal| contract::tells_things_apart(&*portal.plugs.ports.store));
promise!(answers_are_the_plain_ones, |portal| contract::answers_as_plainly_as_memory(
    &*portal.plugs.ports.store,
    &portal.plugs.board
));
promise!(pages_follow_one_another, |portal| contract::pages_are_disjoint_and_complete(
    &*portal.plugs.ports.store,
    &portal.plugs.board
));
promise!(lists_show_what_is_published, |portal| contract::lists_show_only_what_is_published(
    &*portal.plugs.ports.store,
    &portal.plugs.board
));
promise!(what_comes_near_is_told, |portal| contract::tells_what_comes_near(
    &*portal.plugs.ports.store,
    &portal.plugs.board
));
promise!(accounts_are_kept, |portal| identity_contract::keeps_accounts(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(who_came_is_known, |portal| idle_contract::knows_who_came(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(tries_are_counted, |portal| identity_contract::counts_what_is_tried(
    &*portal.plugs.ports.store
));
promise!(sessions_are_kept, |portal| identity_contract::keeps_sessions(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(a_link_is_given_once, |portal| identity_contract::gives_a_link_once(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(letters_are_leased, |portal| identity_contract::leases_letters(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(identities_are_kept, |portal| provider_contract::keeps_identities(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(an_errand_is_given_once, |portal| provider_contract::gives_an_errand_once(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(deeds_are_told, |portal| deed_contract::tells_deeds(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(histories_come_in_pages, |portal| deed_contract::tells_histories_in_pages(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(drafts_are_kept, |portal| desk_contract::keeps_drafts(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(claims_are_kept, |portal| desk_contract::keeps_claims(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(partners_are_kept, |portal| desk_contract::keeps_partners(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(partners_are_found_by_contacts, |portal| desk_contract::finds_partners_by_their_contacts(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(questions_are_kept, |portal| desk_contract::keeps_questions(
    &*portal.plugs.ports.store,
    &*portal.plugs.ports.queue,
    &*portal.plugs.ports.desk
));
promise!(a_case_is_told_of_once, |portal| desk_contract::tells_of_a_case_once(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(reviews_are_kept, |portal| review_contract::keeps_reviews(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(addresses_are_watched, |portal| address_contract::watches_addresses(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(addresses_are_asked_by_one, |portal| address_contract::is_watched_by_one(
    &portal.plugs.database
));
promise!(reports_are_kept, |portal| report_contract::keeps_reports(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(answers_are_counted, |portal| interest_contract::counts_answers(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(rosters_are_kept, |portal| sign_up_contract::keeps_rosters(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(rosters_are_due, |portal| sign_up_contract::tells_which_rosters_are_due(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(draws_are_kept, |portal| draw_contract::keeps_draws(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(whether_they_come_is_kept, |portal| coming_contract::keeps_whether_they_come(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(sign_ups_are_kept, |portal| sign_up_contract::keeps_sign_ups(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(own_sign_ups_are_found, |portal| organiser_contract::finds_own_sign_ups(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(requests_are_kept, |portal| request_contract::keeps_requests(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(one_is_erased_and_nobody_else, |portal| held_contract::erases_one_and_nobody_else(
    &*portal.plugs.ports.store,
    &portal.plugs.database,
    &portal.plugs.database
));
promise!(the_latest_time_is_kept, |portal| sweep_contract::keeps_the_latest_time(
    &portal.plugs.database
));
promise!(who_came_is_counted, |portal| sweep_contract::counts_who_came(
    &*portal.plugs.ports.store,
    &portal.plugs.database,
    &portal.plugs.database
));
promise!(parties_are_moved, |portal| organiser_contract::moves_parties(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(pictures_are_kept, |portal| picture_contract::keeps_pictures(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(pictures_go_with_what_they_belong_to, |portal| {
    picture_contract::lets_pictures_go_with_what_they_belong_to(
        &*portal.plugs.ports.store,
        &portal.plugs.database,
    )
});
promise!(invitations_are_kept, |portal| people_contract::keeps_invitations(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(members_are_told, |portal| people_contract::tells_who_acts_for_whom(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(what_waits_is_told, |portal| desk_contract::tells_what_waits(
    &*portal.plugs.ports.store,
    &portal.plugs.database,
    &portal.plugs.database
));
promise!(all_that_is_owned_is_told, |portal| shelf_contract::tells_all_that_is_owned(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(what_is_called_so_is_found, |portal| shelf_contract::finds_what_is_called_so(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(dates_of_what_is_owned_are_told, |portal| shelf_contract::tells_dates_of_what_is_owned(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(seats_are_counted_date_by_date, |portal| shelf_contract::counts_seats(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(views_are_counted, |portal| desk_contract::counts_views(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(imports_are_kept, |portal| import_contract::keeps_imports(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(what_is_undone_is_forgotten, |portal| import_contract::forgets_what_is_undone(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(what_nobody_has_seen_is_removed, |portal| import_contract::removes_what_nobody_has_seen(
    &*portal.plugs.ports.store
));
promise!(every_change_is_told, |portal| contract::tells_every_change(
    &*portal.plugs.ports.store,
    &portal.plugs.database
));
promise!(nothing_is_wrong_after_writing, |portal| async {
    contract::fill(&*portal.plugs.ports.store, 30).await;
    assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
});
promise!(who_locks_an_activity_keeps_others_waiting, |portal| async {
    contract::fill(&*portal.plugs.ports.store, 3).await;
    let key = [(an_activity(1).partner, an_activity(1).external_id)];
    let mut first = portal.plugs.ports.store.begin().await.expect("a transaction");
    first.activities().lock(&key).await.expect("a read");

    let other = DatabaseStore::new(portal.plugs.database.clone());
    let second = async {
        let mut tx = other.begin().await.expect("a transaction");
        tx.activities().lock(&key).await.expect("a read").len()
    };
    let mut second = Box::pin(second);
    assert!(
        tokio::time::timeout(Duration::from_millis(300), &mut second).await.is_err(),
        "nobody waited"
    );
    first.commit().await.expect("a commit");
    assert_eq!(second.await, 1);
});
promise!(a_begin_that_nobody_waits_for_leaves_the_store_usable, |portal| async {
    for _ in 0..30 {
        let store = portal.plugs.ports.store.clone();
        let _ = tokio::time::timeout(Duration::from_micros(50), store.begin()).await;
    }
    contract::fill(&*portal.plugs.ports.store, 3).await;
});

#[tokio::test]
async fn a_second_server_is_refused_the_same_file() {
    let portal = Testbed::start(On::Sqlite).await;
    let url = format!("sqlite://{}/other.db", portal.folder().display());
    let one = server::adapters::database::Database::open(&url).await.expect("a database");
    let two = server::adapters::database::Database::open(&url).await.expect("a database");
    one.claim_for_serving().expect("the first is let in");
    assert!(two.claim_for_serving().is_err());
}

/// How SQLite goes about a question to the tables of a portal.
async fn plan(portal: &Testbed, sql: &str) -> String {
    let url = format!("sqlite://{}/gnist.db?mode=ro", portal.folder().display());
    let database = sea_orm::Database::connect(url).await.expect("the file");
    let sql = format!("EXPLAIN QUERY PLAN {sql}");
    let rows = database.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await;
    let steps = rows.expect("a plan").into_iter().map(|row| row.try_get("", "detail"));
    steps.collect::<Result<Vec<String>, _>>().expect("texts").join("; ")
}

#[tokio::test]
async fn lists_ask_sqlite_for_ids_and_never_walk_all_that_is_published() {
    let portal = Testbed::start(On::Sqlite).await;
    let by_id = "INDEX sqlite_autoindex_activity_1 (id";
    for (sql, way) in [
        ("SELECT title FROM activity WHERE state = ?1 AND id IN (?2, ?3, ?4)", by_id),
        (
            "SELECT title FROM activity WHERE state = ?1 AND id > ?2 AND id <= ?3 ORDER BY id LIMIT ?4",
            by_id,
        ),
        ("SELECT title FROM activity WHERE slug = ?1", "INDEX activity_slug_key (slug"),
        (
            "SELECT title FROM activity WHERE state = 'submitted' ORDER BY updated_at, id",
            "INDEX activity_submitted_idx",
        ),
    ] {
        let plan = plan(&portal, sql).await;
        assert!(plan.contains(way) && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
    }
}
