//! Texts of pages to hand over, whatever they tell: the way past the head, the contents, the numbers of sources.
//! It holds nothing of what reports and worksheets say.

use super::{Phrase, phrase};

/// The way past the head of the page.
pub const SKIP: Phrase = phrase("Skip to the content", "Aller au contenu");
/// The list of the sections.
pub const CONTENTS: Phrase = phrase("Contents", "Sommaire");
/// A source by its number.
pub const SOURCE_NUMBER: Phrase = phrase("source {0}", "source {0}");
