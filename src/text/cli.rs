//! Texts of the command line: help, refusals, heads of tables.
//! It holds nothing of what is told of a record.

use super::{Phrase, Plural, phrase, plural};

/// What the program is.
pub const ABOUT: Phrase = phrase(
    "A terminal explorer for data-breach records: what happened when, how many by whose account, which data, what was done",
    "Explorateur de fiches de fuites de données dans le terminal : ce qui s'est passé et quand, combien et selon qui, quelles données, quelles mesures",
);
/// The paths that are opened.
pub const PATHS: Phrase = phrase(
    "Folders or files of records; without one: $BREACHLINE_DIR, ./incidents, the user's data folder, the built-in records",
    "Dossiers ou fichiers de fiches ; à défaut : $BREACHLINE_DIR, ./incidents, le dossier de données de l'utilisateur, les fiches intégrées",
);
/// `--dir`.
pub const DIR: Phrase = phrase("A folder of records (repeatable)", "Un dossier de fiches (répétable)");
/// `--lang`.
pub const LANG: Phrase = phrase("Language of the interface", "Langue de l'interface");
/// `--color`.
pub const COLOR: Phrase =
    phrase("When to use colours; NO_COLOR is heeded", "Quand utiliser des couleurs ; NO_COLOR est respecté");
/// `--ascii`.
pub const ASCII: Phrase = phrase("Draw with ASCII alone", "Dessiner en ASCII seul");
/// `--no-cache`.
pub const NO_CACHE: Phrase = phrase("Read every file afresh", "Relire tous les fichiers");
/// `--no-session`.
pub const NO_SESSION: Phrase = phrase(
    "Begin and end without the session: screen, filter, order and marks as they were left in this folder",
    "Sans la session : écran, filtre, ordre et marques tels que laissés dans ce dossier",
);
/// `--quiet`.
pub const QUIET: Phrase = phrase("No remarks on standard error", "Aucune remarque sur la sortie d'erreur");
/// `--help`.
pub const HELP: Phrase = phrase("Print help", "Afficher l'aide");
/// `--version`.
pub const VERSION: Phrase = phrase("Print the version", "Afficher la version");

/// The head of the commands, in the help.
pub const COMMANDS: Phrase = phrase("Commands", "Commandes");

/// `list`.
pub const LIST: Phrase = phrase("The records that match", "Les fiches qui répondent à la requête");
/// `show`.
pub const SHOW: Phrase = phrase("One record, told in full", "Une fiche, en entier");
/// `compare`.
pub const COMPARE: Phrase = phrase("Two to six records side by side", "De deux à six fiches côte à côte");
/// `timeline`.
pub const TIMELINE: Phrase =
    phrase("The records that match, on one axis of time", "Les fiches qui répondent, sur un même axe de temps");
