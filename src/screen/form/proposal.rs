//! What a form proposes: an id for a record from its organisation and date, a name for a source.
//! It insists on nothing.

use crate::record::When;
use crate::record::check::identifier;
use crate::record::when::{Partial, Precision, Span};

/// An id from an organisation and a date, such as `france-travail-2024-03`, that is not `taken`.
pub fn id(organisation: &str, date: &str, taken: impl Fn(&str) -> bool) -> String {
    let name = identifier(organisation);
    let month = date.parse::<When>().ok().and_then(|when| match when.span() {
        Span::Single(at) => Some(at),
        Span::Range(from, to) => from.or(to),
        Span::Unknown => None,
    });
    let parts = [Some(name).filter(|name| !name.is_empty()), month.map(stem)];
    let stem = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
    if stem.is_empty() || !taken(&stem) {
        return stem;
    }
    let mut n = 2;
    while taken(&format!("{stem}-{n}")) {
        n += 1;
    }
    format!("{stem}-{n}")
}

fn stem(at: Partial) -> String {
    let shape = if at.precision == Precision::Year { "%Y" } else { "%Y-%m" };
    at.start.format(shape).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_proposed_from_organisation_and_date() {
        let free = |_: &str| false;
        assert_eq!(id("France Travail", "2024-03-05", free), "france-travail-2024-03");
        assert_eq!(id("Société Générale & Cie", "2024", free), "societe-generale-cie-2024");
        assert_eq!(id("../../etc/passwd", "../2025-07", free), "etc-passwd-2025-07");
        assert_eq!(id("L'Oréal", "unknown", free), "loreal");
        assert_eq!(id("漢字", "", free), "");
        assert_eq!(id("Acme", "2024-03", |id| ["acme-2024-03", "acme-2024-03-2"].contains(&id)), "acme-2024-03-3");
    }
}
