//! Texts of the filter: what is wrong with a query, and the names of what a list is sorted and counted by.
//! It does not know what a query is.

use super::{Phrase, phrase};

/// A field that does not exist: its name.
pub const UNKNOWN_FIELD: Phrase = phrase("no field is called {0}", "aucun champ ne s'appelle {0}");
/// What else can be done about it: what is wrong.
pub const QUOTE_IT: Phrase =
    phrase("{0}; quote it to search for it as it is", "{0} ; entre guillemets, il est cherché tel quel");
/// A value that a field does not have: the field, the value.
pub const UNKNOWN_VALUE: Phrase = phrase("{1} is no value of {0}", "{1} n'est pas une valeur de {0}");
/// A value that is not written out yet: the field, what there is of it.
pub const PARTIAL_VALUE: Phrase = phrase("{0}:{1}… is not finished", "{0}:{1}… n'est pas terminé");
/// A field without a value: the field.
pub const MISSING_VALUE: Phrase = phrase("{0} wants a value", "{0} attend une valeur");
/// A quote that is not closed.
pub const OPEN_QUOTE: Phrase = phrase("the quote is not closed", "le guillemet n'est pas fermé");
/// A comparison without a field.
pub const MISSING_FIELD: Phrase = phrase(
    "a field must stand before the comparison, as in affected>1M",
    "un champ doit précéder la comparaison, comme dans affected>1M",
);
/// A field that cannot be compared by size: the field.
pub const NO_ORDER: Phrase =
    phrase("{0} has no more or less; write {0}:value", "{0} n'a ni plus ni moins ; écrivez {0}:valeur");
/// A year that is none.
pub const NO_YEAR: Phrase =
    phrase("a year has four digits, such as 2024", "une année a quatre chiffres, par exemple 2024");
/// A country that is none.
pub const NO_COUNTRY: Phrase =
    phrase("a country is its code of two letters, such as FR", "un pays est son code à deux lettres, par exemple FR");
/// A date that is none: the field.
pub const NO_DATE: Phrase = phrase(
    "{0} wants a date, such as 2024, 2024-03, 2024-03-15 or 2024..2025",
    "{0} attend une date, par exemple 2024, 2024-03, 2024-03-15 ou 2024..2025",
);
/// A duration that is none: the field.
pub const NO_LENGTH: Phrase = phrase(
    "{0} wants a duration in h, d, w, mo or y, such as 72h, 3d or 1d..7d",
    "{0} attend une durée en h, j, sem, mois ou an, par exemple 72h, 3j ou 1j..7j",
);
/// A count that is none: the field.
pub const NO_COUNT: Phrase = phrase(
    "{0} wants a number, such as 5000, 40k, 1.5M or 10k..1M",
    "{0} attend un nombre, par exemple 5000, 40k, 1,5M ou 10k..1M",
);
/// A range that ends before it begins.
pub const BACKWARDS: Phrase = phrase("the range ends before it begins", "la plage finit avant de commencer");
/// A bracket that is not closed.
pub const OPEN_BRACKET: Phrase = phrase("the bracket is not closed", "la parenthèse n'est pas fermée");
/// A bracket that was not opened.
pub const STRAY_BRACKET: Phrase = phrase("no bracket is open here", "aucune parenthèse n'est ouverte ici");
/// A word that needs something beside it: the word.
pub const MISSING_SIDE: Phrase = phrase(
    "something must stand on each side of {0}; quote it to search for it as it is",
    "{0} doit être entouré de quelque chose ; entre guillemets, il est cherché tel quel",
);
/// A word that is too long: the most letters.
pub const TOO_LONG: Phrase = phrase("longer than {0} characters", "plus de {0} caractères");
/// Too many terms: the most.
pub const TOO_MANY: Phrase = phrase("more than {0} words", "plus de {0} mots");
/// Brackets too deep: the most.
pub const TOO_DEEP: Phrase = phrase("more than {0} brackets in each other", "plus de {0} parenthèses imbriquées");
/// What may have been meant: the nearest.
pub const NEAREST: Phrase = phrase("{0} (nearest: {1})", "{0} (au plus près : {1})");

