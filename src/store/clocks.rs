//! The user's own clocks: a file that was named, else `clocks.yaml` in the program's folder of the user's configuration.
//! It understands no clock; `record::clock` does.

use super::library::Problem;
use super::load::excerpt;
use super::open;
use crate::record::clock::{Clock, built_in, file};
use crate::record::finding::Finding;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The user's own file of clocks, if there is one.
pub fn own_clocks() -> Option<PathBuf> {
    dirs::config_dir().map(|config| config.join("breachline").join("clocks.yaml")).filter(|path| path.is_file())
}

/// The clocks built in, and those of a file with them; if it has a fault, those built in and what was found.
pub fn clocks(path: &Path) -> (Vec<Clock>, Vec<Problem>) {
    let known = built_in().to_vec();
    let shown: Arc<str> = path.to_string_lossy().into();
    let bytes = match open::bytes(path) {
        Ok(bytes) => bytes,
        Err(fault) => {
            let finding = Finding::of_file(fault);
            return (known, vec![Problem { path: shown, finding, excerpt: String::new() }]);
        }
    };
    let (clocks, findings) = file::read(&bytes).extend(known);
    let problem = |finding: Finding| {
        let excerpt = excerpt(&bytes, finding.line);
        Problem { path: Arc::clone(&shown), finding, excerpt }
    };
    let problems: Vec<Problem> = findings.into_iter().map(problem).collect();
    (if problems.is_empty() { clocks } else { built_in().to_vec() }, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_a_fault_leaves_the_clocks_built_in_and_tells_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clocks.yaml");
        std::fs::write(&path, "shown: [nis2_final_report]\nclocks:\n  - { id: x }\n").unwrap();
        let (known, problems) = clocks(&path);
        assert_eq!(known, built_in());
        assert!(!problems.is_empty() && problems.iter().all(|problem| problem.finding.line == 3));
        assert_eq!(problems[0].excerpt, "  - { id: x }");
        std::fs::write(&path, "shown: [nis2_final_report]\n").unwrap();
        let (known, problems) = clocks(&path);
        let shown: Vec<&str> = known.iter().filter(|clock| clock.shown).map(|clock| clock.id.as_str()).collect();
        assert_eq!((shown, problems), (vec!["nis2_final_report"], vec![]));
        assert_eq!(clocks(&folder.path().join("none")).1.len(), 1);
    }
}
