//! Texts for dates, durations and figures.
//! It does not say which of them fits a value; `view::wording` does.

use super::{Phrase, Plural, phrase, plural};

/// The months, January first.
pub const MONTHS: [Phrase; 12] = [
    phrase("January", "janvier"),
    phrase("February", "février"),
    phrase("March", "mars"),
    phrase("April", "avril"),
    phrase("May", "mai"),
    phrase("June", "juin"),
    phrase("July", "juillet"),
    phrase("August", "août"),
    phrase("September", "septembre"),
    phrase("October", "octobre"),
    phrase("November", "novembre"),
    phrase("December", "décembre"),
];

/// The months in short, January first.
pub const MONTHS_SHORT: [Phrase; 12] = [
    phrase("Jan", "janv."),
    phrase("Feb", "févr."),
    phrase("Mar", "mars"),
    phrase("Apr", "avr."),
    phrase("May", "mai"),
    phrase("Jun", "juin"),
    phrase("Jul", "juil."),
    phrase("Aug", "août"),
    phrase("Sep", "sept."),
    phrase("Oct", "oct."),
    phrase("Nov", "nov."),
    phrase("Dec", "déc."),
];

/// The first day of a month.
pub const FIRST_DAY: Phrase = phrase("1", "1er");
/// A day of a month.
pub const DAY_MONTH: Phrase = phrase("{0} {1}", "{0} {1}");
/// A day or a month, and its year.
pub const WITH_YEAR: Phrase = phrase("{0} {1}", "{0} {1}");
/// A day and a time of day.
pub const WITH_TIME: Phrase = phrase("{0}, {1}", "{0} à {1}");
/// A time of day and its offset.
pub const WITH_OFFSET: Phrase = phrase("{0} {1}", "{0} {1}");
/// Universal time.
pub const UTC: Phrase = phrase("UTC", "UTC");
/// From one short part of a date to another.
pub const RANGE: Phrase = phrase("{0}–{1}", "{0}–{1}");
/// From one long part of a date to another.
pub const RANGE_WIDE: Phrase = phrase("{0} – {1}", "{0} – {1}");
/// On a day or before it.
pub const BY_DAY: Phrase = phrase("by {0}", "au plus tard le {0}");
/// In a month or a year, or before it.
pub const BY_SPAN: Phrase = phrase("by {0}", "au plus tard en {0}");
/// On a day or after it.
pub const FROM_DAY: Phrase = phrase("from {0}", "à partir du {0}");
/// In a month or a year, or after it.
pub const FROM_SPAN: Phrase = phrase("from {0}", "à partir de {0}");
/// The same before a vowel.
pub const FROM_VOWEL: Phrase = phrase("from {0}", "à partir d'{0}");
/// An approximate date.
pub const ABOUT_DATE: Phrase = phrase("about {0}", "vers {0}");
/// An approximate day, where French wants its article.
pub const ABOUT_DAY: Phrase = phrase("about {0}", "vers le {0}");
/// An uncertain date.
pub const UNCERTAIN: Phrase = phrase("{0} (uncertain)", "{0} (incertain)");
/// A date that is stated to be unknown.
pub const DATE_UNKNOWN: Phrase = phrase("date unknown", "date inconnue");

/// So many minutes.
pub const MINUTES: Plural = plural(phrase("{0} minute", "{0} minute"), phrase("{0} minutes", "{0} minutes"));
/// So many hours.
pub const HOURS: Plural = plural(phrase("{0} hour", "{0} heure"), phrase("{0} hours", "{0} heures"));
/// So many days.
pub const DAYS: Plural = plural(phrase("{0} day", "{0} jour"), phrase("{0} days", "{0} jours"));
/// So many months.
pub const MONTHS_LONG: Plural = plural(phrase("{0} month", "{0} mois"), phrase("{0} months", "{0} mois"));
/// So many years.
pub const YEARS: Plural = plural(phrase("{0} year", "{0} an"), phrase("{0} years", "{0} ans"));
/// So many minutes, in short.
pub const MINUTES_SHORT: Plural = plural(phrase("{0} min", "{0} min"), phrase("{0} min", "{0} min"));
/// So many hours, in short.
pub const HOURS_SHORT: Plural = plural(phrase("{0} h", "{0} h"), phrase("{0} h", "{0} h"));
/// So many days, in short.
pub const DAYS_SHORT: Plural = plural(phrase("{0} d", "{0} j"), phrase("{0} d", "{0} j"));
/// So many months, in short.
pub const MONTHS_BRIEF: Plural = plural(phrase("{0} mo", "{0} mois"), phrase("{0} mo", "{0} mois"));
/// So many years, in short.
pub const YEARS_SHORT: Plural = plural(phrase("{0} y", "{0} an"), phrase("{0} y", "{0} ans"));

