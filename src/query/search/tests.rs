//! What a person who searches the French list of breaches expects first: 592 incidents, by date, organisation and supplier.
//! The list is that of Bonjour la fuite (bonjourlafuite.eu.org, MIT licence), up to October 2026.

use crate::query::{Document, Documents, Order, find, parse, ranks, run};
use crate::record::Localised;
use crate::text::Lang;
use std::sync::Arc;

const LIST: &str = include_str!("breaches.csv");

fn documents() -> Documents {
    let bare = "title: T\norganisation: { name: O, country: FR }\ntimeline: [{ date: 2024, kind: disclosed }]\n\
                parties: [{ name: P, role: processor }]\nsummary: Les données de clients ont été publiées.";
    let document = |(n, line): (usize, &str)| {
        let [date, name, supplier] = line.split(';').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let mut incident: crate::record::Incident = serde_yaml::from_str(&bare.replace("2024", date)).unwrap();
        incident.id = format!("record-{n}");
        let title = [("fr", format!("{name} : fuite de données")), ("en", format!("{name}: data breach"))];
        incident.title = Localised::ByLanguage(title.map(|(lang, title)| (lang.to_owned(), title)).to_vec());
        incident.organisation.name = Localised::Plain(name.to_owned());
        incident.parties[0].name = Localised::Plain(supplier.to_owned());
        if supplier.is_empty() {
            incident.parties.clear();
        }
        Arc::new(Document::new(&incident))
    };
    LIST.lines().enumerate().map(document).collect()
}

