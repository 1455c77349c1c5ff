//! Roles and their looks: the only place that names a colour, an attribute or a glyph.
//! It knows nothing of what is shown; a text names its role, the theme says how that looks.

pub mod glyph;

pub use glyph::{Glyph, Glyphs};
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is, for the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain text.
    #[default]
    Text,
    /// Text of second rank: labels, units, notes.
    Muted,
    /// A heading.
    Heading,
    /// What the eye should meet first: a headline figure, the name of the thing shown.
    Strong,
    /// A key to press.
    Key,
    /// Where the cursor is.
    Selected,
    /// Where the cursor is in a pane that has not the focus.
    SelectedElsewhere,
    /// A marked incident.
    Marked,
    /// A letter that the filter matched.
    Matched,
    /// A frame.
    Border,
    /// The frame of the pane that has the focus.
    BorderFocused,
    /// Established: confirmed, exposed, done, within.
    Confirmed,
    /// Said by one side alone: claimed, planned, under way.
    Claimed,
    /// Sources differ; cannot be decided.
    Disputed,
    /// Stated not to be so.
    Denied,
    /// Not stated, unknown.
    NotStated,
    /// Replaced by a newer statement, or withdrawn.
    Superseded,
    /// What the attacker did.
    Attack,
    /// What was done in response.
    Response,
    /// What authorities and courts did.
    Authority,
    /// Longer than a clock allows.
    Late,
    /// Differs from the other columns.
    Differs,
    /// A bar of a chart.
    Bar,
    /// A finding that leaves the record out.
    Error,
    /// A finding that does not.
    Warning,
    /// An address.
    Address,
}

impl Role {
    /// All roles.
    pub const ALL: &'static [Role] = &[
        Role::Text,
        Role::Muted,
        Role::Heading,
        Role::Strong,
        Role::Key,
        Role::Selected,
        Role::SelectedElsewhere,
        Role::Marked,
        Role::Matched,
        Role::Border,
        Role::BorderFocused,
        Role::Confirmed,
        Role::Claimed,
        Role::Disputed,
        Role::Denied,
        Role::NotStated,
        Role::Superseded,
        Role::Attack,
        Role::Response,
        Role::Authority,
        Role::Late,
        Role::Differs,
        Role::Bar,
        Role::Error,
        Role::Warning,
        Role::Address,
    ];
}

/// How roles look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The terminal's own colours, its sixteen and no others.
    #[default]
    Terminal,
    /// Bold and reversed over colour: for poor light and poor eyes.
    Contrast,
    /// No colour at all (`NO_COLOR`).
    Plain,
}

impl Theme {
    /// Its word in a session.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Terminal => "terminal",
            Theme::Contrast => "contrast",
            Theme::Plain => "plain",
        }
    }

    /// The theme of a word.
    pub fn of(id: &str) -> Option<Theme> {
        [Theme::Terminal, Theme::Contrast, Theme::Plain].into_iter().find(|theme| theme.id() == id)
    }

    /// The next theme in turn.
    pub fn next(self) -> Theme {
        match self {
            Theme::Terminal => Theme::Contrast,
            Theme::Contrast => Theme::Plain,
            Theme::Plain => Theme::Terminal,
        }
    }

    /// The look of a role.
    pub fn style(self, role: Role) -> Style {
        let (color, modifier) = look(role);
        let style = Style::new().add_modifier(modifier);
        match self {
            Theme::Terminal => color.map_or(style, |color| style.fg(color)),
            Theme::Contrast => {
                color.map_or(style, |color| style.fg(color).add_modifier(Modifier::BOLD)).remove_modifier(Modifier::DIM)
            }
            Theme::Plain => style,
        }
    }
}

/// The colour and the attributes of a role; the attributes alone tell roles apart where they must be.
fn look(role: Role) -> (Option<Color>, Modifier) {
    use Modifier as M;
    match role {
        Role::Text => (None, M::empty()),
        Role::Muted | Role::Border | Role::NotStated => (None, M::DIM),
        Role::Heading => (Some(Color::Cyan), M::BOLD),
        Role::Strong => (None, M::BOLD),
        Role::Key => (Some(Color::Cyan), M::BOLD),
        Role::Selected => (None, M::REVERSED),
        Role::SelectedElsewhere => (None, M::BOLD),
        Role::Marked => (Some(Color::Magenta), M::BOLD),
        Role::Matched => (Some(Color::Yellow), M::BOLD.union(M::UNDERLINED)),
        Role::BorderFocused => (Some(Color::Cyan), M::empty()),
        Role::Confirmed => (Some(Color::Green), M::empty()),
        Role::Claimed => (Some(Color::Yellow), M::ITALIC),
        Role::Disputed => (Some(Color::Magenta), M::ITALIC),
        Role::Denied => (Some(Color::Blue), M::empty()),
        Role::Superseded => (None, M::DIM.union(M::CROSSED_OUT)),
        Role::Attack => (Some(Color::Red), M::empty()),
        Role::Response => (Some(Color::Green), M::empty()),
        Role::Authority => (Some(Color::Blue), M::BOLD),
        Role::Late => (Some(Color::Red), M::BOLD),
        Role::Differs => (Some(Color::Yellow), M::empty()),
        Role::Bar => (Some(Color::Cyan), M::empty()),
        Role::Error => (Some(Color::Red), M::BOLD),
        Role::Warning => (Some(Color::Yellow), M::BOLD),
        Role::Address => (Some(Color::Blue), M::UNDERLINED),
    }
}
