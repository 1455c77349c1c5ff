//! Texts of the findings of a check: what was found, what was expected, what to do.
//! They hold no rule; `record::finding` chooses and fills them.

use super::{Phrase, phrase};

/// A file that the system does not give.
pub const UNREADABLE: Phrase = phrase(
    "the file cannot be read ({0}); check its permissions",
    "le fichier ne peut être lu ({0}) ; vérifiez ses droits d'accès",
);
/// A path that does not exist.
pub const NOT_FOUND: Phrase = phrase(
    "there is no file or folder of this name; check the path",
    "aucun fichier ni dossier de ce nom ; vérifiez le chemin",
);
/// A folder, a pipe or a device where a record was expected.
pub const NOT_A_FILE: Phrase = phrase(
    "this is not a regular file, although it is named like a record; rename or remove it",
    "ce n'est pas un fichier ordinaire, bien que nommé comme une fiche ; renommez-le ou retirez-le",
);
/// A link that leads back to itself.
pub const LINK_LOOP: Phrase = phrase(
    "this link leads back to where it starts; remove it or let it lead elsewhere",
    "ce lien ramène à son point de départ ; retirez-le ou faites-le pointer ailleurs",
);
/// A link that leads nowhere.
pub const DANGLING_LINK: Phrase = phrase(
    "this link leads to a file that does not exist; remove it or restore the file",
    "ce lien mène à un fichier qui n'existe pas ; retirez-le ou rétablissez le fichier",
);
/// A file beyond the limit; `{0}` is the limit in KiB.
pub const TOO_LARGE: Phrase = phrase(
    "the file is larger than the {0} KiB that a record may have; split it or shorten its texts",
    "le fichier dépasse les {0} Kio permis à une fiche ; scindez-le ou raccourcissez ses textes",
);
/// A file without a record.
pub const EMPTY_FILE: Phrase = phrase(
    "the file holds no record; write at least a title, an organisation and one event",
    "le fichier ne contient aucune fiche ; écrivez au moins un titre, une organisation et un événement",
);
/// Bytes that are no UTF-8.
pub const NOT_UTF8: Phrase = phrase(
    "the byte {0} here is not UTF-8 text; save the file as UTF-8",
    "l'octet {0} n'est pas du texte UTF-8 ; enregistrez le fichier en UTF-8",
);
/// UTF-16 instead of UTF-8.
pub const UTF16: Phrase = phrase(
    "the file is UTF-16, but a record must be UTF-8; save it as UTF-8",
    "le fichier est en UTF-16, alors qu'une fiche doit être en UTF-8 ; enregistrez-le en UTF-8",
);
/// A control character; `{0}` is its number.
pub const CONTROL: Phrase = phrase(
    "the invisible character {0} is not allowed in a record; delete it",
    "le caractère invisible {0} n'est pas permis dans une fiche ; supprimez-le",
);
/// YAML that ends or indents wrongly.
pub const INDENTATION: Phrase = phrase(
    "this is not YAML: the line does not fit the indentation above it; align it with its neighbours",
    "ce n'est pas du YAML : la ligne ne suit pas l'indentation qui précède ; alignez-la sur ses voisines",
);
/// A colon in an unquoted text.
pub const COLON: Phrase = phrase(
    "this is not YAML: a colon followed by a space inside an unquoted text; put the text in quotes",
    "ce n'est pas du YAML : deux-points suivi d'une espace dans un texte sans guillemets ; mettez le texte entre guillemets",
);
/// A tab as indentation.
pub const TAB: Phrase = phrase(
    "this is not YAML: a tab is used to indent; use spaces",
    "ce n'est pas du YAML : une tabulation sert d'indentation ; utilisez des espaces",
);
/// A quote that is never closed.
pub const QUOTE: Phrase = phrase(
    "this is not YAML: a quoted text is never closed, or goes on after its closing quote; check the quotes",
    "ce n'est pas du YAML : un texte entre guillemets n'est pas fermé, ou continue après sa fermeture ; vérifiez les guillemets",
);
/// A bracket that is never closed.
pub const BRACKET: Phrase = phrase(
    "this is not YAML: a list [ ] or a mapping { } is not closed or lacks a comma; check the brackets",
    "ce n'est pas du YAML : une liste [ ] ou un groupe { } n'est pas fermé ou manque d'une virgule ; vérifiez les crochets",
);
/// Any other fault of syntax; `{0}` is the parser's word.
pub const NOT_YAML: Phrase = phrase(
    "this is not YAML ({0}); check indentation, quotes and brackets here",
    "ce n'est pas du YAML ({0}) ; vérifiez ici l'indentation, les guillemets et les crochets",
);
/// What the decoder refused without the walk knowing why; `{0}` is its word.
pub const REFUSED: Phrase = phrase(
    "the record cannot be decoded ({0}); compare the place with the format's description",
    "la fiche ne peut être décodée ({0}) ; comparez l'endroit avec la description du format",
);
/// Too many levels; `{0}` is the limit.
pub const TOO_DEEP: Phrase = phrase(
    "the record is nested deeper than {0} levels here; a record needs no more than six",
    "la fiche dépasse ici {0} niveaux d'imbrication ; une fiche n'en demande pas plus de six",
);
/// An anchor or an alias.
pub const ANCHOR: Phrase = phrase(
    "anchors (&) and aliases (*) are not used in records; write the value out, or put the text in quotes",
    "ancres (&) et renvois (*) n'ont pas cours dans les fiches ; écrivez la valeur, ou mettez le texte entre guillemets",
);
/// A tag.
pub const TAG: Phrase = phrase(
    "YAML reads a word that starts with ! as a tag, and records have none; put the text in quotes",
    "YAML lit un mot qui commence par ! comme une étiquette, et les fiches n'en ont pas ; mettez le texte entre guillemets",
);
/// A second document.
pub const DOCUMENTS: Phrase = phrase(
    "a second document starts here, but a file holds one record; put it into a file of its own",
    "un second document commence ici, or un fichier contient une seule fiche ; placez-le dans son propre fichier",
);
/// Findings that were not listed; `{0}` is their number.
pub const MORE: Phrase = phrase(
    "{0} more findings are not listed; mend those above first",
    "{0} autres remarques ne sont pas listées ; corrigez d'abord les précédentes",
);
/// A key that is there twice; `{1}` is the line of the first.
pub const DUPLICATE_KEY: Phrase = phrase(
    "“{0}” is here a second time, first on line {1}; keep one of the two",
    "« {0} » figure une seconde fois, d'abord ligne {1} ; gardez l'un des deux",
);
/// A field that the format lacks.
pub const UNKNOWN_FIELD: Phrase =
    phrase("there is no field “{0}” here; {1}", "il n'y a pas de champ « {0} » à cet endroit ; {1}");
