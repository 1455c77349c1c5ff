//! Texts of the screens: the lines at the top and the bottom, empty states, reasons why a key does nothing.
//! It holds nothing of what is told of a record.

use super::{Phrase, Plural, phrase, plural};

/// The program's name.
pub const NAME: &str = "breachline";

/// How many incidents.
pub const INCIDENTS: Plural = plural(phrase("{0} incident", "{0} incident"), phrase("{0} incidents", "{0} incidents"));
/// How many are hidden by the filter.
pub const HIDDEN: Plural = plural(phrase("{0} hidden", "{0} masqué"), phrase("{0} hidden", "{0} masqués"));
/// How many are marked.
pub const MARKED: Plural = plural(phrase("{0} marked", "{0} marqué"), phrase("{0} marked", "{0} marqués"));
/// How many files have errors.
pub const LEFT_OUT: Plural =
    plural(phrase("{0} file left out", "{0} fichier écarté"), phrase("{0} files left out", "{0} fichiers écartés"));
/// How many warnings there are.
pub const WARNINGS: Plural =
    plural(phrase("{0} warning", "{0} avertissement"), phrase("{0} warnings", "{0} avertissements"));
/// How many errors there are.
pub const ERRORS: Plural = plural(phrase("{0} error", "{0} erreur"), phrase("{0} errors", "{0} erreurs"));
/// The records that are built in.
pub const BUILT_IN: Phrase = phrase("built-in records (read-only)", "fiches intégrées (lecture seule)");
/// While records are read.
pub const READING: Phrase = phrase("reading {0} of {1}", "lecture {0} sur {1}");
/// A record is being fetched.
pub const FETCHING: Phrase = phrase("reading the record…", "lecture de la fiche…");
/// A record's file is gone, or broken by now.
pub const GONE: Phrase = phrase(
    "the file cannot be read any more; reload to see why",
    "le fichier n'est plus lisible ; rechargez pour savoir pourquoi",
);
/// While the folder is looked through.
pub const LOOKING: Phrase = phrase("looking for records…", "recherche des fiches…");
/// What is needed where the terminal is too small.
pub const TOO_SMALL: Phrase = phrase("60×16 needed, {0}×{1} here", "60×16 requis, {0}×{1} ici");
/// The prompt of the filter while it is empty.
pub const FILTER_PROMPT: Phrase = phrase("filter: press / and type", "filtre : / puis tapez");
/// What may be typed into the filter.
pub const FILTER_EXAMPLE: Phrase = phrase(
    "words, or year:2025 data:name status:claimed sector: country: tag: id:",
    "des mots, ou year:2025 data:name status:claimed sector: country: tag: id:",
);
/// How many of how many match.
pub const MATCHES: Phrase = phrase("{0} of {1}", "{0} sur {1}");
/// By what the list is sorted.
pub const SORTED_BY: Phrase = phrase("sorted by {0}", "trié par {0}");
/// Best match first.
pub const BEST_FIRST: Phrase = phrase("best match first", "le plus proche d'abord");

/// Nothing was found in the folder.
pub const NO_RECORDS: Phrase = phrase("No record here.", "Aucune fiche ici.");
/// What to do about it.
pub const NO_RECORDS_HINT: Phrase = phrase(
    "Put a YAML record (file.yaml) into the folder and press r, or start with another folder: breachline FOLDER",
    "Déposez une fiche YAML (fichier.yaml) dans le dossier puis tapez r, ou indiquez un autre dossier : breachline DOSSIER",
);
/// The filter hides all.
pub const NO_MATCH: Phrase = phrase("No incident matches the filter.", "Aucun incident ne répond au filtre.");
/// How to be rid of the filter.
pub const NO_MATCH_HINT: Phrase = phrase("esc clears it", "esc l'efface");
/// No incident is chosen.
pub const NOTHING_CHOSEN: Phrase = phrase("Choose an incident in the list.", "Choisissez un incident dans la liste.");
/// The comparison needs marks.
pub const COMPARE_NEEDS: Phrase = phrase(
    "Mark two to six incidents with space, then press c.",
    "Marquez de deux à six incidents avec espace, puis tapez c.",
);
/// How many are marked, where two are needed.
pub const COMPARE_HAS: Phrase = phrase("Marked now: {0}", "Marqués : {0}");
/// More than six are marked.
pub const COMPARE_TOO_MANY: Phrase = phrase(
    "Only six incidents fit side by side; unmark one first.",
    "Six incidents au plus côte à côte ; démarquez-en un.",
);
/// All rows are the same.
pub const NO_DIFFERENCE: Phrase = phrase("No row differs.", "Aucune ligne ne diffère.");
/// No further difference.
pub const LAST_DIFFERENCE: Phrase = phrase("No further difference this way.", "Pas d'autre différence dans ce sens.");
/// No file has problems.
pub const NO_PROBLEMS: Phrase =
    phrase("Every file was read without a finding.", "Tous les fichiers ont été lus sans remarque.");
