//! Texts of pages to hand over, whatever they tell: the way past the head, the contents, the numbers of sources.
//! It holds nothing of what reports and worksheets say.

use super::{Phrase, phrase};

/// The way past the head of the page.
pub const SKIP: Phrase = phrase("Skip to the content", "Aller au contenu");
/// The list of the sections.
pub const CONTENTS: Phrase = phrase("Contents", "Sommaire");
/// What kind of page a list is, and by which version.
pub const LISTING: Phrase =
    phrase("List of data breaches, by breachline {0}", "Liste de violations de données, par breachline {0}");
/// The query whose answer a list is.
pub const ASKED: Phrase = phrase("Query: {0}", "Requête\u{a0}: {0}");
/// How a list is to be read.
pub const UNFOLD: Phrase = phrase(
    "Each incident in short; “In full” unfolds its events, figures, data, measures and sources. On paper comes what is unfolded.",
    "Chaque incident en bref ; «\u{a0}En détail\u{a0}» déplie ses événements, chiffres, données, mesures et sources. À l'impression vient ce qui est déplié.",
);
/// What is folded away below an incident.
pub const IN_FULL: Phrase = phrase("In full", "En détail");
/// A list without incidents.
pub const NO_INCIDENT: Phrase = phrase("No incident", "Aucun incident");
/// The incidents of a list.
pub const INCIDENTS: Phrase = phrase("Incidents", "Incidents");
/// A source by its number.
pub const SOURCE_NUMBER: Phrase = phrase("source {0}", "source {0}");
