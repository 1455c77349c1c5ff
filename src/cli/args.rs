//! The arguments: what the shell may ask for, in the user's language.
//! It runs nothing.

use crate::import::Dataset;
use crate::query::facet::{FACETS, period::Period};
use crate::query::field::Field;
use crate::text::csv::COLUMNS;
use crate::text::query::{self as language, EXAMPLES};
use crate::text::{Lang, Phrase, cli as words, export as out, import as import_words, manual, report};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use std::ffi::OsString;
use std::path::PathBuf;

/// The names of all commands.
const NAMES: [&str; 16] = [
    "list",
    "show",
    "compare",
    "timeline",
    "gaps",
    "stats",
    "check",
    "new",
    "fmt",
    "export",
    "import",
    "report",
    "schema",
    "keys",
    "completions",
    "man",
];

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// What `--color` says.
    pub fn of(matches: &ArgMatches) -> Color {
        match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            _ => Color::Auto,
        }
    }
}

/// The language that was asked for: `--lang`, else `BREACHLINE_LANG`, else the locale, else English.
///
/// It is read before the arguments, as their help is worded in it.
pub fn language(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--").collect();
    let given = words.iter().enumerate().rev().find_map(|(n, word)| {
        word.strip_prefix("--lang=").or_else(|| if *word == "--lang" { words.get(n + 1).copied() } else { None })
    });
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| variable(name).filter(|v| !v.is_empty()));
    given
        .and_then(Lang::parse)
        .or_else(|| variable("BREACHLINE_LANG").as_deref().and_then(Lang::parse))
        .or_else(|| locale.as_deref().and_then(Lang::parse))
        .unwrap_or_default()
}

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    commands(lang).into_iter().fold(without_commands(lang), Command::subcommand)
}

/// What is asked for where no command is named and nothing is wrong; the commands, which take longer to lay out than all
/// else before the first frame, are not.
pub fn of_screens(lang: Lang, words: &[OsString]) -> Option<ArgMatches> {
    let matches = without_commands(lang).try_get_matches_from(words).ok()?;
    let is_command = |path: &PathBuf| NAMES.iter().any(|name| path.as_os_str() == *name);
    let names_one = matches.get_many("paths").into_iter().flatten().any(is_command);
    (!names_one).then_some(matches)
}

fn without_commands(lang: Lang) -> Command {
    let program = Command::new("breachline")
        .about(words::ABOUT.get(lang))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_precedence_over_arg(true)
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .arg(path("paths", words::PATHS, lang));
    global(program, lang)
}

/// The arguments that every command takes.
fn global(program: Command, lang: Lang) -> Command {
    let choice = |name: &'static str, values: [&'static str; 3], about: Phrase| {
        let arg = Arg::new(name).long(name).global(true).value_parser(values);
        told_by_name(arg.default_value("auto"), &values).help(about.get(lang))
    };
    let dir = Arg::new("dir").long("dir").global(true).action(ArgAction::Append).value_name("DIR");
    let clocks = Arg::new("clocks").long("clocks").global(true).value_name("FILE");
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    program
        .arg(dir.value_parser(clap::value_parser!(PathBuf)).help(words::DIR.get(lang)))
        .arg(clocks.value_parser(clap::value_parser!(PathBuf)).help(words::CLOCKS.get(lang)))
        .arg(choice("lang", ["auto", "en", "fr"], words::LANG))
        .arg(choice("color", ["auto", "always", "never"], words::COLOR))
        .arg(flag("ascii", words::ASCII, lang).global(true))
        .arg(flag("no-cache", words::NO_CACHE, lang).global(true))
        .arg(flag("no-session", words::NO_SESSION, lang))
        .arg(flag("quiet", words::QUIET, lang).global(true))
        .arg(help(lang))
        .arg(version.help(words::VERSION.get(lang)))
}

