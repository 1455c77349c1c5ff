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

/// What a year means.
pub const MEANS_YEAR: Phrase = phrase("in {0}, from 1 January to 31 December", "en {0}, du 1er janvier au 31 décembre");
/// What a month of 31 days means.
pub const MEANS_LONG_MONTH: Phrase = phrase("in {0}, from the 1st to the 31st", "en {0}, du 1er au 31");
/// What a shorter month means: the month and its last day.
pub const MEANS_MONTH: Phrase = phrase("in {0}, from the 1st to the {1}th", "en {0}, du 1er au {1}");
/// What a day means.
pub const MEANS_DAY: Phrase = phrase("on {0}, at some time of the day", "le {0}, à un moment de la journée");
/// What a time means.
pub const MEANS_TIME: Phrase = phrase("on {0}", "le {0}");
/// What an interval means: its first and its last day.
pub const MEANS_BETWEEN: Phrase = phrase("at some time from {0} to {1}", "à un moment entre le {0} et le {1}");
/// What an interval without an end means.
pub const MEANS_FROM: Phrase =
    phrase("from {0} on, how long after is not known", "à partir du {0}, on ne sait jusqu'à quand");
/// What an interval without a start means.
pub const MEANS_BY: Phrase =
    phrase("by {0}, how long before is not known", "au plus tard le {0}, on ne sait depuis quand");
/// What an unknown date means.
pub const MEANS_UNKNOWN: Phrase = phrase("stated to be unknown", "dite inconnue");
/// What an approximate date means.
pub const MEANS_ABOUT: Phrase = phrase("{0}, or thereabouts", "{0}, ou à peu près");
/// What an uncertain date means.
pub const MEANS_UNCERTAIN: Phrase = phrase("{0}, not certain", "{0}, sans certitude");

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

/// So many hours, as a limit.
pub const LIMIT_HOURS: Plural = plural(phrase("{0} h", "{0} h"), phrase("{0} h", "{0} h"));
/// So many days that are no weekend and no holiday.
pub const BUSINESS_DAYS: Plural =
    plural(phrase("{0} business day", "{0} jour ouvré"), phrase("{0} business days", "{0} jours ouvrés"));
/// A clock that was certainly kept: its limit, what it counts from, the gap.
pub const CLOCK_WITHIN: Phrase = phrase("within {0} of {1} ({2})", "dans les {0} suivant {1} ({2})");
/// A clock that was stopped before it started: its limit, what it counts from, the gap.
pub const CLOCK_BEFORE: Phrase =
    phrase("before {1}, from which {0} would count ({2})", "avant {1}, point de départ des {0} ({2})");
/// A clock that was certainly overrun: its limit, what it counts from, the gap.
pub const CLOCK_LATE: Phrase = phrase("later than {0} after {1} ({2})", "plus de {0} après {1} ({2})");
/// A clock that the dates do not decide: the gap, its limit, what it counts from.
pub const CLOCK_UNDECIDED: Phrase =
    phrase("cannot be decided: {0}, against {1} from {2}", "indécidable\u{a0}: {0}, pour {1} à compter de {2}");
/// A clock for which the law names no number: the gap, what it counts from.
pub const CLOCK_NO_LIMIT: Phrase =
    phrase("{0} after {1}; the law names no number", "{0} après {1}\u{a0}; le texte ne fixe aucun nombre");
/// The same, where nothing is known of the gap: what it counts from.
pub const CLOCK_NO_LIMIT_UNKNOWN: Phrase = phrase(
    "unknown how long after {0}; the law names no number",
    "durée inconnue après {0}\u{a0}; le texte ne fixe aucun nombre",
);
/// A clock whose start is not stated: what would start it, its limit.
pub const CLOCK_NO_START: Phrase =
    phrase("not stated: {0}, from which {1} would count", "non précisé\u{a0}: {0}, point de départ des {1}");
/// A clock without a number whose start is not stated: what would start it.
pub const CLOCK_NO_START_NO_LIMIT: Phrase = phrase("not stated: {0}", "non précisé\u{a0}: {0}");
/// A clock whose end is not stated: what would stop it, its limit, what it counts from.
pub const CLOCK_NO_END: Phrase =
    phrase("not stated: {0}, against {1} from {2}", "non précisé\u{a0}: {0}, pour {1} à compter de {2}");
/// A clock without a number whose end is not stated: what would stop it.
pub const CLOCK_NO_END_NO_LIMIT: Phrase = phrase("not stated: {0}", "non précisé\u{a0}: {0}");
/// A clock that is running: how long, what it counts from, how long is left, its limit.
pub const CLOCK_RUNNING: Phrase =
    phrase("running: {0} since {1}, {2} left of {3}", "en cours\u{a0}: {0} depuis {1}, reste {2} sur {3}");
/// A clock that is running and may have run out: how long, what it counts from, its limit.
pub const CLOCK_RUNNING_OUT: Phrase = phrase(
    "running: {0} since {1}, against {2}; no end is stated",
    "en cours\u{a0}: {0} depuis {1}, pour {2}\u{a0}; aucun terme précisé",
);
/// A clock that is running and has certainly run out: how long, what it counts from, its limit.
pub const CLOCK_RUN_OUT: Phrase = phrase(
    "running: {0} since {1}, more than {2}; no end is stated",
    "en cours\u{a0}: {0} depuis {1}, plus de {2}\u{a0}; aucun terme précisé",
);
/// Neither of two milestones.
pub const NEITHER: Phrase = phrase("neither {0} nor {1}", "ni {0} ni {1}");
/// What no record can state: in words.
pub const NO_FIELD: Phrase =
    phrase("{0} (the record format has no event for it)", "{0} (le format des fiches n'a pas d'événement pour cela)");
/// Awareness, as what is not stated.
pub const AWARENESS: Phrase = phrase("awareness", "la connaissance");
/// Detection, as what is not stated.
pub const DETECTION: Phrase = phrase("detection", "la détection");
/// The notification of the authority, as what is not stated.
pub const NOTIFICATION: Phrase = phrase("when the authority was notified", "la date de notification à l'autorité");
/// Another milestone, as what is not stated.
pub const MILESTONE: Phrase = phrase("“{0}”", "«\u{202f}{0}\u{202f}»");
/// What another reading of a date makes of it: the readings, what is said.
pub const BY_READING: Phrase = phrase("by another reading ({0}): {1}", "selon une autre lecture ({0})\u{a0}: {1}");
/// The other reading of one date: the milestone, the date, its status.
pub const READING: Phrase = phrase("{0} {1}, {2}", "{0} {1}, {2}");
/// Awareness, as the start of a clock.
pub const STATED_AWARENESS: Phrase = phrase("the stated awareness", "la prise de connaissance déclarée");
/// Detection, as the start of a clock.
pub const STATED_DETECTION: Phrase = phrase("the stated detection", "la détection déclarée");
/// Another milestone, as the start of a clock.
pub const STATED_OTHER: Phrase = phrase("“{0}” as stated", "«\u{202f}{0}\u{202f}» tel que déclaré");