/// No event is on the timeline.
pub const NO_EVENTS: Phrase = phrase("No dated event to draw.", "Aucun événement daté à tracer.");
/// No further event.
pub const LAST_EVENT: Phrase = phrase("No further event this way.", "Pas d'autre événement dans ce sens.");
/// It cannot be zoomed further.
pub const ZOOM_END: Phrase = phrase("The scale goes no further.", "L'échelle ne va pas plus loin.");
/// A span that is not dated at all.
pub const NOT_PLACED: Phrase = phrase("not on the axis: {0}", "hors de l'axe : {0}");
/// What needs day 0.
pub const NO_DAY_ZERO: Phrase = phrase("That needs day 0: press 0 first.", "Il y faut le jour 0 : tapez d'abord 0.");

/// The list's columns.
pub const COLUMN_TITLE: Phrase = phrase("Incident", "Incident");
/// The organisation's column.
pub const COLUMN_ORGANISATION: Phrase = phrase("Organisation", "Organisation");
/// The date's column.
pub const COLUMN_DATE: Phrase = phrase("Date", "Date");
/// The headline count's column.
pub const COLUMN_AFFECTED: Phrase = phrase("Affected", "Concernés");
/// The status's column.
pub const COLUMN_STATUS: Phrase = phrase("Status", "Statut");
/// A marked column of a timeline or an axis: years.
pub const ALL_OVER_TIME: Phrase = phrase("All over time", "Tous dans le temps");

/// Why a key does nothing: it has no meaning here.
pub const NOT_HERE: Phrase = phrase("{0} does nothing here.", "{0} n'a pas d'effet ici.");
/// Why a key does nothing: nothing is chosen.
pub const NOTHING_HERE: Phrase = phrase("Nothing is chosen here.", "Rien n'est choisi ici.");
/// Why the mark does nothing.
pub const NOT_MARKED: Phrase = phrase("No incident is marked.", "Aucun incident n'est marqué.");
/// Why edit does nothing.
pub const READ_ONLY: Phrase = phrase(
    "This record is built into the program and has no file.",
    "Cette fiche est intégrée au programme et n'a pas de fichier.",
);
/// Why sources cannot be listed.
pub const NO_SOURCES: Phrase = phrase("No source is given here.", "Aucune source n'est citée ici.");
/// Why a source cannot be opened.
pub const NO_ADDRESS: Phrase = phrase("This source has no address.", "Cette source n'a pas d'adresse.");
/// The files are read again.
pub const RELOADING: Phrase = phrase("Reading the files again…", "Relecture des fichiers…");
/// The files were read again.
pub const RELOADED: Phrase = phrase("Read again: {0}", "Relu : {0}");
/// The theme now.
pub const THEME_NOW: Phrase = phrase("Theme: {0}", "Thème : {0}");
/// The terminal's colours.
pub const THEME_TERMINAL: Phrase = phrase("the terminal's colours", "couleurs du terminal");
/// High contrast.
pub const THEME_CONTRAST: Phrase = phrase("high contrast", "contraste élevé");
/// No colours.
pub const THEME_PLAIN: Phrase = phrase("no colour", "sans couleur");

/// The help's title.
pub const HELP: Phrase = phrase("Keys · {0}", "Touches · {0}");
/// The palette's title.
pub const PALETTE: Phrase = phrase("Find a command", "Trouver une commande");
/// No command has that name.
pub const NO_COMMAND: Phrase = phrase("No command has that name.", "Aucune commande de ce nom.");
/// The sources' title.
pub const SOURCES: Phrase = phrase("Sources", "Sources");
/// What can be done with a source.
pub const SOURCES_HINT: Phrase =
    phrase("enter opens · y copies the address · esc leaves", "entrée ouvre · y copie l'adresse · esc quitte");
/// A source without an address.
pub const NO_ADDRESS_SHORT: Phrase = phrase("no address", "sans adresse");

/// A value that is not stated, as a bin.
pub const NOT_STATED: Phrase = phrase("not stated", "non précisé");
/// The facets' title.
pub const FACETS: Phrase = phrase("Count by", "Compter par");
/// That an incident may stand in several bins.
pub const SEVERAL: Phrase =
    phrase("an incident may stand in several rows", "un incident peut figurer sur plusieurs lignes");