/// `gaps`.
pub const GAPS: Phrase = phrase(
    "How long each step took in the records that match, and what legal clocks say",
    "Combien de temps a pris chaque étape dans les fiches qui répondent, et ce que disent les échéances",
);
/// `--from` of a gap.
pub const FROM: Phrase = phrase("One gap alone: from this milestone", "Un seul délai : depuis ce jalon");
/// `--to` of a gap.
pub const TO: Phrase = phrase("One gap alone: to this milestone", "Un seul délai : jusqu'à ce jalon");
/// `--clock`.
pub const CLOCK: Phrase = phrase(
    "A clock to read instead of those shown unasked (repeatable); all for every one that can apply",
    "Une échéance à lire au lieu de celles montrées d'office (répétable) ; all pour toutes celles qui s'appliquent",
);
/// `--clocks`.
pub const CLOCKS: Phrase = phrase(
    "A file of clocks beside those built in; without it clocks.yaml in the user's configuration",
    "Un fichier d'échéances en plus de celles intégrées ; à défaut clocks.yaml dans la configuration de l'utilisateur",
);
/// A clock that does not exist.
pub const NO_SUCH_CLOCK: Phrase = phrase("no clock has the id {0}", "aucune échéance n'a l'identifiant {0}");
/// `check`.
pub const CHECK: Phrase = phrase(
    "Every finding about the files; exit 1 on errors",
    "Toutes les remarques sur les fichiers ; code 1 en cas d'erreur",
);
/// `new`.
pub const NEW: Phrase = phrase(
    "A record to be filled in, in a file of its own; opens the editor on a terminal",
    "Une fiche à compléter, dans son propre fichier ; ouvre l'éditeur dans un terminal",
);
/// `--id` of a new record.
pub const NEW_ID: Phrase = phrase(
    "Its id, and its file's name; else made of the title",
    "Son identifiant et nom de fichier ; sinon tiré du titre",
);
/// `--from` of a new record.
pub const NEW_FROM: Phrase = phrase("Begin with a copy of this record", "Partir d'une copie de cette fiche");
/// `--title` of a new record.
pub const NEW_TITLE: Phrase = phrase("Its title", "Son titre");
/// `fmt`.
pub const FMT: Phrase = phrase(
    "Bring the fields of records to the usual order, comments kept",
    "Remettre les champs des fiches dans l'ordre habituel, commentaires gardés",
);
/// `fmt --check`.
pub const FMT_CHECK: Phrase = phrase(
    "Change nothing; name the files that would change, and exit 1 if there are any",
    "Ne rien modifier ; nommer les fichiers qui changeraient, et code 1 s'il y en a",
);
/// An id that is none; `{0}` is it.
pub const BAD_ID: Phrase = phrase(
    "{0} is no id: lower-case letters, digits and hyphens, at most 80",
    "{0} n'est pas un identifiant : minuscules, chiffres et tirets, 80 au plus",
);
/// An id that a record has already; `{0}` is the id, `{1}` the file.
pub const ID_TAKEN: Phrase = phrase("there is a record {0} already: {1}", "il existe déjà une fiche {0} : {1}");
/// A record could not be made; `{0}` is why.
pub const NOT_MADE: Phrase = phrase("no record was made: {0}", "aucune fiche n'a été créée : {0}");
/// A record could not be brought to order; `{0}` is the file, `{1}` why.
pub const NOT_ARRANGED: Phrase = phrase("{0} was left as it is: {1}", "{0} reste inchangé : {1}");
/// How many files were brought to order.
pub const ARRANGED: Plural = plural(
    phrase("{0} file brought to order", "{0} fichier remis en ordre"),
    phrase("{0} files brought to order", "{0} fichiers remis en ordre"),
);
/// How many files are out of order.
pub const TO_ARRANGE: Plural = plural(
    phrase("{0} file is out of order", "{0} fichier n'est pas en ordre"),
    phrase("{0} files are out of order", "{0} fichiers ne sont pas en ordre"),
);
/// `schema`.
pub const SCHEMA: Phrase = phrase("The JSON Schema of the record format", "Le schéma JSON du format des fiches");
/// `keys`.
pub const KEYS: Phrase = phrase("The keys, as a table", "Les touches, en tableau");

/// A query.
pub const QUERY: Phrase = phrase(
    "Words and fields, such as: country:FR data:nir affected>1M; breachline list --help teaches the language",
    "Des mots et des champs, par exemple : country:FR data:nir affected>1M ; breachline list --help enseigne le langage",
);
/// `--format`.
pub const FORMAT: Phrase = phrase("The format", "Le format");
/// `--sort`.
pub const SORT: Phrase = phrase(
    "The order: date, title, organisation, affected, status, sector, country, clock, data, measures, claims, sources, completeness, id, any milestone, any gap such as detected..disclosed; a leading - reverses it",
    "L'ordre : date, title, organisation, affected, status, sector, country, clock, data, measures, claims, sources, completeness, id, un jalon, un délai comme detected..disclosed ; un - initial l'inverse",
);
/// `--columns`.
pub const COLUMNS: Phrase = phrase(
    "The columns of the table or CSV, by the names that --sort takes: id,detected,detected..disclosed,title",
    "Les colonnes du tableau ou du CSV, par les noms que prend --sort : id,detected,detected..disclosed,title",
);
/// `stats`.
pub const STATS: Phrase = phrase(
    "How many of the records that match have each value of a field",
    "Combien de fiches qui répondent ont chaque valeur d'un champ",
);
/// `--by`: the fields.
pub const BY: Phrase = phrase(
    "The field: {0}, any milestone or date by time, any gap such as detected..disclosed",
    "Le champ : {0}, un jalon ou date selon le temps, un délai comme detected..disclosed",
);
/// `--period`.
pub const PERIOD: Phrase = phrase("How milestones are counted over time", "Le découpage du temps pour les jalons");
/// A field that nothing can be counted by: the field, the others.
pub const BAD_FACET: Phrase =
    phrase("nothing can be counted by {0}; there are {1}", "rien ne se compte par {0} ; il y a {1}");
/// An id.
pub const ID: Phrase = phrase("A record's id", "L'identifiant d'une fiche");
/// `--differences`.
pub const DIFFERENCES: Phrase = phrase("Only the rows that differ", "Seulement les lignes qui diffèrent");
/// `--strict`.
pub const STRICT: Phrase = phrase("Exit 1 on warnings too", "Code 1 aussi pour les avertissements");
/// `--median`.
pub const WITH_MEDIAN: Phrase = phrase(
    "With a lane of the medians over the records that match",
    "Avec une ligne des médianes des fiches qui répondent",
);
/// `--align`.
pub const ALIGN: Phrase = phrase(
    "Day 0 at a milestone: intrusion, detected, aware, authority_notified, persons_informed, disclosed",
    "Jour 0 à un jalon : intrusion, detected, aware, authority_notified, persons_informed, disclosed",
);
/// `--width`.
pub const WIDTH: Phrase = phrase("The width in cells", "La largeur en caractères");

