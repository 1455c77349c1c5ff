//! Tests of counts as people write them: every form, and what is none.
//! They test no record.

use super::*;
use CountUnit as U;
use proptest::prelude::*;

fn exact(n: u64) -> Count {
    Count::exact(n)
}

fn about(n: u64) -> Count {
    Count { min: Some(n), max: Some(n), approx: true }
}

fn bounds(min: Option<u64>, max: Option<u64>, approx: bool) -> Count {
    Count { min, max, approx }
}

#[track_caller]
fn reads(text: &str, count: Count, unit: Option<CountUnit>) {
    let spoken = one(text).unwrap_or_else(|| panic!("{text:?} is no count, but {:?}", all(text)));
    assert_eq!((spoken.count, spoken.unit, spoken.read), (count, unit, text), "{text:?}");
}

#[test]
fn numbers_in_full_are_exact() {
    reads("340 000", exact(340_000), None);
    reads("340\u{a0}000 personnes", exact(340_000), Some(U::Persons));
    reads("340\u{202f}000 personnes", exact(340_000), Some(U::Persons));
    reads("9971 demandeurs d’emploi", exact(9_971), Some(U::Persons));
    reads("1,234,567 records", exact(1_234_567), Some(U::Records));
    reads("1.234.567 comptes", exact(1_234_567), Some(U::Accounts));
    reads("625 434 comptes", exact(625_434), Some(U::Accounts));
    reads("2,069,145,043 records", exact(2_069_145_043), Some(U::Records));
    reads("0 personne", exact(0), Some(U::Persons));
    reads("73 932 pare-feux", exact(73_932), None);
    reads("1.6 millions de réservations", about(1_600_000), None);
}

#[test]
fn words_of_magnitude_round() {
    reads("85 millions de personnes", about(85_000_000), Some(U::Persons));
    reads("1,5 millions", about(1_500_000), None);
    reads("1.5 millions", about(1_500_000), None);
    reads("1,5 million people", about(1_500_000), Some(U::Persons));
    reads("5,9 Millions de clients", about(5_900_000), Some(U::Persons));
    reads("12 millions de salarié·es", about(12_000_000), Some(U::Persons));
    reads("1 million d’adhérents", about(1_000_000), Some(U::Persons));
    reads("1,162 million d’adhérents", about(1_162_000), Some(U::Persons));
    reads("3 milliards d’entrées", about(3_000_000_000), Some(U::Records));
    reads("2.1 billion rows", about(2_100_000_000), Some(U::Records));
    reads("5M", about(5_000_000), None);
    reads("5M de données personnelles", about(5_000_000), None);
    reads("5 M de comptes", about(5_000_000), Some(U::Accounts));
    reads("12k user accounts", about(12_000), Some(U::Accounts));
    reads("500 thousand customer records", about(500_000), Some(U::Records));
    reads("deux millions de foyers", about(2_000_000), Some(U::Households));
    reads("half a million people", about(500_000), Some(U::Persons));
    reads("un demi-million de clients", about(500_000), Some(U::Persons));
}

#[test]
fn volumes_of_data_are_bytes() {
    reads("82Go", about(82_000_000_000), Some(U::Bytes));
    reads("66 Go de données", about(66_000_000_000), Some(U::Bytes));
    reads("5.76Go", about(5_760_000_000), Some(U::Bytes));
    reads("4,5 To", about(4_500_000_000_000), Some(U::Bytes));
    reads("1 GiB", about(1 << 30), Some(U::Bytes));
    reads("500+Go", bounds(Some(500_000_000_000), None, false), Some(U::Bytes));
}

