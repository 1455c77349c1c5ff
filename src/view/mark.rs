//! Marks: one glyph and one role for each thing that can be known of a statement.
//! A mark never stands without its word beside it; the words are the vocabularies'.

use super::line::Line;
use crate::record::vocabulary::{ClaimantKind, DataStatus, MeasureStatus, Status};
use crate::theme::{Glyph, Glyphs, Role};

/// What is known of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// So it is: exposed, done, confirmed.
    Yes,
    /// One side says so: claimed, planned, under way.
    Claimed,
    /// Sources differ, or the dates do not decide.
    Disputed,
    /// It is stated not to be so: not exposed, refused.
    No,
    /// It is stated to be unknown.
    Unknown,
    /// It was withdrawn, or replaced.
    Superseded,
    /// Longer than a clock allows.
    Late,
    /// Nobody says anything.
    NotStated,
}

impl Mark {
    /// The mark of a data category.
    pub fn of_exposure(status: DataStatus) -> Mark {
        match status {
            DataStatus::Exposed => Mark::Yes,
            DataStatus::Claimed => Mark::Claimed,
            DataStatus::Disputed => Mark::Disputed,
            DataStatus::NotExposed => Mark::No,
            DataStatus::Unknown => Mark::Unknown,
        }
    }

    /// The mark of a measure; one without a status is only known to be mentioned.
    pub fn of_measure(status: Option<MeasureStatus>) -> Mark {
        match status {
            Some(MeasureStatus::Done) => Mark::Yes,
            Some(MeasureStatus::UnderWay | MeasureStatus::Planned) => Mark::Claimed,
            Some(MeasureStatus::Refused) => Mark::No,
            Some(MeasureStatus::Unknown) | None => Mark::Unknown,
        }
    }

    /// The mark of an event, a claim or an incident; confirmed if nothing is said.
    pub fn of_status(status: Option<Status>) -> Mark {
        match status {
            Some(Status::Confirmed) | None => Mark::Yes,
            Some(Status::Claimed) => Mark::Claimed,
            Some(Status::Disputed) => Mark::Disputed,
            Some(Status::Retracted) => Mark::Superseded,
        }
    }

    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            Mark::Yes => "yes",
            Mark::Claimed => "claimed",
            Mark::Disputed => "disputed",
            Mark::No => "no",
            Mark::Unknown => "unknown",
            Mark::Superseded => "superseded",
            Mark::Late => "late",
            Mark::NotStated => "not_stated",
        }
    }

    /// Its glyph.
    pub fn glyph(self) -> Glyph {
        match self {
            Mark::Yes => Glyph::Yes,
            Mark::Claimed => Glyph::Claimed,
            Mark::Disputed => Glyph::Disputed,
            Mark::No | Mark::Superseded => Glyph::No,
            Mark::Unknown => Glyph::Unknown,
            Mark::Late => Glyph::Attacker,
            Mark::NotStated => Glyph::NotStated,
        }
    }

    /// Its role.
    pub fn role(self) -> Role {
        match self {
            Mark::Yes => Role::Confirmed,
            Mark::Claimed => Role::Claimed,
            Mark::Disputed => Role::Disputed,
            Mark::No => Role::Denied,
            Mark::Unknown | Mark::NotStated => Role::NotStated,
            Mark::Superseded => Role::Superseded,
            Mark::Late => Role::Late,
        }
    }

    /// A line that opens with the mark; its later rows stand under what follows the mark.
    pub fn open(self, glyphs: Glyphs) -> Line {
        // what is struck through in words is not so in its mark
        let role = if self == Mark::Superseded { Role::NotStated } else { self.role() };
        Line::of(glyphs.get(self.glyph()), role).with(" ", Role::Text).indented(2)
    }
}

/// The glyph of one who gives a figure.
pub fn claimant_glyph(kind: ClaimantKind) -> Glyph {
    match kind {
        ClaimantKind::Court => Glyph::Court,
        ClaimantKind::Authority => Glyph::Authority,
        ClaimantKind::Controller => Glyph::Controller,
        ClaimantKind::Processor => Glyph::Processor,
        ClaimantKind::Researcher => Glyph::Researcher,
        ClaimantKind::Press => Glyph::Press,
        ClaimantKind::Other => Glyph::Somebody,
        ClaimantKind::Attacker => Glyph::Attacker,
    }
}
