use proptest::prelude::*;

use super::*;

fn read(typed: &str) -> Understanding {
    let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
    understand(typed, &Filter::default(), now)
}

/// What stays a word, and what is asked for.
#[track_caller]
fn means(typed: &str, words: &str, address: &str) {
    let understood = read(typed);
    let left: Vec<&str> = understood.words.words.iter().map(|word| word.folded.as_str()).collect();
    let pairs = understood.wished.pairs();
    let pairs: Vec<String> =
        pairs.iter().map(|(parameter, value)| format!("{parameter}={value}")).collect();
    assert_eq!(
        (left.join(" "), pairs.join("&")),
        (words.to_owned(), address.to_owned()),
        "{typed}"
    );
}

#[test]
fn a_teachers_question_is_understood() {
    means("gratis robot 5. klasse viborg", "robot", "level=grade-5&free=true&near=viborg");
    means("noget med robotter for 24 elever", "robotter", "seats=24");
    means("aktiviteter", "aktiviteter", "");
    means("aktiviteter i marts", "", "from=2027-03-01&to=2027-03-31");
    means("programmering 4 klasse", "programmering", "level=grade-4");
    means("kemi 7.-9. klasse", "kemi", "level=grade-7&level=grade-8&level=grade-9");
    means("robot udksolingen", "robot", "level=grade-7&level=grade-8&level=grade-9&level=grade-10");
    means("ai kursus for lærere", "ai kursus", "audience=teachers");
    means("robot femte klasse", "robot", "level=grade-5");
    means("vi er 24 og vil kode", "kode", "seats=24");
    means("kemi 1.g", "kemi", "level=stx&level=hf&level=hhx&level=htx");
}

#[test]
fn ages_and_formats_and_girls_are_understood() {
    means("12 år", "", "age=12");
    means("camp for 12-årige piger", "camp", "age=12&girls=true");
    means("online robotter", "robotter", "format=online");
    means("girls day aalborg", "girls day", "near=aalborg");
    means("quantum computing english", "quantum computing", "language=en");
}

#[test]
fn what_means_something_else_is_not_taken_for_a_choice() {
    means("ikke gratis", "gratis", "");
    means("robot for 2000 elever", "robot 2000 elever", "");
    means("10 til 12 år", "", "age=11");
    means("robot københavn n", "robot", "near=koebenhavn-n");
    means("aarhus c", "", "near=aarhus-c");
}

#[test]
fn times_are_those_that_come_next() {
    means("uge 42", "", "week=2027-W42");
    means("robot i uge 7", "robot", "week=2027-W07");
    means("week 7 2028", "", "week=2028-W07");
    means("næste uge", "", "week=2026-W49");
    means("robot i marts", "robot", "from=2027-03-01&to=2027-03-31");
    means("robot i november", "robot", "from=2026-11-01&to=2026-11-30");
    means("næste weekend", "", "from=2026-12-05&to=2026-12-06");
    means("i weekenden", "", "from=2026-11-28&to=2026-11-29");
    means("kodecamp vinterferie", "kodecamp", "from=2027-02-13&to=2027-02-28");
    means("efterårsferien", "", "from=2027-10-16&to=2027-10-24");
    means("efterarsferie", "", "from=2027-10-16&to=2027-10-24");
    means("robot uge7", "robot", "week=2027-W07");
    means("12. marts 2027", "", "from=2027-03-12&to=2027-03-12");
    means("robot 12/3", "robot", "from=2027-03-12&to=2027-03-12");
    means("d. 1/12", "", "from=2026-12-01&to=2026-12-01");
    means("12.03.2027", "", "from=2027-03-12&to=2027-03-12");
    means("12/3-2027 robot", "robot", "from=2027-03-12&to=2027-03-12");
    means("2027-03-12", "", "from=2027-03-12&to=2027-03-12");
    means("30/2", "30 2", "");
    means("robot 4-5", "robot 4 5", "");
    means("web 2.0", "web 2 0", "");
    means("robot den 24. november", "robot", "from=2026-11-24&to=2026-11-24");
    means("camp 29. februar", "camp", "from=2028-02-29&to=2028-02-29");
    means("kode på lørdag", "kode", "from=2026-11-28&to=2026-11-28");
    means("lørdag", "loerdag", "");
    means("camp i påsken", "camp", "from=2027-03-20&to=2027-03-29");
    means("camp inden vinterferien", "camp", "to=2027-02-12");
    means("camp efter vinterferien", "camp", "from=2027-03-01");
}