#[test]
fn bounds_stay_open_at_the_other_end() {
    reads("au moins 340 000", bounds(Some(340_000), None, false), None);
    reads("at least 340,000 people", bounds(Some(340_000), None, false), Some(U::Persons));
    reads("100 000+", bounds(Some(100_000), None, false), None);
    reads("100 000+ clients", bounds(Some(100_000), None, false), Some(U::Persons));
    reads("5 000 ou plus", bounds(Some(5_000), None, false), None);
    reads("plus de 5000 personnes", bounds(Some(5_000), None, false), Some(U::Persons));
    reads("≥ 10k", bounds(Some(10_000), None, false), None);
    reads("at most 2k", bounds(None, Some(2_000), false), None);
    reads("jusqu'à 1,5 million", bounds(None, Some(1_500_000), false), None);
    reads("moins de 300 patients", bounds(None, Some(300), false), Some(U::Persons));
    reads("up to 3 million users", bounds(None, Some(3_000_000), false), Some(U::Accounts));
}

#[test]
fn about_is_kept() {
    for text in
        ["~50 000", "≈ 50 000", "environ 50 000", "env. 50 000", "about 50,000", "près de 50 000", "quelque 50 000"]
    {
        reads(text, about(50_000), None);
    }
    reads("~50 000 licenciés", about(50_000), Some(U::Persons));
    reads("au moins environ 500", bounds(Some(500), None, true), None);
}

#[test]
fn ranges_have_two_ends() {
    reads("11 à 15 millions", bounds(Some(11_000_000), Some(15_000_000), true), None);
    reads("de 11 à 15 millions de patients", bounds(Some(11_000_000), Some(15_000_000), true), Some(U::Persons));
    reads("between 1.5 and 2 million people", bounds(Some(1_500_000), Some(2_000_000), true), Some(U::Persons));
    reads("Entre 301 et 5000 personnes", bounds(Some(301), Some(5_000), false), Some(U::Persons));
    reads("300-400 personnes", bounds(Some(300), Some(400), false), Some(U::Persons));
    reads("500 000 à 1,5 million", bounds(Some(500_000), Some(1_500_000), true), None);
    reads("5 to 10 thousand", bounds(Some(5_000), Some(10_000), true), None);
}

#[test]
fn vague_words_are_wide() {
    reads("une centaine", about(100), None);
    reads("une centaine de personnes", about(100), Some(U::Persons));
    reads("a dozen", about(12), None);
    reads("quelques centaines de milliers", bounds(Some(200_000), Some(999_999), true), None);
    reads("Plusieurs dizaines de milliers de clients", bounds(Some(20_000), Some(99_999), true), Some(U::Persons));
    reads("a few hundred employees", bounds(Some(200), Some(999), true), Some(U::Persons));
    reads("hundreds of thousands of people", bounds(Some(200_000), None, true), Some(U::Persons));
    reads("des milliers de comptes", bounds(Some(2_000), None, true), Some(U::Accounts));
}

#[test]
fn several_counts_of_one_text_are_told_apart() {
    let told = |text: &'static str| -> Vec<_> { all(text).iter().map(|s| (s.count, s.unit, s.noun)).collect() };
    assert_eq!(
        told("50 000 personnes, 5 000 entreprises"),
        [(exact(50_000), Some(U::Persons), "personnes"), (exact(5_000), Some(U::Organisations), "entreprises")]
    );
    assert_eq!(
        told("5.76Go, 3.8 millions de clients"),
        [(about(5_760_000_000), Some(U::Bytes), ""), (about(3_800_000), Some(U::Persons), "clients")]
    );
    assert_eq!(
        told("11 à 15 millions de patients de 25 000 cabinets médicaux et 500 centres de santé"),
        [
            (bounds(Some(11_000_000), Some(15_000_000), true), Some(U::Persons), "patients"),
            (exact(25_000), Some(U::Organisations), "cabinets médicaux"),
            (exact(500), None, "centres de santé")
        ]
    );
    assert_eq!(
        told("659 658 familles (1 462 485 personnes, accompagnées depuis 2012)"),
        [(exact(659_658), Some(U::Households), "familles"), (exact(1_462_485), Some(U::Persons), "personnes")]
    );
    assert_eq!(
        told("37 472 photos de licenciés dont environ 37 000 mineurs"),
        [(exact(37_472), Some(U::Files), "photos de licenciés"), (about(37_000), Some(U::Persons), "mineurs")]
    );
    assert_eq!(
        told("20% des utilisateurs, 30 millions de profils"),
        [(about(30_000_000), Some(U::Accounts), "profils")]
    );
    assert_eq!(told("668 000 membres en 2025/2026, 889 000 membres années précédentes").len(), 2);
    assert_eq!(told("203 179 membres depuis 1999"), [(exact(203_179), Some(U::Persons), "membres depuis 1999")]);
    assert_eq!(told("343 734 membres (2002-2026)"), [(exact(343_734), Some(U::Persons), "membres")]);
    assert_eq!(one("50 000 personnes, 5 000 entreprises"), None);
}

