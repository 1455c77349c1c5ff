//! Texts of what is exported: the command, its refusals, what a file says of itself.
//! It holds nothing of what is told of a record.

use super::{Phrase, phrase};

/// `export`.
pub const EXPORT: Phrase = phrase(
    "The records that match, for other programs: every time the same bytes",
    "Les fiches qui répondent, pour d'autres programmes\u{a0}: toujours les mêmes octets",
);
/// What the formats are.
pub const FORMATS: Phrase = phrase(
    "ndjson: the whole record a line, with what is reckoned of it; csv: a row an incident; markdown: told in full; html: a page, each incident in short and in full; \
     svg: on one axis of time; stix: a STIX 2.1 bundle; yaml: the files as they are written",
    "ndjson\u{a0}: la fiche entière par ligne, et ce qui en est calculé ; csv\u{a0}: une ligne par incident ; markdown\u{a0}: en \
     entier ; html\u{a0}: une page, chaque incident en bref et en détail ; svg\u{a0}: sur un même axe de temps ; stix\u{a0}: un lot STIX 2.1 ; yaml\u{a0}: les fichiers comme ils sont écrits",
);
/// `--output`.
pub const OUTPUT: Phrase = phrase(
    "The file to write, whole or not at all; yaml also takes a folder (with / at its end), a file a record",
    "Le fichier à écrire, en entier ou pas du tout ; yaml accepte aussi un dossier (terminé par /), un fichier par fiche",
);
/// `--bom`.
pub const BOM: Phrase = phrase(
    "csv: begin with a byte-order mark, from which Excel knows the encoding",
    "csv\u{a0}: commencer par une marque d'ordre des octets, à laquelle Excel reconnaît l'encodage",
);
/// `--separator`.
pub const SEPARATOR: Phrase = phrase(
    "csv: between cells; Excel in French expects a semicolon",
    "csv\u{a0}: entre les cellules ; Excel en français attend un point-virgule",
);
/// The head of the columns, in the help.
pub const COLUMNS: Phrase = phrase("Columns of csv:", "Colonnes de csv\u{a0}:");
/// A file cannot be written.
pub const UNWRITABLE: Phrase = phrase("{0} cannot be written: {1}", "{0} ne peut être écrit\u{a0}: {1}");
/// A file of another text is in the way.
pub const IN_THE_WAY: Phrase = phrase(
    "{0} exists and says something else; it is left as it is, and nothing after it is written",
    "{0} existe et dit autre chose ; il reste tel quel, et rien n'est écrit après lui",
);
/// A picture of too many lanes.
pub const TOO_MANY_LANES: Phrase = phrase(
    "a picture holds at most {0} incidents, and {1} match; narrow the query",
    "une image contient au plus {0} incidents, et {1} répondent ; précisez la requête",
);
/// What was written.
pub const WRITTEN: Phrase = phrase("{0} written: {1}", "{0} écrit\u{a0}: {1}");
/// The whole record as text.
pub const RECORD_IN_FULL: Phrase = phrase("The record in full, in Markdown", "La fiche en entier, en Markdown");

/// The title of the overlay.
pub const TITLE: Phrase = phrase("Export what is shown", "Exporter ce qui est affiché");
/// Its keys.
pub const HINT: Phrase = phrase(
    "enter writes \u{b7} tab: file or clipboard \u{b7} esc leaves",
    "entrée écrit \u{b7} tab\u{a0}: fichier ou presse-papiers \u{b7} esc quitte",
);
/// Before a file is replaced.
pub const ASK_REPLACE: Phrase =
    phrase("That file is there: enter replaces it", "Ce fichier existe\u{a0}: entrée le remplace");
/// Where it goes: a file.
pub const TO_FILE: Phrase = phrase("To the file", "Dans le fichier");
/// Where it goes: the clipboard.
pub const TO_CLIPBOARD: Phrase = phrase("To the clipboard (OSC 52)", "Vers le presse-papiers (OSC 52)");
/// A file was written.
pub const WRITTEN_TO: Phrase = phrase("Written: {0}", "Écrit\u{a0}: {0}");
/// A file is there already.
pub const EXISTS: Phrase = phrase("{0} is there already", "{0} existe déjà");
/// A table for spreadsheets.
pub const AS_CSV: Phrase = phrase("CSV, for a spreadsheet", "CSV, pour un tableur");
/// One record a line.
pub const AS_NDJSON: Phrase = phrase("NDJSON, the whole record a line", "NDJSON, la fiche entière par ligne");
/// Text with headings and tables.
pub const AS_MARKDOWN: Phrase = phrase("Markdown, as text", "Markdown, en texte");
/// A page.
pub const AS_HTML: Phrase = phrase("HTML, a page of its own", "HTML, une page autonome");
/// A bundle.
pub const AS_STIX: Phrase = phrase("STIX 2.1, a bundle", "STIX 2.1, un lot");
/// JSON.
pub const AS_JSON: Phrase = phrase("JSON, for programs", "JSON, pour des programmes");
/// The screen as an SVG.
pub const AS_PICTURE: Phrase = phrase("Picture of the screen (SVG)", "Image de l'écran (SVG)");
/// The title of a picture.
pub const PICTURE_TITLE: Phrase = phrase("breachline: {0}", "breachline\u{a0}: {0}");