/// Sorted by date.
pub const BY_DATE: Phrase = phrase("date", "date");
/// Sorted by title.
pub const BY_TITLE: Phrase = phrase("title", "titre");
/// Sorted by organisation.
pub const BY_ORGANISATION: Phrase = phrase("organisation", "organisation");
/// Sorted by how many were affected.
pub const BY_AFFECTED: Phrase = phrase("affected", "touchés");
/// Sorted by status.
pub const BY_STATUS: Phrase = phrase("status", "statut");
/// Sorted by id.
pub const BY_ID: Phrase = phrase("id", "identifiant");
/// Sorted by sector.
pub const BY_SECTOR: Phrase = phrase("sector", "secteur");
/// Sorted by country.
pub const BY_COUNTRY: Phrase = phrase("country", "pays");
/// Sorted by what the clock says.
pub const BY_CLOCK: Phrase = phrase("the 72 h of art. 33", "les 72 h de l'art. 33");
/// Sorted by how many data categories.
pub const BY_DATA: Phrase = phrase("data categories", "catégories de données");
/// Sorted by how many measures.
pub const BY_MEASURES: Phrase = phrase("measures", "mesures");
/// Sorted by how many claims.
pub const BY_CLAIMS: Phrase = phrase("claims", "déclarations");
/// Sorted by how many sources.
pub const BY_SOURCES: Phrase = phrase("sources", "sources");
/// Sorted by how much is stated.
pub const BY_COMPLETENESS: Phrase = phrase("completeness", "complétude");

/// Counted by: year of the earliest milestone.
pub const FACET_YEAR: Phrase = phrase("Year", "Année");
/// Counted by: organisation.
pub const FACET_ORGANISATION: Phrase = phrase("Organisation", "Organisation");
/// Counted by: sector.
pub const FACET_SECTOR: Phrase = phrase("Sector", "Secteur");
/// Counted by: country.
pub const FACET_COUNTRY: Phrase = phrase("Country", "Pays");
/// Counted by: status of the record.
pub const FACET_STATUS: Phrase = phrase("Status", "Statut");
/// Counted by: vectors.
pub const FACET_VECTOR: Phrase = phrase("Vector", "Vecteur");
/// Counted by: data categories.
pub const FACET_DATA: Phrase = phrase("Data category", "Catégorie de données");
/// Counted by: measures.
pub const FACET_MEASURE: Phrase = phrase("Measure", "Mesure");
/// Counted by: parties.
pub const FACET_PARTY: Phrase = phrase("Party", "Intervenant");

/// A field: the title.
pub const FIELD_TITLE: Phrase = phrase("part of the title", "partie du titre");
/// A field: the organisation.
pub const FIELD_ORG: Phrase = phrase("part of a name of the organisation", "partie d'un nom de l'organisation");
/// A field: the sector.
pub const FIELD_SECTOR: Phrase = phrase("part of its sector", "partie de son secteur");
/// A field: the country.
pub const FIELD_COUNTRY: Phrase = phrase("its country, two letters", "son pays, deux lettres");
/// A field: the status.
pub const FIELD_STATUS: Phrase = phrase("how far the record can be relied on", "fiabilité de la fiche");
/// A field: the year.
pub const FIELD_YEAR: Phrase = phrase("year of the earliest milestone", "année du premier jalon");
/// A field: the date.
pub const FIELD_DATE: Phrase = phrase("date of the earliest milestone", "date du premier jalon");
/// A field: how many.
pub const FIELD_AFFECTED: Phrase =
    phrase("how many are affected, by the headline", "nombre de concernés, chiffre principal");
