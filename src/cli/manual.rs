//! `completions` and `man`: for the shell and for its manual, made of the definition of the arguments.
//! They hold no word of their own but the headings.

use super::{Ending, Shell, Trouble, args};
use crate::text::manual as words;
use clap::ArgMatches;
use clap_complete::Shell as Kind;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

impl Shell<'_> {
    pub(super) fn completions(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let Some(kind) = given.get_one::<Kind>("shell") else { return Ok(Ending::Usage) };
        let mut script = Vec::new();
        clap_complete::generate(*kind, &mut args::command(self.lang), "breachline", &mut script);
        self.out.raw(&String::from_utf8_lossy(&script))?;
        Ok(Ending::Done)
    }

    pub(super) fn man(&mut self) -> Result<Ending, Trouble> {
        let page = self.page()?;
        self.out.raw(&page)?;
        Ok(Ending::Done)
    }

    fn page(&self) -> Result<String, Trouble> {
        let lang = self.lang;
        let command = args::command(lang);
        let mut page = Vec::new();
        let whole = Man::new(command.clone()).manual("breachline");
        whole.render_title(&mut page)?;
        whole.render_name_section(&mut page)?;
        whole.render_synopsis_section(&mut page)?;
        whole.render_description_section(&mut page)?;
        whole.render_options_section(&mut page)?;
        heading(&words::COMMANDS.get(lang).to_uppercase()).to_writer(&mut page)?;
        for sub in command.get_subcommands() {
            let name = format!("breachline-{}", sub.get_name());
            let mut head = Roff::new();
            head.control("SS", [sub.get_name()]);
            head.text([roman(sub.get_about().map(ToString::to_string).unwrap_or_default())]);
            head.to_writer(&mut page)?;
            let mut told = Vec::new();
            Man::new(sub.clone().name(name)).render_options_section(&mut told)?;
            // the options of a command stand below it, not beside it
            let told = String::from_utf8_lossy(&told).replacen(".SH OPTIONS\n", "", 1);
            page.extend(told.into_bytes());
        }
        self.keys().to_writer(&mut page)?;
        self.ends().to_writer(&mut page)?;
        let mut page = String::from_utf8_lossy(&page).into_owned();
        for (english, phrase) in words::HEADINGS {
            page = page.replace(&format!(".SH {english}\n"), &format!(".SH \"{}\"\n", phrase.get(lang)));
        }
        Ok(page)
    }

    fn keys(&self) -> Roff {
        let lang = self.lang;
        let mut roff = heading(words::KEYS.get(lang));
        let mut scope = None;
        for row in crate::command::TABLE {
            if scope != Some(row.scope) {
                roff.control("SS", [row.scope.label().get(lang)]);
                scope = Some(row.scope);
            }
            roff.control("TP", []);
            roff.text([bold(row.keys.join(" "))]);
            roff.text([roman(row.help.get(lang))]);
        }
        roff
    }

    fn ends(&self) -> Roff {
        let lang = self.lang;
        let mut roff = heading(words::EXIT.get(lang));
        for (code, phrase) in words::CODES {
            roff.control("TP", []);
            roff.text([bold(code)]);
            roff.text([roman(phrase.get(lang))]);
        }
        roff.control("SH", [words::ENVIRONMENT.get(lang)]);
        for (name, phrase) in words::VARIABLES {
            roff.control("TP", []);
            roff.text([bold(name)]);
            roff.text([roman(phrase.get(lang))]);
        }
        roff
    }
}

fn heading(text: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [text]);
    roff
}
