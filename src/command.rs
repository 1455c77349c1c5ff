//! The table of commands: keys, help and manual are all made from it.
//! It runs nothing; `app::run` does.

use crate::text::{Phrase, phrase};

macro_rules! commands {
    ($($scope:ident { $($name:ident [$($key:literal),*] $en:literal $fr:literal)+ })+) => {
        /// What a key, or the palette, asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[doc = $en] $name),+),+ }

        /// Every command with its scope, keys and help, in the order of the help.
        pub const TABLE: &[Row] = &[$($(Row {
            command: Command::$name,
            scope: Scope::$scope,
            keys: &[$($key),*],
            help: phrase($en, $fr),
        }),+),+];
    };
}

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The list of Explore.
    Explore,
    /// The timeline.
    Timeline,
    /// The comparison.
    Compare,
    /// The statistics.
    Statistics,
    /// The matrices.
    Matrix,
    /// The list of problems.
    Problems,
    /// A list of sources.
    Sources,
    /// The saved views.
    Views,
    /// The filter being typed.
    Typing,
    /// A form that is filled in.
    Form,
    /// Everywhere.
    Anywhere,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Where it works.
    pub scope: Scope,
    /// The keys, as they are written in help and manual.
    pub keys: &'static [&'static str],
    /// What it does.
    pub help: Phrase,
}

impl Command {
    /// The command's row.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.command == self)
    }
}

impl Scope {
    /// The scope's name for a reader.
    pub fn label(self) -> Phrase {
        match self {
            Scope::Explore => phrase("Explore", "Explorer"),
            Scope::Timeline => phrase("Timeline", "Chronologie"),
            Scope::Compare => phrase("Compare", "Comparer"),
            Scope::Statistics => phrase("Statistics", "Statistiques"),
            Scope::Matrix => phrase("Matrices", "Matrices"),
            Scope::Problems => phrase("Problems", "Problèmes"),
            Scope::Sources => phrase("Sources", "Sources"),
            Scope::Views => phrase("Saved views", "Vues enregistrées"),
            Scope::Typing => phrase("While the filter is typed", "Pendant la saisie du filtre"),
            Scope::Form => phrase("Forms", "Formulaires"),
            Scope::Anywhere => phrase("Everywhere", "Partout"),
        }
    }
}

