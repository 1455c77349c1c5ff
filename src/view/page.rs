//! A page to hand over: sections of text, tables, figures and lists, as HTML or as Markdown.
//! It chooses no words; reports and worksheets do.

pub mod html;
pub mod markdown;

use super::line::Line;
use crate::text::Lang;
use crate::theme::Role;

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The language that its own words are in.
    pub lang: Lang,
    /// What kind of page it is, above the title.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What is said of it as a whole, below the title.
    pub about: Vec<String>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// What stands at its end.
    pub foot: Vec<String>,
}

/// A part of a page, which the contents name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in addresses.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below that of the section.
    Heading(String),
    /// A paragraph.
    Text(Told),
    /// A remark on how what follows is to be read.
    Note(String),
    /// One incident each, in short.
    Cards(Vec<Card>),
    /// A chart.
    Figure(Figure),
    /// A table.
    Table(Table),
    /// A list.
    List(Vec<Told>),
    /// The numbered sources.
    Sources(Vec<Source>),
}

/// Something told, with the numbers of its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The lines.
    pub lines: Vec<Line>,
    /// The numbers of its sources, from 1.
    pub cited: Vec<usize>,
    /// The language, where it is not that of the page.
    pub lang: Option<String>,
}

impl Told {
    /// A plain text.
    pub fn of(text: impl AsRef<str>) -> Told {
        Told::line(Line::of(text, Role::Text))
    }

    /// One line.
    pub fn line(line: Line) -> Told {
        Told { lines: vec![line], ..Told::default() }
    }

    /// The same with its sources.
    pub fn citing(self, cited: Vec<usize>) -> Told {
        Told { cited, ..self }
    }
}

/// An incident in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The letter by which tables and charts name it; empty where it is alone.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// Who it is about.
    pub about: Told,
    /// The figure that stands for it.
    pub figure: Told,
    /// By whose account.
    pub account: Told,
    /// Labels and what is stated of each.
    pub facts: Vec<(String, Told)>,
    /// What happened.
    pub text: Option<Told>,
    /// All that is told of it, folded away until a reader asks for it.
    pub full: Vec<Block>,
}

/// A chart, drawn for wide and for narrow pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name in addresses.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Drawn for a wide page: its size, and what is inside the SVG.
    pub wide: Drawing,
    /// Drawn for a narrow page.
    pub narrow: Drawing,
    /// What its signs mean: the inside of an SVG of 34 by 16, and the word.
    pub legend: Vec<(String, String)>,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// The inside of the SVG; its texts are escaped.
    pub inside: String,
}

/// How a table behaves where there is no room for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Its cells come one below the other.
    #[default]
    Stacked,
    /// It can be moved sideways, the heads of the rows staying.
    Grid,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it tells.
    pub caption: String,
    /// How it behaves on a narrow page.
    pub shape: Shape,
    /// The heads of its columns: a short name, if there is one, and the name.
    pub heads: Vec<(String, String)>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table; its first cell is its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The group that it opens or belongs to.
    pub group: Option<String>,
    /// Its head.
    pub head: Told,
    /// Its other cells.
    pub cells: Vec<Told>,
}

/// A numbered source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Who published it and when.
    pub about: String,
    /// How good it is.
    pub grade: Option<String>,
    /// Where it is: an `http` or `https` address.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The letters of the incidents that cite it.
    pub letters: String,
}
