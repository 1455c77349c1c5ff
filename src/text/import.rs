//! Texts of imports: what is written into records made of others' data, faults of that data, the report.
//! They hold no rule of how data become records; `import` does.

use super::{Phrase, Plural, phrase, plural};

/// Bonjour la fuite, as a publisher.
pub const BONJOUR_LA_FUITE: Phrase = phrase("Bonjour la fuite", "Bonjour la fuite");
/// Have I Been Pwned, as a publisher.
pub const HIBP: Phrase = phrase("Have I Been Pwned", "Have I Been Pwned");
/// VCDB, as a publisher.
pub const VCDB: Phrase = phrase("VERIS Community Database", "VERIS Community Database");
/// A date of which the list does not say what happened on it.
pub const LEAK_OR_PUBLICATION: Phrase = phrase(
    "Date of the leak or of its publication: the list does not say which.",
    "Date de la fuite ou de sa publication : la liste ne dit pas laquelle.",
);
/// The list does not trust an entry.
pub const UNTRUSTED: Phrase =
    phrase("Marked “untrusted” in Bonjour la fuite.", "Marquée « untrusted » (non fiable) dans Bonjour la fuite.");
/// The list says that data of a special category are concerned, or not.
pub const SENSITIVE: Phrase = phrase(
    "Bonjour la fuite: sensitive data (GDPR art. 9): yes.",
    "Bonjour la fuite : données sensibles (RGPD art. 9) : oui.",
);
/// The contrary.
pub const NOT_SENSITIVE: Phrase = phrase(
    "Bonjour la fuite: sensitive data (GDPR art. 9): no.",
    "Bonjour la fuite : données sensibles (RGPD art. 9) : non.",
);
/// Words of the list that are neither data nor a count; `{0}` are they.
pub const REMARK: Phrase = phrase("Bonjour la fuite: {0}.", "Bonjour la fuite : {0}.");
/// The data were put into the service.
pub const ADDED: Phrase = phrase("Added to Have I Been Pwned.", "Ajoutée à Have I Been Pwned.");
/// The entry of the service changed.
pub const MODIFIED: Phrase = phrase("Entry changed at Have I Been Pwned.", "Notice modifiée chez Have I Been Pwned.");
/// A breach date of which the day or the month may be made up.
pub const ROUND_DATE: Phrase = phrase(
    "Given as {0}; a first of the month or the year mostly stands for all of it.",
    "Donnée comme {0} ; un premier du mois ou de l'année vaut le plus souvent pour sa totalité.",
);
/// What a count of the service is.
pub const LOADED: Phrase = phrase(
    "Accounts that Have I Been Pwned loaded; mostly fewer than reported elsewhere.",
    "Comptes chargés par Have I Been Pwned ; le plus souvent moins que ce qui est annoncé ailleurs.",
);
/// A breach that may be made up.
pub const FABRICATED: Phrase = phrase(
    "Have I Been Pwned holds this breach for fabricated in all likelihood.",
    "Have I Been Pwned tient cette fuite pour vraisemblablement fabriquée.",
);
/// A breach that was taken out of the service.
pub const RETIRED: Phrase = phrase("Retired from Have I Been Pwned.", "Retirée de Have I Been Pwned.");
/// An incident whose victim is not named.
pub const NOT_NAMED: Phrase = phrase("Victim not named", "Victime non nommée");
/// The first action of an incident.
pub const FIRST_ACTION: Phrase = phrase("Incident (first action).", "Incident (première action).");
/// The first compromise.
pub const COMPROMISE: Phrase = phrase("First compromise.", "Première compromission.");
/// A date reckoned from a duration; `{0}` is the duration in the words of VERIS.
pub const FROM_DURATION: Phrase =
    phrase("Reckoned from the VERIS duration “{0}”.", "Calculée d'après la durée VERIS « {0} ».");
/// A date reckoned from a unit without a number.
pub const FROM_UNIT: Phrase = phrase(
    "Reckoned from the VERIS unit “{0}”, which has no number: from one of it to the next larger unit.",
    "Calculée d'après l'unité VERIS « {0} », sans nombre : d'une fois elle-même à l'unité supérieure.",
);
/// A duration that is stated to be unknown.
pub const UNKNOWN_DURATION: Phrase = phrase("VERIS: “Unknown”.", "VERIS : « Unknown » (inconnu).");
/// Something that never came; `{0}` is the milestone in the words of VERIS.
pub const NEVER: Phrase = phrase("VERIS timeline, {0}: never.", "Chronologie VERIS, {0} : jamais.");
/// Something of which it is stated that nobody knows when it came.
pub const NOT_KNOWN: Phrase = phrase("VERIS timeline, {0}: unknown.", "Chronologie VERIS, {0} : inconnu.");
/// Something that does not apply.
pub const NOT_APPLICABLE: Phrase =
    phrase("VERIS timeline, {0}: not applicable.", "Chronologie VERIS, {0} : sans objet.");