commands! {
    Explore {
        SortBy            ["s"]                      "Sort by the next column"                     "Trier par la colonne suivante"
        Columns           ["C"]                      "Choose the columns of the list"              "Choisir les colonnes de la liste"
        SortReverse       ["S"]                      "Reverse the order"                           "Inverser l'ordre"
    }
    Timeline {
        ZoomIn            ["+"]                      "Zoom in around the cursor"                   "Zoomer autour du curseur"
        ZoomOut           ["-"]                      "Zoom out"                                    "Dézoomer"
        FitAll            ["="]                      "Show all of the time"                        "Voir toute la période"
        NextEvent         ["w"]                      "Go to the next event"                        "Aller à l'événement suivant"
        PreviousEvent     ["b"]                      "Go to the previous event"                    "Aller à l'événement précédent"
        AlignDayZero      ["0"]                      "Align at day 0, or return to the calendar"   "Aligner au jour 0, ou revenir au calendrier"
        NextAnchor        ["z"]                      "Day 0 at the next milestone"                 "Jour 0 au jalon suivant"
        PreviousAnchor    ["Z"]                      "Day 0 at the previous milestone"             "Jour 0 au jalon précédent"
        ToggleMedian      ["m"]                      "Show or hide the median of the filtered set" "Montrer ou masquer la médiane des incidents filtrés"
    }
    Compare {
        HideSame          ["d"]                      "Hide or show the rows that are the same"     "Masquer ou montrer les lignes identiques"
        NextDifference    ["n"]                      "Go to the next difference"                   "Aller à la différence suivante"
        PreviousDifference ["N"]                     "Go to the previous difference"               "Aller à la différence précédente"
        FoldSection       ["z"]                      "Fold or unfold the section"                  "Replier ou déplier la section"
        FoldAll           ["Z"]                      "Fold or unfold every section"                "Replier ou déplier toutes les sections"
        OrderMatrices     ["s"]                      "Order the matrices by group or how common"   "Ordonner les matrices par groupe ou fréquence"
    }
    Statistics {
        Include           ["+"]                      "Filter: only incidents with this value"      "Filtrer : seulement les incidents ayant cette valeur"
        Exclude           ["-"]                      "Filter: no incident with this value"         "Filtrer : aucun incident ayant cette valeur"
        FromHere          ["["]                      "Filter: from this period on"                 "Filtrer : à partir de cette période"
        UpToHere          ["]"]                      "Filter: up to this period"                   "Filtrer : jusqu'à cette période"
        NextPeriod        ["p"]                      "By years, quarters or months"                "Par années, trimestres ou mois"
    }
    Matrix {
        SortRows          ["s"]                      "Order the rows by group or by how common"    "Ordonner les lignes par groupe ou par fréquence"
    }
    Views {
        RenameView        ["n"]                      "Give the view another name"                  "Donner un autre nom à la vue"
        DeleteView        ["d"]                      "Delete the view, once it is asked again"     "Supprimer la vue, après une seconde demande"
    }
    Typing {
        Complete          ["tab"]                    "Take what is offered"                        "Prendre ce qui est proposé"
        OlderFilter       ["up"]                     "To the offer above, or the filter before"    "Proposition précédente, ou filtre d'avant"
        NewerFilter       ["down"]                   "To the offer below, or the filter after"     "Proposition suivante, ou filtre d'après"
    }
    Form {
        NextField         ["tab", "enter", "down"]   "To the next field"                           "Au champ suivant"
        PreviousField     ["shift-tab", "up"]        "To the previous field"                       "Au champ précédent"
        SaveForm          ["ctrl-s"]                 "Save what was filled in"                    "Enregistrer la saisie"
        ShowChange        ["ctrl-d"]                 "Show the change as a difference"             "Montrer la modification ligne à ligne"
        OtherLanguage     ["ctrl-t"]                 "Give the text in the other language too"     "Donner le texte dans l'autre langue aussi"
        BreakLine         ["ctrl-j"]                 "Begin a new line in a text"                  "Commencer une ligne dans un texte"
        RemoveItem        ["ctrl-x"]                 "Take this item of a list away"               "Retirer cet élément d'une liste"
        LeaveForm         ["esc"]                    "Leave the form"                              "Quitter le formulaire"
    }
    Anywhere {
        Down              ["j", "down"]              "Down"                                        "Descendre"
        Up                ["k", "up"]                "Up"                                          "Monter"
        Left              ["h", "left"]              "Left"                                        "À gauche"
        Right             ["l", "right"]             "Right"                                       "À droite"
        Top               ["g", "home"]              "To the first"                                "Au premier"
        Bottom            ["G", "end"]               "To the last"                                 "Au dernier"
        PageDown          ["ctrl-d", "pgdn"]         "A page down"                                 "Une page plus bas"
        PageUp            ["ctrl-u", "pgup"]         "A page up"                                   "Une page plus haut"
        Open              ["enter"]                  "Open what the cursor is on"                  "Ouvrir ce que désigne le curseur"
        NextPane          ["tab"]                    "To the next pane"                            "Au volet suivant"
        PreviousPane      ["shift-tab"]              "To the previous pane"                        "Au volet précédent"
        Filter            ["/"]                      "Filter the incidents"                        "Filtrer les incidents"
        SuspendFilter     ["ctrl-t"]                 "Set the filter aside, or take it up again"   "Mettre le filtre de côté, ou le reprendre"
        DropTerm          ["backspace"]              "Take the last term out of the filter"        "Ôter le dernier terme du filtre"
        Facets            ["f"]                      "Facets over the screen: how many of each"    "Facettes par-dessus l'écran : combien de chaque"
        Related           ["R"]                      "Incidents that belong with this one"         "Incidents liés à celui-ci"
        Views             ["v"]                      "Saved views: show, rename, delete one"       "Vues enregistrées : montrer, renommer, supprimer"
        SaveView          ["V"]                      "Save the filter and the order as a view"     "Enregistrer le filtre et l'ordre comme vue"
        Mark              ["space"]                  "Mark or unmark the incident"                 "Marquer ou démarquer l'incident"
        CompareMarked     ["c"]                      "Compare the marked incidents"                "Comparer les incidents marqués"
        TimelineMarked    ["t"]                      "Timeline of the marked, else the filtered"   "Chronologie des marqués, sinon des filtrés"
        UnmarkAll         ["U"]                      "Unmark all"                                  "Tout démarquer"
        Sources           ["o"]                      "List the sources, open one"                  "Lister les sources, en ouvrir une"
        Copy              ["y"]                      "Copy (OSC 52)"                               "Copier (OSC 52)"
        Export            ["x"]                      "Export what is shown, or its picture"        "Exporter ce qui est affiché, ou son image"
        Import            ["I"]                      "Import others' data, after a preview"        "Importer des données d'autrui, après un aperçu"
        Add               ["a"]                      "Add a record"                                "Ajouter une fiche"
        Duplicate         ["A"]                      "Add a record like this one"                  "Ajouter une fiche semblable à celle-ci"
        Insert            ["i"]                      "Add something to this record"                "Compléter cette fiche"
        Amend             ["E"]                      "Change what the cursor is on"                "Modifier ce que désigne le curseur"
        Drafts            ["F"]                      "Take up a form that was cut off"             "Reprendre un formulaire interrompu"
        Edit              ["e"]                      "Edit the file in $VISUAL or $EDITOR"         "Modifier le fichier dans $VISUAL ou $EDITOR"
        Undo              ["u"]                      "Undo the last write"                         "Annuler la dernière écriture"
        Redo              ["ctrl-r"]                 "Redo what was undone"                        "Rétablir ce qui a été annulé"
        Delete            ["D"]                      "Delete: move the file to the trash"          "Supprimer : mettre le fichier à la corbeille"
        Star              ["*"]                      "Star or unstar the incident, for yourself"   "Mettre ou ôter une étoile, pour vous"
        Annotate          ["#"]                      "Your own tags and note on the incident"      "Vos étiquettes et votre note sur l'incident"
        Reload            ["r"]                      "Read the files again"                        "Relire les fichiers"
        ShowExplore       ["1"]                      "Explore: the list and one incident in full"  "Explorer : la liste et un incident en détail"
        ShowTimeline      ["2"]                      "Timeline: incidents on one axis"             "Chronologie : les incidents sur un même axe"
        ShowCompare       ["3"]                      "Compare: incidents side by side"             "Comparer : les incidents côte à côte"
        ShowStatistics    ["4"]                      "Statistics: how many of each"                "Statistiques : combien de chaque"
        ShowProblems      ["5"]                      "Problems: what could not be read"            "Problèmes : ce qui n'a pu être lu"
        ShowMatrix        ["M"]                      "Matrices: data and measures by incident"      "Matrices : données et mesures par incident"
        Language          ["L"]                      "Français / English"                          "English / Français"
        NextTheme         ["T"]                      "Next theme"                                  "Thème suivant"
        Palette           [":"]                      "Find a command, a view, an incident, a field" "Trouver une commande, une vue, un incident, un champ"
        Help              ["?"]                      "Show or hide the keys"                       "Montrer ou masquer les touches"
        Escape            ["esc"]                    "Leave the overlay, then clear the filter"    "Quitter la fenêtre, puis effacer le filtre"
        Back              ["q"]                      "Back; from Explore, quit"                    "Revenir ; depuis Explorer, quitter"
        Quit              ["ctrl-c"]                 "Quit"                                        "Quitter"
        Suspend           ["ctrl-z"]                 "Suspend to the shell"                        "Suspendre et revenir au shell"
    }
}