fn commands(lang: Lang) -> Vec<Command> {
    let sub = |name: &'static str, about: Phrase| {
        Command::new(name).about(about.get(lang)).disable_help_flag(true).arg(help(lang))
    };
    let query = || Arg::new("query").num_args(0..).value_name("QUERY").help(words::QUERY.get(lang));
    let format = |formats: &'static [&'static str]| {
        let arg = Arg::new("format").long("format").value_parser(PossibleValuesParser::new(formats));
        told_by_name(arg.default_value(formats[0]), formats).help(words::FORMAT.get(lang))
    };
    let id = || Arg::new("id").required(true).value_name("ID").help(words::ID.get(lang));
    let width = Arg::new("width").long("width").value_name("N").help(words::WIDTH.get(lang));
    let align = Arg::new("align").long("align").value_name("MILESTONE").help(words::ALIGN.get(lang));
    let end =
        |name: &'static str, about: Phrase| Arg::new(name).long(name).value_name("MILESTONE").help(about.get(lang));
    let clock = Arg::new("clock").long("clock").value_name("ID").help(words::CLOCK.get(lang));
    vec![
        list(sub("list", words::LIST).arg(query()), lang)
            .arg(format(&["table", "json", "ndjson", "csv", "yaml", "ids"])),
        sub("show", words::SHOW).arg(id()).arg(format(&["text", "markdown", "json", "yaml"])),
        sub("compare", words::COMPARE)
            .arg(id().num_args(1..))
            .arg(format(&["text", "markdown", "json", "html"]))
            .arg(flag("differences", words::DIFFERENCES, lang)),
        sub("timeline", words::TIMELINE)
            .arg(query())
            .arg(format(&["text", "svg", "json"]))
            .arg(align)
            .arg(flag("median", words::WITH_MEDIAN, lang).requires("align"))
            .arg(width.value_parser(clap::value_parser!(u16).range(20..=1000))),
        sub("gaps", words::GAPS)
            .arg(query())
            .arg(format(&["table", "json", "csv"]))
            .arg(end("from", words::FROM).requires("to"))
            .arg(end("to", words::TO).requires("from"))
            .arg(clock.action(ArgAction::Append)),
        stats(sub("stats", words::STATS).arg(query()).arg(format(&["table", "json", "csv"])), lang),
        sub("check", words::CHECK)
            .arg(path("path", words::PATHS, lang))
            .arg(format(&["text", "json", "github"]))
            .arg(flag("strict", words::STRICT, lang)),
        sub("new", words::NEW)
            .arg(text("id", "ID", words::NEW_ID, lang))
            .arg(text("from", "ID", words::NEW_FROM, lang))
            .arg(text("title", "TEXT", words::NEW_TITLE, lang)),
        sub("fmt", words::FMT).arg(path("path", words::PATHS, lang)).arg(flag("check", words::FMT_CHECK, lang)),
        export(sub("export", out::EXPORT).arg(query()), lang),
        import(sub("import", import_words::IMPORT).arg(format(&["text", "json"])), lang),
        sub("report", report::REPORT)
            .arg(Arg::new("given").required(true).num_args(1..).value_name("ID|QUERY").help(report::GIVEN.get(lang)))
            .arg(format(&["html", "markdown"]))
            .arg(output(report::OUTPUT, lang))
            .arg(flag("worksheet", report::WORKSHEET, lang)),
        sub("schema", words::SCHEMA),
        sub("keys", words::KEYS),
        sub("completions", manual::COMPLETIONS).arg(shell_name(lang)),
        sub("man", manual::MAN),
    ]
}

/// The arguments of `list`; the long help teaches the language of queries.
fn list(command: Command, lang: Lang) -> Command {
    let columns = Arg::new("columns").long("columns").value_name("KEY,KEY…").help(words::COLUMNS.get(lang));
    command.arg(sort(lang)).arg(columns).after_long_help(lesson(lang))
}

fn sort(lang: Lang) -> Arg {
    Arg::new("sort").long("sort").value_name("KEY").allow_hyphen_values(true).help(words::SORT.get(lang))
}

/// The arguments of `stats`.
fn stats(command: Command, lang: Lang) -> Command {
    let facets = FACETS.iter().filter(|field| !matches!(field, Field::Gap(..))).map(ToString::to_string);
    let facets = facets.collect::<Vec<_>>().join(", ");
    let periods = Period::ALL.map(Period::id);
    let period = Arg::new("period").long("period").value_parser(PossibleValuesParser::new(periods));
    command
        .arg(Arg::new("by").long("by").value_name("FIELD").help(words::BY.fill(lang, &[&facets])))
        .arg(told_by_name(period.default_value("year"), &periods).help(words::PERIOD.get(lang)))
}

/// The language of queries by example.
fn lesson(lang: Lang) -> String {
    let widest = EXAMPLES.iter().map(|(example, _)| example.chars().count()).max().unwrap_or(0);
    let told = EXAMPLES.iter().map(|(example, told)| format!("  {example:widest$}  {}", told.get(lang)));
    let fields = Field::ALL.map(|field| format!("  {:widest$}  {}", field.to_string(), field.label().get(lang)));
    let head = |phrase: Phrase| phrase.get(lang).to_owned();
    let lines = std::iter::once(head(language::EXAMPLES_HEAD)).chain(told);
    let lines = lines.chain([String::new(), head(language::FIELDS_HEAD)]).chain(fields);
    lines.chain([String::new(), head(language::SHELL)]).collect::<Vec<_>>().join("\n")
}