/// Who discovered it; `{0}` in the words of VERIS.
pub const DISCOVERED_BY: Phrase = phrase("Discovered: {0}.", "Découverte : {0}.");
/// A labelled remark of VERIS.
pub const LABELLED: Phrase = phrase("VERIS {0}: {1}", "VERIS {0} : {1}");
/// An address was read on a day.
pub const READ_ON: Phrase = phrase("Read on {0}.", "Consulté le {0}.");
/// The words of a count.
pub const IN_WORDS: Phrase = phrase("In the list's words: {0}", "Dans les termes de la liste : {0}");
/// Data in the words of their list.
pub const AS_NAMED: Phrase = phrase("Named: {0}", "Dénommé : {0}");

/// The text is no JSON; `{0}` is the parser's word.
pub const NO_JSON: Phrase = phrase(
    "this is not JSON ({0}); what comes after it was not read",
    "ce n'est pas du JSON ({0}) ; la suite n'a pas été lue",
);
/// A row that is no CSV.
pub const NO_CSV: Phrase = phrase("the row cannot be read ({0})", "la ligne ne peut être lue ({0})");
/// A quotation mark that is never closed.
pub const OPEN_QUOTE: Phrase = phrase(
    "a quotation mark is opened in this row and not closed; what comes after it was not read",
    "un guillemet est ouvert dans cette ligne et n'est pas fermé ; la suite n'a pas été lue",
);
/// A column that must be there.
pub const NO_COLUMN: Phrase = phrase(
    "there is no column “{0}”; is this the right kind of data?",
    "il n'y a pas de colonne « {0} » ; est-ce la bonne sorte de données ?",
);
/// A field that an item must have.
pub const NO_FIELD: Phrase = phrase("the item has no {0}", "l'élément n'a pas de champ {0}");
/// A value that cannot be read.
pub const BAD_VALUE: Phrase = phrase("“{1}” is no {0}", "« {1} » n'est pas un champ {0} valable");
/// A record that would have errors.
pub const NO_RECORD: Phrase = phrase("it makes no sound record: {0}", "il ne donne pas de fiche valable : {0}");
/// The file cannot be read.
pub const UNREADABLE: Phrase = phrase("the file cannot be read: {0}", "le fichier ne peut être lu : {0}");
/// A file stands where a record is to be, and is none of those that were read.
pub const IN_THE_WAY: Phrase = phrase(
    "{0} is there already and cannot be read as a record; mend or move it, then import again",
    "{0} existe déjà et ne peut être lu comme une fiche ; corrigez-le ou déplacez-le, puis réimportez",
);
/// What the mapping lacks.
pub const MAP_LACKS: Phrase = phrase(
    "{0} does not say which column is the {1}; columns of the file: {2}",
    "{0} ne dit pas quelle colonne est le champ {1} ; colonnes du fichier : {2}",
);
/// The mapping cannot be read.
pub const BAD_MAP: Phrase = phrase("{0} cannot be read: {1}", "{0} ne peut être lu : {1}");
/// A mapping was made.
pub const MAP_SAVED: Phrase = phrase(
    "which column is what was guessed and saved in {0}; look it through, and import again after a change",
    "la correspondance des colonnes a été devinée et enregistrée dans {0} ; relisez-la, et réimportez après l'avoir changée",
);

/// The import was broken off.
pub const STOPPED: Phrase = phrase(
    "broken off; every record that was written is whole, and importing again takes up the rest",
    "interrompu ; chaque fiche écrite est entière, et un nouvel import reprendra le reste",
);
/// An item was left out; `{0}` is where, `{1}` why.
pub const LEFT_OUT: Phrase = phrase("{0}: left out: {1}", "{0} : écarté : {1}");
/// The head of a count of the report: read.
pub const READ: Plural = plural(phrase("{0} read", "{0} lu"), phrase("{0} read", "{0} lus"));
/// Written.
pub const WRITTEN: Plural = plural(phrase("{0} written", "{0} écrit"), phrase("{0} written", "{0} écrits"));
/// To be written, of a trial run.
pub const TO_WRITE: Plural = plural(phrase("{0} to write", "{0} à écrire"), phrase("{0} to write", "{0} à écrire"));
/// Unchanged.
pub const UNCHANGED: Plural = plural(phrase("{0} unchanged", "{0} inchangé"), phrase("{0} unchanged", "{0} inchangés"));
/// Updated.
pub const UPDATED: Plural = plural(phrase("{0} updated", "{0} mis à jour"), phrase("{0} updated", "{0} mis à jour"));
/// Left out.
pub const OUT: Plural = plural(phrase("{0} left out", "{0} écarté"), phrase("{0} left out", "{0} écartés"));
/// What was kept by hand although the data changed.
pub const KEPT: Plural = plural(
    phrase(
        "{0} value changed in the data but also by hand: the hand's was kept",
        "{0} valeur a changé dans les données et à la main : celle de la main est gardée",
    ),
    phrase(
        "{0} values changed in the data but also by hand: the hand's were kept",
        "{0} valeurs ont changé dans les données et à la main : celles de la main sont gardées",
    ),
);
/// The head of what was approximated.
pub const APPROXIMATED: Phrase = phrase("Approximated", "Approximations");
/// The head of what has no place.
pub const UNMAPPED: Phrase = phrase("Kept as other, or in notes", "Gardé comme autre, ou en notes");
/// The head of what was dropped.
pub const DROPPED: Phrase = phrase("Not taken over", "Non repris");
/// More values of a list.
pub const MORE: Phrase = phrase("… and {0} more", "… et {0} de plus");
/// How many mentions of data have no category.
pub const MENTIONS: Phrase = phrase(
    "{0} of {1} mentions of data have no category of their own",
    "{0} mentions de données sur {1} n'ont pas de catégorie propre",
);