/// What to do when nothing is near; `{0}` lists what is allowed.
pub const ONE_OF: Phrase = phrase("it may be one of: {0}", "sont possibles : {0}");
/// What to do when one value is near.
pub const PERHAPS: Phrase = phrase("perhaps “{0}” is meant", "peut-être « {0} » ?");
/// What to do when the file knows no such thing at all.
pub const NONE_DEFINED: Phrase = phrase("add it", "ajoutez-la");
/// What to do when others are defined.
pub const CHECK_ID: Phrase = phrase("check its spelling, or add it", "vérifiez l'orthographe, ou ajoutez-la");
/// A required field that is not there.
pub const MISSING_FIELD: Phrase =
    phrase("the required field “{0}” is missing; add it", "le champ obligatoire « {0} » manque ; ajoutez-le");
/// A clock's name that no output can carry.
pub const BAD_CLOCK_ID: Phrase = phrase(
    "“{0}” cannot name a clock; use lower-case letters a–z, digits, _ and -, at most 80",
    "« {0} » ne peut nommer une échéance ; utilisez minuscules a–z, chiffres, _ et -, 80 au plus",
);
/// Two clocks of one name.
pub const CLOCK_TWICE: Phrase = phrase(
    "another clock of this file is called “{0}” already; rename one",
    "une autre échéance de ce fichier s'appelle déjà « {0} » ; renommez-en une",
);
/// Fields of which only one may be there.
pub const ONLY_ONE: Phrase = phrase(
    "this says a second time what another field says already ({0}); keep one of them",
    "un autre champ dit déjà cela ({0}) ; n'en gardez qu'un",
);
/// A name that no saved view can have.
pub const BAD_VIEW_NAME: Phrase = phrase(
    "“{0}” cannot name a view; use one word of letters, digits, -, _ and ., at most 40",
    "« {0} » ne peut nommer une vue ; un seul mot de lettres, chiffres, -, _ et ., 40 au plus",
);
/// Two views of one name.
pub const VIEW_TWICE: Phrase = phrase(
    "another view of this file is called “{0}” already; rename one",
    "une autre vue de ce fichier s'appelle déjà « {0} » ; renommez-en une",
);
/// A query that cannot be read.
pub const BAD_QUERY: Phrase = phrase("this query cannot be read: {0}", "cette requête est illisible : {0}");
/// A timeline without an event.
pub const NO_EVENT: Phrase = phrase(
    "the timeline has no event; state at least one",
    "la chronologie n'a aucun événement ; indiquez-en au moins un",
);
/// A value of another kind than expected.
pub const WRONG_TYPE: Phrase =
    phrase("found {0} where {1} is expected; change it", "trouvé {0} là où l'on attend {1} ; corrigez");
