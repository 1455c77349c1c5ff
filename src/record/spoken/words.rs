//! The words of counts, French and English, folded: how much, of what, how surely.
//! They hold no rule of how they are put together.

use super::super::vocabulary::CountUnit;

/// Whether a list, its words parted by spaces, has a word.
pub fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|one| one == word)
}

/// How a phrase before a number changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The number is about right.
    About,
    /// It is a least.
    Least,
    /// It is a most.
    Most,
    /// A range with an `and` follows.
    Between,
    /// A range with a `to` follows.
    From,
}

/// The phrases before a number; longer ones first where one begins as another does.
pub const BOUNDS: &[(&[&str], Bound)] = &[
    (&["un", "peu", "plus", "de"], Bound::Least),
    (&["un", "peu", "moins", "de"], Bound::Most),
    (&["pas", "moins", "de"], Bound::Least),
    (&["pas", "plus", "de"], Bound::Most),
    (&["no", "fewer", "than"], Bound::Least),
    (&["no", "less", "than"], Bound::Least),
    (&["no", "more", "than"], Bound::Most),
    (&["not", "more", "than"], Bound::Most),
    (&["de", "l", "ordre", "de"], Bound::About),
    (&["aux", "alentours", "de"], Bound::About),
    (&["autour", "de"], Bound::About),
    (&["a", "peu", "pres"], Bound::About),
    (&["pres", "de"], Bound::About),
    (&["plus", "de"], Bound::Least),
    (&["plus", "d"], Bound::Least),
    (&["au", "moins"], Bound::Least),
    (&["au", "minimum"], Bound::Least),
    (&["at", "least"], Bound::Least),
    (&["more", "than"], Bound::Least),
    (&["over"], Bound::Least),
    (&["moins", "de"], Bound::Most),
    (&["moins", "d"], Bound::Most),
    (&["au", "plus"], Bound::Most),
    (&["au", "maximum"], Bound::Most),
    (&["jusqu", "a"], Bound::Most),
    (&["at", "most"], Bound::Most),
    (&["up", "to"], Bound::Most),
    (&["less", "than"], Bound::Most),
    (&["fewer", "than"], Bound::Most),
    (&["under"], Bound::Most),
    (&["environ"], Bound::About),
    (&["env"], Bound::About),
    (&["quelque"], Bound::About),
    (&["presque"], Bound::About),
    (&["approximativement"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["some"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approx"], Bound::About),
    (&["approximately"], Bound::About),
    (&["circa"], Bound::About),
    (&["entre"], Bound::Between),
    (&["between"], Bound::Between),
    (&["de"], Bound::From),
    (&["from"], Bound::From),
];

/// The signs before a number.
pub const SIGNS: &[(char, Bound)] = &[
    ('~', Bound::About),
    ('≈', Bound::About),
    ('∼', Bound::About),
    ('>', Bound::Least),
    ('≥', Bound::Least),
    ('<', Bound::Most),
    ('≤', Bound::Most),
];

/// What says after a number that it is a least.
pub const OR_MORE: &[&[&str]] =
    &[&["ou", "plus"], &["et", "plus"], &["or", "more"], &["and", "more"], &["au", "moins"], &["minimum"]];

/// Numbers in words.
pub const NUMBERS: &[(&str, u64)] = &[
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Words that mean one before a magnitude.
pub const ONE: &str = "un une a an one";

/// Words that halve a magnitude.
pub const HALF: &str = "demi half";

/// Words for a few of a magnitude.
pub const FEW: &str = "quelques plusieurs several few";

/// A word such as *million*.
pub struct Magnitude {
    /// The word.
    pub word: &'static str,
    /// What it multiplies by.
    pub factor: u64,
    /// Whether it alone may stand for an unstated number of them (*hundreds*).
    pub plural: bool,
    /// Whether only French has it.
    pub french: bool,
}

const fn magnitude(word: &'static str, factor: u64, plural: bool, french: bool) -> Magnitude {
    Magnitude { word, factor, plural, french }
}

/// The words that multiply.
pub const MAGNITUDES: &[Magnitude] = &[
    magnitude("dizaine", 10, false, true),
    magnitude("dizaines", 10, true, true),
    magnitude("tens", 10, true, false),
    magnitude("douzaine", 12, false, true),
    magnitude("douzaines", 12, true, true),
    magnitude("dozen", 12, false, false),
    magnitude("dozens", 12, true, false),
    magnitude("quinzaine", 15, false, true),
    magnitude("vingtaine", 20, false, true),
    magnitude("trentaine", 30, false, true),
    magnitude("quarantaine", 40, false, true),
    magnitude("cinquantaine", 50, false, true),
    magnitude("soixantaine", 60, false, true),
    magnitude("centaine", 100, false, true),
    magnitude("centaines", 100, true, true),
    magnitude("hundred", 100, false, false),
    magnitude("hundreds", 100, true, false),
    magnitude("mille", 1_000, false, true),
    magnitude("millier", 1_000, false, true),
    magnitude("milliers", 1_000, true, true),
    magnitude("thousand", 1_000, false, false),
    magnitude("thousands", 1_000, true, false),
    magnitude("million", 1_000_000, false, false),
    magnitude("millions", 1_000_000, true, false),
    magnitude("milliard", 1_000_000_000, false, true),
    magnitude("milliards", 1_000_000_000, true, true),
    magnitude("md", 1_000_000_000, false, true),
    magnitude("mds", 1_000_000_000, false, true),
    magnitude("bn", 1_000_000_000, false, false),
    magnitude("billion", 1_000_000_000, false, false),
    magnitude("billions", 1_000_000_000, true, false),
];

/// The units of bytes: their word, what they multiply by, whether only French has them.
pub const BYTES: &[(&str, u64, bool)] = &[
    ("octets", 1, true),
    ("bytes", 1, false),
    ("ko", 1_000, true),
    ("kb", 1_000, false),
    ("kio", 1 << 10, true),
    ("kib", 1 << 10, false),
    ("mo", 1_000_000, true),
    ("mb", 1_000_000, false),
    ("mib", 1 << 20, false),
    ("go", 1_000_000_000, true),
    ("gb", 1_000_000_000, false),
    ("gio", 1 << 30, true),
    ("gib", 1 << 30, false),
    ("to", 1_000_000_000_000, true),
    ("tb", 1_000_000_000_000, false),
    ("tio", 1 << 40, true),
    ("tib", 1 << 40, false),
    ("gigaoctets", 1_000_000_000, true),
    ("gigabytes", 1_000_000_000, false),
    ("teraoctets", 1_000_000_000_000, true),
    ("terabytes", 1_000_000_000_000, false),
];

/// What is counted, in the singular, by unit.
const NOUNS: &[(CountUnit, &str)] = &[
    (
        CountUnit::Persons,
        "abonne abonnee adherent adherente administrateur agent agente allocataire assure assuree avocat \
         beneficiaire candidat candidate child children citizen citoyen citoyenne client cliente \
         collaborateur concitoyen consumer contribuable coordinateur customer demandeur donateur donor eleve \
         employe employee enfant enseignant enseignante etudiant etudiante fonctionnaire guest habitant \
         individu individual jeune lecteur licencie licenciee locataire medecin member membre militaire \
         mineur minor parent passager passenger patient patiente people person personne personnel policier \
         pompier professionnel prospect resident salarie salariee soignant staff student subscriber supporter \
         taxpayer teacher tenant usager victim victime volontaire volunteer voyageur worker",
    ),
    (CountUnit::Accounts, "account compte profil profile user utilisateur utilisatrice"),
    (CountUnit::Records, "enregistrement entree entry entrie ligne record row"),
    (CountUnit::Households, "families famille familie family foyer household menage"),
    (
        CountUnit::Organisations,
        "association business businesse cabinet collectivite commune companie company entreprise \
         etablissement hopital hopitaux hospital organisation organization societe",
    ),
    (CountUnit::Files, "document fichier file image photo"),
];

/// The unit of a noun, whatever its number.
pub fn unit(folded: &str) -> Option<CountUnit> {
    let singular = folded.strip_suffix('s').unwrap_or(folded);
    let known = |words: &str| has(words, folded) || has(words, singular);
    NOUNS.iter().find(|(_, words)| known(words)).map(|(unit, _)| *unit)
}

/// Words that link a number to what is counted.
pub const LINKS: &str = "de d des of the la le les l";

/// What a number counts that is no count of a breach: money, time, places of a number.
pub const NOT_COUNTED: &str = "\
    an annee annees ans chiffre chiffres day days dernier derniere dernieres derniers digit digits dollar \
    dollars eur euro euros heure heures hour hours jour jours last minute minutes mois month months percent \
    pourcent pounds premiers seconde secondes second seconds semaine semaines usd week weeks year years h er e \
    eme nd rd st th am pm bis hrs to mio";

/// The months, which make a day of a small number.
pub const MONTHS: &str = "\
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march \
    april may june july august september october november december";

/// Words before a number that make it a year.
pub const YEARS: &str = "en in depuis since avant before apres after until jusqu";

/// Words before a number that make it a name or a reference.
pub const NAMED_BY: &str = "\
    article articles art n no numero number version v page pages chapter chapitre top lot loi section windows \
    office";

/// Signs of money.
pub const MONEY: &[char] = &['€', '$', '£', '¥'];

/// Words that end the name of what is counted.
pub const STOPS: &str = "\
    affected ages are au aux avec by chez d dans de des dont du en et and for from have has in including of ont \
    or ou par pour qui soit sont sur were whose who with depuis since";

/// Words that lead from one count to the next.
pub const LEADS: &str = "a and avec d de des dont en et in including of or ou plus soit with";

/// Nouns that are plural without an ending.
pub const PLURAL: &str = "children people staff";
