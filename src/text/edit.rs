//! Texts on changing records: what was written, why something was not, what is asked before it is.
//! It holds no text of a record.

use super::{Phrase, Plural, phrase, plural};

/// The file is not as it was when it was read; `{0}` is the file.
pub const CONFLICT: Phrase =
    phrase("{0} was changed by another program meanwhile", "{0} a été modifié entre-temps par un autre programme");
/// The file is gone; `{0}` is the file.
pub const GONE: Phrase = phrase("{0} is no longer there", "{0} n'existe plus");
/// No space is left; `{0}` is the file.
pub const FULL: Phrase = phrase(
    "{0} was not written: the disk is full. Free some space and save again",
    "{0} n'a pas été enregistré : le disque est plein. Libérez de la place puis réessayez",
);
/// Writing is forbidden; `{0}` is the file.
pub const DENIED: Phrase = phrase(
    "{0} was not written: you may not write this file or its folder",
    "{0} n'a pas été enregistré : vous n'avez pas le droit d'écrire ce fichier ou dans son dossier",
);
/// The folder is gone; `{0}` is the file.
pub const NO_FOLDER: Phrase = phrase(
    "{0} was not written: its folder is no longer there. Make it again and save again",
    "{0} n'a pas été enregistré : son dossier n'existe plus. Recréez-le puis réessayez",
);
/// The disk is mounted read-only; `{0}` is the file.
pub const DISK_READ_ONLY: Phrase = phrase(
    "{0} was not written: its disk can only be read",
    "{0} n'a pas été enregistré : son disque est en lecture seule",
);
/// Another program is saving; `{0}` is the file.
pub const BUSY: Phrase = phrase(
    "{0} was not written: another breachline is writing it. Save again",
    "{0} n'a pas été enregistré : un autre breachline est en train de l'écrire. Réessayez",
);
/// Anything else; `{0}` is the file, `{1}` the system's words.
pub const NOT_WRITTEN: Phrase = phrase("{0} was not written: {1}", "{0} n'a pas été enregistré : {1}");

/// The title of a question.
pub const QUESTION: Phrase = phrase("Before anything is written", "Avant d'écrire");
/// The first question about a deletion; `{0}` is the record's title.
pub const ASK_DELETE: Phrase = phrase("Delete \"{0}\"?", "Supprimer « {0} » ?");
/// The second question about a deletion; `{0}` is the record's title.
pub const REALLY_DELETE: Phrase = phrase("Really delete \"{0}\"?", "Vraiment supprimer « {0} » ?");
/// What deleting does.
pub const TO_TRASH: Phrase =
    phrase("Its file goes to the trash; u brings it back.", "Son fichier va à la corbeille ; u le fait revenir.");
/// The answer that deletes.
pub const YES_DELETE: Phrase = phrase("yes, to the trash", "oui, à la corbeille");
/// A conflict loses nothing.
pub const NOT_LOST: Phrase =
    phrase("Nothing was written and nothing is lost.", "Rien n'a été écrit et rien n'est perdu.");
/// The answer that shows the difference.
pub const SEE_DIFFERENCE: Phrase = phrase("see what differs", "voir les différences");
/// The answer that overwrites.
pub const OVERWRITE: Phrase =
    phrase("write mine over it (u takes that back)", "écrire ma version par-dessus (u l'annule)");
/// The answer that writes a file that is gone again.
pub const WRITE_AGAIN: Phrase = phrase("write it again", "l'écrire à nouveau");
/// The answer that keeps both.
pub const KEEP_BOTH: Phrase =
    phrase("keep both: mine into a file of its own", "garder les deux : la mienne dans un autre fichier");
/// Leaving a question.
pub const LEAVE: Phrase = phrase("leave everything as it is", "tout laisser en l'état");
/// The records built in cannot be changed.
pub const BUILT_IN: Phrase = phrase(
    "These records are built into the program and cannot be changed.",
    "Ces fiches sont intégrées au programme et ne peuvent être modifiées.",
);
/// Whether they are to be copied.
pub const ASK_COPY: Phrase = phrase(
    "Copies of them in a folder of yours can be. They are then opened from there, whenever no other folder is named.",
    "Des copies dans un dossier à vous peuvent l'être. Elles seront ouvertes de là quand aucun autre dossier n'est indiqué.",
);
/// The answer that copies.
pub const YES_COPY: Phrase =
    phrase("yes, copy them into my data folder", "oui, les copier dans mon dossier de données");
