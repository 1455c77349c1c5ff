//! Standing: one glyph and one role for each thing that can be known of a statement.
//! Its sign never stands without its word beside it; the words are the vocabularies'.

use super::line::Line;
use crate::record::vocabulary::{ClaimantKind, DataStatus, MeasureStatus, Status};
use crate::theme::{Glyph, Glyphs, Role};

/// What is known of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// So it is: exposed, done, confirmed.
    Yes,
    /// One side says so.
    Claimed,
    /// It is being done.
    UnderWay,
    /// It is to be done.
    Planned,
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

impl Standing {
    /// The standing of a data category.
    pub fn of_exposure(status: DataStatus) -> Standing {
        match status {
            DataStatus::Exposed => Standing::Yes,
            DataStatus::Claimed => Standing::Claimed,
            DataStatus::Disputed => Standing::Disputed,
            DataStatus::NotExposed => Standing::No,
            DataStatus::Unknown => Standing::Unknown,
        }
    }

    /// The standing of a measure; one without a status is only known to be mentioned.
    pub fn of_measure(status: Option<MeasureStatus>) -> Standing {
        match status {
            Some(MeasureStatus::Done) => Standing::Yes,
            Some(MeasureStatus::UnderWay) => Standing::UnderWay,
            Some(MeasureStatus::Planned) => Standing::Planned,
            Some(MeasureStatus::Refused) => Standing::No,
            Some(MeasureStatus::Unknown) | None => Standing::Unknown,
        }
    }

    /// The standing of an event, a claim or an incident; confirmed if nothing is said.
    pub fn of_status(status: Option<Status>) -> Standing {
        match status {
            Some(Status::Confirmed) | None => Standing::Yes,
            Some(Status::Claimed) => Standing::Claimed,
            Some(Status::Disputed) => Standing::Disputed,
            Some(Status::Retracted) => Standing::Superseded,
        }
    }

    /// Whether it is so by at least one account, or is to become so: what the totals of matrices count.
    pub fn holds(self) -> bool {
        use Standing as S;
        matches!(self, S::Yes | S::Claimed | S::UnderWay | S::Planned | S::Disputed)
    }

    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Yes => "yes",
            Standing::Claimed => "claimed",
            Standing::UnderWay => "under_way",
            Standing::Planned => "planned",
            Standing::Disputed => "disputed",
            Standing::No => "no",
            Standing::Unknown => "unknown",
            Standing::Superseded => "superseded",
            Standing::Late => "late",
            Standing::NotStated => "not_stated",
        }
    }

    /// Its glyph.
    pub fn glyph(self) -> Glyph {
        match self {
            Standing::Yes => Glyph::Yes,
            Standing::Claimed => Glyph::Claimed,
            Standing::UnderWay => Glyph::UnderWay,
            Standing::Planned => Glyph::Planned,
            Standing::Disputed => Glyph::Disputed,
            Standing::No | Standing::Superseded => Glyph::No,
            Standing::Unknown => Glyph::Unknown,
            Standing::Late => Glyph::Attacker,
            Standing::NotStated => Glyph::NotStated,
        }
    }

    /// Its role.
    pub fn role(self) -> Role {
        match self {
            Standing::Yes => Role::Confirmed,
            Standing::Claimed | Standing::UnderWay | Standing::Planned => Role::Claimed,
            Standing::Disputed => Role::Disputed,
            Standing::No => Role::Denied,
            Standing::Unknown | Standing::NotStated => Role::NotStated,
            Standing::Superseded => Role::Superseded,
            Standing::Late => Role::Late,
        }
    }

    /// A line that opens with its sign; its later rows stand under what follows the sign.
    pub fn open(self, glyphs: Glyphs) -> Line {
        // what is struck through in words is not so in its sign
        let role = if self == Standing::Superseded { Role::NotStated } else { self.role() };
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
