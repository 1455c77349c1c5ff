//! Texts on what happens outside: editors, browsers, the clipboard, the shell.
//! It holds no text of a screen.

use super::{Phrase, phrase};

/// A text was handed to the terminal to be copied.
pub const COPIED: Phrase = phrase("Sent to the clipboard", "Envoyé vers le presse-papiers");
/// An address was handed to the opener.
pub const OPENING: Phrase = phrase("Opening in the browser", "Ouverture dans le navigateur");
/// An address is not one that may be opened; `{0}` is the address.
pub const NOT_AN_ADDRESS: Phrase =
    phrase("Not a web address, so not opened: {0}", "Pas une adresse web, donc pas ouverte : {0}");
/// There is no opener; `{0}` is the address.
pub const NO_OPENER: Phrase = phrase(
    "Nothing here opens addresses (xdg-open is missing): {0}",
    "Rien ici n'ouvre d'adresse (xdg-open manque) : {0}",
);
/// The opener failed; `{0}` is the opener, `{1}` what it said, `{2}` the address.
pub const OPENER_FAILED: Phrase =
    phrase("{0} could not open the address ({1}): {2}", "{0} n'a pas pu ouvrir l'adresse ({1}) : {2}");
/// There is no editor.
pub const NO_EDITOR: Phrase =
    phrase("No editor was found: set $VISUAL or $EDITOR", "Aucun éditeur trouvé : définissez $VISUAL ou $EDITOR");
/// The editor's variable cannot be split into words; `{0}` is the variable.
pub const EDITOR_UNREADABLE: Phrase =
    phrase("${0} cannot be read: a quote is not closed", "${0} est illisible : un guillemet n'est pas fermé");
/// The editor did not start; `{0}` is the editor, `{1}` why.
pub const EDITOR_MISSING: Phrase = phrase("{0} did not start: {1}", "{0} n'a pas démarré : {1}");
/// The editor ended badly; `{0}` is the editor, `{1}` how.
pub const EDITOR_FAILED: Phrase =
    phrase("The editor ended with an error ({1}): {0}", "L'éditeur s'est terminé par une erreur ({1}) : {0}");
/// A thread could not be started; `{0}` is why.
pub const NO_THREAD: Phrase = phrase("The system allows no more work: {0}", "Le système n'accepte plus de tâche : {0}");
/// The saved views could not be written; `{0}` is the file, `{1}` why.
pub const VIEWS_NOT_WRITTEN: Phrase = phrase("{0} could not be written: {1}", "{0} n'a pas pu être écrit : {1}");
/// The file of saved views cannot be changed; `{0}` is the file.
pub const VIEWS_LEFT: Phrase = phrase(
    "The views are left as they are, for their file has a fault: {0}",
    "Les vues restent telles quelles, car leur fichier contient une erreur : {0}",
);
/// There is no shell to go back to.
pub const NO_SHELL: Phrase = phrase("There is no shell to go back to", "Il n'y a pas de shell où revenir");
/// A record that cannot be read again.
pub const NO_RECORD: Phrase = phrase("The record cannot be read ({0}).", "La fiche ne peut être lue ({0}).");
