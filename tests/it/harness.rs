//! Drives the program in process, as its keyboard and its terminal would: keys in, frames and effects out.
//! It needs no terminal, waits for nothing, and expects nothing by itself.

use crate::records::now;
use breachline::app::{App, Effect, Message, Opening};
use breachline::edit::{Draft, Why, Write};
use breachline::keymap::Key;
use breachline::record::clock::OwnedRules;
use breachline::store::{self, Batch, Entry, Places, Seen, Session, Shelf};
use breachline::text::Lang;
use breachline::theme::{Glyphs, Theme};
use breachline::widget::Brush;
use crossterm::event::{KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// The records of the project.
pub const INCIDENTS: &str = "incidents";
/// Invented records that hold everything a screen must bear.
pub const RECORDS: &str = "tests/fixtures/records";
/// A broken file and a warned one beside a good one.
pub const BROKEN: &str = "tests/fixtures/broken-beside";

/// A folder with copies of some fixtures.
pub fn folder_of(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let from = Path::new("tests/fixtures").join(file);
        std::fs::copy(&from, folder.path().join(from.file_name().unwrap())).unwrap();
    }
    folder
}

/// The records whose English is ASCII, and a broken one.
pub fn ascii_records() -> TempDir {
    let records = ["acme-2025-03", "alder-2024-03", "birch-2023-11", "cedar-2025-01", "elm-0000"];
    let files: Vec<String> = records.iter().map(|id| format!("records/{id}.yaml")).collect();
    let mut files: Vec<&str> = files.iter().map(String::as_str).collect();
    files.push("broken-beside/broken.yaml");
    folder_of(&files)
}

/// Which French public bodies told the CNIL over 72 hours after detection, with the NIR exposed, of over a million people?
pub const QUESTION: &str =
    "country:FR sector:public detected..authority_notified>72h data:national_id_number=exposed affected>1M";

/// Every size that a snapshot is taken at.
pub const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// The program with a keyboard and a screen of a fixed size.
pub struct Explorer {
    app: App,
    places: Places,
    seen: Seen,
    size: (u16, u16),
    effects: Vec<Effect>,
    /// What is kept of forms.
    pub drafts: Vec<Draft>,
    /// The folders that records are looked for in where none is named.
    pub homes: Vec<PathBuf>,
    /// Whether loads are answered at once; else they are kept among the effects.
    pub answers: bool,
}

impl Explorer {
    /// The program on a folder, everything loaded.
    pub fn open(folder: impl AsRef<Path>, size: (u16, u16)) -> Explorer {
        Explorer::open_as(folder, size, Lang::En, Brush::default())
    }

    /// The program in ASCII and without colour.
    pub fn open_plain(folder: impl AsRef<Path>, size: (u16, u16)) -> Explorer {
        Explorer::open_as(folder, size, Lang::En, Brush { theme: Theme::Plain, glyphs: Glyphs::Ascii })
    }

    /// The program on a folder, in a language and a look.
    pub fn open_as(folder: impl AsRef<Path>, size: (u16, u16), lang: Lang, brush: Brush) -> Explorer {
        let mut explorer = Explorer::unread(folder, lang, brush);
        explorer.answers = true;
        explorer.resize(size);
        explorer
    }

    /// The program with these clocks, as of a moment.
    pub fn with_rules(mut self, rules: OwnedRules) -> Explorer {
        self.app = self.app.with_rules(rules);
        self
    }

    /// The program on the records that are built into it.
    pub fn built_in(size: (u16, u16)) -> Explorer {
        let app = App::new(Lang::En, Brush::default(), None);
        let mut explorer = Explorer {
            app,
            places: Places::BuiltIn,
            seen: Seen::default(),
            size,
            effects: Vec::new(),
            drafts: Vec::new(),
            homes: Vec::new(),
            answers: true,
        };
        explorer.resize(size);
        explorer
    }

    /// The program before its first message; it loads nothing by itself.
    pub fn unread(folder: impl AsRef<Path>, lang: Lang, brush: Brush) -> Explorer {
        let folder = folder.as_ref();
        let app = App::new(lang, brush, Some(folder.display().to_string()));
        let places = Places::Paths(vec![PathBuf::from(folder)]);
        Explorer {
            app,
            places,
            seen: Seen::default(),
            size: (0, 0),
            effects: Vec::new(),
            drafts: Vec::new(),
            homes: Vec::new(),
            answers: false,
        }
    }

    /// The program on a folder that takes up a session, everything loaded.
    pub fn resumed(folder: impl AsRef<Path>, size: (u16, u16), session: Session, history: Vec<String>) -> Explorer {
        let mut explorer = Explorer::unread(folder, Lang::En, Brush::default());
        explorer.app.restore(session, history);
        explorer.answers = true;
        explorer.resize(size);
        explorer
    }

    /// The program on a folder, its saved views beside the records and in a folder of the user's.
    pub fn with_views(folder: impl AsRef<Path>, own: impl AsRef<Path>, size: (u16, u16)) -> Explorer {
        let mut explorer = Explorer::unread(&folder, Lang::En, Brush::default());
        let file = |folder: &Path| Some(folder.join("views.yaml"));
        explorer.app.keep_views_in(Shelf { own: file(own.as_ref()), shared: file(folder.as_ref()) });
        explorer.answers = true;
        explorer.resize(size);
        explorer
    }

