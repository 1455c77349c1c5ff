//! Names and meanings of the fields of a record, for those who fill them in.
//! It does not say what a field takes; `record::field` does.

use super::Phrase;

/// What a reader is told of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub label: Phrase,
    /// What it is for, in one line.
    pub meaning: Phrase,
}

/// What is told of the field of a path without places, such as `timeline.date`; a field that many things have is told
/// by its name alone where nothing more is said of it.
pub fn told(path: &str) -> Option<Told> {
    let name = path.rsplit('.').next().unwrap_or_default();
    let find = |wanted: &str| FIELDS.iter().find(|(known, ..)| *known == wanted);
    let shared = || path.contains('.').then(|| find(&format!("*.{name}"))).flatten();
    find(path).or_else(shared).map(|(_, label, meaning)| Told { label: *label, meaning: *meaning })
}

/// What one item of a list is called: in a heading, and where one may be added.
pub fn item(list: &str) -> Option<(Phrase, Phrase)> {
    ITEMS.iter().find(|(known, ..)| *known == list).map(|(_, heading, add)| (*heading, *add))
}

/// Tables of a path and two phrases, a row a line.
macro_rules! table {
    ($name:ident $($path:literal $en:literal $fr:literal $long_en:literal $long_fr:literal)+) => {
        const $name: &[(&str, Phrase, Phrase)] =
            &[$(($path, Phrase { en: $en, fr: $fr }, Phrase { en: $long_en, fr: $long_fr })),+];
    };
}

table! { ITEMS
    "timeline"                 "Event" "Événement" "add an event" "ajouter un événement"
    "affected"                 "Figure" "Estimation" "add a figure" "ajouter une estimation"
    "data"                     "Data category" "Catégorie de données" "add a data category" "ajouter une catégorie"
    "measures"                 "Measure" "Mesure" "add a measure" "ajouter une mesure"
    "sources"                  "Source" "Source" "add a source" "ajouter une source"
    "risks"                    "Risk" "Risque" "add a risk" "ajouter un risque"
    "parties"                  "Party" "Partie prenante" "add a party" "ajouter une partie prenante"
    "consequences"             "Consequence" "Suite" "add a consequence" "ajouter une suite"
    "related"                  "Related incident" "Incident lié" "add an incident" "ajouter un incident"
    "attack.systems"           "System" "Système" "add a system" "ajouter un système"
}