/// The title of the overlay.
pub const TITLE: Phrase = phrase("Import others' data", "Importer des données d'autrui");
/// The kinds of data, in the order in which they are offered.
pub const DATASETS: [Phrase; 4] = [
    phrase("VERIS, VCDB (JSON)", "VERIS, VCDB (JSON)"),
    phrase("Have I Been Pwned (JSON)", "Have I Been Pwned (JSON)"),
    phrase("Bonjour la fuite (CSV)", "Bonjour la fuite (CSV)"),
    phrase("Any table (CSV)", "Un tableau quelconque (CSV)"),
];
/// The field of the file.
pub const FILE: Phrase = phrase("From file", "Du fichier");
/// The field of the folder.
pub const FOLDER: Phrase = phrase("Into folder", "Au dossier");
/// The keys before anything is read.
pub const ASK_HINT: Phrase = phrase(
    "enter shows what would be written \u{b7} tab: next field \u{b7} esc leaves",
    "entrée montre ce qui serait écrit \u{b7} tab : champ suivant \u{b7} esc quitte",
);
/// A field that is empty.
pub const NEEDED: Phrase = phrase("Type a path here first.", "Tapez d'abord un chemin ici.");
/// How far the reading is: items, and percent of the file.
pub const READING: Phrase = phrase("Reading: {0} items, {1} %", "Lecture : {0} éléments, {1} %");
/// How far the writing is.
pub const WRITING: Phrase = phrase("Writing: {0} items, {1} %", "Écriture : {0} éléments, {1} %");
/// The title of the preview.
pub const PREVIEW: Phrase = phrase("Nothing is written yet: into {0}", "Rien n'est encore écrit : vers {0}");
/// A mapping that was made for a table.
pub const MAP_PROPOSED: Phrase = phrase(
    "Which column is what was guessed; it is saved in {0} with the records.",
    "La correspondance des colonnes a été devinée ; elle est enregistrée dans {0} avec les fiches.",
);
/// The keys of the preview.
pub const PREVIEW_HINT: Phrase =
    phrase("enter writes it \u{b7} esc: back, nothing written", "entrée l'écrit \u{b7} esc : revenir sans rien écrire");
/// The keys of a preview that would write nothing.
pub const NOTHING_HINT: Phrase =
    phrase("Nothing would be written \u{b7} esc: back", "Rien ne serait écrit \u{b7} esc : revenir");
/// An import is done: its figures, and where the records are.
pub const IMPORTED: Phrase = phrase("{0}, in {1}", "{0}, dans {1}");
/// The same, into a folder that is not open.
pub const IMPORTED_ELSEWHERE: Phrase =
    phrase("{0}, in {1}; “breachline {1}” opens them", "{0}, dans {1} ; « breachline {1} » les ouvre");

/// `import`.
pub const IMPORT: Phrase = phrase(
    "Records from others' data, with a report of what was lost",
    "Des fiches à partir de données d'autrui, avec un compte rendu des pertes",
);
/// `--from`.
pub const FROM: Phrase = phrase("Whose data they are", "De qui sont les données");
/// The files.
pub const FILES: Phrase = phrase("Files of such data", "Fichiers de ces données");
/// `--into`.
pub const INTO: Phrase =
    phrase("The folder for the records; it is made if need be", "Le dossier des fiches ; créé au besoin");
/// `--dry-run`.
pub const DRY_RUN: Phrase = phrase("Only the report; nothing is written", "Le compte rendu seul ; rien n'est écrit");
/// `--map`.
pub const MAP: Phrase = phrase(
    "Which column is what, for csv; without it map.yaml beside the file",
    "La correspondance des colonnes, pour csv ; à défaut map.yaml à côté du fichier",
);