    /// What would be kept if the program ended now: the session, and what was typed into the filter.
    pub fn left(&self) -> (Session, Vec<String>) {
        (self.app.session(), self.app.history().to_vec())
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.size = size;
        self.tell(Message::Resized(size.0, size.1))
    }

    /// Sends a message, answers the loads and writes that it brings about, and keeps the other effects.
    pub fn tell(&mut self, message: Message) -> &mut Self {
        for effect in self.app.update(message) {
            match effect {
                Effect::Load { generation } if self.answers => self.load(generation),
                Effect::Fetch { edition, entries } if self.answers => self.fetch(edition, &entries),
                Effect::Complete(question) if self.answers => {
                    let completion = question.answer(&|| true).unwrap();
                    self.tell(Message::Completed(question.number, completion));
                }
                Effect::Index(documents) if self.answers => documents.make_index(),
                Effect::Search(question) if self.answers => {
                    let answer = question.answer(&|| true).unwrap();
                    self.tell(Message::Found(answer));
                }
                Effect::Count(question) if self.answers => {
                    let counted = question.answer(&|| true).unwrap();
                    self.tell(Message::Counted(question.number, counted));
                }
                Effect::Views { shelf, change } if self.answers => {
                    let failed =
                        change.and_then(|(change, shared)| Some((shelf.change(&change, shared).err()?, shared)));
                    let (views, problems) = shelf.read();
                    self.tell(Message::Views { views, problems });
                    if let Some((error, shared)) = failed {
                        let (failure, values) = shelf.told(&error, shared);
                        self.tell(Message::Failed(failure, values));
                    }
                }
                Effect::Write { write, why } if self.may_write(&write.path) => {
                    let outcome = store::save(&write);
                    self.tell(Message::Written { write, why, outcome });
                }
                // the trash of who runs the tests is left alone
                Effect::Delete(path) if self.may_write(&path) => {
                    let before = Some(std::fs::read(&path).unwrap());
                    std::fs::remove_file(&path).unwrap();
                    let write = Write { path, before, after: None };
                    self.tell(Message::Written { write, why: Why::Change, outcome: Ok(()) });
                }
                Effect::OpenForm(opening) if self.answers => self.open_form(opening),
                Effect::MakeFolder(folder) if self.may_write(&folder) => store::make_folder(&folder).unwrap(),
                Effect::FindDrafts if self.answers => {}
                Effect::KeepDraft(draft) => {
                    self.drafts.retain(|kept| kept.name != draft.name);
                    self.drafts.push(draft);
                }
                Effect::ForgetDraft(name) => self.drafts.retain(|kept| kept.name != name),
                Effect::ReadSidecar => {}
                effect => self.effects.push(effect),
            }
        }
        self
    }

    /// Whether a file may be written: the records of the project and the fixtures are read only, whatever the keys.
    fn may_write(&self, path: &Path) -> bool {
        self.answers && path.starts_with(std::env::temp_dir())
    }

    fn open_form(&mut self, opening: Opening) {
        let text =
            opening.record.as_ref().map_or(String::new(), |(origin, path)| store::source_of(origin, path).unwrap());
        let homes = self.homes.clone();
        self.tell(Message::Opened { opening, text, homes, now: now() });
    }

    /// Reads the folder and tells the program all of it.
    pub fn load(&mut self, generation: u64) {
        if let Some(home) = self.homes.iter().find(|home| self.places == Places::BuiltIn && home.is_dir()) {
            self.places = Places::Paths(vec![home.clone()]);
        }
        let mut batches: Vec<Batch> = Vec::new();
        let library = store::stream(&self.places, None, &mut self.seen, now(), &mut |batch| {
            batches.push(batch.clone());
            ControlFlow::Continue(())
        });
        for batch in batches {
            self.tell(Message::Loaded { generation, batch });
        }
        self.tell(Message::LoadEnded { generation, library: Box::new(library.unwrap()) });
    }

    /// Reads whole records and tells them to the program.
    pub fn fetch(&mut self, edition: u64, entries: &[Entry]) {
        let whole = |entry: &Entry| (entry.id().to_owned(), store::whole(entry));
        self.tell(Message::Fetched { edition, incidents: entries.iter().map(whole).collect() });
    }

    /// Presses keys, as the command table writes them: `j`, `ctrl-d`, `pgdn`; whatever is no key's name is typed.
    pub fn press(&mut self, keys: &[&str]) -> &mut Self {
        for key in keys {
            match Key::parse(key) {
                Some(key) => self.key(key),
                None => self.type_text(key),
            };
        }
        self
    }

