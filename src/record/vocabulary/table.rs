//! The making of a vocabulary out of a table of its words: the type, what it says of itself, how it is read and written.
//! It holds no word.

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $id:literal $en:literal $fr:literal $den:literal $dfr:literal)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $den] $variant),+ }

        impl Vocabulary for $name {
            const NAME: &'static str = stringify!($name);
            fn all() -> &'static [Self] { &[$($name::$variant),+] }
            fn id(self) -> &'static str { match self { $($name::$variant => $id),+ } }
            fn label(self) -> Phrase { match self { $($name::$variant => phrase($en, $fr)),+ } }
            fn definition(self) -> Phrase { match self { $($name::$variant => phrase($den, $dfr)),+ } }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if !deserializer.is_human_readable() {
                    let place = usize::from(u8::deserialize(deserializer)?);
                    return Self::all().get(place).copied().ok_or_else(|| serde::de::Error::custom("no such value"));
                }
                let word = std::borrow::Cow::<str>::deserialize(deserializer)?;
                Self::of(&word).ok_or_else(|| serde::de::Error::custom(format!("unknown value {word:?}")))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.id())
                } else {
                    serializer.serialize_u8(*self as u8)
                }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { Self::NAME.into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let ids: Vec<&str> = Self::all().iter().map(|v| v.id()).collect();
                let meanings: Vec<String> =
                    Self::all().iter().map(|v| format!("{} · {}", v.definition().en, v.definition().fr)).collect();
                schemars::json_schema!({ "type": "string", "enum": ids, "markdownEnumDescriptions": meanings })
            }
        }
    };
}
