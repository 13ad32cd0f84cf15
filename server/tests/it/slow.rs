//! Files that come slowly, and those of others meanwhile.

use std::{convert::Infallible, sync::Arc};

use application::testing::an_activity;
use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use domain::{identity::Role, partners::PartnerId};
use futures_util::{StreamExt as _, future::join_all, stream};
use tokio::sync::Notify;

use crate::{
    import::{ROW, sheet},
    people::{Answer, Person, signed_in},
    pictures::at_desk::{begin, desk},
    testbed::{On, Testbed},
};

/// Begins to send a file, says so, and sends nothing more.
async fn sends_for_ever(
    portal: &Testbed,
    person: &mut Person,
    path: &str,
    begun: &Arc<Notify>,
) -> Answer {
    let head = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    let begins = begun.clone();
    let first = stream::once(async move {
        begins.notify_one();
        Ok::<_, Infallible>(Bytes::from_static(head.as_bytes()))
    });
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from_stream(first.chain(stream::pending())))
        .expect("a request");
    person.asks(portal, request).await
}

async fn editors(portal: &Testbed, partner: PartnerId, n: usize) -> Vec<Person> {
    let mut editors = Vec::new();
    for n in 0..n {
        let who = format!("p{n}@robot.dk");
        editors.push(signed_in(portal, &who, &[Role::Editor(partner)]).await);
    }
    editors
}

#[tokio::test]
async fn whoever_sends_a_picture_slowly_keeps_nobody_else_from_sending_theirs() {
    let mut desk = desk().await;
    let (slowly_to, begun) = (desk.page(), Arc::new(Notify::new()));
    let mut bo = signed_in(&desk.portal, "bo@robot.dk", &[Role::Editor(desk.partner)]).await;
    let draft = begin(&desk.portal, &mut bo, desk.partner).await;
    let path = format!("/partner/kladder/{}/billede", draft.0);
    let file = picture();
    let quick = async {
        begun.notified().await;
        bo.hands_in(&desk.portal, &path, ("a.jpg", &file), &[("alt", "En robot af pap")]).await
    };
    tokio::select! {
        _ = sends_for_ever(&desk.portal, &mut desk.person, &slowly_to, &begun) => {
            panic!("nobody waits for the rest")
        }
        answer = quick => assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", answer.2),
    }
}

fn picture() -> Vec<u8> {
    let mut file = Vec::new();
    let points = vec![90; 640 * 480 * 3];
    let encoder = jpeg_encoder::Encoder::new(&mut file, 90);
    encoder.encode(&points, 640, 480, jpeg_encoder::ColorType::Rgb).expect("a picture");
    file
}

#[tokio::test]
async fn sheets_of_several_come_one_after_the_other_past_one_that_comes_slowly() {
    let portal = Testbed::start(On::Sqlite).await;
    application::testing::contract::fill(&*portal.plugs.ports.store, 4).await;
    let partner = an_activity(0).partner;
    let path = format!("/partner/{}/import", partner.0);
    let mut editors = editors(&portal, partner, 4).await;
    let mut slow = editors.pop().expect("somebody");
    let begun = Arc::new(Notify::new());
    let text = sheet(&[ROW]);
    let quick = async {
        begun.notified().await;
        let file = ("a.csv", text.as_bytes());
        let all = editors.iter_mut().map(|it| it.hands_in(&portal, &path, file, &[]));
        join_all(all).await
    };
    tokio::select! {
        _ = sends_for_ever(&portal, &mut slow, &path, &begun) => {
            panic!("nobody waits for the rest")
        }
        answers = quick => {
            for answer in answers {
                assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", answer.2);
            }
        }
    }
}
