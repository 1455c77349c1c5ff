//! The session: how the screens were left, put into plain words for the store and taken back from them.
//! It reads and writes no file; a word that means nothing now is passed over.

use super::App;
use crate::query::{Key, Order};
use crate::screen::Screen;
use crate::screen::filter::history::History;
use crate::store::Session;
use crate::text::Lang;
use crate::theme::Theme;

impl App {
    /// Takes up where a session ended; what depends on the records is taken up once they are read.
    pub fn restore(&mut self, session: Session, history: Vec<String>) {
        let desk = &mut self.desk;
        desk.filter.history = History::of(history);
        desk.filter.set(&session.filter);
        desk.filter.read();
        desk.filter.suspended = session.suspended;
        desk.order = Order::of(&session.sort).unwrap_or_default();
        desk.columns = session.columns.iter().filter_map(|column| Key::of(column)).collect();
        desk.marks.clone_from(&session.marks);
        desk.sought.clone_from(&session.selected);
        if let Some(lang) = session.lang.as_deref().and_then(Lang::parse) {
            desk.lang = lang;
        }
        if let Some(theme) = session.theme.as_deref().and_then(Theme::of) {
            desk.brush.theme = theme;
        }
        self.screen = Screen::of(&session.screen).unwrap_or_default();
        self.timeline.align_as(session.aligned, &session.anchor, session.median);
        self.resumed = Some(session);
    }

    /// Forgets marks of what is gone, and puts the cursors where they were, if no key was pressed since the start.
    pub(super) fn resume(&mut self) {
        let library = &self.desk.library;
        self.desk.marks.retain(|id| library.position(id).is_some());
        let Some(session) = self.resumed.take() else { return };
        if self.desk.selected == session.selected {
            self.explore.resume(&self.desk, session.top, session.detail);
        }
    }

    /// How the screens are now.
    pub fn session(&self) -> Session {
        let desk = &self.desk;
        let (top, detail) = self.explore.place();
        let (aligned, anchor, median) = self.timeline.alignment();
        let (lang, theme) = self.started;
        Session {
            screen: self.screen.id().to_owned(),
            filter: desk.filter.typing.text().to_owned(),
            suspended: desk.filter.suspended,
            sort: desk.order.to_string(),
            columns: desk.columns.iter().map(Key::to_string).collect(),
            marks: desk.marks.clone(),
            selected: desk.sought.clone(),
            anchor: anchor.to_owned(),
            aligned,
            median,
            lang: (desk.lang != lang).then(|| desk.lang.code().to_owned()),
            theme: (desk.brush.theme != theme).then(|| desk.brush.theme.id().to_owned()),
            top,
            detail,
            ..Session::default()
        }
    }

    /// What was typed into the filter, the newest last.
    pub fn history(&self) -> &[String] {
        self.desk.filter.history.texts()
    }
}
