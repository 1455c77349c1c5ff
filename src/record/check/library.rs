//! Records beside each other: two with one id, and two that look like one incident.
//! It reads no file; who asks gives the records in the order of their paths.

use super::Remark;
use crate::record::finding::Fault;
use crate::record::incident::Incident;
use crate::record::interval::Interval;
use crate::record::milestone::earliest;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many records that overlap are compared with the next one of the same organisation.
const RIVALS: usize = 16;

/// Checks records, given with their paths and in that order, against each other; tells of which record each remark is.
pub fn check_library(records: &[(&str, &Incident)]) -> Vec<(usize, Remark)> {
    let mut remarks = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(records.len());
    let mut organisations: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, (path, incident)) in records.iter().enumerate() {
        if let Some(&earlier) = first.get(incident.id.as_str()) {
            let other = records[earlier].0.to_owned();
            let fault = Fault::DuplicateId { id: incident.id.clone(), path: (*path).to_owned(), other };
            remarks.push((n, Remark::new(fault, "id")));
        } else {
            first.insert(&incident.id, n);
            let name = incident.organisation.name.all().next().unwrap_or_default();
            organisations.entry(folded(name)).or_default().push(n);
        }
    }
    for (_, group) in organisations.into_iter().filter(|(_, group)| group.len() > 1) {
        alike(records, group, &mut remarks);
    }
    remarks.sort_by_key(|(n, _)| *n);
    remarks
}

/// Records of one organisation whose first dates overlap and that do not know of each other.
fn alike(records: &[(&str, &Incident)], group: Vec<usize>, remarks: &mut Vec<(usize, Remark)>) {
    let dated = |n: usize| Some((n, earliest(records[n].1)?.interval));
    let mut dated: Vec<(usize, Interval)> = group.into_iter().filter_map(dated).collect();
    dated.sort_by_key(|(n, interval)| (interval.earliest, *n));
    let mut rivals: Vec<(usize, Interval)> = Vec::new();
    for (n, interval) in dated {
        rivals.retain(|(_, rival)| rival.latest.is_none() || rival.latest > interval.earliest);
        let like = rivals.iter().filter(|(_, rival)| rival.overlaps(interval));
        let like = like.map(|(rival, _)| *rival).filter(|rival| !know_each_other(records[*rival].1, records[n].1));
        if let Some(rival) = like.min() {
            let (later, sooner) = (n.max(rival), n.min(rival));
            let (path, other) = records[sooner];
            let fault = Fault::LikelyDuplicate { id: other.id.clone(), path: path.to_owned() };
            remarks.push((later, Remark::new(fault, "id")));
        }
        if rivals.len() < RIVALS {
            rivals.push((n, interval));
        }
    }
}

fn know_each_other(a: &Incident, b: &Incident) -> bool {
    let names = |one: &Incident, other: &Incident| one.related.iter().any(|related| related.id == other.id);
    names(a, b) || names(b, a)
}

/// A name without case and accents.
fn folded(name: &str) -> String {
    let bare = name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect::<String>();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
