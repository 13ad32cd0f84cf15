//! One network address that knocks at the doors again and again.

use axum::http::{StatusCode, header};

use crate::{
    people::Person,
    testbed::{On, Testbed},
};

#[tokio::test]
async fn one_address_is_stopped_only_where_no_school_would_knock_so_often() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut machine = Person::default();
    for n in 0..600 {
        let answer = machine.submits(&portal, "/log-ind", &[]).await;
        assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{n}");
    }
    for path in ["/log-ind", "/en/log-ind", "/opret"] {
        let answer = machine.submits(&portal, path, &[]).await;
        assert_eq!(answer.0, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert_eq!(answer.1[header::RETRY_AFTER], "600");
        assert!(answer.2.contains("<h1>"), "a page that helps: {}", answer.2);
    }
    // Whoever only looks is never stopped.
    assert_eq!(machine.opens(&portal, "/log-ind").await.0, StatusCode::OK);
    assert_eq!(machine.opens(&portal, "/aktiviteter").await.0, StatusCode::OK);
}
