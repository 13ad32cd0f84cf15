//! Every step of the schema goes up, down and up again, on both databases.

use migrations::Migrator;
use sea_orm::DatabaseConnection;
use sea_orm_migration::MigratorTrait as _;

use crate::testbed::a_database;

async fn up_down_up(database: DatabaseConnection) {
    Migrator::up(&database, None).await.expect("up");
    Migrator::down(&database, None).await.expect("down");
    Migrator::up(&database, None).await.expect("up again");
    assert!(Migrator::get_pending_migrations(&database).await.expect("an answer").is_empty());
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_on_sqlite() {
    up_down_up(sea_orm::Database::connect("sqlite::memory:").await.expect("SQLite")).await;
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_on_postgresql() {
    let url = a_database(&format!("gnist_steps_{}", std::process::id())).await;
    up_down_up(sea_orm::Database::connect(url).await.expect("PostgreSQL")).await;
}
