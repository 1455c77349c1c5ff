//! Where records are looked for: what was asked for, else the environment, the current folder, the user's data folder.
//! It opens nothing; `load` does.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where records are in the user's data folder.
pub const IN_DATA: &str = "breachline/incidents";

/// The variable that names the folder of records.
pub const VARIABLE: &str = "BREACHLINE_DIR";

/// Where records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// The records built into the program.
    BuiltIn,
}

/// What decides where records are looked for when nothing is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The value of `$BREACHLINE_DIR`.
    pub variable: Option<OsString>,
    /// The current folder, as far as paths are to begin with it; empty for relative paths.
    pub here: PathBuf,
    /// The user's data folder.
    pub data: Option<PathBuf>,
}

impl Surroundings {
    /// Those of the running program.
    pub fn of_process() -> Surroundings {
        Surroundings { variable: std::env::var_os(VARIABLE), here: PathBuf::new(), data: dirs::data_dir() }
    }
}

/// Where to look: the paths given, else `$BREACHLINE_DIR`, else `./incidents`, else `incidents` in the program's folder
/// of the user's data, else the records built in.
pub fn places(given: &[PathBuf], surroundings: &Surroundings) -> Places {
    if !given.is_empty() {
        return Places::Paths(given.to_vec());
    }
    if let Some(variable) = surroundings.variable.as_ref().filter(|value| !value.is_empty()) {
        return Places::Paths(std::env::split_paths(variable).filter(|path| *path != Path::new("")).collect());
    }
    match homes(surroundings).into_iter().find(|path| path.is_dir()) {
        Some(found) => Places::Paths(vec![found]),
        None => Places::BuiltIn,
    }
}

/// The folders in which records are looked for where nothing is asked for, the first one first, be they there or not.
pub fn homes(surroundings: &Surroundings) -> Vec<PathBuf> {
    let data = surroundings.data.as_ref().map(|data| data.join(IN_DATA));
    std::iter::once(surroundings.here.join("incidents")).chain(data).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_comes_first_and_the_built_in_last() {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().join("share");
        let mut around = Surroundings { variable: None, here: root.path().join("w"), data: Some(data.clone()) };
        assert_eq!(places(&[], &around), Places::BuiltIn);
        std::fs::create_dir_all(data.join("breachline/incidents")).unwrap();
        assert_eq!(places(&[], &around), Places::Paths(vec![data.join("breachline/incidents")]));
        std::fs::create_dir_all(around.here.join("incidents")).unwrap();
        assert_eq!(places(&[], &around), Places::Paths(vec![around.here.join("incidents")]));
        around.variable = Some("/records".into());
        assert_eq!(places(&[], &around), Places::Paths(vec!["/records".into()]));
        assert_eq!(places(&["x".into()], &around), Places::Paths(vec!["x".into()]));
    }
}