/// A field: the unit.
pub const FIELD_UNIT: Phrase = phrase("what that number counts", "ce que compte ce nombre");
/// A field: the claimant.
pub const FIELD_CLAIMANT: Phrase = phrase("who gave a figure", "qui a donné un chiffre");
/// A field: the data.
pub const FIELD_DATA: Phrase = phrase(
    "data exposed, claimed or disputed; data:name=not_exposed",
    "données exposées, revendiquées ou contestées ; data:name=not_exposed",
);
/// A field: the vector.
pub const FIELD_VECTOR: Phrase = phrase("how the attacker came in", "comment l'attaquant est entré");
/// A field: the system.
pub const FIELD_SYSTEM: Phrase = phrase("part of a system's name", "partie du nom d'un système");
/// A field: the party.
pub const FIELD_PARTY: Phrase =
    phrase("part of the name of a party or the attacker", "partie du nom d'un intervenant ou de l'attaquant");
/// A field: the role.
pub const FIELD_ROLE: Phrase = phrase("the part that a party has", "rôle d'un intervenant");
/// A field: the measure.
pub const FIELD_MEASURE: Phrase =
    phrase("a measure that was not refused; measure:audit=planned", "mesure non refusée ; measure:audit=planned");
/// A field: the risk.
pub const FIELD_RISK: Phrase = phrase("what may come of it", "ce qui peut en résulter");
/// A field: the clock.
pub const FIELD_CLOCK: Phrase = phrase("the 72 hours of GDPR art. 33", "les 72 heures de l'art. 33 du RGPD");
/// A field: the source.
pub const FIELD_SOURCE: Phrase = phrase(
    "part of a source's title, publisher or address",
    "partie du titre, de l'éditeur ou de l'adresse d'une source",
);
/// A field: the tag.
pub const FIELD_TAG: Phrase = phrase("part of a tag", "partie d'une étiquette");
/// A field: the id.
pub const FIELD_ID: Phrase = phrase("part of the id", "partie de l'identifiant");
/// A field: any text.
pub const FIELD_ANY: Phrase =
    phrase("words anywhere, notes and events included", "mots n'importe où, notes et événements compris");
/// A field: a gap.
pub const FIELD_GAP: Phrase = phrase("how long from one milestone to another", "combien de temps d'un jalon à l'autre");

/// What the clock of GDPR art. 33 says: within.
pub const CLOCK_WITHIN: Phrase = phrase("within 72 h", "dans les 72 h");
/// What the clock of GDPR art. 33 says: late.
pub const CLOCK_LATE: Phrase = phrase("later", "plus tard");
/// What the clock of GDPR art. 33 says: undecided.
pub const CLOCK_UNDECIDED: Phrase = phrase("cannot be decided", "indécidable");
/// A field: whether another is stated.
pub const FIELD_HAS: Phrase = phrase("a field that is stated", "un champ précisé");

/// Counted by: roles of parties.
pub const FACET_ROLE: Phrase = phrase("Role of a party", "Rôle d'un intervenant");
/// Counted by: risks.
pub const FACET_RISK: Phrase = phrase("Risk", "Risque");
/// Counted by: who gave figures.
pub const FACET_CLAIMANT: Phrase = phrase("Claimant", "Source du chiffre");
/// Counted by: units of the headline.
pub const FACET_UNIT: Phrase = phrase("Unit", "Unité");
/// Counted by: how many, by the least.
pub const FACET_AFFECTED: Phrase = phrase("Affected, at least", "Concernés, au moins");
/// Counted by: what the clock says.
pub const FACET_CLOCK: Phrase = phrase("GDPR art. 33, 72 h", "RGPD art. 33, 72 h");
/// Counted by: tags.
pub const FACET_TAG: Phrase = phrase("Tag", "Étiquette");
/// Counted by: a gap, from one milestone to another.
pub const FACET_GAP: Phrase = phrase("{0} to {1}", "{0} à {1}");

