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
/// While the folder is looked through.
pub const LOOKING: Phrase = phrase("looking for records…", "recherche des fiches…");
/// What is needed where the terminal is too small.
pub const TOO_SMALL: Phrase = phrase("60×16 needed, {0}×{1} here", "60×16 requis, {0}×{1} ici");
/// The prompt of the filter while it is empty.
pub const FILTER_PROMPT: Phrase = phrase("filter: press / and type", "filtre : / puis tapez");
/// What may be typed into the filter.
pub const FILTER_EXAMPLE: Phrase = phrase(
    "words, year:2025 data:name affected>1M detected..disclosed>30d; ? teaches",
    "des mots, year:2025 data:name affected>1M detected..disclosed>30d ; ? explique",
);
/// Why the filter cannot be set aside.
pub const NO_FILTER: Phrase = phrase("No filter is set.", "Aucun filtre n'est posé.");
/// That the filter is set aside.
pub const SUSPENDED: Phrase = phrase("set aside: {0} resumes it", "mis de côté : {0} le reprend");
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
/// How many rows of a section differ, of how many.
pub const DIFFERING: Phrase = phrase("{0} of {1} differ", "{0} sur {1} diffèrent");
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
/// The column of how many data categories.
pub const COLUMN_DATA: Phrase = phrase("Data", "Données");
/// The column of how much is stated.
pub const COLUMN_COMPLETENESS: Phrase = phrase("Stated", "Précisé");
/// What the clock of GDPR art. 33 says, in a word.
pub const CLOCK_WITHIN: Phrase = phrase("within 72 h", "sous 72 h");
/// That the clock was exceeded.
pub const CLOCK_LATE: Phrase = phrase("later", "plus tard");
/// That the dates do not decide it.
pub const CLOCK_UNDECIDED: Phrase = phrase("undecided", "indécidable");
/// That the clock runs.
pub const CLOCK_RUNNING: Phrase = phrase("running", "en cours");
/// The title of the choice of columns.
pub const COLUMNS: Phrase = phrase("Columns of the list", "Colonnes de la liste");
/// What can be done with columns.
pub const COLUMNS_HINT: Phrase = phrase(
    "type to find · enter shows or hides · left, right move it · esc leaves",
    "tapez pour chercher · entrée montre ou masque · gauche, droite déplacent · esc quitte",
);
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
/// Why a value cannot be changed.
pub const NO_VALUE_HERE: Phrase = phrase(
    "Choose a value of the incident in full first (enter, then j and k).",
    "Choisissez d'abord une valeur de l'incident en détail (entrée, puis j et k).",
);
/// Why a form does not open: its record is broken since it was read.
pub const UNREADABLE_NOW: Phrase = phrase(
    "{0} cannot be read as a record any more: r, then 5 tells why.",
    "{0} n'est plus lisible comme fiche\u{a0}: r, puis 5 dit pourquoi.",
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
pub const PALETTE: Phrase =
    phrase("Find a command, a view, an incident, a field", "Trouver une commande, une vue, un incident, un champ");
/// Nothing has that name.
pub const NOTHING_FOUND: Phrase = phrase("Nothing has that name.", "Rien ne porte ce nom.");
/// What a row of the palette is: a saved view.
pub const KIND_VIEW: Phrase = phrase("view", "vue");
/// What a row of the palette is: an incident.
pub const KIND_INCIDENT: Phrase = phrase("incident", "incident");
/// What a row of the palette is: a field of the filter.
pub const KIND_FIELD: Phrase = phrase("filter by", "filtrer par");
/// Why a command does nothing: it belongs to another screen, `{0}`.
pub const ELSEWHERE: Phrase = phrase("only in: {0}", "seulement dans : {0}");

/// The title of the saved views.
pub const VIEWS: Phrase = phrase("Saved views", "Vues enregistrées");
/// There is no saved view.
pub const NO_VIEWS: Phrase =
    phrase("None yet. V saves the filter and the order.", "Aucune encore. V enregistre le filtre et l'ordre.");
/// What can be done with the saved views.
pub const VIEWS_HINT: Phrase = phrase(
    "enter shows · V saves one · n renames · d deletes · esc leaves",
    "entrée montre · V enregistre · n renomme · d supprime · esc quitte",
);
/// The query of a view that seeks nothing.
pub const EVERYTHING: Phrase = phrase("everything", "tout");
/// That a view lies beside the records.
pub const SHARED: Phrase = phrase("shared", "partagée");
/// Asks for the name of a view.
pub const NAME_VIEW: Phrase = phrase("Name of the view:", "Nom de la vue :");
/// Asks for another name of a view.
pub const NEW_NAME: Phrase = phrase("New name:", "Nouveau nom :");
/// Where a view is kept: the user's own file.
pub const OWN_VIEWS: Phrase = phrase("enter keeps it among your own", "entrée la garde parmi les vôtres");
/// Where a view is kept: beside the records.
pub const BESIDE_RECORDS: Phrase =
    phrase("enter keeps it beside the records, for all", "entrée la garde à côté des fiches, pour tous");
/// How to keep it in the other place.
pub const OTHER_PLACE: Phrase = phrase(" · tab: elsewhere", " · tab : ailleurs");
/// That a view has this name already.
pub const REPLACES: Phrase =
    phrase("A view has this name; enter replaces it.", "Une vue porte ce nom ; entrée la remplace.");
/// Whether to delete a view.
pub const DELETE_VIEW: Phrase = phrase("Delete the view {0}?", "Supprimer la vue {0} ?");
/// How to answer that.
pub const DELETE_HINT: Phrase =
    phrase("d deletes it · any other key keeps it", "d la supprime · toute autre touche la garde");
/// Why a view cannot be saved: there is no place for it.
pub const NO_SHELF: Phrase = phrase(
    "There is no folder for views: neither a configuration folder nor a folder of records.",
    "Aucun dossier pour les vues : ni dossier de configuration, ni dossier de fiches.",
);
/// Why nothing can be done with a view: there is none.
pub const NO_VIEW: Phrase = phrase("There is no saved view yet.", "Il n'y a pas encore de vue enregistrée.");
/// Why a name is refused.
pub const NO_NAME: Phrase = phrase(
    "A view's name is one word of letters, digits, -, _ and .",
    "Le nom d'une vue est un seul mot de lettres, chiffres, -, _ et .",
);
/// Why a new name is refused.
pub const NAME_TAKEN: Phrase = phrase("Another view has this name.", "Une autre vue porte ce nom.");
/// Why a filter cannot be saved.
pub const FILTER_UNREADABLE: Phrase =
    phrase("Mend the filter first: it cannot be read.", "Corrigez d'abord le filtre : il est illisible.");
/// That a view is shown.
pub const VIEW_SHOWN: Phrase = phrase("View: {0}", "Vue : {0}");
/// That the files of views have faults.
pub const VIEWS_ILL: Phrase = phrase(
    "Some saved views cannot be read: see Problems (5).",
    "Des vues enregistrées sont illisibles : voir Problèmes (5).",
);
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
    phrase("This value cannot be written into a query.", "Cette valeur ne peut pas s'écrire dans une requête.");

/// Over time, as a facet: by which date.
pub const OVER_TIME: Phrase = phrase("Over time", "Dans le temps");
/// By which periods.
pub const BY_PERIOD: [Phrase; 3] =
    [phrase("by year", "par année"), phrase("by quarter", "par trimestre"), phrase("by month", "par mois")];
/// What the two figures of a row are.
pub const SHOWN_OF_ALL: Phrase = phrase("shown / all", "affichés / tous");
/// Why a row cannot begin or end a range.
pub const NO_RANGE: Phrase = phrase("Only periods make a range.", "Seules des périodes forment une plage.");
/// The title of the facets.
pub const FACETS_TITLE: Phrase = phrase("Facets", "Facettes");

/// The title of the related incidents.
pub const RELATED: Phrase = phrase("Belongs with: {0}", "Lié à : {0}");
/// There are none.
pub const NONE_RELATED: Phrase =
    phrase("No related incident is stated or found.", "Aucun incident lié n'est indiqué ni trouvé.");
/// What can be done with them.
pub const RELATED_HINT: Phrase =
    phrase("enter opens it · space marks it · esc leaves", "entrée l'ouvre · espace le marque · esc quitte");
/// Why: a record says so.
pub const WHY_DECLARED: Phrase = phrase("stated", "indiqué");
/// Why: a record says so, and how.
pub const WHY_DECLARED_AS: Phrase = phrase("stated: {0}", "indiqué : {0}");
/// Why: it looks like the same incident.
pub const WHY_DUPLICATE: Phrase = phrase("perhaps the same incident", "peut-être le même incident");
/// Why: a party has a part in both.
pub const WHY_PARTY: Phrase = phrase("found: {0} in both", "trouvé : {0} dans les deux");
/// Why: the attacker is the same.
pub const WHY_ATTACKER: Phrase = phrase("found: attacker {0}", "trouvé : attaquant {0}");
/// Why: the organisation is the same.
pub const WHY_ORGANISATION: Phrase = phrase("found: same organisation", "trouvé : même organisme");

/// The heads of the exported counts.
pub const SHOWN_AND_ALL: [Phrase; 2] = [phrase("Shown", "Affichés"), phrase("All", "Tous")];

/// The matrix of data.
pub const MATRIX_DATA: Phrase = phrase("Which data, by incident", "Quelles données, par incident");
/// The matrix of measures.
pub const MATRIX_MEASURES: Phrase = phrase("Which measures, by incident", "Quelles mesures, par incident");
/// The head of a matrix's totals.
pub const MATRIX_TOTAL: Phrase = phrase("in", "dans");
/// What the signs of the matrix of data mean.
pub const LEGEND_DATA: [Phrase; 6] = [
    phrase("exposed", "exposée"),
    phrase("claimed", "revendiquée"),
    phrase("disputed", "contestée"),
    phrase("stated not exposed", "dite non exposée"),
    phrase("unknown", "inconnue"),
    phrase("not stated", "non précisée"),
];
/// What the signs of the matrix of measures mean.
pub const LEGEND_MEASURES: [Phrase; 7] = [
    phrase("done", "faite"),
    phrase("under way", "en cours"),
    phrase("planned", "prévue"),
    phrase("several", "plusieurs"),
    phrase("refused", "refusée"),
    phrase("unknown", "inconnue"),
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
    /// Fold a section.
    pub const FOLD: Phrase = phrase("fold", "replier");
    /// Tell more of the cell.
    pub const MORE: Phrase = phrase("more", "plus");
    /// The other matrix.
    pub const OTHER_MATRIX: Phrase = phrase("data/measures", "données/mesures");
    /// The matrices.
    pub const MATRIX: Phrase = phrase("matrix", "matrice");
    /// Edit.
    pub const EDIT: Phrase = phrase("edit", "modifier");
    /// Save.
    pub const SAVE: Phrase = phrase("save", "enregistrer");
    /// The change as a diff.
    pub const CHANGE: Phrase = phrase("difference", "différence");
    /// The next field.
    pub const NEXT_FIELD: Phrase = phrase("next", "suivant");
    /// The other language of a text.
    pub const TRANSLATE: Phrase = phrase("translate", "traduire");
    /// Take an item away.
    pub const REMOVE: Phrase = phrase("remove", "retirer");
    /// Add a record.
    pub const ADD: Phrase = phrase("new", "nouvelle fiche");
    /// Add to the record.
    pub const INSERT: Phrase = phrase("add", "ajouter");
    /// Change a value.
    pub const AMEND: Phrase = phrase("change", "changer");
    /// Reload.
    pub const RELOAD: Phrase = phrase("reload", "relire");
    /// Copy.
    pub const COPY: Phrase = phrase("copy", "copier");
    /// Keep.
    pub const KEEP: Phrase = phrase("keep", "garder");
    /// Only those with this value.
    pub const INCLUDE: Phrase = phrase("only these", "seuls ceux-ci");
    /// Those without this value.
    pub const EXCLUDE: Phrase = phrase("without", "sans");
    /// The facets.
    pub const FACETS: Phrase = phrase("facets", "facettes");
    /// Year, quarter, month.
    pub const PERIOD: Phrase = phrase("period", "période");
    /// Filter by what is chosen.
    pub const NARROW: Phrase = phrase("show these", "voir ceux-ci");
    /// Language.
    pub const LANGUAGE: Phrase = phrase("français", "English");
}
