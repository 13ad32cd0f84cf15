//! A draw that anybody does once more from what was published of it.

use std::{fs, path::Path};

use crate::{
    program::{run, text},
    testbed::{On, Testbed},
};

/// The bytes 0 to 31; of the parties 1 to 8 the order is 8, 3, 4, 7, 1, 2, 6, 5.
const SEED: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const PROMISE: &str = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";
const DATES: &str = "date,seats,visits,largest\nfredag,30,,\nmandag,,1,28\n";
const PARTIES: &str = "party,seats,wishes,classes,lot,given\n8,20,fredag,1,,\n\
    3,24,fredag mandag,1 1,,\n4,10,fredag,1,,\n7,1,mandag fredag,1 1,,\n";

fn files(folder: &Path, dates: &str, parties: &str) {
    fs::write(folder.join("dates.csv"), dates).expect("a file");
    fs::write(folder.join("parties.csv"), parties).expect("a file");
}

/// How it ends, and what it says.
fn drawn(folder: &Path, parties: &str, words: &[&str]) -> (i32, String) {
    let always = ["allocation", "dates.csv", parties, "--language", "en"];
    let words: Vec<&str> = always.iter().chain(words).copied().collect();
    let output = run(folder, &words);
    (output.status.code().expect("a code"), text(&output.stdout).to_owned())
}

#[tokio::test]
async fn a_draw_comes_out_as_it_was_published_and_a_lie_does_not() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    files(folder, DATES, PARTIES);
    let always = ["--seed", SEED, "--promise", PROMISE];

    let written = [&always[..], &["--write", "given.csv"]].concat();
    let (code, said) = drawn(folder, "parties.csv", &written);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("4 sign-ups for 2 dates"), "{said}");
    assert!(said.contains("nothing to compare with"), "{said}");
    let given = fs::read_to_string(folder.join("given.csv")).expect("what it wrote");
    let rows: Vec<&str> = given.lines().skip(1).collect();
    let told = [
        r#""8","20","fredag","1","1","fredag""#,
        r#""3","24","fredag mandag","1 1","2","mandag""#,
        r#""4","10","fredag","1","3","fredag""#,
        r#""7","1","mandag fredag","1 1","4","""#,
    ];
    assert_eq!(rows, told);

    let (code, said) = drawn(folder, "given.csv", &always);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("exactly what was published"), "{said}");
    assert!(said.contains("keeps the promise"), "{said}");

    let lie = given.replace(r#""4","""#, r#""4","fredag""#);
    fs::write(folder.join("lie.csv"), lie).expect("a file");
    let (code, said) = drawn(folder, "lie.csv", &always);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("1 should have got something else, number 7"), "{said}");

    let other = ["--seed", SEED, "--promise", SEED];
    let (code, said) = drawn(folder, "given.csv", &other);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("does not keep the promise"), "{said}");
}

#[tokio::test]
async fn what_cannot_be_drawn_is_told_in_a_sentence() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    let told = |dates: &str, parties: &str, seed: &str| {
        files(folder, dates, parties);
        let (code, said) = drawn(folder, "parties.csv", &["--seed", seed]);
        assert_eq!(code, 1, "{said}");
        said
    };
    assert!(told(DATES, PARTIES, "abc").contains("64 characters"));
    assert!(told(DATES, "", SEED).contains("The file of sign-ups:"));
    assert!(told("date\nfredag\n", PARTIES, SEED).contains("The file of dates:"));
    let strange = PARTIES.replace("4,10", "4,ti");
    assert!(told(DATES, &strange, SEED).contains("line 4, column “seats”"));
    let nobody = PARTIES.replace("4,10", "4,0");
    assert!(told(DATES, &nobody, SEED).contains("Sign-up number 4 has nobody"));
    let two_orders = PARTIES.replace("mandag fredag,1 1", "mandag fredag,1 2");
    assert!(told(DATES, &two_orders, SEED).contains("must count visits"));
}