#[test]
fn places_are_understood() {
    means("nær 8800", "", "near=8800");
    means("robot 8800", "robot", "near=8800");
    means("fossiler på mors", "fossiler", "near=mors");
    means("inden for 15 km af Århus", "", "near=aarhus&within_km=15");
    means("robotter i midtjylland", "robotter", "region=midtjylland");
    means("koebenhavn", "", "near=koebenhavn");
    means("robot nær viborg 20 km", "robot", "near=viborg&within_km=20");
}

#[test]
fn a_town_with_the_name_of_a_thing_must_be_introduced() {
    means("skive", "skive", "");
    means("kursus i skive", "kursus", "near=skive");
}

#[test]
fn what_stands_in_quotes_is_meant_as_it_stands() {
    means("\"gratis\" robot", "gratis robot", "");
    assert!(read("\"gratis\" robot").words.words[0].is_quoted);
    means("»viborg« gratis", "viborg", "free=true");
}

#[test]
fn a_part_can_be_taken_away_or_meant_as_words() {
    let parts = read("gratis robot 5. klasse").parts;
    assert_eq!((parts[0].text.as_str(), parts[1].text.as_str()), ("gratis", "5. klasse"));
    assert_eq!(parts[1].without, "gratis robot");
    assert_eq!(parts[1].quoted, "gratis robot \"5. klasse\"");
    assert!(read(&parts[1].quoted).parts.iter().all(|part| part.text != "5. klasse"));
}

#[test]
fn a_choice_that_is_made_is_not_made_twice() {
    let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
    let chosen = Query::parse(&[("age", "9")]).unwrap().filter;
    let understood = understand("robot 12 år", &chosen, now);
    assert_eq!(understood.wished, Filter::default());
    assert_eq!(understood.words.words.len(), 1, "nobody looks for »12« and »år« as words");
}

#[test]
fn to_choose_what_the_words_mean_changes_nothing() {
    let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
    for typed in [
        "gratis robot 5. klasse viborg",
        "robot midtjylland",
        "kemi 12 år",
        "kode uge 42",
        "kode i marts",
        "for 24 elever kode",
        "inden for 15 km af Århus",
        "gratis gratis robot",
        "kemi 7.-9. klasse",
        "noget online for lærere",
    ] {
        let first = understand(typed, &Filter::default(), now);
        let second = understand(typed, &first.wished, now);
        assert_eq!(second.words, first.words, "{typed}");
        assert_eq!((second.parts.len(), second.wished), (0, Filter::default()), "{typed}");
    }
}

#[test]
fn of_what_the_words_mean_only_the_rest_is_asked_for() {
    let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
    let chosen = Query::parse(&[("level", "grade-8")]).unwrap().filter;
    let understood = understand("kemi 7.-9. klasse", &chosen, now);
    let pairs: Vec<String> = understood.wished.pairs().into_iter().map(|it| it.1).collect();
    assert_eq!(pairs, ["grade-7", "grade-9"]);
}

#[test]
fn a_compound_that_was_written_apart_is_one_word() {
    means("undervisnings forløb", "undervisningsforloeb", "");
    means("ungdoms skole", "ungdoms skole", "");
    means("robot forløb", "robot", "");
    means("\"undervisnings\" forløb", "undervisnings", "");
}

#[test]
fn what_is_no_number_of_the_field_stays_a_word() {
    means("3d print", "3d print", "");
    means("klasse 5b", "klasse 5b", "");
    means("99999 elever", "99999 elever", "");
    means("uge 60", "uge 60", "");
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_stumble(typed in "[a-zæøå0-9 .\"»-]{0,40}") {
        let understood = read(&typed);
        for part in understood.parts {
            prop_assert!(typed.contains(&part.text));
        }
    }

    #[test]
    fn no_letter_of_any_script_makes_it_stumble(typed in any::<String>()) {
        let _ = read(&typed);
    }
}
