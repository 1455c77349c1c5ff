//! From which item of somebody else's data a record was made.
//! It does not import; `import` does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An item of somebody else's data; the next import finds its record by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// The data: `veris`, `hibp`, `bonjourlafuite`, or `csv`.
    #[schemars(regex(pattern = r"^[a-z0-9-]{1,80}$"))]
    pub from: String,
    /// The name of the item there.
    pub item: String,
}