table! { FIELDS
    "id"                       "Id and file name" "Identifiant et nom de fichier" "Names the record and its file: lower-case letters, digits and hyphens." "Nomme la fiche et son fichier\u{a0}: minuscules, chiffres et traits d'union."
    "@folder"                  "Folder" "Dossier" "The folder of records that the file goes to." "Le dossier de fiches qui recevra le fichier."
    "title"                    "Title" "Titre" "What the incident is called." "Comment l'incident s'appelle."
    "organisation"             "Organisation" "Organisation" "The organisation whose data were concerned." "L'organisation dont les données sont concernées."
    "organisation.name"        "Organisation" "Organisation" "The organisation whose data were concerned." "L'organisation dont les données sont concernées."
    "organisation.sector"      "Sector" "Secteur" "Its sector, in one word." "Son secteur, en un mot."
    "organisation.country"     "Country" "Pays" "Its country, in two capital letters: FR." "Son pays, en deux majuscules\u{a0}: FR."
    "organisation.aliases"     "Other names" "Autres noms" "Other names of the organisation." "Autres noms de l'organisation."
    "status"                   "Status" "Statut" "How far the incident as a whole can be relied on." "À quel point l'incident dans son ensemble est établi."
    "timezone"                 "Time zone" "Fuseau horaire" "In which dates without an offset are read; UTC if nothing is said." "Dans lequel se lisent les dates sans décalage\u{a0}; UTC à défaut."
    "summary"                  "Summary" "Résumé" "What happened, in a few sentences." "Ce qui s'est passé, en quelques phrases."
    "attack"                   "How it happened" "Mode opératoire" "How the attack went." "Comment l'attaque s'est déroulée."
    "attack.vectors"           "Ways in" "Vecteurs" "How the attacker came in, or how the data got out." "Comment l'attaquant est entré, ou les données sorties."
    "attack.systems"           "Systems" "Systèmes" "The systems concerned." "Les systèmes concernés."
    "attack.actor"             "Attacker" "Attaquant" "Who did it, as far as somebody says." "Qui l'a fait, si quelqu'un le dit."
    "attack.actor.name"        "Attacker" "Attaquant" "Who did it, as far as somebody says." "Qui l'a fait, si quelqu'un le dit."
    "attack.actor.status"      "Attacker: status" "Attaquant\u{a0}: statut" "How far that can be relied on." "À quel point cela est établi."
    "attack.actor.note"        "Attacker: note" "Attaquant\u{a0}: remarque" "A remark on who did it." "Une remarque sur l'auteur."
    "attack.actor.sources"     "Attacker: sources" "Attaquant\u{a0}: sources" "The sources that say so." "Les sources qui le disent."
    "parties"                  "Parties" "Parties prenantes" "Who else had a part in it." "Qui d'autre y a pris part."
    "parties.name"             "Name" "Nom" "Who it is." "De qui il s'agit."
    "parties.role"             "Part" "Rôle" "The part they have in the incident." "Leur rôle dans l'incident."
    "timeline"                 "Events" "Chronologie" "What happened when." "Ce qui s'est passé, et quand."
    "timeline.date"            "Date" "Date" "When it happened: 2024, 2024-03, 2024-03-05, 2024-03-02/2024-03-09, ../2024-03, unknown." "Quand\u{a0}: 2024, 2024-03, 2024-03-05, 2024-03-02/2024-03-09, ../2024-03, unknown."
    "timeline.known"           "Public since" "Rendu public" "When it became public, if that is another day." "Quand cela fut rendu public, si c'est un autre jour."
    "timeline.kind"            "Kind of event" "Nature" "What kind of event it is; type to search." "De quel événement il s'agit\u{a0}; tapez pour chercher."
    "affected"                 "How many" "Combien" "How many were affected, by whose account." "Combien sont concernés, et selon qui."
    "affected.id"              "Name of the figure" "Nom de l'estimation" "By which a later figure says that it replaces this one." "Par lequel une estimation ultérieure dit la remplacer."
    "affected.count"           "How many" "Combien" "A figure as it was said: 1.5 M, 340 000, at least 340 000, ~50k, 11 to 15 million." "Un chiffre comme il fut dit\u{a0}: 1,5 M, 340 000, au moins 340 000, ~50k, 11 à 15 millions."
    "affected.unit"            "Of what" "De quoi" "What is counted." "Ce qui est compté."
    "affected.who"             "Of whom" "De qui" "Which persons, or which part of them." "Quelles personnes, ou quelle partie d'entre elles."
    "affected.by"              "Says who" "Selon qui" "Who gave the figure." "Qui a donné le chiffre."
    "affected.by.name"         "Says who" "Selon qui" "Who gave the figure." "Qui a donné le chiffre."
    "affected.by.kind"         "Who they are" "En quelle qualité" "What they are to the incident." "Leur qualité dans l'incident."
    "affected.as_of"           "Said on" "Dit le" "When the figure was given." "Quand le chiffre fut donné."
    "affected.supersedes"      "Replaces" "Remplace" "The older figure that this one replaces." "L'estimation plus ancienne que celle-ci remplace."
    "data"                     "Data" "Données" "Which data were or were not exposed." "Quelles données furent exposées ou non."
    "data.category"            "Category" "Catégorie" "Which data; type to search." "Quelles données\u{a0}; tapez pour chercher."
    "data.status"              "Exposed?" "Exposée\u{a0}?" "What is known of it; unknown is an answer, not stated is none." "Ce qu'on en sait\u{a0}; inconnue est une réponse, non précisée n'en est pas une."
    "data.text"                "Which" "Lesquelles" "Which data, for the category “other”." "Quelles données, pour la catégorie «\u{a0}autre\u{a0}»."
    "risks"                    "Risks" "Risques" "What may come of it for the persons concerned." "Ce que les personnes concernées peuvent craindre."
    "risks.kind"               "Risk" "Risque" "What may come of it." "Ce qui peut en découler."
    "measures"                 "Measures" "Mesures" "What was done, planned or refused in response." "Ce qui fut fait, prévu ou écarté en réponse."
    "measures.kind"            "Measure" "Mesure" "What was done; type to search." "Ce qui fut fait\u{a0}; tapez pour chercher."
    "measures.by"              "Taken by" "Prise par" "Who took it." "Qui l'a prise."
    "measures.date"            "Date" "Date" "When it was taken." "Quand elle fut prise."
    "measures.planned"         "Planned for" "Prévue pour" "When it was first planned for." "Pour quand elle fut d'abord prévue."
    "measures.status"          "How far" "Avancement" "How far it has come; unknown is an answer, not stated is none." "Où elle en est\u{a0}; inconnu est une réponse, non précisé n'en est pas une."
    "consequences"             "Consequences" "Suites" "What followed in law or office." "Ce qui suivit en droit ou en fonction."
    "consequences.kind"        "Consequence" "Suite" "What followed." "Ce qui suivit."
    "consequences.amount"      "Sum" "Montant" "A sum, in whole units of the currency." "Une somme, en unités entières de la monnaie."
    "consequences.currency"    "Currency" "Monnaie" "In three capital letters: EUR." "En trois majuscules\u{a0}: EUR."
    "consequences.by"          "Decided by" "Décidée par" "Who decided it." "Qui l'a décidée."
    "consequences.date"        "Date" "Date" "When it was decided." "Quand elle fut décidée."
    "consequences.basis"       "Legal basis" "Fondement" "On which legal basis." "Sur quel fondement juridique."
    "sources"                  "Sources" "Sources" "Where the statements come from." "D'où viennent les affirmations."
    "sources.id"               "Name of the source" "Nom de la source" "The short name by which statements cite it." "Le nom court par lequel on la cite."
    "sources.title"            "Title" "Titre" "Its title." "Son titre."
    "sources.publisher"        "Publisher" "Éditeur" "Who published it." "Qui l'a publiée."
    "sources.date"             "Published on" "Publiée le" "When it was published." "Quand elle fut publiée."
    "sources.url"              "Address" "Adresse" "Where it is: https://…" "Où elle se trouve\u{a0}: https://…"
    "sources.grade"            "Grade" "Qualité" "How good it is." "Ce qu'elle vaut."
    "related"                  "Related incidents" "Incidents liés" "Other incidents that belong with this one." "D'autres incidents qui vont avec celui-ci."
    "related.id"               "Incident" "Incident" "The other incident; type to search." "L'autre incident\u{a0}; tapez pour chercher."
    "related.how"              "How" "Lien" "How they belong together." "Ce qui les lie."
    "tags"                     "Tags" "Mots-clés" "Free words to find it by." "Des mots libres pour le retrouver."
    "notes"                    "Notes" "Notes" "Anything else." "Tout le reste."
    "*.text"                   "Text" "Texte" "What it is, in words." "De quoi il s'agit, en toutes lettres."
    "*.status"                 "Status" "Statut" "How far it can be relied on; confirmed if nothing is said." "À quel point c'est établi\u{a0}; confirmé à défaut."
    "*.note"                   "Note" "Remarque" "A remark." "Une remarque."
    "*.sources"                "Sources" "Sources" "The sources that carry it; type to search, or to name a new one." "Les sources qui l'établissent\u{a0}; tapez pour chercher, ou pour en nommer une."
    "imported"                 "Imported" "Importation" "The item of somebody else's data that the record was made from." "L'élément des données d'un tiers dont la fiche est issue."
    "imported.from"            "From" "Depuis" "The data: veris, hibp, bonjourlafuite or csv." "Les données\u{a0}: veris, hibp, bonjourlafuite ou csv."
    "imported.item"            "Item" "Élément" "Its name there; the next import finds the record by it." "Son nom là-bas\u{a0}; l'importation suivante y retrouve la fiche."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_field_is_told_by_its_name_and_an_own_one_by_its_path() {
        let label = |path| told(path).map(|told| told.label.en);
        assert_eq!(label("timeline.note"), Some("Note"));
        assert_eq!(label("timeline.known"), Some("Public since"));
        assert_eq!(label("note"), None);
        assert_eq!(label("status"), Some("Status"));
    }
}