    /// Types a text letter by letter, be it a key's name or not.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.key(Key { code: crossterm::event::KeyCode::Char(letter), control: false, alt: false });
        }
        self
    }

    fn key(&mut self, key: Key) -> &mut Self {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, key.control);
        modifiers.set(KeyModifiers::ALT, key.alt);
        self.tell(Message::Key(KeyEvent::new(key.code, modifiers)))
    }

    /// Puts the filter on a text, and leaves the line.
    pub fn filter(&mut self, text: &str) -> &mut Self {
        self.press(&["/", "ctrl-u"]).type_text(text).press(&["enter"])
    }

    /// Takes the effects since it was last asked, loads that were answered left out.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The painted screen.
    pub fn buffer(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The rows of the screen, without the blanks at their ends.
    pub fn rows(&self) -> Vec<String> {
        let buffer = self.buffer();
        (0..buffer.area.height).map(|y| cells(&buffer, y).map(|(_, cell)| cell.symbol()).collect::<String>()).collect()
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        let rows: Vec<String> = self.rows().iter().map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    /// The screen as text, and below it the look of every run of cells that is not plain.
    pub fn frame(&self) -> String {
        let buffer = self.buffer();
        let mut told = self.text();
        told.push('\n');
        for y in 0..buffer.area.height {
            let runs = runs(&buffer, y);
            if !runs.is_empty() {
                let runs: Vec<String> = runs.iter().map(|(from, to, look)| format!("{from}-{to} {look}")).collect();
                let _ = write!(told, "\n{y}: {}", runs.join(", "));
            }
        }
        told
    }

    /// Expects that a text stands on the screen.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.expect(self.text().contains(text), &format!("{text:?} is not on the screen"));
        self
    }

    /// Expects that a text does not stand on the screen.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.expect(!self.text().contains(text), &format!("{text:?} is on the screen"));
        self
    }

    /// The row of the screen that holds a text.
    #[track_caller]
    pub fn row_with(&self, text: &str) -> String {
        let found = self.rows().into_iter().find(|row| row.contains(text));
        self.expect(found.is_some(), &format!("no row holds {text:?}"));
        found.unwrap()
    }

    /// Expects something, and shows the screen where it is not so.
    #[track_caller]
    pub fn expect(&self, so: bool, else_say: &str) -> &Self {
        assert!(so, "{else_say}\n{}\n", self.frame());
        self
    }

    /// The last row: the keys, or what the last key brought about.
    pub fn bottom(&self) -> String {
        self.rows().last().map(|row| row.trim().to_owned()).unwrap_or_default()
    }

    /// The row of the list that is reversed, where the cursor is.
    pub fn selected(&self) -> String {
        let buffer = self.buffer();
        let reversed = |y: &u16| {
            let long = |(from, to, look): &(u16, u16, String)| look.contains("REVERSED") && to - from > 10;
            runs(&buffer, *y).iter().any(long)
        };
        // the tabs above may be reversed too
        let row = (2..buffer.area.height).find(reversed);
        self.expect(row.is_some(), "nothing is selected");
        let kept = cells(&buffer, row.unwrap()).filter(|(_, cell)| cell.modifier.contains(Modifier::REVERSED));
        kept.map(|(_, cell)| cell.symbol()).collect::<String>().trim().to_owned()
    }

    /// The texts that have a modifier, run by run.
    pub fn with_modifier(&self, modifier: Modifier) -> Vec<String> {
        let buffer = self.buffer();
        let mut found: Vec<String> = Vec::new();
        for y in 0..buffer.area.height {
            let mut last = None;
            for (x, cell) in cells(&buffer, y).filter(|(_, cell)| cell.modifier.contains(modifier)) {
                match (last, found.last_mut()) {
                    (Some(before), Some(run)) if before + 1 == x => run.push_str(cell.symbol()),
                    _ => found.push(cell.symbol().to_owned()),
                }
                last = Some(x);
            }
        }
        found
    }
}

/// The cells of a row, those that a wide letter covers left out.
pub fn cells(buffer: &Buffer, y: u16) -> impl Iterator<Item = (u16, &Cell)> {
    let mut covered = 0;
    (0..buffer.area.width).filter_map(move |x| {
        if covered > 0 {
            covered -= 1;
            return None;
        }
        let cell = &buffer[(x, y)];
        covered = cell.symbol().width().saturating_sub(1);
        Some((x, cell))
    })
}

/// The runs of one look in a row: first and last cell, and the look; plain cells are left out.
fn runs(buffer: &Buffer, y: u16) -> Vec<(u16, u16, String)> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for x in 0..buffer.area.width {
        let look = look(&buffer[(x, y)]);
        match runs.last_mut() {
            Some((_, to, last)) if *to + 1 == x && *last == look => *to = x,
            _ => runs.push((x, x, look)),
        }
    }
    runs.retain(|(_, _, look)| !look.is_empty());
    runs
}

fn look(cell: &Cell) -> String {
    let mut look = Vec::new();
    if cell.fg != Color::Reset {
        look.push(format!("{:?}", cell.fg).to_lowercase());
    }
    if cell.bg != Color::Reset {
        look.push(format!("on {:?}", cell.bg).to_lowercase());
    }
    if !cell.modifier.is_empty() {
        look.push(format!("{:?}", cell.modifier).replace(" | ", "+"));
    }
    look.join(" ")
}
