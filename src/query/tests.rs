//! Tests of which incidents match and in what order, on real organisations' names.
//! They test no single rule of matching; the tests of `fuzzy` do.

use super::*;
use std::sync::Arc;

const BREACHES: [(&str, &str, &str); 34] = [
    ("almerys-2024-02", "Almerys, Viamedis", "2024-02-06"),
    ("ldlc-2024-03", "LDLC", "2024-03-01"),
    ("france-travail-2024-03", "France Travail", "2024-03-08"),
    ("le-slip-francais-2024-04", "Le Slip Français", "2024-04-15"),
    ("assurance-retraite-2024-09", "Assurance retraite", "2024-09-13"),
    ("red-by-sfr-2024-09", "RED by SFR", "2024-09-18"),
    ("meilleurtaux-2024-09", "Meilleurtaux", "2024-09-30"),
    ("free-2024-10", "Free", "2024-10-25"),
    ("free-mobile-2024-10", "Free Mobile", "2024-10-25"),
    ("le-point-2024-11", "Le Point", "2024-11-18"),
    ("direct-assurance-2024-11", "Direct Assurance", "2024-11-19"),
    ("chambres-agriculture-2024-11", "Chambres d’agriculture", "2024-11-21"),
    ("banque-de-france-2024-11", "Banque de France", "2024-11-23"),
    ("sfr-2024-11", "SFR", "2024-11-24"),
    ("electro-depot-2024-12", "Electro Dépôt", "2024-12-20"),
    ("cyberhaven-2024-12", "Cyberhaven", "2024-12-25"),
    ("ff-force-2025-01", "Fédération Française de Force", "2025-01-14"),
    ("ff-tir-arc-2025-01", "Fédération Française de tir à l'arc", "2025-01-20"),
    ("ff-montagne-2025-01", "Fédération Française de la montagne et de l'escalade", "2025-01-23"),
    ("caisse-des-depots-2025-02", "Caisse des dépôts et des consignations", "2025-02-12"),
    ("sdis-vienne-2025-02", "Service Départemental d'Incendie et de Secours de la Vienne", "2025-02-19"),
    ("hopital-loire-2025-06", "Hôpital privé de la Loire", "2025-06-21"),
    ("cnfpt-2025-07", "Centre National de la Fonction Publique Territoriale", "2025-07-11"),
    ("france-travail-2025-07", "France Travail", "2025-07-22"),
    ("france-travail-2025-12", "France Travail", "2025-12-01"),
    ("fsgt-2026-01", "Fédération Sportive et Gymnique du Travail", "2026-01-07"),
    ("panorama-banques-2026-01", "Panorama Banques", "2026-01-24"),
    ("anct-2026-03", "Agence Nationale de la Cohésion des Territoires (ANCT)", "2026-03-04"),
    ("sante-travail-2026-06", "Service de Santé au Travail en Région Nantaise", "2026-06-15"),
    ("ch-haute-comte-2025-10", "Centre hospitalier intercommunal de Haute-Comté", "2025-10-19"),
    (
        "ars-2025-09",
        "Agences Régionales de Santé de l’Île-de-france, Auvergne, Rhône-Alpes, Hauts-de-France",
        "2025-09-08",
    ),
    ("aphp-2021-09", "Assistance publique – Hôpitaux de Paris", "2021-09-15"),
    ("ch-beziers-2023-05", "Centre hospitalier de Béziers", "2023-05-02"),
    ("ecole-grenoble-2025-03", "École de management de Grenoble", "2025-03-05"),
];

fn breaches() -> Vec<Entry> {
    let entry = |(id, name, date): &(&str, &str, &str)| {
        let yaml = format!(
            "id: {id}\ntitle: {{ fr: \"{name} : fuite de données\", en: \"{name}: data breach\" }}\norganisation: {{ name: \"{name}\", country: FR }}\n\
             timeline: [{{ date: {date}, kind: disclosed }}]\nsummary: Données de clients publiées, offre gratuite de surveillance, free of charge."
        );
        Entry::new(Arc::new(serde_yaml::from_str(&yaml).expect("a record")))
    };
    BREACHES.iter().map(entry).collect()
}

fn found(text: &str) -> Vec<String> {
    let entries = breaches();
    let hits = run(&parse(text).expect("a query"), &entries, Lang::Fr, Order::default());
    hits.iter().map(|hit| entries[hit.index].incident.id.clone()).collect()
}

