mod beside;

use domain::search::Query;
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
    means("robot hybrid", "robot", "format=hybrid");
    means("udendørs leg", "leg", "format=outdoor");
    means("outdoor science", "science", "format=outdoor");
    means("kemi på skolen", "kemi", "format=at_school");
    means("en forsker der kommer ud til os", "forsker", "format=at_school");
    means("a scientist who comes to our school", "scientist", "format=at_school");
    means("girls day aalborg", "girls day", "near=aalborg");
    means("quantum computing english", "quantum computing", "language=en");
}

#[test]
fn what_means_something_else_is_not_taken_for_a_choice() {
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
fn the_most_that_it_may_cost_is_understood() {
    for typed in [
        "under 100 kr",
        "under 100 kr.",
        "højst 100 kroner",
        "max 100kr",
        "op til 100 kr",
        "billigere end 100 DKK",
        "up to 100 kroner",
        "at most DKK 100",
        "less than 100 kr",
    ] {
        means(typed, "", "price_max=100");
        means(&format!("camp {typed} viborg"), "camp", "price_max=100&near=viborg");
    }
    means("camp højst 1.500 kr", "camp", "price_max=1500");
    means("camp under 1,500 kroner", "camp", "price_max=1500");
    means("under 12 år", "", "age=12");
    means("vand under 100", "vand 100", "");
    means("højst 20 km fra viborg", "", "near=viborg&within_km=20");
    means("under 1000000 kr", "1000000 kr", "");
}

#[test]
fn a_span_of_days_is_the_next_one_that_ends() {
    let march = "from=2027-03-01&to=2027-03-05";
    for typed in [
        "mellem 1. marts og 5. marts",
        "mellem den 1. og 5. marts",
        "fra 1. marts til 5. marts",
        "fra den 1. marts til og med den 5. marts",
        "1.-5. marts",
        "1. – 5. marts",
        "1 til 5 marts",
        "1/3-5/3",
        "mellem 1/3 og 5/3",
        "1. marts - 5. marts 2027",
        "between 1 March and 5 March",
        "between March 1st and March 5th",
        "from the 1st of March to the 5th of March",
        "from March 1 to March 5",
        "1-5 March 2027",
    ] {
        means(typed, "", march);
        means(&format!("robot {typed} viborg"), "robot", &format!("{march}&near=viborg"));
    }
    means("20. december til 5. januar", "", "from=2026-12-20&to=2027-01-05");
    means("fra 20. november til 25. november", "", "from=2026-11-20&to=2026-11-25");
    means("mellem 1. marts 2026 og 5. marts 2026", "", "from=2026-03-01&to=2026-03-05");
    means("marts til maj", "", "from=2027-03-01&to=2027-05-31");
    means("from March to May 2028", "", "from=2028-03-01&to=2028-05-31");
}

#[test]
fn one_end_of_a_span_is_enough() {
    means("camp fra 1. marts", "camp", "from=2027-03-01");
    means("camp efter den 1. marts", "camp", "from=2027-03-02");
    means("camp inden 5. marts", "camp", "to=2027-03-04");
    means("camp before March 5th", "camp", "to=2027-03-04");
    means("kode fra marts", "kode", "from=2027-03-01");
    means("camp after May 2027", "camp", "from=2027-06-01");
}

#[test]
fn what_only_looks_like_a_span_is_none() {
    means("5. til 3. marts", "5", "from=2027-03-03&to=2027-03-03");
    means("klasse 5 og 10 elever", "", "level=grade-5&seats=10");
    means("kemi fra 5. klasse", "kemi", "level=grade-5");
    means("april 5. klasse", "", "level=grade-5&from=2027-04-01&to=2027-04-30");
    means("in March 20 pupils", "", "from=2027-03-01&to=2027-03-31&seats=20");
}

#[test]
fn a_year_that_is_named_is_meant_and_no_other() {
    means("sommerferie 2028", "", "from=2028-06-24&to=2028-08-13");
    means("camp i sommerferien 2027", "camp", "from=2027-06-26&to=2027-08-08");
    means("sommerferie 2025", "", "from=2025-06-28&to=2025-08-10");
    means("summer holidays 2028", "", "from=2028-06-24&to=2028-08-13");
    means("in the autumn break", "", "from=2027-10-16&to=2027-10-24");
    means("camp sommer ferie", "camp", "from=2027-06-26&to=2027-08-08");
    means("vinterferie 1999", "vinterferie 1999", "");
    means("efter påske 2028", "", "from=2028-04-18");
    means("marts 2035", "", "from=2035-03-01&to=2035-03-31");
    means("uge 7 2031", "", "week=2031-W07");
    // A part of Copenhagen.
    means("camp uge 7 2100", "camp", "week=2027-W07&near=2100");
}

#[test]
fn a_postcode_is_understood_with_what_stands_around_it() {
    for typed in ["postnr 9000", "postnr. 9000", "i postnummer 9000", "near postcode 9000"] {
        means(&format!("robot {typed}"), "robot", "near=9000");
    }
    means("robot 9000 Aalborg", "robot", "near=9000");
    means("robot zip code 9000 20 km", "robot", "near=9000&within_km=20");
    means("postnummer 9999", "postnummer 9999", "");
    means("postnummer viborg", "postnummer", "near=viborg");
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
fn several_grades_ages_and_weeks_are_understood_however_they_are_said() {
    let grades = "level=grade-4&level=grade-5&level=grade-6";
    for typed in [
        "4.-6. klasse",
        "klasse 4-6",
        "klassetrin 4.-6.",
        "klasse 4 til 6",
        "grade 4-6",
        "grades 4-6",
        "grades 4 to 6",
        "mellem 4. og 6. klasse",
    ] {
        means(&format!("kemi {typed}"), "kemi", grades);
        means(&format!("{typed} kemi"), "kemi", grades);
    }
    means("mellem 10 og 12 år", "", "age=11");
    means("robot between 10 and 12 years", "robot", "age=11");
    means("uge 42-43", "", "week=2027-W42&week=2027-W43");
    means("i uge 7 eller 8 2028", "", "week=2028-W07&week=2028-W08");
    means("camp uge 27 til 29", "camp", "week=2027-W27&week=2027-W28&week=2027-W29");
    means("weeks 42/43", "", "week=2027-W42&week=2027-W43");
    means("uge 52-1", "", "week=2026-W52&week=2026-W53&week=2027-W01");
    means("uge 7 og 8. klasse", "", "level=grade-8&week=2027-W07");
    means("uge 7 eller 8. marts", "", "from=2027-03-08&to=2027-03-08&week=2027-W07");
}

#[test]
fn a_municipality_is_one_and_not_a_town() {
    means("robot viborg kommune", "robot", "municipality=0791");
    means("robot i Københavns Kommune", "robot", "municipality=0101");
    means("skive kommune", "", "municipality=0779");
    means("20 km fra viborg kommune", "", "near=viborg&within_km=20");
    means("kommune", "kommune", "");
}

#[test]
fn what_is_not_wanted_is_not_looked_for() {
    let elsewhere = "format=on_site&format=at_school&format=hybrid&format=outdoor";
    means("robot ikke online", "robot", elsewhere);
    means("robot ikke gratis", "robot", "");
    means("ikke gratis", "", "");
    assert_eq!(read("robot ikke gratis").denied, ["ikke gratis"]);
    means("\"ikke\" gratis", "ikke", "free=true");
}

#[test]
fn of_more_words_than_anybody_means_the_first_are_looked_for() {
    let words: Vec<String> = (0..15).map(|n| format!("ord{n}")).collect();
    let understood = read(&format!("gratis {}", words.join(" ")));
    assert_eq!((understood.words.words.len(), understood.left_out), (SearchWords::MOST, 3));
    assert!(understood.wished.free);
    assert_eq!(read("gratis robot").left_out, 0);
}

#[test]
fn all_of_a_search_can_be_meant_as_words() {
    let understood = read("by i 5. klasse på ærø, gratis");
    assert!(understood.parts.len() > 1, "{understood:?}");
    let again = read(&understood.quoted);
    assert!(again.parts.is_empty(), "{again:?}");
    let words = understood.quoted.replace('"', "");
    assert_eq!(words, "by i 5. klasse på ærø, gratis", "nothing else is changed");
    // What is understood may be a piece of a word before it.
    assert_eq!(read("gratislotteri gratis").quoted, "gratislotteri \"gratis\"");
    assert_eq!(read("robot").quoted, "robot");
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