/// The title of a difference; `{0}` is the file.
pub const DIFFERENCE: Phrase = phrase("What differs: {0}", "Différences : {0}");
/// There is no difference.
pub const NO_DIFFERENCE: Phrase = phrase("Nothing differs.", "Aucune différence.");
/// Where a difference goes on; `{0}` is the line.
pub const AT_LINE: Phrase = phrase("line {0}", "ligne {0}");
/// The keys of a difference.
pub const DIFFERENCE_HINT: Phrase =
    phrase("- goes  + comes  j k scroll  esc back", "- part  + vient  j k défiler  esc revenir");

/// A record was saved; `{0}` is the file.
pub const SAVED: Phrase = phrase("{0} saved (u undoes it)", "{0} enregistré (u pour annuler)");
/// A record went to the trash; `{0}` is the file.
pub const DELETED: Phrase =
    phrase("{0} is in the trash (u brings it back)", "{0} est à la corbeille (u le fait revenir)");
/// A write was taken back; `{0}` is the file.
pub const UNDONE: Phrase =
    phrase("{0} is as it was before (ctrl-r redoes it)", "{0} est comme avant (ctrl-r pour rétablir)");
/// A write was made again; `{0}` is the file.
pub const REDONE: Phrase = phrase("{0} is changed again (u undoes it)", "{0} est modifié à nouveau (u pour annuler)");
/// A write cannot be taken back; `{0}` is why.
pub const NOT_UNDONE: Phrase = phrase("Nothing undone: {0}", "Rien d'annulé : {0}");
/// A write cannot be made again; `{0}` is why.
pub const NOT_REDONE: Phrase = phrase("Nothing redone: {0}", "Rien de rétabli : {0}");
/// There is nothing to take back.
pub const NOTHING_TO_UNDO: Phrase =
    phrase("Nothing was written yet to undo.", "Rien n'a encore été écrit, donc rien à annuler.");
/// There is nothing to make again.
pub const NOTHING_TO_REDO: Phrase = phrase("Nothing was undone to redo.", "Rien n'a été annulé, donc rien à rétablir.");
/// A write is under way.
pub const WRITING: Phrase =
    phrase("A file is being written; try again.", "Un fichier est en cours d'écriture ; réessayez.");
/// The records were copied; `{0}` is the folder.
pub const COPIED_TO: Phrase = phrase("The records are in {0} now", "Les fiches sont désormais dans {0}");
/// What was written is broken; `{0}` is the file.
pub const BROKEN: Phrase = phrase(
    "{0} has errors; its last good version stays in view",
    "{0} contient des erreurs ; sa dernière bonne version reste affichée",
);
/// The folders cannot be watched; `{0}` is why.
pub const NOT_WATCHED: Phrase = phrase(
    "Changes on disk are not seen by themselves here ({0}); r reads the files again",
    "Les changements sur disque ne sont pas suivis ici ({0}) ; r relit les fichiers",
);

/// The title of the line of tags and note; `{0}` is the incident's id.
pub const ANNOTATE: Phrase = phrase("For yourself: {0}", "Pour vous : {0}");
/// How that line is read.
pub const ANNOTATE_HINT: Phrase = phrase(
    "#words are tags, the rest is your note; it goes into no record \u{b7} enter keeps it \u{b7} esc leaves",
    "les #mots sont des étiquettes, le reste votre note, hors des fiches \u{b7} entrée garde \u{b7} esc quitte",
);
/// How many files have errors now, while their records are shown as they were before.
pub const OUTDATED: Plural = plural(
    phrase("{0} broken file shown as it was", "{0} fichier fautif montré comme avant"),
    phrase("{0} broken files shown as they were", "{0} fichiers fautifs montrés comme avant"),
);
