//! The language of the filter, by example: what may be typed, and what it finds.
//! Each example can be read as it stands; a test reads them all.

use super::{Phrase, phrase};

/// The head of the examples.
pub const BY_EXAMPLE: Phrase = phrase("The filter, by example", "Le filtre, par l'exemple");

/// What may be typed, and what it finds, the simplest first.
pub const EXAMPLES: &[(&str, Phrase)] = &[
    ("kairos portal", phrase("both words, wherever they stand", "les deux mots, où qu'ils soient")),
    ("\"cap emploi\"", phrase("these very words", "ces mots exactement")),
    ("country:FR sector:health", phrase("both; accents and case never matter", "les deux ; ni accents ni casse")),
    ("country:FR or country:BE", phrase("one or the other", "l'un ou l'autre")),
    ("-status:claimed", phrase("all but these; not does the same", "tous sauf ceux-là ; not de même")),
    ("(kairos or majorel) year:2025", phrase("brackets keep together", "les parenthèses regroupent")),
    ("data:birth_date", phrase("exposed, claimed or disputed", "exposée, revendiquée ou contestée")),
    ("data:password=not_exposed", phrase("stated not to be exposed", "dite non exposée")),
    ("data:\"date de naissance\"", phrase("a label does as well as a word", "un libellé vaut un identifiant")),
    ("year:2023..2025", phrase("from one to the other", "de l'une à l'autre")),
    ("disclosed:2024", phrase("within 2024; so any milestone", "en 2024 ; de même tout jalon")),
    ("affected>=1M", phrase("a million or more; k, M, G", "un million ou plus ; k, M, G")),
    (
        "detected..authority_notified>72h",
        phrase("a gap, longer for certain: h d w mo y", "un délai, sûrement : h d w mo y"),
    ),
    ("detected..disclosed>30d?", phrase("with ? also where it is possible", "avec ? aussi si c'est possible")),
    ("measure:none", phrase("nothing is stated there", "rien n'y est précisé")),
    ("has:affected", phrase("something is stated there", "quelque chose y est précisé")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    #[test]
    fn every_example_can_be_read() {
        for (example, _) in EXAMPLES {
            assert!(parse(example).is_ok_and(|query| !query.is_empty()), "{example}");
        }
    }
}
