//! Texts of the timeline: day 0, the incidents without one, medians, and the legend of the marks.
//! It holds neither the words of the ticks nor those of gaps; `text::unit` does.

use super::{Phrase, Plural, phrase, plural};

/// The milestone that stands at zero.
pub const DAY_ZERO: Phrase = phrase("day 0: {0}", "jour 0\u{a0}: {0}");
/// A milestone that the record does not state.
pub const NOT_STATED: Phrase = phrase("{0}: not stated", "{0}\u{a0}: non précisé");
/// A milestone whose date is stated to be unknown.
pub const UNKNOWN: Phrase = phrase("{0}: date unknown", "{0}\u{a0}: date inconnue");
/// How many incidents cannot be aligned.
pub const LEFT_OUT: Plural = plural(
    phrase("{0} incident cannot be aligned", "{0} incident ne peut être aligné"),
    phrase("{0} incidents cannot be aligned", "{0} incidents ne peuvent être alignés"),
);
/// How many of them do not state the milestone.
pub const COUNT_NOT_STATED: Phrase = phrase("{0} not stated", "non précisé\u{a0}: {0}");
/// How many of them state that its date is unknown.
pub const COUNT_UNKNOWN: Phrase = phrase("{0} date unknown", "date inconnue\u{a0}: {0}");
/// No incident of the set can be aligned.
pub const NONE_ALIGNED: Phrase = phrase(
    "No incident here states when this happened: {0}. z takes the next milestone, 0 the calendar.",
    "Aucun incident ici n'en donne la date\u{a0}: {0}. z passe au jalon suivant, 0 au calendrier.",
);
/// How long after the milestone at zero: its name and the gap.
pub const SINCE: Phrase = phrase("from {0}: {1}", "depuis {0}\u{a0}: {1}");
/// The gap's median: over how many incidents, and the median.
pub const MEDIAN: Phrase = phrase("median of {0}: {1}", "médiane de {0}\u{a0}: {1}");
/// The lane of the medians.
pub const MEDIAN_LANE: Plural = plural(
    phrase("Median of {0} incident", "Médiane de {0} incident"),
    phrase("Median of {0} incidents", "Médiane de {0} incidents"),
);
/// No two incidents state the same.
pub const NO_MEDIAN: Phrase =
    phrase("no milestone that two incidents state", "aucun jalon que deux incidents précisent");

/// What stands on a lane without a label.
pub const ALSO: Phrase = phrase("also:", "aussi\u{a0}:");
/// What has no date, and so no place on the lane.
pub const UNDATED: Phrase = phrase("no date:", "sans date\u{a0}:");

/// What the attacker did.
pub const ATTACK: Phrase = phrase("attack", "attaque");
/// What was done in response.
pub const RESPONSE: Phrase = phrase("response", "réponse");
/// What authorities did.
pub const AUTHORITY: Phrase = phrase("authority", "autorité");
/// What nobody in particular did.
pub const NEUTRAL: Phrase = phrase("other", "autre");
/// What is claimed or disputed.
pub const DOUBTFUL: Phrase = phrase("doubtful", "douteux");
/// What was planned.
pub const PLANNED: Phrase = phrase("planned", "prévu");
/// An approximate date.
pub const APPROXIMATE: Phrase = phrase("about", "environ");
/// An uncertain date.
pub const UNCERTAIN: Phrase = phrase("uncertain", "incertain");
/// An interval.
pub const BETWEEN: Phrase = phrase("between", "entre");
/// An open end.
pub const OPEN: Phrase = phrase("open", "ouvert");
/// A stretch that is squeezed.
pub const BREAK: Phrase = phrase("shortened", "abrégé");