#[test]
fn what_is_not_surely_a_count_is_none() {
    let mut wrong = Vec::new();
    for text in [
        "",
        "Credential stuffing",
        "salariés recrutés avant 2007",
        "inconnu",
        "20%",
        "20 % des utilisateurs",
        "20 pour cent",
        "5 millions d'euros",
        "€5M",
        "$5 million",
        "5 M€",
        "12/03/2024",
        "2024-03-12",
        "10:30",
        "2002-2026",
        "2025/2026",
        "-5",
        "−5 personnes",
        "06 12 34 56 78",
        "+33 6 12 34 56 78",
        "COVID-19",
        "3D",
        "2FA",
        "article 33",
        "n° 12",
        "RGPD art. 9",
        "72 heures",
        "10 ans",
        "4 derniers numéros",
        "last 4 digits",
        "10 mars",
        "12 345 67",
        "1.2.3.4",
        "1,234 million",
        "trois cent cinquante",
        "trois cent deux mille personnes",
        "five hundred and two thousand people",
        "3 billions de comptes",
        "un client",
        "une personne",
        "1,5 personne",
        "plus de clients",
        "des clients",
        "3.5",
        "99999999999999999999999",
        "9999999999999 milliards",
        "million",
        "5 to",
        "de 5",
        "en 2025",
        "1er",
        "le 2e",
        "v2",
        "5 Mio",
    ] {
        wrong.extend(all(text));
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_year_is_a_count_only_where_something_is_counted() {
    reads("2007 clients", exact(2_007), Some(U::Persons));
    reads("2000", exact(2_000), None);
    assert_eq!(all("depuis 2007 clients et salariés"), []);
    assert_eq!(all("la fuite de 2024"), []);
}

#[test]
fn a_text_that_begins_otherwise_is_not_one_count() {
    assert_eq!(one("Fuite de 5 000 clients"), None);
    assert_eq!(all("Fuite de 5 000 clients").first().map(|spoken| spoken.read), Some("5 000 clients"));
    assert_eq!(
        one("500 adresses emails (par lot ?)").map(|spoken| (spoken.read, spoken.unit)),
        Some(("500 adresses emails", None))
    );
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_read_is_in_it(text in "\\PC{0,60}") {
        for spoken in all(&text) {
            prop_assert!(text.contains(spoken.read) && spoken.read.contains(spoken.noun));
        }
    }

    #[test]
    fn no_text_of_the_words_of_counts_panics(words in prop::collection::vec(prop::sample::select(vec![
        "1", "5 000", "1,5", "1.234.567", "2007", "99999999999999999999", "de", "d'", "à", "to", "To", "-", "–", "+", "~", "M", "k",
        "millions", "milliards", "centaines", "quelques", "une", "half", "Go", "Mo", "%", "€", "(", ",", "personnes", "entre", "et",
        "and", "between", "plus de", "\u{202f}", "é", "\n",
    ]), 0..12), glue in prop::sample::select(vec!["", " "])) {
        let text = words.join(glue);
        for spoken in all(&text) {
            prop_assert!(spoken.count.min.is_some() || spoken.count.max.is_some());
            prop_assert!(Count::new(spoken.count.min, spoken.count.max, spoken.count.approx).is_ok());
        }
    }

    #[test]
    fn a_number_in_digits_is_read_as_it_is(n in any::<u64>()) {
        let grouped = crate::text::number(crate::text::Lang::Fr, n);
        prop_assert_eq!(one(&format!("{grouped} comptes")).map(|spoken| spoken.count), Some(exact(n)));
    }
}
