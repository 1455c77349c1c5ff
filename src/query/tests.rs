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

fn breaches() -> Documents {
    let document = |(id, name, date): &(&str, &str, &str)| {
        let yaml = format!(
            "id: {id}\ntitle: {{ fr: \"{name} : fuite de données\", en: \"{name}: data breach\" }}\norganisation: {{ name: \"{name}\", country: FR }}\n\
             timeline: [{{ date: {date}, kind: disclosed }}]\nsummary: Données de clients publiées, offre gratuite de surveillance, free of charge."
        );
        Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
    };
    BREACHES.iter().map(document).collect()
}

fn found(text: &str) -> Vec<String> {
    let documents = breaches();
    let hits = run(&parse(text).expect("a query"), &documents, Lang::Fr, Order::default());
    hits.iter().map(|hit| documents[hit.index].id.to_string()).collect()
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
fn what_implies_a_query_finds_nothing_that_it_does_not() {
    let queries = [
        "\"fr\"",
        "\"free\"",
        "\"free mobile\"",
        "org:fra",
        "org:franc",
        "title:franc",
        "any:gra",
        "any:gratuite",
        "country:be",
        "country:fr",
        "fr",
        "frt",
        "frtrav",
        "free",
        "year:2024",
    ];
    let mut narrower = 0;
    for (long, short) in queries.iter().flat_map(|long| queries.iter().map(move |short| (long, short))) {
        if long != short && parse(long).expect("a query").implies(&parse(short).expect("a query")) {
            narrower += 1;
            let wider = found(short);
            assert!(found(long).iter().all(|id| wider.contains(id)), "{long} implies {short}");
        }
    }
    assert_eq!(narrower, 5);
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

const ACME: &str = "id: acme-1
title: A
organisation: { name: Acme, sector: health, country: FR, aliases: [Acme Holding] }
status: disputed
timezone: Europe/Paris
tags: [Fournisseur]
attack: { vectors: [supplier], systems: [Portail client], actor: { name: Qilin } }
parties: [{ name: Lac Hosting, role: processor }]
timeline:
  - { date: 2024-03-01, kind: detected }
  - { date: 2024-03, kind: disclosed, text: Un message sur le forum. }
  - { date: unknown, kind: intrusion }
affected:
  - { count: { min: 900000, max: 1200000 }, unit: accounts, by: { name: CNIL, kind: authority } }
data: [{ category: name, status: claimed }, { category: email, status: not_exposed }]
measures:
  - { kind: authority_notified, date: 2024-03-05, status: done }
  - { kind: audit, status: refused }
sources: [{ id: s, title: Communiqué, publisher: CNIL, url: 'https://www.cnil.fr/x' }]
";

fn acme(query: &str) -> bool {
    let document = Document::new(&serde_yaml::from_str(ACME).expect("a record"));
    Search::new(&parse(query).expect("a query")).look(&document).is_some()
}

#[test]
fn fields_admit_what_they_name() {
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
        ("sector=\"Santé\"", true),
        ("sector:retail", false),
        ("country:fr", true),
        ("country:DE", false),
        ("id:acme", true),
        ("title:b", false),
        ("org:ACME year:2024", true),
        ("org=acme", true),
        ("org=acm", false),
        ("org:holding -org=\"Acme Holding\"", true),
        ("vector:prestataire system:portail party:lac party:qilin role:processor", true),
        ("source:cnil source:communique -cnil", true),
        ("any:forum any:\"message forum\" -forum", true),
        ("any:\"forum absent\"", false),
        ("measure:authority_notified -measure:audit measure:audit=refused", true),
        ("unit:accounts claimant:authority -claimant:press", true),
        ("risk:none -has:risk has:data has:detected..disclosed", true),
        ("intrusion:none has:detected", true),
        ("clock:undecided clock:late? -clock:late", true),
    ] {
        assert_eq!(acme(query), admitted, "{query}");
    }
}

#[test]
fn a_comparison_is_certain_unless_what_is_possible_is_asked_for() {
    for (query, admitted) in [
        ("detected..authority_notified>72h", false),
        ("detected..authority_notified>72h?", true),
        ("detected..authority_notified>71h", true),
        ("detected..authority_notified<=120h", true),
        ("detected..authority_notified>120h?", false),
        ("detected..authority_notified:3d..5d", true),
        ("detected..disclosed<0d", false),
        ("detected..disclosed<0d?", true),
        ("intrusion..detected>1y", false),
        ("intrusion..detected>1y?", true),
        ("detected..sanction>1y?", false),
        ("disclosed:2024", true),
        ("disclosed:2024-03-10", false),
        ("disclosed:2024-03-10?", true),
        ("disclosed>=2024-03 disclosed<2024-04", true),
        ("disclosed>2024-03?", false),
        ("date:2024-03-01 date:2024..2025 year>2023", true),
        ("affected>1M", false),
        ("affected>1M?", true),
        ("affected:500k..2M", true),
        ("affected>\"500k accounts\"", true),
        ("affected>\"500k persons\"?", false),
    ] {
        assert_eq!(acme(query), admitted, "{query}");
        // what a query shows and what its negation shows are everything together
        assert_eq!(acme(&format!("-({query})")), !admitted, "-({query})");
    }
}

#[test]
fn terms_are_joined() {
    for (query, admitted) in [
        ("zebra or acme", true),
        ("zebra acme", false),
        ("acme -zebra", true),
        ("(zebra or acme) (country:DE or country:FR)", true),
        ("zebra or acme country:DE", false),
        ("-(acme or zebra)", false),
        ("()", true),
    ] {
        assert_eq!(acme(query), admitted, "{query}");
    }
}

#[test]
fn the_question_of_the_analyst_is_typed_once() {
    let yaml = ACME
        .replace("sector: health", "sector: public_administration")
        .replace("2024-03-05", "2024-03-08")
        .replace("min: 900000", "min: 1100000")
        .replace("category: name", "category: national_id_number");
    let document = Document::new(&serde_yaml::from_str(&yaml).expect("a record"));
    let asked = "country:FR sector:public detected..authority_notified>72h data:national_id_number affected>1M";
    let search = |text: &str| Search::new(&parse(text).expect("a query")).look(&document).is_some();
    assert!(search(asked) && !acme(asked));
    for part in asked.split(' ') {
        assert!(!search(&format!("{asked} -{part}")), "{part}");
    }
}

#[test]
fn matched_letters_are_those_of_the_title_in_the_language_asked_for() {
    let documents = breaches();
    let query = parse("breach").expect("a query");
    let letters =
        |lang| documents.iter().map(|document| Search::new(&query).matched(document, lang)).collect::<Vec<_>>();
    assert!(letters(Lang::En).iter().all(|letters| letters.title.len() == 6));
    assert_eq!(run(&query, &documents, Lang::Fr, Order::default()).len(), documents.len());
    assert!(letters(Lang::Fr).iter().all(|letters| *letters == Matched::default()));
}

#[test]
fn a_search_among_what_matched_before_finds_the_same_and_can_be_cut() {
    let documents = breaches();
    let ranks = ranks(&documents, Order::default(), Lang::Fr);
    let (wide, narrow) = (parse("france").expect("a query"), parse("france year:2024").expect("a query"));
    let all = find(&wide, &documents, &ranks, None, &|| true).expect("hits");
    let before = Sieve::of(all.iter().map(|hit| hit.index), documents.len());
    let among = find(&narrow, &documents, &ranks, Some(&before), &|| true);
    assert_eq!(among, find(&narrow, &documents, &ranks, None, &|| true));
    assert_eq!(among.map(|hits| hits.len() < all.len()), Some(true));
    assert_eq!(find(&wide, &documents, &ranks, None, &|| false), None);
}