/// No more than.
pub const AT_MOST: Phrase = phrase("at most {0}", "au plus {0}");
/// No less than.
pub const AT_LEAST: Phrase = phrase("at least {0}", "au moins {0}");
/// A rounded figure.
pub const ABOUT: Phrase = phrase("about {0}", "environ {0}");
/// A second thing so long before the first.
pub const BEFORE: Phrase = phrase("{0} before", "{0} avant");
/// A second thing that may come before the first or after it.
pub const BETWEEN: Phrase = phrase("between {0} before and {1} after", "entre {0} avant et {1} après");
/// A second thing that came first, nobody says how long.
pub const SOME_TIME_BEFORE: Phrase = phrase("before, how long is unknown", "avant, durée inconnue");
/// A second thing that came second, nobody says how long after.
pub const SOME_TIME_AFTER: Phrase = phrase("after, how long is unknown", "après, durée inconnue");
/// A second thing that came so long before the first, or later.
pub const NO_EARLIER: Phrase = phrase("no earlier than {0} before", "au plus tôt {0} avant");
/// From one signed number to another.
pub const SIGNED_RANGE: Phrase = phrase("{0} to {1}", "{0} à {1}");
/// A duration of which nothing is known.
pub const GAP_UNKNOWN: Phrase = phrase("unknown", "inconnu");

/// Persons.
pub const PERSONS: Plural = plural(phrase("{0} person", "{0} personne"), phrase("{0} persons", "{0} personnes"));
/// Accounts.
pub const ACCOUNTS: Plural = plural(phrase("{0} account", "{0} compte"), phrase("{0} accounts", "{0} comptes"));
/// Records.
pub const RECORDS: Plural =
    plural(phrase("{0} record", "{0} enregistrement"), phrase("{0} records", "{0} enregistrements"));
/// Households.
pub const HOUSEHOLDS: Plural = plural(phrase("{0} household", "{0} foyer"), phrase("{0} households", "{0} foyers"));
/// Organisations.
pub const ORGANISATIONS: Plural =
    plural(phrase("{0} organisation", "{0} organisation"), phrase("{0} organisations", "{0} organisations"));
/// Files.
pub const FILES: Plural = plural(phrase("{0} file", "{0} fichier"), phrase("{0} files", "{0} fichiers"));
/// Bytes.
pub const BYTES: Plural = plural(phrase("{0} byte", "{0} octet"), phrase("{0} bytes", "{0} octets"));
/// Things of another unit.
pub const OTHER_UNIT: Plural =
    plural(phrase("{0} (other unit)", "{0} (autre unité)"), phrase("{0} (other unit)", "{0} (autre unité)"));
/// Thousands of bytes and their powers, the smallest first.
pub const BYTE_POWERS: [Phrase; 5] =
    [phrase("kB", "ko"), phrase("MB", "Mo"), phrase("GB", "Go"), phrase("TB", "To"), phrase("PB", "Po")];

/// A sum and its currency.
pub const AMOUNT: Phrase = phrase("{0} {1}", "{0} {1}");

/// Article 33 of the General Data Protection Regulation.
pub const CLOCK_GDPR_33: Phrase = phrase("GDPR art. 33", "RGPD art. 33");
/// A clock that was certainly kept: hours, what it counts from, the gap.
pub const CLOCK_WITHIN: Phrase = phrase("within {0} h of {1} ({2})", "dans les {0} h suivant {1} ({2})");
/// A clock that was certainly overrun: hours, what it counts from, the gap.
pub const CLOCK_LATE: Phrase = phrase("later than {0} h after {1} ({2})", "plus de {0} h après {1} ({2})");
/// A clock that the dates do not decide: the gap, hours, what it counts from.
pub const CLOCK_UNDECIDED: Phrase =
    phrase("cannot be decided: {0}, against {1} h from {2}", "indécidable\u{a0}: {0}, pour {1} h à compter de {2}");
/// A clock whose start is not stated: hours.
pub const CLOCK_NO_START: Phrase = phrase(
    "not stated: neither awareness nor detection, from which the {0} h would count",
    "non précisé\u{a0}: ni la connaissance ni la détection, d'où courraient les {0} h",
);
/// A clock whose end is not stated: hours, what it counts from.
pub const CLOCK_NO_END: Phrase = phrase(
    "not stated: when the authority was notified, against {0} h from {1}",
    "non précisé\u{a0}: la date de notification à l'autorité, pour {0} h à compter de {1}",
);
/// Awareness, as the start of a clock.
pub const STATED_AWARENESS: Phrase = phrase("the stated awareness", "la prise de connaissance déclarée");
/// Detection, as the start of a clock.
pub const STATED_DETECTION: Phrase = phrase("the stated detection", "la détection déclarée");
/// Another milestone, as the start of a clock.
pub const STATED_OTHER: Phrase = phrase("“{0}” as stated", "«\u{202f}{0}\u{202f}» tel que déclaré");
