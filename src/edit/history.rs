//! Every write of the session as what was there and what came in its place, so that each can be taken back and made again.
//! It writes nothing; `store` does.

use std::path::PathBuf;

/// A write of one file, to the byte; `None` is a file that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The file.
    pub path: PathBuf,
    /// What must be there for the write to happen.
    pub before: Option<Vec<u8>>,
    /// What is there after it.
    pub after: Option<Vec<u8>>,
}

impl Write {
    /// The write that takes this one back.
    pub fn invert(self) -> Write {
        Write { path: self.path, before: self.after, after: self.before }
    }
}

/// Why a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A record is changed, made or deleted.
    Change,
    /// A write is taken back.
    Undo,
    /// A write that was taken back is made again.
    Redo,
}

/// The writes of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Write>,
    undone: Vec<Write>,
}

impl History {
    /// The write that would take the last one back.
    pub fn undo(&self) -> Option<Write> {
        self.done.last().cloned().map(Write::invert)
    }

    /// The write that would make the last one again that was taken back.
    pub fn redo(&self) -> Option<Write> {
        self.undone.last().cloned()
    }

    /// Takes note of a write that was done.
    pub fn note(&mut self, write: Write, why: Why) {
        match why {
            Why::Change => {
                self.done.push(write);
                self.undone.clear();
            }
            Why::Undo => {
                self.done.pop();
                self.undone.push(write.invert());
            }
            Why::Redo => {
                self.undone.pop();
                self.done.push(write);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &str, before: Option<&str>, after: Option<&str>) -> Write {
        let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
        Write { path: path.into(), before: bytes(before), after: bytes(after) }
    }

    #[test]
    fn what_is_taken_back_can_be_made_again_until_something_else_is_written() {
        let mut history = History::default();
        assert_eq!((history.undo(), history.redo()), (None, None));
        history.note(write("a", None, Some("1")), Why::Change);
        history.note(write("a", Some("1"), Some("2")), Why::Change);
        let back = history.undo().unwrap();
        assert_eq!(back, write("a", Some("2"), Some("1")));
        history.note(back, Why::Undo);
        assert_eq!(history.undo(), Some(write("a", Some("1"), None)));
        let again = history.redo().unwrap();
        assert_eq!(again, write("a", Some("1"), Some("2")));
        history.note(again, Why::Redo);
        assert_eq!(history.redo(), None);
        history.note(history.undo().unwrap(), Why::Undo);
        history.note(write("b", Some("x"), None), Why::Change);
        assert_eq!(history.redo(), None);
    }
}
