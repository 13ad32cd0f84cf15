//! Every column says what it is for.

use std::{collections::BTreeSet, path::Path};

use domain::privacy::Holding;
use sea_orm::{FromQueryResult, Statement};
use server::adapters::database::register::{Content, REGISTER, document};
use ui::{Locale, Speech};

use crate::testbed::{On, Testbed};

#[derive(FromQueryResult)]
struct Column {
    table: String,
    name: String,
}

fn registered() -> Vec<(String, String)> {
    let columns = REGISTER.iter().flat_map(|(table, contents)| {
        let names = contents.iter().flat_map(|it| it.1.split(' '));
        names.map(move |name| ((*table).to_owned(), name.to_owned()))
    });
    columns.collect()
}

#[tokio::test]
async fn every_column_stands_in_the_register_and_nothing_else() {
    let portal = Testbed::start(On::Sqlite).await;
    let url = format!("sqlite://{}/gnist.db?mode=ro", portal.folder().display());
    let database = sea_orm::Database::connect(url).await.expect("the file");
    let ask = Statement::from_string(
        sea_orm::DbBackend::Sqlite,
        "select m.name as \"table\", c.name as name from sqlite_master m \
         join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'",
    );
    let rows = Column::find_by_statement(ask).all(&database).await.expect("columns");
    let kept: BTreeSet<(String, String)> = rows.into_iter().map(|it| (it.table, it.name)).collect();
    let registered = registered();
    let told: BTreeSet<(String, String)> = registered.iter().cloned().collect();
    assert_eq!(told.len(), registered.len(), "a column stands in the register twice");
    let untold: Vec<_> = kept.difference(&told).collect();
    let gone: Vec<_> = told.difference(&kept).collect();
    assert!(untold.is_empty(), "say in the register what these are for: {untold:?}");
    assert!(gone.is_empty(), "these are not in the database: {gone:?}");
}

#[test]
fn every_purpose_has_a_column_and_no_address_is_of_nobody() {
    for holding in Holding::ALL {
        let of = |it: &(Content, &str)| it.0 == Content::Of(*holding);
        assert!(REGISTER.iter().any(|it| it.1.iter().any(of)), "nothing is kept for {holding}");
    }
    let personal = ["email", "phone", "password", "device", "remark", "reply_to", "account_id"];
    for (table, contents) in REGISTER {
        for (content, names) in *contents {
            let holds = personal.iter().find(|word| names.contains(**word));
            assert!(
                matches!(content, Content::Of(_)) || holds.is_none(),
                "{table} keeps {holds:?} as if it were of nobody"
            );
        }
    }
}

#[test]
fn the_document_is_what_the_register_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/data.md");
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    let told = document(Speech::of(Locale::En));
    assert!(kept == told, "run `gnist register > docs/data.md`");
}
