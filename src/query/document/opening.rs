//! The opening of a title that only names the organisation, as in `Acme: customer portal`.
//! It leaves nothing out itself; a list of one organisation does.

use crate::record::Incident;
use crate::text::Lang;

/// How many characters at the start of a title, as readers of a language see it, only name the organisation, under any of
/// its names.
pub fn opening(incident: &Incident, lang: Lang) -> u32 {
    let (organisation, title) = (&incident.organisation, incident.title.get(lang));
    let names = organisation.name.all().chain(organisation.aliases.iter().map(String::as_str));
    let after = |name: &str| title.strip_prefix(name)?.trim_start().strip_prefix(':').map(str::trim_start);
    let rest = names.filter_map(after).find(|rest| !rest.is_empty());
    let length = rest.map_or(0, |rest| title.chars().count() - rest.chars().count());
    // a record is smaller than a file may be
    u32::try_from(length).unwrap_or(0)
}