/// A number where a text is expected.
pub const QUOTE_IT: Phrase = phrase(
    "found {0} where a text is expected; put it in quotes",
    "trouvé {0} là où l'on attend un texte ; mettez la valeur entre guillemets",
);
/// A word outside its vocabulary.
pub const UNKNOWN_VALUE: Phrase =
    phrase("“{0}” is not a word of this list; {1}", "« {0} » n'est pas un mot de cette liste ; {1}");
/// A text that is no date.
pub const DATE_SHAPE: Phrase = phrase(
    "“{0}” is not a date of the format; write it like 2024, 2024-03, 2024-03-05, 2024-03-05T09:30+01:00, 2024-03/2024-05, ../2024-05 or unknown",
    "« {0} » n'est pas une date du format ; écrivez-la comme 2024, 2024-03, 2024-03-05, 2024-03-05T09:30+01:00, 2024-03/2024-05, ../2024-05 ou unknown",
);
/// A date that no calendar holds.
pub const DATE_IMPOSSIBLE: Phrase = phrase(
    "“{0}” is in no calendar; check month, day and time",
    "« {0} » n'existe dans aucun calendrier ; vérifiez mois, jour et heure",
);
/// An interval that runs backwards.
pub const DATE_BACKWARDS: Phrase = phrase(
    "“{0}” ends before it starts; swap its two dates",
    "« {0} » finit avant de commencer ; inversez ses deux dates",
);
/// A count below zero.
pub const NEGATIVE: Phrase = phrase(
    "“{0}” is below zero; a count is a whole number from 0 up",
    "« {0} » est négatif ; un nombre est un entier à partir de 0",
);
/// A minimum above its maximum.
pub const BACKWARDS: Phrase = phrase(
    "the minimum {0} is above the maximum {1}; swap or correct them",
    "le minimum {0} dépasse le maximum {1} ; inversez-les ou corrigez",
);
/// Neither bound.
pub const NO_BOUND: Phrase = phrase(
    "neither “min” nor “max” is given; state one, or leave the claim out",
    "ni « min » ni « max » n'est donné ; indiquez l'un des deux, ou retirez cette estimation",
);
/// A key that is no language.
pub const BAD_LANGUAGE: Phrase = phrase(
    "“{0}” is not a language code; use lower-case codes such as en or fr",
    "« {0} » n'est pas un code de langue ; utilisez des codes en minuscules comme en ou fr",
);
/// A zone that IANA does not know.
pub const BAD_TIME_ZONE: Phrase =
    phrase("“{0}” is not an IANA time zone; {1}", "« {0} » n'est pas un fuseau horaire IANA ; {1}");