/// No record has that id.
pub const NO_SUCH_ID: Phrase = phrase("no record has the id {0}", "aucune fiche n'a l'identifiant {0}");
/// No saved view has that name.
pub const NO_SUCH_VIEW: Phrase = phrase("no saved view is called {0}", "aucune vue enregistrée ne s'appelle {0}");
/// Nearest ids.
pub const NEAREST: Phrase = phrase("nearest: {0}", "le plus proche : {0}");
/// Nearest commands, where a path is not there.
pub const NEAREST_COMMAND: Phrase = phrase("or is the command {0} meant?", "ou bien la commande {0} ?");
/// Nothing matched.
pub const NO_MATCH: Phrase = phrase("no record matches", "aucune fiche ne répond");
/// There is no record at all.
pub const NO_RECORD: Phrase = phrase("no record in {0}", "aucune fiche dans {0}");
/// A file's text was not printed as it is.
pub const NOT_AS_WRITTEN: Phrase = phrase(
    "{0}: characters that steer a terminal, or reorder or hide text, are shown as \u{fffd}",
    "{0} : les caractères qui pilotent un terminal, ou réordonnent ou cachent du texte, deviennent \u{fffd}",
);
/// The query cannot be read.
pub const BAD_QUERY: Phrase = phrase("the query cannot be read: {0}", "la requête est illisible : {0}");
/// An unknown order.
pub const BAD_SORT: Phrase = phrase(
    "no order is called {0}; there are {1}, any milestone and any gap",
    "aucun ordre ne s'appelle {0} ; il y a {1}, les jalons et les délais",
);
/// An unknown column.
pub const BAD_COLUMN: Phrase = phrase(
    "no column is called {0}; there are {1}, any milestone and any gap",
    "aucune colonne ne s'appelle {0} ; il y a {1}, les jalons et les délais",
);
/// Columns of a format that has its own.
pub const NO_COLUMNS: Phrase = phrase(
    "--columns is for the formats table and csv, not for {0}",
    "--columns vaut pour les formats table et csv, pas pour {0}",
);
/// An unknown milestone.
pub const BAD_MILESTONE: Phrase = phrase("no milestone is called {0}", "aucun jalon ne s'appelle {0}");
/// A path that does not exist.
pub const NO_PATH: Phrase = phrase("no such file or folder: {0}", "fichier ou dossier introuvable : {0}");
/// Records were left out.
pub const LEFT_OUT: Plural = plural(
    phrase(
        "{0} file has errors and is left out; see breachline check",
        "{0} fichier en erreur est écarté ; voir breachline check",
    ),
    phrase(
        "{0} files have errors and are left out; see breachline check",
        "{0} fichiers en erreur sont écartés ; voir breachline check",
    ),
);
/// The summary of a check.
pub const CHECKED: Phrase = phrase("{0}: {1}, {2}", "{0} : {1}, {2}");
/// How many files.
pub const FILES: Plural = plural(phrase("{0} file", "{0} fichier"), phrase("{0} files", "{0} fichiers"));
/// An error, as a word.
pub const ERROR: Phrase = phrase("error", "erreur");
/// A warning, as a word.
pub const WARNING: Phrase = phrase("warning", "avertissement");
/// Too few or too many to compare.
pub const COMPARE_COUNT: Phrase =
    phrase("compare takes two to six different ids", "compare demande de deux à six identifiants différents");
/// The terminal failed.
pub const TERMINAL: Phrase = phrase("the terminal failed: {0}", "le terminal a échoué : {0}");
/// Output failed.
pub const OUTPUT: Phrase = phrase("cannot write: {0}", "écriture impossible : {0}");
/// A record has gone while the program ran: the path.
pub const CHANGED: Phrase = phrase(
    "{0} has changed since the records were read and is no record any more; breachline check tells why",
    "{0} a changé depuis la lecture des fiches et n'est plus une fiche ; breachline check dit pourquoi",
);
/// A file that cannot be read: the path, why.
pub const UNREADABLE: Phrase = phrase("{0} cannot be read: {1}", "{0} est illisible : {1}");

/// The head of the keys, in their table.
pub const HEAD_KEY: Phrase = phrase("Key", "Touche");
/// The head of what a key does.
pub const HEAD_EFFECT: Phrase = phrase("Does", "Effet");
