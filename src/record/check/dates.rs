//! Dates that cannot be: still to come, known before they happened, contained before detected.
//! It warns only where the intervals leave no doubt; unusual orders that overlap are no fault.

use super::{At, Remark};
use crate::record::finding::Fault;
use crate::record::incident::Incident;
use crate::record::interval::Answer;
use crate::record::milestone::milestone;
use crate::record::vocabulary::EventKind;
use crate::record::when::When;
use chrono::{DateTime, Utc};

/// Checks every date of a record.
pub fn check(incident: &Incident, now: DateTime<Utc>, remarks: &mut Vec<Remark>) {
    let zone = incident.zone();
    each(incident, &mut |at, date| {
        if date.interval(zone).earliest.is_some_and(|start| start > now) {
            remarks.push(Remark::new(Fault::FutureDate(date.text().to_owned()), at));
        }
    });
    for (n, event) in incident.timeline.iter().enumerate() {
        let Some(known) = &event.known else { continue };
        if known.interval(zone).is_before(event.date.interval(zone)) == Answer::Yes {
            let fault = Fault::KnownBeforeDate { known: known.text().to_owned(), date: event.date.text().to_owned() };
            remarks.push(Remark::new(fault, At("timeline", Some(n), "known")));
        }
    }
    order(incident, remarks);
}

fn order(incident: &Incident, remarks: &mut Vec<Remark>) {
    let place = |kind| incident.timeline.iter().position(|event| event.kind == kind);
    let Some(n) = place(EventKind::Contained) else { return };
    let both = milestone(incident, EventKind::Contained).zip(milestone(incident, EventKind::Detected));
    if let Some((contained, detected)) = both
        && contained.interval.is_before(detected.interval) == Answer::Yes
    {
        let fault = Fault::ContainedBeforeDetected { contained: contained.text, detected: detected.text };
        remarks.push(Remark::new(fault, At("timeline", Some(n), "date")));
    }
}

/// Every date that tells of the past; what is planned may lie ahead.
fn each<'a>(incident: &'a Incident, seen: &mut dyn FnMut(At, &'a When)) {
    for (n, event) in incident.timeline.iter().enumerate() {
        seen(At("timeline", Some(n), "date"), &event.date);
        if let Some(known) = &event.known {
            seen(At("timeline", Some(n), "known"), known);
        }
    }
    macro_rules! lists {
        ($($list:ident $field:ident),+) => {
            $(for (n, statement) in incident.$list.iter().enumerate() {
                if let Some(date) = &statement.$field {
                    seen(At(stringify!($list), Some(n), stringify!($field)), date);
                }
            })+
        };
    }
    lists!(affected as_of, measures date, consequences date, sources date);
}
