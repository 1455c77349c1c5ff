//! Texts of what is told of an incident: titles of sections, labels, and what is said where nothing is stated.
//! It holds no word of a vocabulary; the values themselves carry those.

use super::{Phrase, Plural, phrase, plural};

/// The section of what happened.
pub const SUMMARY: Phrase = phrase("What happened", "Ce qui s'est passé");
/// The section of the counts.
pub const PEOPLE: Phrase = phrase("Who is concerned", "Qui est concerné");
/// The section of the dates.
pub const DATES: Phrase = phrase("Key dates", "Dates clés");
/// The section of the gaps and clocks.
pub const GAPS: Phrase = phrase("Gaps and clocks", "Délais et échéances");
/// The section of the data.
pub const DATA: Phrase = phrase("Which data", "Quelles données");
/// The section of the risks.
pub const RISKS: Phrase = phrase("Which risks", "Quels risques");
/// The section of the measures.
pub const MEASURES: Phrase = phrase("Which measures", "Quelles mesures");
/// The section of the consequences.
pub const CONSEQUENCES: Phrase = phrase("Consequences", "Suites");
/// The section of the attack.
pub const ATTACK: Phrase = phrase("How it happened", "Comment c'est arrivé");
/// The section of the parties.
pub const PARTIES: Phrase = phrase("Other parties", "Autres acteurs");
/// The section of the related incidents.
pub const RELATED: Phrase = phrase("Related incidents", "Incidents liés");
/// The section of the sources.
pub const SOURCES: Phrase = phrase("Sources", "Sources");
/// The section of the remarks.
pub const NOTES: Phrase = phrase("Notes", "Remarques");
/// The section of plain facts in a comparison.
pub const FACTS: Phrase = phrase("Facts", "Faits");

/// A label and what follows it.
pub const LABEL: Phrase = phrase("{0}: ", "{0}\u{a0}: ");
/// Between parts of a list that have commas of their own.
pub const BETWEEN: Phrase = phrase("; ", " ; ");
/// A thing and what is said of it.
pub const ASIDE: Phrase = phrase("{0} ({1})", "{0} ({1})");
/// Nothing is said of it.
pub const NOT_STATED: Phrase = phrase("not stated", "non précisé");
/// The organisation.
pub const ORGANISATION: Phrase = phrase("Organisation", "Organisation");
/// Other names of the organisation.
pub const ALSO: Phrase = phrase("also {0}", "aussi {0}");
/// The sector.
pub const SECTOR: Phrase = phrase("Sector", "Secteur");
/// The country.
pub const COUNTRY: Phrase = phrase("Country", "Pays");
/// The status of the incident.
pub const STATUS: Phrase = phrase("Status", "Statut");
/// The vectors.
pub const VECTORS: Phrase = phrase("Vectors", "Vecteurs");
/// The systems.
pub const SYSTEMS: Phrase = phrase("Systems", "Systèmes");
/// The attacker.
pub const ACTOR: Phrase = phrase("Attacker", "Attaquant");
/// The tags.
pub const TAGS: Phrase = phrase("Tags", "Mots-clés");

/// The count shown first.
pub const HEADLINE: Phrase = phrase("Headline count", "Chiffre principal");
/// How the count shown first came to be.
pub const REVISED: Phrase = phrase("Revised", "Révisé");
/// The count shown first replaced no other.
pub const NOT_REVISED: Phrase = phrase("no earlier figure", "pas de chiffre antérieur");
/// How many are concerned.
pub const HOW_MANY: Phrase = phrase("How many", "Combien");
/// A figure that another contradicts.
pub const CONTESTED: Phrase = phrase("contested", "contesté");
/// A figure of the attacker alone.
pub const ATTACKER_ONLY: Phrase = phrase("only an attacker says so", "seul un attaquant l'affirme");
/// A figure without an author.
pub const NOBODY: Phrase = phrase("by nobody named", "auteur non précisé");
/// A figure that another replaced: by what and whom.
pub const SUPERSEDED_BY: Phrase = phrase("superseded by {0}, {1}", "remplacé par {0}, {1}");

/// What the bars are drawn on: from which figure to which.
pub const SCALE: Phrase =
    phrase("bars: logarithmic, from {0} to {1}", "barres\u{a0}: échelle logarithmique, de {0} à {1}");
/// The day on which an event became public.
pub const KNOWN: Phrase = phrase("public: {0}", "rendu public\u{a0}: {0}");
/// A planned date.
pub const PLANNED_FOR: Phrase = phrase("planned: {0}", "prévue\u{a0}: {0}");
/// A planned date, beside the one on which it came.
pub const FIRST_PLANNED: Phrase = phrase("first planned: {0}", "d'abord prévue\u{a0}: {0}");
/// A date of which only disputed or claimed readings exist.
pub const DOUBTFUL: Phrase =
    phrase("rests on claimed or disputed dates alone", "repose sur des dates revendiquées ou contestées");
