//! Texts of the manual page: headings, exit codes, variables.
//! Options and keys carry their own words.

use super::{Phrase, phrase};

/// `completions`.
pub const COMPLETIONS: Phrase = phrase("Completions for a shell", "Les complétions d'un shell");
/// The shell.
pub const SHELL: Phrase = phrase("The shell", "Le shell");
/// `man`.
pub const MAN: Phrase = phrase("The manual page (roff)", "La page de manuel (roff)");

/// The headings that the maker of the page writes in English.
pub const HEADINGS: [(&str, Phrase); 4] = [
    ("NAME", phrase("NAME", "NOM")),
    ("SYNOPSIS", phrase("SYNOPSIS", "SYNOPSIS")),
    ("DESCRIPTION", phrase("DESCRIPTION", "DESCRIPTION")),
    ("OPTIONS", phrase("OPTIONS", "OPTIONS")),
];
/// The commands.
pub const COMMANDS: Phrase = phrase("Commands", "Commandes");
/// The keys.
pub const KEYS: Phrase = phrase("KEYS", "TOUCHES");
/// The exit codes.
pub const EXIT: Phrase = phrase("EXIT STATUS", "CODE DE RETOUR");
/// The variables.
pub const ENVIRONMENT: Phrase = phrase("ENVIRONMENT", "ENVIRONNEMENT");

/// What each exit code means.
pub const CODES: [(&str, Phrase); 4] = [
    ("0", phrase("Done.", "Terminé.")),
    ("1", phrase("There are findings, or nothing matched.", "Il y a des remarques, ou rien ne répond.")),
    ("2", phrase("Arguments or a query that cannot be read.", "Des arguments ou une requête illisibles.")),
    ("3", phrase("A file or the terminal failed.", "Un fichier ou le terminal a échoué.")),
];

/// What each variable is for.
pub const VARIABLES: [(&str, Phrase); 6] = [
    (
        "BREACHLINE_DIR",
        phrase("Folders of records, separated as in PATH.", "Des dossiers de fiches, séparés comme dans PATH."),
    ),
    (
        "BREACHLINE_LANG",
        phrase(
            "en or fr; else LC_ALL, LC_MESSAGES or LANG decides.",
            "en ou fr ; sinon LC_ALL, LC_MESSAGES ou LANG décide.",
        ),
    ),
    ("NO_COLOR", phrase("No colours, if it is set to anything.", "Aucune couleur, si elle a une valeur.")),
    (
        "COLUMNS",
        phrase(
            "The width of what is printed where standard output is no terminal.",
            "La largeur de ce qui est affiché quand la sortie standard n'est pas un terminal.",
        ),
    ),
    (
        "SOURCE_DATE_EPOCH",
        phrase(
            "The present, in seconds since 1970, for pages that are the same every time.",
            "Le présent, en secondes depuis 1970, pour des pages toujours identiques.",
        ),
    ),
    ("VISUAL, EDITOR", phrase("The editor that e opens.", "L'éditeur qu'ouvre e.")),
];