#[test]
fn what_a_person_would_expect_comes_first() {
    let documents = documents();
    let mut wrong = Vec::new();
    for (query, first) in [
        ("hopital", "Hôpital privé de la Loire"),
        ("caf", "Caisse d'allocations familiales"),
        ("urssaf", "URSSAF"),
        ("anct", "Agence Nationale de la Cohésion des Territoires (ANCT)"),
        ("ants", "France Titre / ANTS"),
        ("free", "Free"),
        ("free mobile", "Free Mobile"),
        ("sfr", "SFR"),
        ("red sfr", "Red by SFR"),
        ("bouygues", "Bouygues Telecom"),
        ("francetravail", "France Travail"),
        ("frtrav", "France Travail"),
        ("travail france", "France Travail"),
        ("education nationale", "Éducation Nationale"),
        ("educonnect", "EduConnect"),
        ("dgfip", "Direction générale des Finances publiques"),
        ("ofii", "Office Français de l’Immigration et de l’intégration"),
        ("bnf", "Bibliothèque Nationale de France"),
        ("creteil", "Académie de Créteil"),
        ("afpa", "Agence nationale pour la formation professionnelle (Afpa)"),
        ("colis prive", "Colis Privé"),
        ("relais", "Relais Colis"),
        ("ffsa", "Fédération Française du Sport Automobile (FFSA)"),
        ("tennis de table", "Fédération Française de Tennis de Table"),
        ("rugby xiii", "Fédération Française de Rugby à XIII"),
        ("almerys", "Almerys, Viamedis"),
        ("viamdis", "Almerys, Viamedis"),
        ("itelis", "Itelis"),
        ("dinum", "DINUM"),
        ("police", "Police Nationale"),
        ("interieur", "Ministère de l’Intérieur"),
        ("ministere agriculture", "Ministère de l’Agriculture et de l’Alimentation"),
        ("sciences po", "Sciences Po"),
        ("otacos", "O’tacos"),
        ("o'tacos", "O’tacos"),
        ("coeur", "Les Restos du Cœur"),
        ("ecole management", "École de management de Grenoble"),
        ("strasbourg", "Alumni université de Strasbourg"),
        ("mcdonalds", "McDonald's France"),
        ("total energies", "Total Énergies"),
        ("center parcs", "Pierre et Vacances Center Parcs"),
        ("blois", "Chateau royal de Blois / Maison de la Magie"),
        ("poste", "La Poste"),
        ("croq vacances", "Croq’ Vacances"),
        ("police data breach", "Police Nationale"),
    ] {
        let hits = run(&parse(query).expect("a query"), &documents, Lang::Fr, Order::default());
        let found: Vec<&str> = hits.iter().take(5).map(|hit| documents[hit.index].organisation.get(Lang::Fr)).collect();
        if found.first() != Some(&first) {
            wrong.push(format!("{query}: {found:?} of {}, not {first}", hits.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_finds_little_that_does_not_hold_it() {
    let documents = documents();
    for (query, most) in [
        ("free", 3),
        ("decathlon", 0),
        ("zzzz", 0),
        ("brevo", 3),
        ("rdv360", 5),
        ("metabase", 6),
        ("hopital", 2),
        ("insee", 2),
    ] {
        let hits = run(&parse(query).expect("a query"), &documents, Lang::Fr, Order::default());
        assert!(hits.len() <= most, "{query} finds {}", hits.len());
    }
}

/// Titles, other names and summaries as importers write them, in the order in which they lie.
const ENGLISH: [(&str, &str, &str); 8] = [
    ("Boxee", "forums.boxee.example", "The forum's accounts were put online."),
    ("RaidForums", "raidforums.example", "The members of a hacking forum."),
    ("Android Forums", "androidforums.example", "Accounts of members."),
    ("ThisHabbo Forum", "thishabbo.example", "Accounts of members."),
    ("Clash of Kings", "f.elex.example", "The forum of a game."),
    ("Lexington Medical Center", "lexmed.example", "Medical records of a hospital's patients were seen."),
    ("Mercy Hospital", "mercy.example", "A laptop was stolen."),
    ("Hospitality Inn", "inn.example", "Payment cards of guests."),
];

#[test]
fn english_words_find_titles_that_hold_them_as_words_first_and_what_only_tells_of_them_last() {
    let document = |(title, alias, summary): &(&str, &str, &str)| {
        let yaml = format!(
            "title: {title}\norganisation: {{ name: {title}, aliases: [{alias}] }}\nsummary: \"{summary}\"\n\
             timeline: [{{ date: 2024, kind: disclosed }}]"
        );
        Document::new(&serde_yaml::from_str(&yaml).unwrap())
    };
    let documents: Documents = ENGLISH.iter().map(document).map(Arc::new).collect();
    for (query, expected) in [
        ("forum", &["ThisHabbo Forum", "Android Forums", "RaidForums", "Boxee", "Clash of Kings"][..]),
        ("hospital", &["Mercy Hospital", "Hospitality Inn", "Lexington Medical Center"]),
        ("medical records", &["Lexington Medical Center"]),
        ("laptop", &["Mercy Hospital"]),
        ("king", &["Clash of Kings", "RaidForums"]),
    ] {
        let hits = run(&parse(query).expect("a query"), &documents, Lang::En, Order::default());
        let found: Vec<&str> = hits.iter().map(|hit| documents[hit.index].title.get(Lang::En)).collect();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn an_index_changes_no_result() {
    let (plain, indexed) = (documents(), documents());
    indexed.make_index();
    let ranks = ranks(&plain, Order::default(), Lang::Fr);
    for query in [
        "hopital",
        "hopital loire",
        "frtrav",
        "aphp",
        "caf",
        "hosptal",
        "francetravail",
        "fuite donnees",
        "\"fuite de\"",
        "zzzz",
        "h",
        "sfr -free",
        "sfr or free",
        "-(sfr or free)",
        "org:sante",
        "org:sa",
        "title:fuite year:2024",
        "-hopital",
        "any:publiees",
        "",
    ] {
        let query = parse(query).expect("a query");
        let hits = |documents| find(&query, documents, &ranks, None, &|| true);
        assert_eq!(hits(&indexed), hits(&plain), "{query}");
    }
}