/// Why a bin cannot filter.
pub const NO_FIELD: Phrase =
    phrase("The filter has no field for this yet.", "Le filtre n'a pas encore de champ pour cela.");

/// The matrix of data.
pub const MATRIX_DATA: Phrase = phrase("Which data, over all incidents", "Quelles données, pour tous les incidents");
/// The matrix of measures.
pub const MATRIX_MEASURES: Phrase =
    phrase("Which measures, over all incidents", "Quelles mesures, pour tous les incidents");
/// The head of a matrix's totals.
pub const MATRIX_TOTAL: Phrase = phrase("in", "dans");
/// What the marks of the matrix of data mean.
pub const LEGEND_DATA: [Phrase; 6] = [
    phrase("exposed", "exposée"),
    phrase("claimed", "revendiquée"),
    phrase("disputed", "contestée"),
    phrase("stated not exposed", "dite non exposée"),
    phrase("unknown", "inconnue"),
    phrase("not stated", "non précisée"),
];
/// What the marks of the matrix of measures mean.
pub const LEGEND_MEASURES: [Phrase; 6] = [
    phrase("done", "faite"),
    phrase("planned, under way", "prévue, en cours"),
    phrase("several", "plusieurs"),
    phrase("refused", "refusée"),
    phrase("unknown", "inconnu"),
    phrase("not stated", "non précisée"),
];

/// The excerpt's title in Problems.
pub const PLACE: Phrase = phrase("line {0}, column {1}", "ligne {0}, colonne {1}");
/// How to mend a file.
pub const MEND: Phrase =
    phrase("e opens the file there; r reads it again", "e ouvre le fichier à cet endroit ; r le relit");

/// Short names of keys' effects for the bottom line.
pub mod short {
    use super::{Phrase, phrase};
    /// Filter.
    pub const FILTER: Phrase = phrase("filter", "filtre");
    /// Mark.
    pub const MARK: Phrase = phrase("mark", "marquer");
    /// Compare.
    pub const COMPARE: Phrase = phrase("compare", "comparer");
    /// Timeline.
    pub const TIMELINE: Phrase = phrase("timeline", "chronologie");
    /// Open.
    pub const OPEN: Phrase = phrase("open", "ouvrir");
    /// Pane.
    pub const PANE: Phrase = phrase("pane", "volet");
    /// Sources.
    pub const SOURCES: Phrase = phrase("sources", "sources");
    /// Sort.
    pub const SORT: Phrase = phrase("sort", "trier");
    /// Help.
    pub const HELP: Phrase = phrase("help", "aide");
    /// Back.
    pub const BACK: Phrase = phrase("back", "retour");
    /// Quit.
    pub const QUIT: Phrase = phrase("quit", "quitter");
    /// Zoom in.
    pub const CLOSER: Phrase = phrase("closer", "plus près");
    /// Zoom out.
    pub const FARTHER: Phrase = phrase("farther", "plus loin");
    /// All.
    pub const ALL: Phrase = phrase("all", "tout");
    /// Next event.
    pub const NEXT: Phrase = phrase("next", "suivant");
    /// Previous event.
    pub const PREVIOUS: Phrase = phrase("previous", "précédent");
    /// Day 0.
    pub const DAY_ZERO: Phrase = phrase("day 0", "jour 0");
    /// The calendar.
    pub const CALENDAR: Phrase = phrase("calendar", "calendrier");
    /// Another milestone at day 0.
    pub const ANCHOR: Phrase = phrase("day 0 at", "jour 0 à");
    /// The median.
    pub const MEDIAN: Phrase = phrase("median", "médiane");
    /// Pan.
    pub const PAN: Phrase = phrase("pan", "défiler");
    /// Hide equal rows.
    pub const SAME: Phrase = phrase("differences only", "différences seules");
    /// Next difference.
    pub const DIFFERENCE: Phrase = phrase("next difference", "différence suivante");
    /// The other matrix.
    pub const OTHER_MATRIX: Phrase = phrase("data/measures", "données/mesures");
    /// The matrices.
    pub const MATRIX: Phrase = phrase("matrix", "matrice");
    /// Edit.
    pub const EDIT: Phrase = phrase("edit", "modifier");
    /// Reload.
    pub const RELOAD: Phrase = phrase("reload", "relire");
    /// Copy.
    pub const COPY: Phrase = phrase("copy", "copier");
    /// Keep.
    pub const KEEP: Phrase = phrase("keep", "garder");
    /// Filter by what is chosen.
    pub const NARROW: Phrase = phrase("show these", "voir ceux-ci");
    /// Language.
    pub const LANGUAGE: Phrase = phrase("français", "English");
}
