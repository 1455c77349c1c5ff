//! The columns of a table of incidents, each with what it holds.
//! It fills none; `view::csv` does.

use super::{Phrase, phrase};

/// The start of a date.
const FIRST: Phrase = phrase(
    "its first instant, in UTC; empty where it is open",
    "son premier instant, en UTC\u{a0}; vide s'il est ouvert",
);
/// The end of a date.
const AFTER: Phrase = phrase(
    "the first instant after it, in UTC; empty where it is open",
    "le premier instant qui le suit, en UTC\u{a0}; vide s'il est ouvert",
);

/// The columns, in order.
pub const COLUMNS: [(&str, Phrase); 44] = [
    ("id", phrase("the record's id", "l'identifiant de la fiche")),
    ("title", phrase("its title", "son titre")),
    ("organisation", phrase("whose data were concerned", "l'organisme dont les données sont concernées")),
    ("country", phrase("its country (ISO 3166-1 alpha-2)", "son pays (ISO 3166-1 alpha-2)")),
    ("sector", phrase("its sector, as the record writes it", "son secteur, comme la fiche l'écrit")),
    ("status", phrase("how far the incident can be relied on", "la fiabilité de l'incident")),
    ("date", phrase("the earliest milestone, as written (EDTF)", "le premier jalon, comme il est écrit (EDTF)")),
    ("date_earliest", FIRST),
    ("date_latest", AFTER),
    ("affected_min", phrase("the headline count: at least", "le chiffre principal\u{a0}: au moins")),
    (
        "affected_max",
        phrase("at most; empty where no most was said", "au plus\u{a0}; vide si aucun maximum n'est donné"),
    ),
    ("affected_approx", phrase("whether it was rounded (true, false)", "s'il est arrondi (true, false)")),
    ("affected_unit", phrase("of what: persons, accounts, records, …", "de quoi\u{a0}: persons, accounts, records…")),
    ("affected_by", phrase("who gives it", "qui le donne")),
    (
        "contested",
        phrase(
            "whether another standing figure differs by over a quarter, or only an attacker gave it",
            "si un autre chiffre en vigueur s'en écarte de plus d'un quart, ou si seul un attaquant l'affirme",
        ),
    ),
    (
        "data",
        phrase("category=status of every category, joined by ;", "category=status de chaque catégorie, séparés par ;"),
    ),
    ("measures", phrase("kind=status of every measure, joined by ;", "kind=status de chaque mesure, séparés par ;")),
    ("path", phrase("the record's file", "le fichier de la fiche")),
    ("affected_kind", phrase("what the one who gives the figure is", "ce qu'est l'auteur du chiffre")),
    ("affected_as_of", phrase("when it was said, as written (EDTF)", "quand il a été donné, comme écrit (EDTF)")),
    ("vectors", phrase("how it came about, joined by ;", "comment c'est arrivé, séparés par ;")),
    ("risks", phrase("the risks stated, joined by ;", "les risques évoqués, séparés par ;")),
    (
        "parties",
        phrase("role=name of every other party, joined by ;", "role=nom de chaque autre acteur, séparés par ;"),
    ),
    ("tags", phrase("the tags, joined by ;", "les mots-clés, séparés par ;")),
    ("sources", phrase("how many sources", "le nombre de sources")),
    (
        "intrusion",
        phrase(
            "the milestone, as written (EDTF); empty if not stated",
            "le jalon, comme écrit (EDTF)\u{a0}; vide si non précisé",
        ),
    ),
    ("intrusion_earliest", FIRST),
    ("intrusion_latest", AFTER),
    ("detected", phrase("the same of the detection", "de même pour la détection")),
    ("detected_earliest", FIRST),
    ("detected_latest", AFTER),
    ("aware", phrase("the same of the controller's awareness", "de même pour la prise de connaissance")),
    ("aware_earliest", FIRST),
    ("aware_latest", AFTER),
    (
        "authority_notified",
        phrase("the same of the notification of the authority", "de même pour la notification à l'autorité"),
    ),
    ("authority_notified_earliest", FIRST),
    ("authority_notified_latest", AFTER),
    (
        "persons_informed",
        phrase("the same of the information of the persons", "de même pour l'information des personnes"),
    ),
    ("persons_informed_earliest", FIRST),
    ("persons_informed_latest", AFTER),
    ("disclosed", phrase("the same of the public disclosure", "de même pour la révélation publique")),
    ("disclosed_earliest", FIRST),
    ("disclosed_latest", AFTER),
    (
        "gdpr_art_33",
        phrase(
            "the clock of 72 hours: within, late, undecided, not_stated",
            "l'échéance de 72 heures\u{a0}: within, late, undecided, not_stated",
        ),
    ),
];
