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
    "ndjson: the whole record a line, with what is reckoned of it; csv: a row an incident; markdown, html: told in full; \
     svg: on one axis of time; stix: a STIX 2.1 bundle; yaml: the files as they are written",
    "ndjson\u{a0}: la fiche entière par ligne, et ce qui en est calculé ; csv\u{a0}: une ligne par incident ; markdown, html\u{a0}: en \
     entier ; svg\u{a0}: sur un même axe de temps ; stix\u{a0}: un lot STIX 2.1 ; yaml\u{a0}: les fichiers comme ils sont écrits",
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
