//! Texts of the forms: what they ask, what they answer while one types, what they warn of.
//! The names of fields are in `text::field`.

use super::{Phrase, phrase};

/// The title of a new record's form.
pub const CREATE: Phrase = phrase("New record", "Nouvelle fiche");
/// The title where something is added to a record.
pub const INSERT: Phrase = phrase("Add to: {0}", "Ajouter à\u{a0}: {0}");
/// The title where a value is changed.
pub const AMEND: Phrase = phrase("Change: {0}", "Modifier\u{a0}: {0}");
/// What is asked before something is added.
pub const WHICH_LIST: Phrase = phrase("Add what?", "Ajouter quoi\u{a0}?");
/// The heading of what stands for itself in a record.
pub const THE_INCIDENT: Phrase = phrase("The incident", "L'incident");

/// A field that must be filled.
pub const REQUIRED: Phrase = phrase("required", "obligatoire");
/// A field that is not filled.
pub const NOT_STATED: Phrase = phrase("not stated", "non précisé");
/// How a list grows.
pub const ENTER_ADDS: Phrase = phrase("enter adds one", "entrée en ajoute");
/// Nothing is found by what is typed.
pub const NOTHING_FOUND: Phrase = phrase("nothing of that name", "rien de ce nom");
/// Nothing is there to choose from.
pub const TYPE_A_WORD: Phrase = phrase("type a word, enter takes it", "tapez un mot, entrée le prend");
/// A word of one's own.
pub const AS_TYPED: Phrase = phrase("as typed", "tel quel");
/// A source that is not there yet.
pub const NEW_SOURCE: Phrase = phrase("a new source of this name", "une nouvelle source de ce nom");

/// Words that say that something is unknown.
pub const UNKNOWN_WORDS: [Phrase; 2] = [phrase("unknown", "inconnu"), phrase("not known", "inconnue")];
/// A text that is no count.
pub const COUNT_MISREAD: Phrase = phrase(
    "“{0}” is not understood as a figure; write 340 000, 1.5 M, at least 340 000, ~50k or 11 to 15 million",
    "«\u{a0}{0}\u{a0}» n'est pas compris comme un chiffre\u{a0}; écrivez 340 000, 1,5 M, au moins 340 000, ~50k ou 11 à 15 millions",
);
/// A count that is unknown.
pub const COUNT_UNKNOWN: Phrase = phrase(
    "a figure that is unknown (“{0}”) is no figure; leave it out, and it is not stated",
    "un chiffre inconnu («\u{a0}{0}\u{a0}») n'en est pas un\u{a0}; retirez-le, il sera non précisé",
);
/// No folder is given.
pub const FOLDER_NEEDED: Phrase =
    phrase("a new record needs a folder; name one", "une nouvelle fiche a besoin d'un dossier\u{a0}; nommez-en un");

/// The question before what is typed is lost.
pub const LEAVING_TITLE: Phrase = phrase("Leave without saving?", "Quitter sans enregistrer\u{a0}?");
/// What would be lost.
pub const LEAVING: Phrase =
    phrase("What is filled in here is not saved.", "Ce qui est saisi ici n'est pas enregistré.");
/// What can be done about it.
pub const LEAVING_KEYS: Phrase = phrase(
    "y discards it · k keeps it for later · esc goes on",
    "o l'abandonne · g le garde pour plus tard · esc reprend",
);
/// Records that look like the new one.
pub const ALIKE_TITLE: Phrase = phrase("Is it there already?", "Existe-t-elle déjà\u{a0}?");
/// Why they do.
pub const ALIKE: Phrase = phrase(
    "The same organisation, and dates that overlap:",
    "La même organisation, et des dates qui se recouvrent\u{a0}:",
);
/// What can be done about it.
pub const ALIKE_KEYS: Phrase =
    phrase("ctrl-s saves all the same · esc goes back", "ctrl-s enregistre quand même · esc revient");
/// There is no change to show.
pub const NO_CHANGE_YET: Phrase = phrase(
    "Something required is missing or wrong; ctrl-s leads to it.",
    "Un champ obligatoire manque ou est fautif\u{a0}; ctrl-s y mène.",
);
/// What is typed is kept.
pub const KEPT: Phrase =
    phrase("Kept; it is offered at the next start.", "Gardé\u{a0}; proposé au prochain démarrage.");
/// Nothing was changed.
pub const UNCHANGED: Phrase = phrase("Nothing was changed.", "Rien n'a été modifié.");
/// The file cannot be changed by a form.
pub const LAYOUT: Phrase = phrase(
    "The file is laid out in a way that a form does not get right: e opens it in the editor.",
    "La mise en page du fichier échappe aux formulaires\u{a0}: e l'ouvre dans l'éditeur.",
);
/// The file of a new record is there already; `{0}` is the file.
pub const TAKEN: Phrase =
    phrase("{0} is there already; choose another id.", "{0} existe déjà\u{a0}; choisissez un autre identifiant.");
/// A form that was cut off; `{0}` is what it is about.
pub const RESUME: Phrase = phrase("A form was left unfinished: {0}", "Un formulaire est resté inachevé\u{a0}: {0}");
/// No form was left unfinished.
pub const NO_DRAFT: Phrase = phrase("No form was left unfinished.", "Aucun formulaire n'est resté inachevé.");
/// What is with it if it is not answered.
pub const RESUME_LATER: Phrase =
    phrase("It stays kept until it is saved or given up.", "Il reste gardé jusqu'à son enregistrement ou son abandon.");
/// The answer that opens it.
pub const YES_RESUME: Phrase = phrase("yes, fill it in further", "oui, poursuivre la saisie");
/// The answer that gives it up.
pub const YES_DISCARD: Phrase = phrase("give it up", "l'abandonner");