/// The steps of gaps, by the most that each may be.
pub const GAP_STEPS: [Phrase; 8] = [
    phrase("at once or before", "aussitôt ou avant"),
    phrase("up to 1 day", "jusqu'à 1 jour"),
    phrase("1 to 3 days", "1 à 3 jours"),
    phrase("3 days to 1 week", "3 jours à 1 semaine"),
    phrase("1 week to 1 month", "1 semaine à 1 mois"),
    phrase("1 to 3 months", "1 à 3 mois"),
    phrase("3 months to 1 year", "3 mois à 1 an"),
    phrase("longer, or open", "davantage, ou sans borne"),
];
/// Counts below a number.
pub const COUNT_UNDER: Phrase = phrase("under {0}", "moins de {0}");
/// Counts from a number to below another.
pub const COUNT_BETWEEN: Phrase = phrase("{0} to {1}", "de {0} à {1}");
/// Counts of a number or more.
pub const COUNT_OVER: Phrase = phrase("{0} or more", "{0} ou plus");
/// Counts of which only a most is stated.
pub const OTHER_COUNTS: Phrase = phrase("only a most", "un maximum seul");
/// A quarter: the year, the quarter.
pub const QUARTER: Phrase = phrase("{0} Q{1}", "T{1} {0}");
/// Dates of which no start is stated.
pub const NO_START: Phrase = phrase("no start stated", "début non précisé");
/// Durations that are offered.
pub const LENGTHS: Phrase = phrase("24h 72h 7d 30d 6mo 1y", "24h 72h 7j 30j 6mois 1an");

/// The head of the examples.
pub const EXAMPLES_HEAD: Phrase = phrase("Queries, by example:", "Les requêtes, par l'exemple :");
/// The head of the fields.
pub const FIELDS_HEAD: Phrase = phrase(
    "Fields, beside every milestone and every gap; French names work too:",
    "Les champs, outre chaque jalon et chaque délai ; leurs noms français conviennent aussi :",
);
/// How a shell must be kept from reading a query itself.
pub const SHELL: Phrase = phrase(
    "In a shell, put the query between single quotes; where it begins with -, write not.",
    "Dans un shell, mettez la requête entre apostrophes ; si elle commence par -, écrivez not.",
);
/// What can be asked, by example.
pub const EXAMPLES: [(&str, Phrase); 15] = [
    ("hopital paris", phrase("both words, whatever accents and case", "les deux mots, accents et casse ignorés")),
    ("\"date de naissance\"", phrase("that very phrase", "cette expression exacte")),
    ("org:travail", phrase("part of a text", "une partie d'un texte")),
    ("org=\"France Travail\"", phrase("the whole of it", "le texte entier")),
    (
        "data:nir",
        phrase("exposed, claimed or disputed; ids and labels", "exposé, revendiqué ou contesté ; codes et libellés"),
    ),
    ("data:email=not_exposed", phrase("of that very status", "de ce statut précis")),
    (
        "affected>1M",
        phrase("k, M and G; units: affected>\"10k accounts\"", "k, M et G ; unités : affected>\"10k comptes\""),
    ),
    ("disclosed>=2025-03", phrase("any milestone is a date", "tout jalon est une date")),
    ("date:2024..2025-06", phrase("from one to the other, both included", "de l'une à l'autre, comprises")),
    (
        "detected..authority_notified>72h",
        phrase("any gap, in h, d, w, mo or y", "tout délai, en h, j, sem, mois ou an"),
    ),
    ("detected..disclosed>30d?", phrase("certainly longer; with ? possibly", "certainement plus ; avec ? peut-être")),
    ("year:2025 -status:claimed", phrase("without these; a space is and", "sans celles-ci ; l'espace vaut et")),
    (
        "(vector:phishing or vector:supplier) country:FR",
        phrase("or binds less than a space", "or lie moins que l'espace"),
    ),
    ("sector:none has:sanction", phrase("not stated; stated", "non précisé ; précisé")),
    ("any:forum", phrase("in any text, notes and events too", "dans tout texte, notes et événements aussi")),
];
