//! Texts of the worksheet by GDPR art. 33(3): what is asked for, article by article.
//! It says nothing of what an authority's own form wants.

use super::{Phrase, phrase};

/// What kind of page it is.
pub const KIND: Phrase = phrase("Worksheet by GDPR art. 33 and 34", "Fiche de travail selon les art. 33 et 34 du RGPD");
/// The title of several worksheets.
pub const TITLE: Phrase = phrase("{0} worksheets", "{0} fiches de travail");
/// The caption of a table.
pub const CAPTION: Phrase = phrase("What the articles ask for", "Ce que demandent les articles");
/// How it is to be read.
pub const NOTE: Phrase = phrase(
    "Filled from the record, which holds what was made public; a blank is to be filled by who knows more.",
    "Rempli d'après la fiche, qui contient ce qui a été rendu public ; un blanc est à compléter par qui en sait plus.",
);
/// The head of what is asked.
pub const ASKED: Phrase = phrase("Asked for", "Demandé");
/// The head of what is stated.
pub const STATED: Phrase = phrase("From the record", "D'après la fiche");
/// A blank.
pub const BLANK: Phrase = phrase("\u{2610} to be filled in", "\u{2610} à compléter");

/// Art. 33(2).
pub const ARTICLE_33_2: Phrase = phrase("Art. 33(2)", "Art. 33, § 2");
/// Art. 33(3)(a).
pub const ARTICLE_33_3_A: Phrase = phrase("Art. 33(3)(a)", "Art. 33, § 3, a)");
/// Art. 33(3)(b).
pub const ARTICLE_33_3_B: Phrase = phrase("Art. 33(3)(b)", "Art. 33, § 3, b)");
/// Art. 33(3)(c).
pub const ARTICLE_33_3_C: Phrase = phrase("Art. 33(3)(c)", "Art. 33, § 3, c)");
/// Art. 33(3)(d).
pub const ARTICLE_33_3_D: Phrase = phrase("Art. 33(3)(d)", "Art. 33, § 3, d)");
/// Art. 33(4).
pub const ARTICLE_33_4: Phrase = phrase("Art. 33(4)", "Art. 33, § 4");

/// When the controller became aware.
pub const AWARE: Phrase = phrase("awareness of the controller", "prise de connaissance par le responsable");
/// When it was detected.
pub const DETECTED: Phrase = phrase("detection", "détection");
/// When the authority was notified.
pub const NOTIFIED: Phrase = phrase("notification of the authority", "notification à l'autorité");
/// How late.
pub const HOW_LATE: Phrase = phrase("against 72 hours", "au regard de 72 heures");
/// Why so late.
pub const WHY_LATE: Phrase = phrase("reasons for a delay beyond 72 hours", "motifs d'un retard au-delà de 72 heures");
/// When the processor told the controller.
pub const PROCESSOR: Phrase =
    phrase("notice by the processor to the controller", "notification du sous-traitant au responsable");
/// Confidentiality, integrity, availability.
pub const WHICH_KIND: Phrase =
    phrase("confidentiality, integrity or availability", "confidentialité, intégrité ou disponibilité");
/// The contact.
pub const CONTACT: Phrase = phrase(
    "name and contact details of the data protection officer or another contact point",
    "nom et coordonnées du délégué à la protection des données ou d'un autre point de contact",
);
/// What comes later.
pub const PHASES: Phrase = phrase("information still to be provided in phases", "informations à fournir par phases");
/// Why the persons were not informed.
pub const WHY_NOT_INFORMED: Phrase = phrase(
    "if they were not informed: which exception of art. 34(3)",
    "si elles n'ont pas été informées\u{a0}: quelle exception de l'art. 34, § 3",
);
