//! Tests of reading queries, and that printing undoes it.
//! They match no incidents.

use super::*;
use crate::query::test::Test;
use crate::record::vocabulary::{DataCategory, DataStatus, EventKind, Status};
use crate::text::Lang;
use proptest::prelude::*;

fn printed(text: &str) -> String {
    parse(text).unwrap_or_else(|mistake| panic!("{text}: {mistake:?}")).to_string()
}

fn wrong(text: &str) -> Mistake {
    parse(text).err().unwrap_or_else(|| panic!("{text} reads well"))
}

#[test]
fn words_phrases_and_fields_are_told_apart() {
    let query = parse("france  \"date de naissance\" data:name vector:phishing").expect("a query");
    assert!(matches!(
        query.parts(),
        [
            Query::Word(_),
            Query::Phrase(_),
            Query::Test(Test::Data(DataCategory::Name, None)),
            Query::Test(Test::Vector(_))
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
        ("données:nir", "data:national_id_number"),
        ("country:fr status:revendiqué", "country:FR status:claimed"),
        ("org:\"France Travail\"  tag:x", "org:\"France Travail\" tag:x"),
        ("org=\"Le \"\"Point\"\"\" org:a=b", "org=\"Le \"\"Point\"\"\" org:a=b"),
        ("« Le Point » \"\" “a b”", "\"Le Point\" \"a b\""),
        ("foo\"bar\"", "foo \"bar\""),
        ("year:0099 year>=2020 year:2020..", "year:0099 year>=2020 year:2020.."),
        ("détection..autorité_notifiée > 72 h", "\u{0}"),
        ("detected..authority_notified > 72h", "detected..authority_notified>72h"),
        ("disclosed..sanction:1an..2ans?", "disclosed..sanction:1y..2y?"),
        ("affected >= 1,5M", "affected>=1500k"),
        ("affected:\"10k..1M comptes\"?", "affected:\"10k..1M accounts\"?"),
        ("divulgation:2024-03 disclosed>=2025?", "disclosed:2024-03 disclosed>=2025?"),
        (
            "measure:audit measure>=2025 measure:2025 measure:none",
            "measure:audit measure>=2025 measure:2025 measure:none",
        ),
        (
            "has:sanction has:detected..disclosed sector:aucun sector:none",
            "has:sanction has:detected..disclosed sector:aucun sector:none",
        ),
        ("org:\"none\"", "org:\"none\""),
        ("clock:late clock:Within?", "clock:late clock:within?"),
        ("a AND b", "a b"),
        ("a b or c d", "a b or c d"),
        ("a (b or c) NOT (d e) -f", "a (b or c) -(d e) -f"),
        ("((a)) (b c) not not d", "a b c --d"),
        ("Almerys - Viamedis", "Almerys Viamedis"),
        ("\"or\" oral band", "\"or\" oral band"),
    ] {
        if plain == "\u{0}" {
            // a space within a value needs quotes
            assert!(parse(text).is_err(), "{text}");
        } else {
            assert_eq!(printed(text), plain, "{text}");
            assert_eq!(parse(plain), parse(text), "{text}");
        }
    }
}

#[test]
fn every_example_that_teaches_the_language_can_be_read() {
    for (example, _) in crate::text::query::EXAMPLES {
        assert_eq!(printed(example).replace("national_id_number", "nir"), example);
    }
}

#[test]
fn negation_binds_closest_then_and_then_or() {
    let query = parse("a -b or c").expect("a query");
    let Query::Or(branches) = &query else { panic!("{query:?}") };
    assert!(matches!(&branches[0], Query::And(parts) if matches!(parts[1], Query::Not(_))));
}

#[test]
fn a_part_can_be_taken_away() {
    let query = parse("a year:2024 (b or c)").expect("a query");
    assert_eq!(query.parts().len(), 3);
    assert_eq!(query.without(1).to_string(), "a (b or c)");
    assert_eq!(query.without(0).without(0).to_string(), "b or c");
    assert_eq!(parse("a or b").expect("a query").parts().len(), 1);
    assert!(parse("a").expect("a query").without(0).is_empty());
}

#[test]
fn a_status_of_data_can_be_named_in_either_language() {
    let query = parse("status:confirmé data:email=exposed").expect("a query");
    assert!(matches!(
        query.parts(),
        [
            Query::Test(Test::Status(Status::Confirmed)),
            Query::Test(Test::Data(DataCategory::Email, Some(DataStatus::Exposed)))
        ]
    ));
    let gap = parse("detected..disclosed>1d").expect("a query");
    assert!(matches!(gap, Query::Test(Test::Gap(EventKind::Detected, EventKind::Disclosed, _))));
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
    assert_eq!(m.message(Lang::En), "no field is called contry (nearest: country); quote it to search for it as it is");
    assert_eq!(wrong("Acme: portal").fault, Fault::UnknownField("Acme".into()));
    let m = wrong("detected..autority_notified>72h");
    assert_eq!((m.span.clone(), m.nearest[0].as_str()), (10..27, "authority_notified"));
    assert_eq!(wrong("has:nothing").span, 4..11);
}

#[test]
fn an_unknown_value_is_told_with_the_nearest() {
    let m = wrong("data:pasword free");
    assert_eq!((m.span.clone(), m.is_incomplete()), (5..12, false));
    assert_eq!(m.message(Lang::Fr), "pasword n'est pas une valeur de data (au plus près : password, password_hash)");
    assert_eq!(wrong("data:passw free").fault, Fault::UnknownValue("data".into(), "passw".into()));
    assert_eq!(wrong("clock:compliant x").nearest, ["within", "late", "undecided"]);
    for (text, fault) in [
        ("year:24x a", Fault::NoYear),
        ("year:0000", Fault::NoYear),
        ("country:France", Fault::NoCountry),
        ("disclosed>March a", Fault::NoDate("disclosed".into())),
        ("date:2024? date:.. a", Fault::NoDate("date".into())),
        ("detected..disclosed>72 a", Fault::NoLength("detected..disclosed".into())),
        ("affected>many a", Fault::NoCount("affected".into())),
        ("year:2025..2024 a", Fault::Backwards),
        ("status>claimed a", Fault::NoOrder("status".into())),
        ("a > b", Fault::MissingField),
        ("a) b", Fault::StrayBracket),
        ("or b", Fault::MissingSide("or")),
        ("a or or b", Fault::MissingSide("or")),
        ("(a or) b", Fault::MissingSide("or")),
        ("and b", Fault::MissingSide("and")),
        ("(-) a", Fault::MissingSide("-")),
    ] {
        let mistake = wrong(text);
        assert_eq!(mistake.fault, fault, "{text}");
        assert!(!mistake.is_incomplete(), "{text}");
    }
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
        "year:2024..20",
        "country:f",
        "org:",
        "org:\"Fr",
        "data: free",
        "status:con",
        "org:\"\"",
        "a or ",
        "a and",
        "a -",
        "a not ",
        "(a or b",
        "clock:la",
        "disclosed>=202",
        "detected..disclosed>72",
        "affected >",
        "has:",
    ] {
        assert!(wrong(text).is_incomplete(), "{text}: {:?}", wrong(text));
    }
}

#[test]
fn a_query_has_its_limits() {
    let long = "a".repeat(65);
    assert_eq!(wrong(&long).fault, Fault::TooLong(LONGEST_WORD));
    assert_eq!(printed(&format!("org:\"{long}\"")), format!("org:\"{long}\""));
    assert_eq!(wrong(&"a ".repeat(MOST_TERMS + 1)).fault, Fault::TooMany(MOST_TERMS));
    assert!(parse(&"a ".repeat(MOST_TERMS)).is_ok());
    for opening in ["(", "-", "not "] {
        assert_eq!(wrong(&(opening.repeat(100_000) + "a")).fault, Fault::TooDeep(DEEPEST));
    }
}

/// Every term in its plainest form.
const LEAVES: [&str; 26] = [
    "data:disputed",
    "measure:refused",
    "france",
    "\"or\"",
    "\"a \"\"b\"\"\"",
    "org:\"France Travail\"",
    "org=acme",
    "any:x",
    "sector:none",
    "has:disclosed",
    "country:FR",
    "status:claimed",
    "unit:accounts",
    "claimant:authority",
    "data:birth_date=disputed",
    "vector:phishing",
    "role:processor",
    "measure:audit=planned",
    "risk:fraud",
    "clock:late?",
    "year:2020..2024",
    "date:..2024-03",
    "disclosed<2024-03-15T10:00",
    "detected..disclosed:1.5d..2w?",
    "intrusion..intrusion>=-3h",
    "affected<\"1500k accounts\"?",
];

fn queries() -> impl Strategy<Value = Query> {
    let leaf = proptest::sample::select(&LEAVES[..]).prop_map(|text| parse(text).expect("a query"));
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Query::and),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Query::or),
            inner.prop_map(Query::negated),
        ]
    })
}

proptest! {
    #[test]
    fn every_query_is_read_as_it_is_printed(query in queries()) {
        let text = query.to_string();
        prop_assert_eq!(parse(&text), Ok(query), "{}", text);
    }

    #[test]
    fn no_text_makes_parsing_panic(text in any::<String>()) {
        if let Err(mistake) = parse(&text) {
            prop_assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= text.chars().count());
            prop_assert!(!mistake.message(Lang::Fr).is_empty());
        }
    }

    #[test]
    fn what_is_printed_reads_the_same(text in "([a-z]{1,9}|data|org|tag|year|country|status|affected|detected\\.\\.aware|disclosed|has|or|and|not|none|[:=<>?() \"«»é\u{ad}-]|\\.\\.|name|FR|2024|claimed|72h|1M){0,12}") {
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
