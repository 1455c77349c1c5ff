//! Tests of finding words in single documents.
//! They rank nothing; the tests of `query` do.

use crate::query::parse::parse;
use crate::query::search::{Matched, Search};
use crate::query::{Document, fold::fold};
use crate::record::Incident;
use crate::text::Lang;
use proptest::prelude::*;

fn incident(title: &str, rest: &str) -> Incident {
    let yaml =
        format!("title: \"\"\norganisation: {{ name: Acme }}\ntimeline: [{{ date: 2024, kind: detected }}]\n{rest}");
    let mut incident: Incident = serde_yaml::from_str(&yaml).expect("a record");
    incident.title = crate::record::Localised::Plain(title.to_owned());
    incident
}

fn look(query: &str, title: &str) -> Option<(u32, Matched)> {
    look_in(query, &incident(title, ""))
}

fn look_in(query: &str, incident: &Incident) -> Option<(u32, Matched)> {
    let (search, document) = (Search::new(&parse(query).expect("a query")), Document::new(incident));
    Some((search.look(&document)?, search.matched(&document, Lang::En)))
}

fn marked(query: &str, title: &str) -> Option<String> {
    let (_, matched) = look(query, title)?;
    let chars: Vec<char> = title.chars().collect();
    Some(matched.title.into_iter().map(|n| chars[n]).collect())
}

#[test]
fn accents_ligatures_and_case_do_not_matter_and_the_original_letters_are_marked() {
    assert_eq!(marked("HOPITAL", "Un hôpital privé").as_deref(), Some("hôpital"));
    assert_eq!(marked("coeur", "Sacré-Cœur").as_deref(), Some("Cœur"));
    assert_eq!(marked("l'ecole", "L’École de management").as_deref(), Some("L’École"));
    assert_eq!(marked("œuvre", "Oeuvres").as_deref(), Some("Oeuvre"));
}

#[test]
fn letters_may_be_left_out_and_words_run_together_or_cut() {
    for (query, title) in [
        ("francetravail", "Fuite chez France Travail"),
        ("frtrav", "France Travail"),
        ("aphp", "Assistance publique – Hôpitaux de Paris"),
        ("cnfpt", "Centre National de la Fonction Publique Territoriale"),
        ("caf", "Caisse d'allocations familiales"),
        ("synovis", "Synnovis"),
        ("hopial", "Hôpital privé de la Loire"),
        ("ffta", "Fédération Française de Tir à l’Arc"),
    ] {
        assert!(look(query, title).is_some(), "{query} in {title}");
    }
    assert_eq!(marked("aphp", "Assistance publique – Hôpitaux de Paris").as_deref(), Some("ApHP"));
    assert_eq!(marked("frtrav", "France Travail").as_deref(), Some("FrTrav"));
}

#[test]
fn scattered_letters_are_no_match() {
    for (query, title) in [
        ("hopital", "Chambres d’agriculture : portail d’informations piraté à l’automne"),
        ("hopital", "Horaires, photos et informations personnelles du tribunal"),
        ("free", "Fédération Française de Randonnée et Sports d’Escalade"),
        ("free", "Offre d’emploi"),
        ("beziers", "Banque de données zoologiques et ornithologiques des pays émergents du sud"),
        ("sfr", "Su vif rio"),
        ("zz", "France Travail"),
    ] {
        assert_eq!(look(query, title), None, "{query} in {title}");
    }
}

#[test]
fn a_summary_is_searched_only_for_the_very_word() {
    let record = incident("A", "summary: Les clients de France Travail sont concernés.\n");
    assert!(look_in("travail", &record).is_some());
    assert_eq!(look_in("francetravail", &record), None);
}

#[test]
fn every_place_is_searched_and_titles_count_most() {
    let rest = "id: some-id-9\ntags: [supplier]\nsummary: Zebra\nattack: { systems: [Portal], actor: { name: Qilin } }\nparties: [{ name: Kairos, role: processor }]\n";
    let record = incident("Title", rest);
    let score = |query: &str| look_in(query, &record).expect("a match").0;
    assert!(score("title") > score("supplier"));
    assert!(score("title") > score("acme") && score("acme") > score("supplier"));
    for query in ["id-9", "portal", "qilin", "kairos"] {
        assert!(score(query) > score("zebra"), "{query}");
    }
    assert!(look_in("title kairos zebra", &record).is_some());
    assert_eq!(look_in("title nothing", &record), None);
}

#[test]
fn a_phrase_is_that_very_phrase() {
    assert!(look("\"france travail\"", "Chez France Travail").is_some());
    assert_eq!(look("\"travail france\"", "Chez France Travail"), None);
    assert_eq!(look("\"frtrav\"", "France Travail"), None);
}

#[test]
fn a_long_title_is_looked_through_to_its_end() {
    let title = format!("{} Assistance publique – Hôpitaux de Paris", "mot ".repeat(60));
    assert_eq!(marked("aphp", &title).as_deref(), Some("ApHP"));
    let unbroken = "é".repeat(500);
    assert_eq!(look("aphp", &unbroken), None);
}

#[test]
fn words_side_by_side_count_more() {
    let (beside, _) = look("france travail", "Vol chez France Travail").expect("a match");
    let (apart, _) = look("france travail", "Travail en France").expect("a match");
    assert!(beside > apart);
}

proptest! {
    #[test]
    fn every_part_of_a_title_finds_it(title in "[a-zA-ZÀ-ÿœŒ0-9’' –\u{301}-]{1,120}", from in any::<prop::sample::Index>(), length in 1_usize..60) {
        let part: String = title.chars().skip(from.index(title.chars().count())).take(length).collect();
        prop_assume!(!fold(&part).trim().is_empty());
        let phrase = format!("\"{part}\"");
        prop_assert!(look(&phrase, &title).is_some());
        let words = part.split_whitespace().map(|word| word.trim_start_matches('-'));
        let is_word = |word: &&str| !word.is_empty() && !matches!(fold(word).as_str(), "or" | "and" | "not");
        let words: Vec<&str> = words.filter(is_word).take(16).collect();
        prop_assert!(look(&words.join(" "), &title).is_some());
    }

    #[test]
    fn what_is_marked_is_in_the_title_and_in_order(title in ".{0,200}", query in "[a-z0-9é]{1,12}( [a-z0-9]{1,5})?") {
        if let Some((_, matched)) = look(&query, &title) {
            let length = title.chars().count();
            prop_assert!(matched.title.is_sorted() && matched.title.iter().all(|n| *n < length));
        }
    }

    #[test]
    fn case_and_accents_of_a_query_never_matter(title in "[a-zéèôœ ’-]{0,60}", query in "[a-zéèôç]{1,8}") {
        prop_assume!(!matches!(fold(&query).as_str(), "or" | "and" | "not"));
        let found = look(&query, &title);
        prop_assert_eq!(&look(&query.to_uppercase(), &title), &found);
        prop_assert_eq!(&look(&fold(&query), &title), &found);
    }
}

#[test]
fn in_a_number_nothing_is_left_out() {
    let of = |id: &str| incident("T", &format!("id: {id}\n"));
    for (query, id) in [("generated-1", "generated-0213"), ("record-24", "record-204"), ("example2", "exmaple-112")] {
        assert_eq!(look_in(query, &of(id)), None, "{query} in {id}");
    }
    for (query, id) in [("generatd-21", "generated-213"), ("recrd2024", "record-2024"), ("rcord-24", "record-24-1")] {
        assert!(look_in(query, &of(id)).is_some(), "{query} in {id}");
    }
}
