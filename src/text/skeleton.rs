//! A record to be filled in, with hints as comments in the reader's language; it is valid as it stands.
//! It names no words of the format that the format does not have; a test holds this.

use super::{Phrase, phrase};

/// What stands where a text is to be filled in.
pub const TO_FILL_IN: Phrase = phrase("To be filled in", "À compléter");

/// The record; `{0}` is its id.
pub const RECORD: Phrase = phrase(
    r#"# One incident. Lines that begin with # are hints: fill them in and uncomment them, or delete them.
# All fields and words: breachline schema. What is wrong with the file: breachline check
id: {0}
title: To be filled in
organisation:
  name: To be filled in
  # sector: retail
  # country: FR
# status: confirmed                # confirmed, claimed, disputed, retracted
# timezone: Europe/Paris           # for dates without an offset; UTC if it is left out
# summary: What happened, in a few sentences.

# attack:
#   vectors: [phishing]            # stolen_credentials, vulnerability, misconfiguration, supplier, unknown, other …
#   systems: [Customer portal]

# parties:
#   - { name: Example Hosting, role: processor }

# What happened when. A date may be 2026-03, 2026-03-05, 2026-03-05T09:30, 2026-03-02/2026-03-09 (between the two),
# ../2026-03-13 (by then), 2026-03~ (about), 2026-03? (uncertain) or unknown.
timeline:
  - date: unknown
    kind: disclosed                # intrusion, detected, aware, authority_notified, persons_informed, sanction …
    # text: What it was.
    # status: claimed              # confirmed if it is left out
    sources: [first]

# How many were affected, by whose account.
# affected:
#   - count: { min: 340000 }       # or a number; approx: true if it is rounded
#     unit: persons
#     by: { name: Acme, kind: controller }
#     as_of: 2026-03-14
#     sources: [first]

# Which data were exposed, and which were not.
# data:
#   - { category: name, status: exposed, sources: [first] }
#   - { category: password, status: not_exposed, sources: [first] }

# risks:
#   - { kind: phishing, sources: [first] }

# measures:
#   - { kind: authority_notified, date: ../2026-03-13, status: done, sources: [first] }

# consequences:
#   - { kind: fine, amount: 50000, currency: EUR, by: CNIL, date: 2026-09, sources: [first] }

sources:
  - id: first
    title: To be filled in
    # publisher: Acme
    # date: 2026-03-14
    # url: "https://acme.example/letter"
    # grade: B                     # how far it can be relied on: A, B, C

# related: [{ id: acme-2023-08, how: same_organisation }]
# tags: [supplier]
# notes: Anything else.
"#,
    r#"# Un incident. Les lignes qui commencent par # sont des conseils : complétez-les et décommentez-les, ou effacez-les.
# Tous les champs et mots : breachline schema. Ce qui ne va pas dans le fichier : breachline check
id: {0}
title: À compléter
organisation:
  name: À compléter
  # sector: retail
  # country: FR
# status: confirmed                # confirmed, claimed, disputed, retracted
# timezone: Europe/Paris           # pour les dates sans décalage ; UTC à défaut
# summary: Ce qui s'est passé, en quelques phrases.

# attack:
#   vectors: [phishing]            # stolen_credentials, vulnerability, misconfiguration, supplier, unknown, other…
#   systems: [Portail clients]

# parties:
#   - { name: Hébergeur Exemple, role: processor }

# Ce qui s'est passé et quand. Une date peut être 2026-03, 2026-03-05, 2026-03-05T09:30, 2026-03-02/2026-03-09 (entre
# les deux), ../2026-03-13 (au plus tard), 2026-03~ (environ), 2026-03? (incertain) ou unknown (inconnu).
timeline:
  - date: unknown
    kind: disclosed                # intrusion, detected, aware, authority_notified, persons_informed, sanction…
    # text: Ce que c'était.
    # status: claimed              # confirmed à défaut
    sources: [first]

# Combien ont été touchés, et selon qui.
# affected:
#   - count: { min: 340000 }       # ou un nombre ; approx: true s'il est arrondi
#     unit: persons
#     by: { name: Acme, kind: controller }
#     as_of: 2026-03-14
#     sources: [first]

# Quelles données ont été exposées, et lesquelles ne l'ont pas été.
# data:
#   - { category: name, status: exposed, sources: [first] }
#   - { category: password, status: not_exposed, sources: [first] }

# risks:
#   - { kind: phishing, sources: [first] }

# measures:
#   - { kind: authority_notified, date: ../2026-03-13, status: done, sources: [first] }

# consequences:
#   - { kind: fine, amount: 50000, currency: EUR, by: CNIL, date: 2026-09, sources: [first] }

sources:
  - id: first
    title: À compléter
    # publisher: Acme
    # date: 2026-03-14
    # url: "https://acme.example/lettre"
    # grade: B                     # jusqu'où s'y fier : A, B, C

# related: [{ id: acme-2023-08, how: same_organisation }]
# tags: [supplier]
# notes: Tout le reste.
"#,
);
