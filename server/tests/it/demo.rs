//! The demo catalogue is taken whole.

use application::catalogue::{ImportMode, import_activities};
use server::adapters::spreadsheet;

use crate::testbed::{On, Testbed};

#[tokio::test]
async fn every_row_of_the_demo_catalogue_is_taken_and_nothing_changes_the_second_time() {
    let portal = Testbed::start(On::Sqlite).await;
    for text in [
        include_str!("../../demo/activities_west.csv"),
        include_str!("../../demo/activities_east.csv"),
    ] {
        let sheet = || spreadsheet::sheet(text.as_bytes()).unwrap();
        let dry = import_activities(&portal.plugs.ports, sheet(), ImportMode::DryRun, &mut |_| {})
            .await
            .unwrap();
        let first = import_activities(&portal.plugs.ports, sheet(), ImportMode::Write, &mut |_| {})
            .await
            .unwrap();
        assert_eq!(dry, first);
        assert_eq!(
            (first.rows_rejected, first.activities_new),
            (0, 200),
            "{:?}",
            first.faults.first()
        );
        let second =
            import_activities(&portal.plugs.ports, sheet(), ImportMode::Write, &mut |_| {})
                .await
                .unwrap();
        assert_eq!(
            (second.activities_new, second.activities_changed, second.activities_unchanged),
            (0, 0, 200)
        );
    }
    assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
}
