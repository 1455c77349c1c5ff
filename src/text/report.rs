//! Texts of a dossier to hand over: its sections, its charts, how it is to be read.
//! It holds nothing of what is told of a record.

use super::{Phrase, phrase};

/// `report`.
pub const REPORT: Phrase = phrase(
    "A dossier of one to six incidents to hand over: ids, or a query",
    "Un dossier d'un à six incidents à remettre\u{a0}: des identifiants, ou une requête",
);
/// What may be given.
pub const GIVEN: Phrase = phrase(
    "Ids of records, or words and field:value that match one to six of them",
    "Des identifiants de fiches, ou des mots et champ:valeur auxquels répondent une à six fiches",
);
/// `--output`.
pub const OUTPUT: Phrase =
    phrase("The file to write, whole or not at all", "Le fichier à écrire, en entier ou pas du tout");
/// `--worksheet`.
pub const WORKSHEET: Phrase = phrase(
    "For each incident what GDPR art. 33(3) asks for, filled from the record, blanks marked",
    "Pour chaque incident ce que demande l'art. 33, § 3, du RGPD, rempli d'après la fiche, les blancs marqués",
);
/// Too many match.
pub const TOO_MANY: Phrase = phrase(
    "a dossier holds at most {0} incidents, and {1} match; name their ids or narrow the query",
    "un dossier contient au plus {0} incidents, et {1} répondent ; nommez-les ou précisez la requête",
);

/// What kind of page it is.
pub const KIND: Phrase = phrase("Dossier of data breaches", "Dossier sur des violations de données");
/// The title of several incidents of one organisation.
pub const INCIDENTS_OF: Phrase = phrase("{1}: {0} incidents compared", "{1}\u{a0}: {0} incidents comparés");
/// The title of several incidents.
pub const INCIDENTS: Phrase = phrase("{0} incidents compared", "{0} incidents comparés");
/// When and from what a page was made: day, version, records.
pub const MADE: Phrase = phrase(
    "Made on {0} with breachline {1} from these records: {2}.",
    "Établi le {0} avec breachline {1} à partir de ces fiches\u{a0}: {2}.",
);

/// The incidents in short.
pub const SUMMARY: Phrase = phrase("In short", "En bref");
/// What happened when.
pub const TIME: Phrase = phrase("What happened when", "Ce qui s'est passé, et quand");
/// What may come and what came of it.
pub const AFTERMATH: Phrase = phrase("Risks and consequences", "Risques et suites");
/// What nobody says.
pub const NOT_STATED: Phrase = phrase("What is not stated", "Ce qui n'est pas précisé");
/// How that list is to be read.
pub const NOT_STATED_NOTE: Phrase = phrase(
    "The records say nothing of these, or say that they are unknown. Not stated is not no.",
    "Les fiches n'en disent rien, ou les disent inconnus. Non précisé ne veut pas dire non.",
);
/// Nothing is missing.
pub const NOTHING_MISSING: Phrase = phrase(
    "The record states all that art. 33 and 34 ask for and every date that a gap needs.",
    "La fiche précise tout ce que demandent les art. 33 et 34 et chaque date qu'il faut pour un délai.",
);
/// Gaps that lack a date.
pub const GAPS_MISSING: Phrase = phrase("Gaps without a date: {0}", "Délais sans date\u{a0}: {0}");

/// Nobody says how many people.
pub const NO_FIGURE: Phrase = phrase("How many is not stated", "Nombre non précisé");
/// The first column of a comparison.
pub const SUBJECT: Phrase = phrase("Subject", "Sujet");
/// When.
pub const WHEN: Phrase = phrase("When", "Quand");
/// What.
pub const WHAT: Phrase = phrase("What", "Quoi");
/// How far it can be relied on.
pub const STANDING: Phrase = phrase("Standing", "Fiabilité");
/// A planned date.
pub const PLANNED: Phrase = phrase("planned", "prévu");
/// A figure.
pub const FIGURE: Phrase = phrase("Figure", "Chiffre");
/// Who gives it.
pub const BY_WHOM: Phrase = phrase("By whose account", "Selon qui");
/// When it was given.
pub const AS_OF: Phrase = phrase("As of", "En date du");
/// Of whom.
pub const OF_WHOM: Phrase = phrase("Of whom", "De qui");
/// The figure that stands for the incident.
pub const HEADLINE: Phrase = phrase("headline", "chiffre principal");

/// The chart of calendar time.
pub const CALENDAR_CHART: Phrase = phrase("Events on one axis of time", "Les événements sur un même axe de temps");
/// The chart aligned at a milestone.
pub const ALIGNED_CHART: Phrase = phrase("Aligned at day 0: {0}", "Alignés au jour 0\u{a0}: {0}");
/// A lane in words: the incident, its events.
pub const IN_ORDER: Phrase = phrase("{0}, in order: {1}", "{0}, dans l'ordre\u{a0}: {1}");
/// A chart of figures of a unit.
pub const COUNT_CHART: Phrase =
    phrase("How many {0}, by whose account (logarithmic scale)", "Combien de {0}, selon qui (échelle logarithmique)");
/// As far as a figure is certain.
pub const CERTAIN: Phrase = phrase("certain by that account", "certain selon cette source");
/// As far as it may be.
pub const POSSIBLE: Phrase = phrase("possible", "possible");
/// No most was said.
pub const NO_MOST: Phrase = phrase("no maximum said", "sans maximum annoncé");
/// Replaced or withdrawn.
pub const REPLACED: Phrase = phrase("replaced or withdrawn", "remplacé ou retiré");
/// What is doubtful, or was only planned.
pub const DOUBTFUL_OR_PLANNED: Phrase =
    phrase("hollow: claimed, disputed or planned", "creux\u{a0}: revendiqué, contesté ou prévu");
/// An interval.
pub const SOME_TIME: Phrase =
    phrase("at some time in between, or all of it", "à un moment entre les deux, ou tout du long");
/// An open end.
pub const OPEN_END: Phrase = phrase("this end is not stated", "cette borne n'est pas précisée");
/// A shortened stretch.
pub const SHORTENED: Phrase = phrase("time without events, shortened", "temps sans événement, abrégé");
/// What the absence of a measure means.
pub const UNLISTED_MEASURE: Phrase = phrase(
    "A measure that is not listed is not stated, neither taken nor refused.",
    "Une mesure absente de la liste n'est pas précisée\u{a0}: ni prise, ni refusée.",
);
/// For which incidents a source is cited.
pub const CITED_BY: Phrase = phrase("for {0}", "pour {0}");
/// How the page is to be read.
pub const HOW_TO_READ: Phrase = phrase(
    "A date is an interval: \u{201c}March 2024\u{201d} is some time in that month, and every gap is told from the least to the most it may be. \
     A figure is somebody's account, on some day; none are added up. What is not stated is said to be so.",
    "Une date est un intervalle\u{a0}: «\u{a0}mars 2024\u{a0}» est un moment de ce mois, et chaque délai est donné du plus court au plus long possible. \
     Un chiffre est l'affirmation de quelqu'un, un certain jour ; aucun n'est additionné. Ce qui n'est pas précisé est dit tel.",
);
/// What clocks say.
pub const CLOCKS: Phrase = phrase(
    "Clocks compare stated dates with a duration. They are arithmetic, no legal opinion: the law has exceptions that they cannot see.",
    "Les échéances comparent des dates précisées à une durée. C'est de l'arithmétique, non un avis juridique\u{a0}: la loi a des exceptions qu'elles ne voient pas.",
);
