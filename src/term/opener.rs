//! Opening web addresses with the system's opener, never through a shell.
//! It waits for the opener on a thread of its own and shows nothing.

use super::{Event, spawn};
use crate::app::Message;
use crate::text::{self, Phrase, term};
use std::env;
use std::io::{self, ErrorKind};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;

/// Opens an address; what goes wrong later is sent.
pub fn open(address: &str, events: &Sender<Event>) -> Result<(), (Phrase, Vec<String>)> {
    if !is_web_address(address) {
        return Err((term::NOT_AN_ADDRESS, vec![text::clean(address)]));
    }
    let (opener, child) = start(address, openers())?;
    let (sender, address) = (events.clone(), address.to_owned());
    let wait = move || {
        if let Some(reason) = failure(opener, child) {
            // the program may have ended meanwhile
            let _ = sender
                .send(Event::Sent(Message::Failed(term::OPENER_FAILED, vec![opener.to_owned(), reason, address])));
        }
    };
    spawn("opener", events.clone(), wait).map_err(|error| (term::NO_THREAD, vec![error.to_string()]))
}

/// Whether an address is one of the web, with nothing in it that could mean more to an opener than an address.
pub fn is_web_address(address: &str) -> bool {
    let host = ["http://", "https://"].iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
    });
    host.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !address.chars().any(|c| {
            c.is_whitespace()
                || text::is_hostile(c)
                || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
        })
}

fn openers() -> &'static [&'static str] {
    if cfg!(target_os = "macos") {
        &["open"]
    } else if env::var_os("WSL_DISTRO_NAME").is_some() {
        &["wslview", "explorer.exe", "xdg-open"]
    } else {
        &["xdg-open", "wslview", "explorer.exe"]
    }
}

fn start(address: &str, openers: &'static [&'static str]) -> Result<(&'static str, Child), (Phrase, Vec<String>)> {
    for opener in openers {
        let mut command = Command::new(opener);
        command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // a group of its own: ctrl-z and a closed terminal are not meant for the browser
        match command.process_group(0).spawn() {
            Ok(child) => return Ok((opener, child)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                return Err((term::OPENER_FAILED, vec![(*opener).to_owned(), error.to_string(), address.to_owned()]));
            }
        }
    }
    Err((term::NO_OPENER, vec![address.to_owned()]))
}

fn failure(opener: &str, mut child: Child) -> Option<String> {
    let ended: io::Result<_> = child.wait();
    match ended {
        Err(error) => Some(error.to_string()),
        // it says 1 even when all went well
        Ok(_) if opener == "explorer.exe" => None,
        Ok(status) => (!status.success()).then(|| status.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_are_opened() {
        for good in ["https://example.org/a?b=c&d=(e)#f", "HTTP://example.org", "https://[::1]/", "https://café.fr/é"]
        {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "-https://example.org",
            "https://",
            "https://-x",
            "ftp://example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://example.org/\n",
            "https://example.org/a b",
            "https://example.org/\u{1b}[0m",
            "https://example.org/\u{202e}",
            "https://example.org/`id`",
            "httpsé//example.org",
        ] {
            assert!(!is_web_address(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_missing_opener_is_told_with_the_address() {
        let told = start("https://example.org", &["breachline-no-such-opener"]).unwrap_err();
        assert_eq!(told, (term::NO_OPENER, vec!["https://example.org".to_owned()]));
    }
}
