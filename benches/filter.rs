//! How long a keystroke in the filter takes on 10 000 and 100 000 incidents, as a ratio to a plain search of the same
//! texts, and how long facets take. It measures neither loading nor drawing; `RAYON_NUM_THREADS=1` measures one core.

#![expect(clippy::expect_used, reason = "a bench that cannot make its records must stop")]
#![expect(clippy::print_stdout, reason = "a bench tells its ratio")]

use breachline::query::facet::{self, FACETS};
use breachline::query::fold::fold;
use breachline::query::{Documents, Order, documents, find, parse, ranks};
use breachline::record::Incident;
use breachline::text::Lang;
use criterion::measurement::{Measurement, WallTime};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use memchr::memmem;
use std::hint::black_box;
use std::time::Duration;

const SIZES: [usize; 2] = [10_000, 100_000];
const ROUNDS: usize = 15;
const TYPED: [&str; 13] = [
    "h",
    "hop",
    "hopital",
    "frtrav",
    "aphp",
    "france travail",
    "fuite de donnees france",
    "synovis",
    "year:2024 free",
    "data:email",
    "",
    "country:FR sector:public detected..disclosed>72h? data:email -tag:2019",
    "any:prestataire date>=2020",
];
const ORGANISATIONS: [&str; 16] = [
    "France Travail",
    "Free Mobile",
    "Assistance publique – Hôpitaux de Paris",
    "Centre hospitalier de Béziers",
    "Électricité de Strasbourg",
    "Fédération Française de tir à l'arc",
    "Caisse d'allocations familiales",
    "Le Slip Français",
    "Synnovis",
    "Viamedis",
    "Banque de France",
    "Université de Lille",
    "Meilleurtaux",
    "Hôpital privé de la Loire",
    "Chambres d’agriculture",
    "RED by SFR",
];
const WHAT: [&str; 6] = [
    "fuite de données de clients",
    "accès non autorisé à un compte de partenaire",
    "données de santé mises en vente",
    "portail des adhérents",
    "rançongiciel chez un sous-traitant",
    "fichier laissé en accès libre",
];

fn incident(n: usize) -> Incident {
    let (organisation, what) = (ORGANISATIONS[n % ORGANISATIONS.len()], WHAT[n / 7 % WHAT.len()]);
    let (year, month) = (2015 + n % 11, 1 + n % 12);
    let yaml = format!(
        "id: record-{year}-{month:02}-{n}\n\
         title: {{ fr: \"{organisation} : {what}\", en: \"{organisation}: breach {n}\" }}\n\
         organisation: {{ name: \"{organisation}\", country: FR, sector: public }}\n\
         summary: \"Le compte d'un prestataire a servi à lire des fichiers ; {what}, selon la lettre envoyée aux personnes concernées en {year}.\"\n\
         timeline: [{{ date: {year}-{month:02}, kind: detected }}]\n\
         attack: {{ vectors: [supplier], systems: [\"Portail {month}\"], actor: {{ name: Example Group }} }}\n\
         parties: [{{ name: \"Example Hosting {n}\", role: processor }}]\n\
         data: [{{ category: name, status: exposed }}, {{ category: email, status: exposed }}]\n\
         tags: [supplier, \"{year}\"]\n"
    );
    serde_yaml::from_str(&yaml).expect("a record")
}

/// How many of the texts, each of two parts, hold all words.
fn plain(words: &[String], texts: &[[&[u8]; 2]]) -> usize {
    let finders: Vec<memmem::Finder> = words.iter().map(memmem::Finder::new).collect();
    let is_in = |finder: &memmem::Finder, parts: &[&[u8]; 2]| parts.iter().any(|part| finder.find(part).is_some());
    let holds = |parts: &&[&[u8]; 2]| finders.iter().all(|finder| is_in(finder, parts));
    texts.iter().filter(holds).count()
}

fn median(mut work: impl FnMut()) -> Duration {
    let clock = WallTime;
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = clock.start();
            work();
            clock.end(start)
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

/// Every query at a size, beside a plain search for its words.
fn keystrokes(documents: &Documents) {
    let texts: Vec<[&[u8]; 2]> = documents.iter().map(|document| document.texts.sought()).collect();
    let ranks = ranks(documents, Order::default(), Lang::Fr);
    println!("{} incidents", documents.len());
    let clock = WallTime;
    let start = clock.start();
    documents.make_index();
    println!("{:24} {:10.2?}", "the index", clock.end(start));
    for typed in TYPED {
        let query = parse(typed).expect("a query");
        let words: Vec<String> = typed.split(' ').map(fold).collect();
        let ours = median(|| _ = black_box(find(&query, documents, &ranks, None, &|| true)));
        let theirs = median(|| _ = black_box(plain(&words, &texts)));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        println!("{typed:24} {ours:10.2?}, plain {theirs:10.2?}: {ratio:5.1} times");
    }
    let all = median(|| {
        for field in FACETS {
            black_box(facet::count(field, documents, 0..documents.len(), Lang::Fr));
        }
    });
    println!("{} facets {all:10.2?}", FACETS.len());
}

fn filter(criterion: &mut Criterion) {
    let incidents: Vec<Incident> = (0..SIZES[1]).map(incident).collect();
    let all = documents(incidents.iter());
    drop(incidents);
    let few: Documents = all.get(..SIZES[0]).expect("so many").to_vec().into();
    let all = Documents::from(all);
    keystrokes(&few);
    keystrokes(&all);
    let texts: Vec<[&[u8]; 2]> = few.iter().map(|document| document.texts.sought()).collect();
    let ranks = ranks(&few, Order::default(), Lang::Fr);
    let mut group = criterion.benchmark_group("keystroke");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for typed in ["hopital", "france travail"] {
        let query = parse(typed).expect("a query");
        let words: Vec<String> = typed.split(' ').map(fold).collect();
        group.bench_function(BenchmarkId::new("filter", typed), |b| {
            b.iter(|| find(black_box(&query), &few, &ranks, None, &|| true));
        });
        group.bench_function(BenchmarkId::new("plain", typed), |b| b.iter(|| plain(black_box(&words), &texts)));
    }
    group.finish();
}

criterion_group!(benches, filter);
criterion_main!(benches);
