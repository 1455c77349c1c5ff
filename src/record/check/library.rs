//! Records beside each other: two with one id, and two that look like one incident.
//! It reads no file; who asks gives what is compared of them, in the order of their paths.

use super::Remark;
use crate::record::finding::Fault;
use crate::record::interval::Interval;
use crate::record::vocabulary::Relation;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::sync::Arc;

/// How many records that overlap are compared with the next one of the same organisation.
const RIVALS: usize = 16;

/// What of a record is compared with others.
#[derive(Clone, Debug)]
pub struct Likeness<'a> {
    /// Its path.
    pub path: &'a Arc<str>,
    /// Its id.
    pub id: &'a Arc<str>,
    /// The organisation's name, without case and accents.
    pub organisation: &'a str,
    /// When its earliest milestone was; unknown where no date is stated.
    pub date: Interval,
    /// The ids of the records that it names as related, and how.
    pub related: &'a [(Box<str>, Option<Relation>)],
}

/// Checks records against each other, those that have the id of an earlier one, by their places, with the place of that one;
/// tells of which record each remark is.
pub fn check_library(records: &[Likeness], doubles: &HashMap<usize, usize>) -> Vec<(usize, Remark)> {
    let mut remarks = Vec::new();
    let mut organisations: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, record) in records.iter().enumerate() {
        if let Some(earlier) = doubles.get(&n) {
            let other = Arc::clone(records[*earlier].path);
            let (id, path) = (Arc::clone(record.id), Arc::clone(record.path));
            remarks.push((n, Remark::new(Fault::DuplicateId { id, path, other }, "id")));
        } else {
            organisations.entry(record.organisation).or_default().push(n);
        }
    }
    let groups: Vec<Vec<usize>> = organisations.into_values().filter(|group| group.len() > 1).collect();
    let alike: Vec<(usize, usize)> = groups.into_par_iter().flat_map_iter(|group| alike(records, group)).collect();
    remarks.extend(alike.into_iter().map(|(later, sooner)| {
        let other = &records[sooner];
        let fault = Fault::LikelyDuplicate { id: Arc::clone(other.id), path: Arc::clone(other.path) };
        (later, Remark::new(fault, "id"))
    }));
    remarks.sort_by_key(|(n, _)| *n);
    remarks
}

/// Records of one organisation whose first dates overlap and that do not know of each other, each with the first of those
/// that are like it; the later one first.
fn alike(records: &[Likeness], mut group: Vec<usize>) -> Vec<(usize, usize)> {
    group.retain(|n| !records[*n].date.is_unknown());
    group.sort_by_key(|n| (records[*n].date.earliest, *n));
    let (mut rivals, mut pairs): (Vec<(usize, Interval)>, _) = (Vec::new(), Vec::new());
    for n in group {
        let interval = records[n].date;
        rivals.retain(|(_, rival)| rival.latest.is_none() || rival.latest > interval.earliest);
        let like = rivals.iter().filter(|(_, rival)| rival.overlaps(interval));
        let like = like.map(|(rival, _)| *rival).filter(|rival| !know_each_other(&records[*rival], &records[n]));
        if let Some(rival) = like.min() {
            pairs.push((n.max(rival), n.min(rival)));
        }
        if rivals.len() < RIVALS {
            rivals.push((n, interval));
        }
    }
    pairs
}

fn know_each_other(a: &Likeness, b: &Likeness) -> bool {
    let knows = |one: &Likeness, other: &Likeness| one.related.iter().any(|(id, _)| **id == **other.id);
    knows(a, b) || knows(b, a)
}
