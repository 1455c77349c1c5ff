//! What is shown, on its way to a file or back to be copied, record by record.
//! It decides nothing about what is told; `app` does.

use crate::app::{Message, Told};
use crate::store;
use crate::text::export;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Writes what is shown to a file, unless one is there that may not be replaced; without a file it is told.
pub fn export(told: &Told, path: Option<PathBuf>, replace: bool) -> Message {
    let failed = |path: &Path, error: &io::Error| {
        Message::Failed(export::UNWRITABLE, vec![path.display().to_string(), error.to_string()])
    };
    let Some(path) = path else {
        let mut text = Vec::new();
        return match told.write(&store::whole, &mut text) {
            Ok(()) => Message::Told(String::from_utf8_lossy(&text).into_owned()),
            Err(error) => failed(Path::new("OSC 52"), &error),
        };
    };
    if !replace && store::exists(&path) {
        return Message::InTheWay(path);
    }
    let written = store::NewFile::create(&path).and_then(|file| {
        let mut file = BufWriter::new(file);
        told.write(&store::whole, &mut file)?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?.finish()
    });
    match written {
        Ok(()) => Message::Exported(path),
        Err(error) => failed(&path, &error),
    }
}
