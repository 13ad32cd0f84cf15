//! What is held of somebody, asked for, seen and erased.

mod idle;

use domain::{
    Email,
    identity::{Letter, LetterLanguage, Role, Secret},
    signup::Stage,
};

use super::{DataError, Obstacle, ask_for_data, erase_data, open_data, show_data};
use crate::{
    Ports,
    identity::{invite, reinstate, suspend},
    outbox::deliver_letters,
    ports::StoreError,
    testing::{
        KeptPost, MemoryStore, held_contract, partner_id, ports,
        sign_up_contract::{enters, fill_visits, visit_now},
    },
};

fn email(text: &str) -> Email {
    text.try_into().unwrap()
}

/// The letters that have left for an address.
async fn letters(ports: &Ports, to: &str) -> Vec<Letter> {
    let post = KeptPost::default();
    deliver_letters(ports, &post).await.unwrap();
    let own = post.letters().into_iter().filter(|it| it.to.key() == email(to).key());
    own.map(|it| it.letter).collect()
}

async fn opened(ports: &Ports, to: &str) -> Secret {
    ask_for_data(ports, &email(to), LetterLanguage::Danish).await.unwrap();
    let letters = letters(ports, to).await;
    let Some(Letter::OwnData { secret }) = letters.last() else { panic!("a link: {letters:?}") };
    open_data(ports, secret).await.unwrap()
}

/// Three classes want twelve seats of eight: the first has them, the others wait.
async fn three_classes(store: &MemoryStore) -> Result<Vec<String>, StoreError> {
    let ports = ports(store);
    let [date] = fill_visits(store, &[8]).await[..] else { panic!("a date") };
    let mut tx = ports.store.begin().await?;
    let mut roster = tx.rosters().lock(date).await?.unwrap();
    let mut addresses = Vec::new();
    for n in 1..=3 {
        let sign_up = enters(&mut roster, n, 8);
        tx.sign_ups().add(&sign_up).await?;
        roster.confirm(sign_up.id, visit_now()).unwrap();
        addresses.extend(sign_up.contact.email.map(|it| it.to_string()));
    }
    tx.rosters().save(&roster).await?;
    tx.commit().await?;
    Ok(addresses)
}

#[tokio::test]
async fn the_seats_of_whoever_is_erased_go_to_whoever_is_next() {
    let store = MemoryStore::default();
    let ports = ports(&store);
    let addresses = three_classes(&store).await.unwrap();
    let secret = opened(&ports, &addresses[0]).await;
    let shown = show_data(&ports, &secret).await.unwrap();
    assert_eq!((shown.sign_ups.len(), shown.obstacles.len()), (1, 0));
    let date = shown.sign_ups[0].sign_up.occurrence;

    let receipt = erase_data(&ports, &secret).await.unwrap();
    assert_eq!((receipt.erased.sign_ups, receipt.erased.has_account), (1, false));
    let told = letters(&ports, &addresses[0]).await;
    assert!(matches!(told[..], [Letter::DataErased { sign_ups: 1, .. }]), "{told:?}");
    let left = ports.sign_ups.sign_ups_of(date).await.unwrap();
    let stages: Vec<_> = left.iter().map(|it| it.entry.stage).collect();
    assert!(matches!(stages[..], [Stage::Offered { .. }, Stage::Waiting]), "{stages:?}");
    assert!(matches!(show_data(&ports, &secret).await, Err(DataError::DeadLink)));
    assert!(matches!(erase_data(&ports, &secret).await, Err(DataError::DeadLink)));
}

#[tokio::test]
async fn a_link_works_once_and_an_address_that_nobody_knows_gets_one_too() {
    let store = MemoryStore::default();
    let ports = ports(&store);
    ask_for_data(&ports, &email("ingen@hjem.dk"), LetterLanguage::English).await.unwrap();
    let sent = letters(&ports, "ingen@hjem.dk").await;
    let [Letter::OwnData { secret }] = &sent[..] else { panic!("a link: {sent:?}") };
    // What opens nothing yet shows nothing.
    assert!(matches!(show_data(&ports, secret).await, Err(DataError::DeadLink)));
    let open = open_data(&ports, secret).await.unwrap();
    assert!(matches!(open_data(&ports, secret).await, Err(DataError::DeadLink)));
    assert_eq!(show_data(&ports, &open).await.unwrap().held.len(), 0);
}

#[tokio::test]
async fn whoever_is_the_last_administrator_of_a_partner_hears_what_to_do_first() {
    let store = MemoryStore::default();
    let ports = ports(&store);
    fill_visits(&store, &[8]).await;
    let partner = partner_id(1);
    let administrator = Role::PartnerAdministrator(partner);
    let ana = email("ana@firma.dk");
    let danish = LetterLanguage::Danish;
    invite(&ports, &ana, "Ana".try_into().unwrap(), administrator, danish).await.unwrap();
    let secret = opened(&ports, ana.as_str()).await;
    let shown = show_data(&ports, &secret).await.unwrap();
    assert!(matches!(shown.obstacles[..], [Obstacle::LastAdministrator(_)]));
    let kept = erase_data(&ports, &secret).await;
    assert!(matches!(kept, Err(DataError::Needed(_))), "{kept:?}");
    assert!(ports.accounts.account(&ana).await.unwrap().is_some());

    let bo = email("bo@firma.dk");
    invite(&ports, &bo, "Bo".try_into().unwrap(), administrator, danish).await.unwrap();
    assert!(erase_data(&ports, &secret).await.unwrap().erased.has_account);
    assert_eq!(ports.accounts.account(&ana).await.unwrap(), None);
}

#[tokio::test]
async fn whoever_was_closed_cannot_erase_that_and_begin_anew() {
    let store = MemoryStore::default();
    let ports = ports(&store);
    fill_visits(&store, &[8]).await;
    let (ana, role) = (email("ana@firma.dk"), Role::PartnerAdministrator(partner_id(1)));
    invite(&ports, &ana, "Ana".try_into().unwrap(), role, LetterLanguage::Danish).await.unwrap();
    suspend(&ports, &ana).await.unwrap();
    let secret = opened(&ports, ana.as_str()).await;
    let shown = show_data(&ports, &secret).await.unwrap();
    assert_eq!(shown.obstacles, [Obstacle::Suspended]);
    let kept = erase_data(&ports, &secret).await;
    assert!(matches!(kept, Err(DataError::Needed(_))), "{kept:?}");
    assert!(ports.accounts.account(&ana).await.unwrap().unwrap().is_suspended());

    // Whoever runs the portal agrees by opening it.
    reinstate(&ports, &ana).await.unwrap();
    let bo = email("bo@firma.dk");
    invite(&ports, &bo, "Bo".try_into().unwrap(), role, LetterLanguage::Danish).await.unwrap();
    assert!(erase_data(&ports, &secret).await.unwrap().erased.has_account);
}

#[tokio::test]
async fn what_is_held_in_memory_is_erased_as_promised() {
    let store = MemoryStore::default();
    held_contract::erases_one_and_nobody_else(&store, &store, &store).await;
}
