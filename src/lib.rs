//! breachline: a terminal explorer of data-breach records.
//! This page is the map of the crate: what flows where, and a sentence a module; it holds no code.
//!
//! # On the screens
//!
//! ```text
//! key ─ term ─▶ Message ─ App::update ─ keymap::find ─▶ Command ─ App::run ─▶ state, Vec<Effect>
//!                  ▲                                                                │
//!                  └──── Loaded, Written, Changed, … ◀──── term, store ◀───────────┘
//! ```
//!
//! The loop of `term` sleeps until a message comes, hands it and all that wait behind it to the state, carries out the
//! effects, and draws once. `update` does no IO and reads no clock; `draw` changes nothing.
//!
//! # In the shell
//!
//! ```text
//! arguments ─ cli ─▶ store (read) ─▶ query (choose) ─▶ view (tell) ─▶ standard output
//! ```
//!
//! # The modules, the lowest first; each uses only those above it here
//!
//! - [`text`]: the catalogue, every text a user sees, in English and French; what is fit for a terminal.
//! - [`chart`]: geometry, from numbers and instants to cells.
//! - [`theme`]: roles and their styles, glyphs and their ASCII twins.
//! - [`record`]: what an incident is: dates as intervals, figures as claims, checks, and what is reckoned of them.
//! - [`edit`]: changes of a record, its text after them, and taking them back.
//! - [`command`]: the table of commands, from which keys, help and manual are made.
//! - [`keymap`]: names of keys, and the command of a key.
//! - [`query`]: which incidents match, in what order, and how many of each.
//! - [`store`]: the disk, alone: folders, files, the records built in.
//! - [`import`]: others' data, item by item, as records.
//! - [`view`]: records as lines of text with roles, and as Markdown, HTML, JSON and CSV.
//! - [`picture`]: a painted buffer as SVG or as lines.
//! - [`widget`]: painting that several screens share.
//! - [`screen`]: one module a screen: its state, its moves, its drawing.
//! - [`app`]: the whole state, `update` and `draw`.
//! - [`term`]: the terminal, threads, signals, the editor, the loop.
//! - [`cli`]: the arguments, the commands that print and end, the start of the screens.
//!
//! `docs/architecture.md` has the same as a table, with the words that the project uses; a test holds both true.

pub mod app;
pub mod chart;
pub mod cli;
pub mod command;
pub mod edit;
pub mod import;
pub mod keymap;
pub mod picture;
pub mod query;
pub mod record;
pub mod screen;
pub mod store;
pub mod term;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;