/// The arguments of `export`; the long help tells what each column of a table holds.
fn export(command: Command, lang: Lang) -> Command {
    let formats = ["ndjson", "csv", "markdown", "html", "svg", "stix", "yaml"];
    let format = Arg::new("format").long("format").required(true).value_parser(PossibleValuesParser::new(formats));
    let separator = Arg::new("separator").long("separator").value_parser(["comma", "semicolon", "tab"]);
    let widest = COLUMNS.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let columns = COLUMNS.iter().map(|(name, told)| format!("  {name:widest$}  {}", told.get(lang)));
    let columns = std::iter::once(out::COLUMNS.get(lang).to_owned()).chain(columns).collect::<Vec<_>>().join("\n");
    command
        .arg(told_by_name(format, &formats).help(out::FORMATS.get(lang)))
        .arg(output(out::OUTPUT, lang))
        .arg(sort(lang))
        .arg(flag("bom", out::BOM, lang))
        .arg(
            told_by_name(separator.default_value("comma"), &["comma", "semicolon", "tab"])
                .help(out::SEPARATOR.get(lang)),
        )
        .after_long_help(columns)
}

/// The file that is written instead of standard output.
fn output(about: Phrase, lang: Lang) -> Arg {
    let arg = Arg::new("output").long("output").short('o').value_name("FILE").value_hint(ValueHint::AnyPath);
    arg.value_parser(clap::value_parser!(PathBuf)).help(about.get(lang))
}

/// The shell that is to complete.
fn shell_name(lang: Lang) -> Arg {
    Arg::new("shell")
        .required(true)
        .value_name("SHELL")
        .value_parser(clap::value_parser!(clap_complete::Shell))
        .help(manual::SHELL.get(lang))
}

/// The arguments of `import`.
fn import(command: Command, lang: Lang) -> Command {
    let kinds = Dataset::ALL.map(Dataset::id);
    let file = |arg: Arg| arg.value_parser(clap::value_parser!(PathBuf)).value_hint(ValueHint::AnyPath);
    let from = Arg::new("from").long("from").required(true).value_parser(PossibleValuesParser::new(kinds));
    let files = Arg::new("files").required(true).num_args(1..).value_name("FILE").help(import_words::FILES.get(lang));
    let into = Arg::new("into").long("into").required(true).value_name("DIR").help(import_words::INTO.get(lang));
    let map = Arg::new("map").long("map").value_name("FILE").help(import_words::MAP.get(lang));
    command
        .arg(told_by_name(from, &kinds).help(import_words::FROM.get(lang)))
        .arg(file(files))
        .arg(file(into))
        .arg(file(map))
        .arg(flag("dry-run", import_words::DRY_RUN, lang))
}

fn flag(name: &'static str, about: Phrase, lang: Lang) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(about.get(lang))
}

fn text(name: &'static str, value: &'static str, about: Phrase, lang: Lang) -> Arg {
    Arg::new(name).long(name).value_name(value).help(about.get(lang))
}

/// An option whose values are told in its name, the first being the one that holds without it.
fn told_by_name(arg: Arg, values: &[&str]) -> Arg {
    arg.value_name(values.join("|")).hide_default_value(true).hide_possible_values(true)
}

fn path(name: &'static str, about: Phrase, lang: Lang) -> Arg {
    let arg = Arg::new(name).num_args(0..).value_name("PATH").value_parser(clap::value_parser!(PathBuf));
    arg.value_hint(ValueHint::AnyPath).help(about.get(lang))
}

fn help(lang: Lang) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(words::HELP.get(lang))
}

/// The query of a command: its words joined.
pub fn query(matches: &ArgMatches) -> String {
    matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_of_the_arguments_holds() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn only_where_a_command_is_named_or_something_is_wrong_are_the_commands_laid_out() {
        assert!(command(Lang::En).get_subcommands().map(Command::get_name).eq(NAMES));
        let of = |text: &str| of_screens(Lang::En, &text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert!(of("breachline --dir a b --lang fr").is_some_and(|matches| !matches.get_flag("no-cache")));
        for told in ["breachline list", "breachline --ascii list x", "breachline -- list", "breachline --help"] {
            assert!(of(told).is_none(), "{told}");
        }
        assert!(of("breachline --no-such").is_none() && of("breachline -V").is_none());
    }

    #[test]
    fn the_language_comes_from_the_flag_then_the_variable_then_the_locale() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let env = |name: &str| match name {
            "BREACHLINE_LANG" => Some("fr".to_owned()),
            "LANG" => Some("en_GB.UTF-8".to_owned()),
            _ => None,
        };
        assert_eq!(language(&words("list --lang en"), env), Lang::En);
        assert_eq!(language(&words("list --lang=auto"), env), Lang::Fr);
        assert_eq!(language(&words("list"), |name| (name == "LANG").then(|| "fr_FR".to_owned())), Lang::Fr);
        assert_eq!(language(&words("list"), |_| None), Lang::En);
    }
}
