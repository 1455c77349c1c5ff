//! The JSON Schema of the record format, made from the types, so that the list of fields exists once.
//! It checks nothing; `shape` walks a file's tree against it.

use super::incident::Incident;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut schema = schemars::schema_for!(Incident).to_value();
    schema["title"] = "breachline record, version 1".into();
    // left out, an id is the file's stem, not an empty text
    if let Some(id) = schema.pointer_mut("/properties/id").and_then(Value::as_object_mut) {
        id.remove("default");
    }
    schema
});

/// The JSON Schema (2020-12) of a record.
pub fn schema() -> Value {
    SCHEMA.clone()
}

/// The schema in place, for the walk.
pub(super) fn whole() -> &'static Value {
    &SCHEMA
}

/// What is expected somewhere: a schema with its references followed, and whether nothing will do as well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    /// The schema; for a choice between a scalar and a mapping still the choice.
    pub schema: &'a Value,
    /// Whether `null` or nothing may stand there.
    pub nullable: bool,
}

/// Follows references and the `null` branch of optional fields.
pub(super) fn resolve(mut schema: &Value) -> Expected<'_> {
    let mut nullable = false;
    loop {
        if let Some(name) = schema["$ref"].as_str() {
            schema = &SCHEMA["$defs"][name.rsplit('/').next().unwrap_or_default()];
        } else if let Some([branch, null]) = schema["anyOf"].as_array().map(Vec::as_slice)
            && null["type"] == "null"
        {
            nullable = true;
            schema = branch;
        } else {
            nullable |= schema["type"].as_array().is_some_and(|types| types.iter().any(|t| t == "null"));
            return Expected { schema, nullable };
        }
    }
}