/// What a time zone looks like.
pub const ZONE_LIKE: Phrase = phrase("write it like Europe/Paris", "écrivez-le comme Europe/Paris");
/// A text that says nothing.
pub const EMPTY_TEXT: Phrase = phrase(
    "the text is empty; write it, or leave the field out",
    "le texte est vide ; écrivez-le, ou retirez le champ",
);
/// A required text that says nothing.
pub const EMPTY_REQUIRED: Phrase = phrase(
    "a text is required here, and it is empty; write it",
    "un texte est obligatoire ici, et il est vide ; écrivez-le",
);
/// A word that is no identifier.
pub const BAD_IDENTIFIER: Phrase = phrase(
    "“{0}” is not an identifier; use lower-case letters a–z, digits and hyphens, at most 80",
    "« {0} » n'est pas un identifiant ; utilisez minuscules a–z, chiffres et traits d'union, 80 au plus",
);
/// An address that is not of the web.
pub const BAD_ADDRESS: Phrase = phrase(
    "“{0}” is not a web address; it must start with https:// or http:// and hold no space",
    "« {0} » n'est pas une adresse web ; elle doit commencer par https:// ou http:// et ne contenir aucune espace",
);
/// A country that is no code.
pub const BAD_COUNTRY: Phrase = phrase(
    "“{0}” is not a country code; use two capital letters (ISO 3166-1) such as FR",
    "« {0} » n'est pas un code de pays ; utilisez deux majuscules (ISO 3166-1) comme FR",
);
/// A currency that is no code.
pub const BAD_CURRENCY: Phrase = phrase(
    "“{0}” is not a currency code; use three capital letters (ISO 4217) such as EUR",
    "« {0} » n'est pas un code de monnaie ; utilisez trois majuscules (ISO 4217) comme EUR",
);
/// A source that is not defined.
pub const UNKNOWN_SOURCE: Phrase = phrase(
    "no source “{0}” is defined below “sources”; {1}",
    "aucune source « {0} » n'est définie sous « sources » ; {1}",
);
/// Two files with one id; `{1}` and `{2}` are the files.
pub const DUPLICATE_ID: Phrase = phrase(
    "the id “{0}” of {1} is already that of {2}; change one of the two",
    "l'identifiant « {0} » de {1} est déjà celui de {2} ; changez l'un des deux",
);
/// No source in the whole record.
pub const NO_SOURCES: Phrase = phrase(
    "the record names no source at all; add at least one",
    "la fiche ne cite aucune source ; ajoutez-en au moins une",
);
/// An event that cites nothing.
pub const EVENT_WITHOUT_SOURCE: Phrase = phrase(
    "this event names no source; say who states it",
    "cet événement ne cite aucune source ; indiquez qui l'affirme",
);
/// A date to come.
pub const FUTURE_DATE: Phrase =
    phrase("“{0}” is still to come; check the date", "« {0} » est encore à venir ; vérifiez la date");
