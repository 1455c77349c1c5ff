//! Sources and claims by their names: cited but not defined, defined twice, not cited at all.
//! It does not judge how good a source is.

use super::{At, Remark};
use crate::record::finding::{Fault, nearest};
use crate::record::incident::{Claim, Incident};
use crate::record::tree::item;
use std::collections::HashMap;

/// How many names are looked through for the nearest one.
const NEAR: usize = 200;

/// Checks every citation of a record.
pub fn check(incident: &Incident, remarks: &mut Vec<Remark>) {
    each(incident, &mut |at, cited| {
        for (n, id) in cited.iter().enumerate() {
            if incident.source(id).is_none() {
                let fault = Fault::UnknownSource { id: id.clone(), any: !incident.sources.is_empty() };
                let near = nearest(id, incident.sources.iter().map(|source| source.id.as_str()).take(NEAR));
                let at = item(&at.field("sources").to_string(), n);
                remarks.push(Remark { nearest: near, ..Remark::new(fault, at) });
            }
        }
    });
    for (n, source) in incident.sources.iter().enumerate() {
        if incident.sources[..n].iter().any(|earlier| earlier.id == source.id) {
            remarks.push(Remark::new(Fault::SourceTwice(source.id.clone()), At("sources", Some(n), "id")));
        }
    }
    if incident.sources.is_empty() {
        remarks.push(Remark::new(Fault::NoSources, ""));
    } else {
        for (n, _) in incident.timeline.iter().enumerate().filter(|(_, event)| event.sources.is_empty()) {
            remarks.push(Remark::new(Fault::EventWithoutSource, At("timeline", Some(n), "")));
        }
    }
    claims(&incident.affected, remarks);
}

fn claims(claims: &[Claim], remarks: &mut Vec<Remark>) {
    let mut named: HashMap<&str, &Claim> = HashMap::new();
    for (n, claim) in claims.iter().enumerate() {
        if let Some(id) = claim.id.as_deref() {
            if named.contains_key(id) {
                remarks.push(Remark::new(Fault::ClaimTwice(id.to_owned()), At("affected", Some(n), "id")));
            } else {
                named.insert(id, claim);
            }
        }
    }
    for (n, claim) in claims.iter().enumerate() {
        let Some(old) = claim.supersedes.as_deref() else { continue };
        let at = At("affected", Some(n), "supersedes");
        let Some(mut older) = named.get(old).copied() else {
            let ids = || claims.iter().filter_map(|claim| claim.id.as_deref()).take(NEAR);
            let fault = Fault::UnknownSuperseded { id: old.to_owned(), any: ids().next().is_some() };
            remarks.push(Remark { nearest: nearest(old, ids()), ..Remark::new(fault, at) });
            continue;
        };
        // a chain longer than the claims has come round
        for _ in 0..=claims.len() {
            if std::ptr::eq(older, claim) {
                remarks.push(Remark::new(Fault::SupersededInCircle(old.to_owned()), at));
                break;
            }
            match older.supersedes.as_deref().and_then(|id| named.get(id).copied()) {
                Some(next) => older = next,
                None => break,
            }
        }
    }
}

/// Every place that cites sources.
fn each<'a>(incident: &'a Incident, seen: &mut dyn FnMut(At, &'a [String])) {
    if let Some(attack) = &incident.attack {
        seen(At("attack", None, ""), &attack.sources);
        if let Some(actor) = &attack.actor {
            seen(At("attack.actor", None, ""), &actor.sources);
        }
    }
    macro_rules! lists {
        ($($list:ident)+) => {
            $(for (n, statement) in incident.$list.iter().enumerate() {
                seen(At(stringify!($list), Some(n), ""), &statement.sources);
            })+
        };
    }
    lists!(parties timeline affected data risks measures consequences);
}