/// The same in short.
pub const DOUBTFUL_SHORT: Phrase = phrase("doubtful", "douteux");
/// Gaps of which a date is not stated.
pub const GAPS_NOT_STATED: Phrase = phrase("A date is not stated", "Une date n'est pas précisée");

/// What the absence of a category means.
pub const UNLISTED: Phrase = phrase(
    "A category that is not listed is not stated, neither exposed nor safe.",
    "Une catégorie absente de la liste n'est pas précisée\u{a0}: ni exposée, ni préservée.",
);
/// A group that an article of law sets apart.
pub const GROUP_FLAG: Phrase = phrase("{0}: {1}", "{0}\u{a0}: {1}");

/// So many sources of a grade.
pub const SOURCE_COUNT: Plural = plural(phrase("{0} source", "{0} source"), phrase("{0} sources", "{0} sources"));
/// Sources of a grade.
pub const GRADE: Phrase = phrase("Grade {0}", "Qualité {0}");
/// Sources without a grade.
pub const NO_GRADE: Phrase = phrase("Without a grade", "Sans qualité");
/// All sources.
pub const ALL_SOURCES: Phrase = phrase("All", "Toutes");
/// A risk that a source states.
pub const STATED: Phrase = phrase("stated", "évoqué");
/// A reading that the milestone leaves out: the date and its status.
pub const OTHER_READING: Phrase = phrase("{0} ({1})", "{0} ({1})");
/// A part of the columns: from, to, of how many.
pub const COLUMNS_PART: Phrase = phrase("Columns {0} to {1} of {2}", "Colonnes {0} à {1} sur {2}");
/// One of the columns: which, of how many.
pub const COLUMN_PART: Phrase = phrase("Column {0} of {1}", "Colonne {0} sur {1}");

/// The title of a timeline's picture.
pub const TIMELINE: Phrase = phrase("Incidents on one axis of time", "Incidents sur un même axe de temps");
/// What the mark before a row of a comparison means.
pub const DIFFERS_LEGEND: Phrase = phrase("{0} marks the rows that differ.", "{0} marque les lignes qui diffèrent.");
/// The first of two milestones, or the second where the first is not stated.
pub const ELSE: Phrase = phrase("{0}, else {1}", "{0}, sinon {1}");
/// What a gap counts from.
pub const COUNTED_FROM: Phrase = phrase("from: {0}", "depuis\u{a0}: {0}");
/// A clock that cannot apply, by country, sector or date.
pub const NOT_APPLICABLE: Phrase =
    phrase("not for its country, sector or date", "pas pour son pays, son secteur ou sa date");
/// The rank of a gap in its set: rank, of how many.
pub const RANK: Phrase = phrase("rank {0} of {1}", "rang {0} sur {1}");
/// The head of what holds for a whole set: how many incidents.
pub const ALL_INCIDENTS: Phrase = phrase("All {0} incidents", "Les {0} incidents");
/// A gap over a set: its median, its shortest, its longest.
pub const DISTRIBUTION: Phrase =
    phrase("median {0}, shortest {1}, longest {2}", "médiane {0}, plus court {1}, plus long {2}");
/// What a gap is over a set, and how many state it.
pub const STATED_BY: Phrase = phrase("{0} ({1} stated)", "{0} ({1} précisés)");
/// What follows holds among the incidents that the filter shows.
pub const IN_FILTERED: Phrase = phrase("among the filtered: ", "parmi les incidents filtrés\u{a0}: ");

/// Sectors that records often name, by their word; others stand as they are written.
pub const SECTORS: &[(&str, Phrase)] = &[
    ("association", phrase("association", "association")),
    ("banking", phrase("banking", "banque")),
    ("defence", phrase("defence", "défense")),
    ("education", phrase("education", "enseignement")),
    ("energy", phrase("energy", "énergie")),
    ("finance", phrase("finance", "finance")),
    ("health", phrase("health", "santé")),
    ("industry", phrase("industry", "industrie")),
    ("insurance", phrase("insurance", "assurance")),
    ("justice", phrase("justice", "justice")),
    ("media", phrase("media", "médias")),
    ("public_administration", phrase("public administration", "administration publique")),
    ("real_estate", phrase("real estate", "immobilier")),
    ("retail", phrase("retail", "commerce de détail")),
    ("sport", phrase("sport", "sport")),
    ("technology", phrase("technology", "technologie")),
    ("telecommunications", phrase("telecommunications", "télécommunications")),
    ("tourism", phrase("tourism", "tourisme")),
    ("transport", phrase("transport", "transports")),
];
