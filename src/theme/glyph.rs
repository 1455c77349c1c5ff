//! Glyphs, each with its ASCII twin; all are one cell wide.
//! It does not say where a glyph stands; screens and views do.

/// Which twin is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Unicode.
    #[default]
    Unicode,
    /// ASCII alone (`--ascii`).
    Ascii,
}

impl Glyphs {
    /// The twin of a glyph.
    pub fn get(self, glyph: Glyph) -> &'static str {
        let (unicode, ascii) = glyph.twins();
        match self {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }
}

impl Glyphs {
    /// A column of a small bar chart, its height from 0 to 8 eighths of a cell.
    pub fn level(self, eighths: u8) -> &'static str {
        let (unicode, ascii) = match eighths {
            0 => (" ", " "),
            1 => ("▁", "."),
            2 => ("▂", "."),
            3 => ("▃", ":"),
            4 => ("▄", ":"),
            5 => ("▅", "|"),
            6 => ("▆", "|"),
            7 => ("▇", "#"),
            _ => ("█", "#"),
        };
        match self {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }
}

macro_rules! glyphs {
    ($($(#[$doc:meta])+ $name:ident $unicode:literal $ascii:literal)+) => {
        /// A mark, a piece of a line or of a bar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Glyph { $($(#[$doc])+ $name),+ }

        impl Glyph {
            /// All glyphs.
            pub const ALL: &'static [Glyph] = &[$(Glyph::$name),+];

            /// The glyph and its ASCII twin.
            pub fn twins(self) -> (&'static str, &'static str) {
                match self { $(Glyph::$name => ($unicode, $ascii)),+ }
            }
        }
    };
}

glyphs! {
    /// Yes: exposed, done.
    Yes "●" "x"
    /// No, and somebody says so.
    No "○" "-"
    /// Claimed by one side.
    Claimed "◐" "c"
    /// Being done.
    UnderWay "◐" "u"
    /// To be done.
    Planned "◌" "p"
    /// Sources differ.
    Disputed "◑" "d"
    /// Stated to be unknown.
    Unknown "?" "?"
    /// Not stated.
    NotStated "·" "."
    /// A court's figure.
    Court "■" "J"
    /// An authority's figure.
    Authority "◆" "A"
    /// The controller's figure.
    Controller "●" "O"
    /// The processor's figure.
    Processor "◍" "P"
    /// A researcher's figure.
    Researcher "▲" "R"
    /// A medium's figure.
    Press "○" "N"
    /// The attacker's figure.
    Attacker "×" "X"
    /// Somebody else's figure.
    Somebody "◇" "S"
    /// A certain day on a timeline.
    Point "●" "o"
    /// What the attacker did, on a timeline.
    Attack "▲" "^"
    /// The empty row of a lane.
    Rail "·" "."
    /// A response measure on a timeline.
    Response "◆" "#"
    /// What the attacker is claimed to have done, on a timeline.
    AttackDoubtful "△" "'"
    /// A response that is claimed or disputed, on a timeline.
    ResponseDoubtful "◇" "*"
    /// An act of an authority that is claimed or disputed, on a timeline.
    CourtDoubtful "□" "j"
    /// Another event that is claimed or disputed, on a timeline.
    PointDoubtful "○" "c"
    /// A median on a timeline.
    Median "┼" "m"
    /// A piece of the mark of a break in an axis.
    Break "╱" "/"
    /// The line of day 0.
    Zero "┊" ":"
    /// The run of an interval.
    Run "━" "="
    /// The run of a doubtful interval.
    RunDoubtful "╌" "-"
    /// The left end of an interval.
    FromEnd "├" "["
    /// The right end of an interval.
    ToEnd "┤" "]"
    /// It goes on, or began, further left.
    OpenLeft "◂" "<"
    /// It goes on further right.
    OpenRight "▸" ">"
    /// A solid cell of a bar.
    Bar "█" "#"
    /// A cell of a bar that may or may not be.
    BarMaybe "░" ":"
    /// A step line that goes down.
    StepDown "┐" "+"
    /// A step line that goes on.
    StepOn "└" "+"
    /// A horizontal line.
    Horizontal "─" "-"
    /// A vertical line.
    Vertical "│" "|"
    /// A tick on a horizontal line.
    Tick "┬" "+"
    /// A marked row.
    Marked "▪" "*"
    /// An incident that the user gave a star.
    Star "★" "*"
    /// The row of the cursor.
    Cursor "▌" ">"
    /// What the chosen incident has.
    Here "›" ">"
    /// A text that goes on.
    Ellipsis "…" "~"
    /// More follows below.
    More "▾" "v"
    /// From one to another.
    Arrow "→" ">"
    /// Differs.
    Differs "≠" "!"
    /// A finding.
    Finding "⚠" "!"
    /// At least.
    AtLeast "≥" ">"
    /// At most.
    AtMost "≤" "<"
    /// About.
    About "≈" "~"
    /// Between two figures or dates.
    Between "–" "-"
    /// Between two statements on a line.
    Separator "·" "|"
}