#[test]
fn what_was_meant_comes_first() {
    for (query, first) in [
        ("hopital", "hopital-loire-2025-06"),
        ("hôpital", "hopital-loire-2025-06"),
        ("hopital loire", "hopital-loire-2025-06"),
        ("beziers", "ch-beziers-2023-05"),
        ("aphp", "aphp-2021-09"),
        ("free", "free-2024-10"),
        ("free mobile", "free-mobile-2024-10"),
        ("sfr", "sfr-2024-11"),
        ("red sfr", "red-by-sfr-2024-09"),
        ("frtrav", "france-travail-2025-12"),
        ("francetravail", "france-travail-2025-12"),
        ("france travail", "france-travail-2025-12"),
        ("france travail 2025", "france-travail-2025-12"),
        ("france travail 2024", "france-travail-2024-03"),
        ("banque france", "banque-de-france-2024-11"),
        ("depot", "electro-depot-2024-12"),
        ("cdc", "caisse-des-depots-2025-02"),
        ("cnfpt", "cnfpt-2025-07"),
        ("viamedis", "almerys-2024-02"),
        ("viamdis", "almerys-2024-02"),
        ("l'arc", "ff-tir-arc-2025-01"),
        ("tir a l’arc", "ff-tir-arc-2025-01"),
        ("ecole", "ecole-grenoble-2025-03"),
        ("h comte", "ch-haute-comte-2025-10"),
        ("ile-de-france", "ars-2025-09"),
    ] {
        let found = found(query);
        assert_eq!(found.first().map(String::as_str), Some(first), "{query}: {found:?}");
    }
}

#[test]
fn a_long_word_finds_little_else() {
    assert_eq!(found("hopital"), ["hopital-loire-2025-06", "ch-haute-comte-2025-10", "ch-beziers-2023-05"]);
    assert_eq!(found("beziers").len(), 1);
    assert_eq!(found("frtrav").len(), 3);
    assert_eq!(found("francetravail").len(), 3);
    assert_eq!(found("france travail 2025").len(), 2);
    assert_eq!(found("aphp"), ["aphp-2021-09"]);
}

#[test]
fn what_only_a_summary_says_comes_last() {
    let free = found("free");
    assert_eq!(free[..2], ["free-2024-10", "free-mobile-2024-10"]);
    assert_eq!(free.len(), BREACHES.len());
}

#[test]
fn without_words_the_order_asked_for_rules() {
    assert_eq!(found("")[..2], ["sante-travail-2026-06", "anct-2026-03"]);
    assert_eq!(found("year:2021"), ["aphp-2021-09"]);
    assert_eq!(found("org:\"de france\" country:fr"), ["banque-de-france-2024-11"]);
    assert_eq!(found("year:2024 assurance").len(), 2);
}

#[test]
fn fields_admit_what_they_name() {
    let yaml = "id: acme-1\ntitle: A\norganisation: { name: Acme, sector: Santé publique, country: FR }\nstatus: disputed\ntags: [Fournisseur]\n\
                timeline: [{ date: 2024, kind: detected }]\n\
                data: [{ category: name, status: claimed }, { category: email, status: not_exposed }]";
    let entry = Entry::new(Arc::new(serde_yaml::from_str(yaml).expect("a record")));
    for (query, admitted) in [
        ("data:name", true),
        ("data:name=claimed", true),
        ("data:name=exposed", false),
        ("data:email", false),
        ("data:email=not_exposed", true),
        ("data:phone", false),
        ("status:contesté", true),
        ("status:confirmed", false),
        ("tag:fourn", true),
        ("sector:sante", true),
        ("sector:retail", false),
        ("country:fr", true),
        ("country:DE", false),
        ("id:acme", true),
        ("title:b", false),
        ("org:ACME year:2024", true),
    ] {
        assert_eq!(parse(query).expect("a query").admits(&entry), admitted, "{query}");
    }
}

#[test]
fn marks_are_those_of_the_title_in_the_language_asked_for() {
    let entries = breaches();
    let hits = run(&parse("breach").expect("a query"), &entries, Lang::En, Order::default());
    assert!(hits.iter().all(|hit| hit.matched.title.len() == 6));
    let hits = run(&parse("breach").expect("a query"), &entries, Lang::Fr, Order::default());
    assert_eq!(hits.len(), entries.len());
    assert!(hits.iter().all(|hit| hit.matched == Matched::default()));
}
