//! Tests of reading queries, and that printing undoes it.
//! They match no incidents.

use super::*;
use crate::record::vocabulary::{DataCategory, DataStatus, Status};
use crate::text::Lang;
use proptest::prelude::*;

fn printed(text: &str) -> String {
    parse(text).expect("a query").to_string()
}

fn wrong(text: &str) -> Mistake {
    parse(text).expect_err("a mistake")
}

#[test]
fn words_phrases_and_fields_are_told_apart() {
    let query = parse("france  \"date de naissance\" data:name year:2024").expect("a query");
    assert!(matches!(
        query.terms(),
        [
            Term::Word(_),
            Term::Phrase(_),
            Term::Test(Test::Data(DataCategory::Name, None)),
            Term::Test(Test::Year(2024))
        ]
    ));
    assert!(parse("  ").expect("a query").is_empty());
}

#[test]
fn a_query_is_printed_in_its_plainest_form() {
    for (text, plain) in [
        ("DATA:\"date de naissance\"", "data:birth_date"),
        ("data:Nom=not_exposed", "data:name=not_exposed"),
        ("data:\"Date of birth\"=\"exposed\"", "data:birth_date=exposed"),
        ("country:fr status:revendiqué", "country:FR status:claimed"),
        ("org:\"France Travail\"  tag:x", "org:\"France Travail\" tag:x"),
        ("« Le Point » \"\" “a b”", "\"Le Point\" \"a b\""),
        ("foo\"bar\"", "foo \"bar\""),
        ("year:0099", "year:0099"),
    ] {
        assert_eq!(printed(text), plain, "{text}");
    }
}

#[test]
fn a_status_of_data_can_be_named_in_either_language() {
    let query = parse("status:confirmé data:email=exposed").expect("a query");
    assert!(matches!(
        query.terms(),
        [
            Term::Test(Test::Status(Status::Confirmed)),
            Term::Test(Test::Data(DataCategory::Email, Some(DataStatus::Exposed)))
        ]
    ));
}

#[test]
fn an_address_and_a_time_are_words() {
    assert_eq!(printed("https://www.cnil.fr 12:30 :x"), "https://www.cnil.fr 12:30 :x");
}

#[test]
fn an_unknown_field_is_told_where_it_stands_with_the_nearest() {
    let m = wrong("free contry:FR");
    assert_eq!((m.span.clone(), m.nearest.as_slice()), (5..11, &["country".to_owned()][..]));
    assert!(!m.is_incomplete());
    assert_eq!(m.message(Lang::En), "no field is called contry; quote it to search for it as it is (nearest: country)");
    assert_eq!(wrong("Acme: portal").fault, Fault::UnknownField("Acme".into()));
}

#[test]
fn an_unknown_value_is_told_with_the_nearest() {
    let m = wrong("data:pasword free");
    assert_eq!((m.span.clone(), m.is_incomplete()), (5..12, false));
    assert_eq!(m.message(Lang::Fr), "pasword n'est pas une valeur de data (au plus près : password, password_hash)");
    assert_eq!(wrong("data:passw free").fault, Fault::UnknownValue("data", "passw".into()));
    assert_eq!(wrong("year:24x").fault, Fault::NoYear);
    assert_eq!(wrong("year:0000").fault, Fault::NoYear);
    assert_eq!(wrong("country:France").fault, Fault::NoCountry);
}

#[test]
fn what_is_half_typed_is_incomplete() {
    for text in [
        "data:",
        "free \"trav",
        "data:pass",
        "data:name=",
        "data:name=not_e",
        "year:20",
        "country:f",
        "org:",
        "org:\"Fr",
        "data: free",
        "status:con",
        "org:\"\"",
    ] {
        assert!(wrong(text).is_incomplete(), "{text}");
    }
}

#[test]
fn a_query_has_its_limits() {
    let long = "a".repeat(65);
    assert_eq!(wrong(&long).fault, Fault::TooLong(LONGEST_WORD));
    assert_eq!(printed(&format!("org:\"{long}\"")), format!("org:\"{long}\""));
    assert_eq!(wrong(&"a ".repeat(17)).fault, Fault::TooMany(MOST_TERMS));
    assert!(parse(&"a ".repeat(16)).is_ok());
}

proptest! {
    #[test]
    fn no_text_makes_parsing_panic(text in any::<String>()) {
        if let Err(mistake) = parse(&text) {
            prop_assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= text.chars().count());
            prop_assert!(!mistake.message(Lang::Fr).is_empty());
        }
    }

    #[test]
    fn what_is_printed_reads_the_same(text in "([a-z]{1,9}|data|org|tag|year|country|status|[:=\" «»é\u{ad}]|name|FR|2024|claimed){0,12}") {
        if let Ok(query) = parse(&text) {
            prop_assert_eq!(parse(&query.to_string()), Ok(query));
        }
    }

    #[test]
    fn what_is_printed_of_any_text_reads_the_same(text in any::<String>()) {
        if let Ok(query) = parse(&text) {
            prop_assert_eq!(parse(&query.to_string()), Ok(query));
        }
    }
}