/// Known before it happened.
pub const KNOWN_BEFORE_DATE: Phrase = phrase(
    "this is said to be known ({0}) before it happened ({1}); check both dates",
    "ceci serait connu ({0}) avant d'avoir eu lieu ({1}) ; vérifiez les deux dates",
);
/// Contained before detected.
pub const CONTAINED_FIRST: Phrase = phrase(
    "the breach is contained ({0}) before it is detected ({1}); check both dates",
    "la violation est endiguée ({0}) avant d'être détectée ({1}) ; vérifiez les deux dates",
);
/// A claim that is superseded but not there.
pub const UNKNOWN_SUPERSEDED: Phrase = phrase(
    "no claim has the id “{0}” that this one replaces; {1}",
    "aucune estimation n'a l'identifiant « {0} » que celle-ci remplace ; {1}",
);
/// Claims that replace each other.
pub const SUPERSEDED_IN_CIRCLE: Phrase = phrase(
    "the claim “{0}” replaces itself, directly or by way of others; break the circle",
    "l'estimation « {0} » se remplace elle-même, directement ou par d'autres ; rompez le cercle",
);
/// One claim id for two claims.
pub const CLAIM_TWICE: Phrase = phrase(
    "the claim id “{0}” is used twice; give each claim its own",
    "l'identifiant d'estimation « {0} » sert deux fois ; donnez le sien à chacune",
);
/// One source id for two sources.
pub const SOURCE_TWICE: Phrase = phrase(
    "the source “{0}” is defined twice; keep one, or give each its own id",
    "la source « {0} » est définie deux fois ; gardez-en une, ou donnez à chacune son identifiant",
);
/// Id and file name differ.
pub const ID_DIFFERS: Phrase = phrase(
    "the id “{0}” differs from the file's name “{1}”; make them the same",
    "l'identifiant « {0} » diffère du nom du fichier « {1} » ; rendez-les identiques",
);
/// A text that lacks a language; `{0}` lists those that it lacks.
pub const MISSING_LANGUAGE: Phrase = phrase(
    "this text lacks a language that other texts of the record have ({0}); add it",
    "il manque à ce texte une langue que d'autres textes de la fiche ont ({0}) ; ajoutez-la",
);
/// A comment that looks like words.
pub const COMMENT_IN_TEXT: Phrase = phrase(
    "YAML drops “{0}” as a comment; put the text in quotes, or set a comment off by two spaces and “# ”",
    "YAML écarte « {0} » comme commentaire ; mettez le texte entre guillemets, ou détachez un commentaire par deux espaces et « # »",
);
/// An address without encryption.
pub const PLAIN_HTTP: Phrase = phrase(
    "the address “{0}” is unencrypted http; use https if the site has it",
    "l'adresse « {0} » est en http non chiffré ; utilisez https si le site le permet",
);
/// `other` that does not say what.
pub const OTHER_WITHOUT_TEXT: Phrase = phrase(
    "“other” does not say what it is; add a “{0}”",
    "« other » ne dit pas de quoi il s'agit ; ajoutez un « {0} »",
);
/// A record that looks like another.
pub const LIKELY_DUPLICATE: Phrase = phrase(
    "this looks like the same incident as “{0}” in {1} (same organisation, dates overlap); merge them, or name one in the other's “related”",
    "ceci ressemble au même incident que « {0} » dans {1} (même organisation, dates qui se recouvrent) ; fusionnez-les, ou citez l'un dans « related » de l'autre",
);

/// A kind of value.
pub mod kind {
    use super::{Phrase, phrase};

    /// A text.
    pub const TEXT: Phrase = phrase("a text", "un texte");
    /// A text or texts by language.
    pub const TEXTS: Phrase = phrase("a text, or a map from language to text,", "un texte, ou un texte par langue");
    /// A list.
    pub const LIST: Phrase = phrase("a list", "une liste");
    /// A mapping.
    pub const MAPPING: Phrase = phrase("a group of fields", "un groupe de champs");
    /// A number.
    pub const NUMBER: Phrase = phrase("the number {0}", "le nombre {0}");
    /// A whole number.
    pub const WHOLE: Phrase = phrase("a whole number", "un nombre entier");
    /// A count.
    pub const COUNT: Phrase = phrase(
        "a whole number, or a group of min, max and approx,",
        "un nombre entier, ou un groupe min, max et approx",
    );
    /// True or false.
    pub const BOOLEAN: Phrase = phrase("true or false", "true ou false");
    /// A value that is true or false.
    pub const LOGICAL: Phrase = phrase("the value {0}", "la valeur {0}");
    /// Nothing.
    pub const NOTHING: Phrase = phrase("nothing", "rien");
    /// A date.
    pub const DATE: Phrase = phrase("a date", "une date");
    /// A word of a list.
    pub const WORD: Phrase = phrase("one word of a list", "un mot d'une liste");
    /// A given text.
    pub const THIS_TEXT: Phrase = phrase("the text “{0}”", "le texte « {0} »");
}
