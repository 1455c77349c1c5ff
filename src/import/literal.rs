//! Lists, mappings and texts as Python writes them, such as `['a', "b's", {'href': 'c'}]`.
//! It runs nothing and reads no other Python.

use serde_json::{Map, Value};

/// How deep brackets may go.
const DEEPEST: usize = 16;

/// The value of a literal; `None` if it is none.
pub fn read(text: &str) -> Option<Value> {
    let mut rest = text.trim();
    let value = value(&mut rest, 0)?;
    rest.trim().is_empty().then_some(value)
}

fn value(rest: &mut &str, depth: usize) -> Option<Value> {
    *rest = rest.trim_start();
    let first = rest.chars().next()?;
    match first {
        _ if depth > DEEPEST => None,
        '[' | '(' => items(rest, if first == '[' { ']' } else { ')' }, depth).map(Value::Array),
        '{' => pairs(rest, depth).map(Value::Object),
        '\'' | '"' => string(rest, first).map(Value::String),
        _ => {
            let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '+')).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            *rest = after;
            match word {
                "True" => Some(Value::Bool(true)),
                "False" => Some(Value::Bool(false)),
                "None" => Some(Value::Null),
                number => number.parse::<i64>().ok().map(Value::from),
            }
        }
    }
}

fn eat(rest: &mut &str, sign: char) -> bool {
    *rest = rest.trim_start();
    if let Some(after) = rest.strip_prefix(sign) {
        *rest = after;
        return true;
    }
    false
}

fn items(rest: &mut &str, close: char, depth: usize) -> Option<Vec<Value>> {
    *rest = &rest[1..];
    let mut items = Vec::new();
    while !eat(rest, close) {
        items.push(value(rest, depth + 1)?);
        if !eat(rest, ',') {
            return eat(rest, close).then_some(items);
        }
    }
    Some(items)
}

fn pairs(rest: &mut &str, depth: usize) -> Option<Map<String, Value>> {
    *rest = &rest[1..];
    let mut pairs = Map::new();
    while !eat(rest, '}') {
        let Value::String(key) = value(rest, depth + 1)? else { return None };
        if !eat(rest, ':') {
            return None;
        }
        pairs.insert(key, value(rest, depth + 1)?);
        if !eat(rest, ',') {
            return eat(rest, '}').then_some(pairs);
        }
    }
    Some(pairs)
}

fn string(rest: &mut &str, quote: char) -> Option<String> {
    let mut text = String::new();
    let mut letters = rest[1..].char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            letter if letter == quote => {
                *rest = &rest[1 + at + 1..];
                return Some(text);
            }
            '\\' => match letters.next()?.1 {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                't' => text.push('\t'),
                '\n' => {}
                kind @ ('x' | 'u' | 'U') => {
                    let length = match kind {
                        'x' => 2,
                        'u' => 4,
                        _ => 8,
                    };
                    let digits: String = letters.by_ref().take(length).map(|(_, digit)| digit).collect();
                    text.push(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)?);
                }
                other @ ('\\' | '\'' | '"') => text.push(other),
                other => text.extend(['\\', other]),
            },
            letter => text.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn what_python_writes_is_read() {
        assert_eq!(read("['a', \"l'b\", 'c\\xa0d', 'e\\'f']"), Some(json!(["a", "l'b", "c\u{a0}d", "e'f"])));
        assert_eq!(
            read("[{'text': 'Source', 'href': 'https://a.example'}, 'b', None, True, 3]"),
            Some(json!([{"text": "Source", "href": "https://a.example"}, "b", null, true, 3]))
        );
        assert_eq!(read("[]"), Some(json!([])));
        assert_eq!(read("['a',]"), Some(json!(["a"])));
    }

    #[test]
    fn what_is_broken_is_none() {
        for text in ["", "[", "['a'", "['a' 'b']", "{'a'}", "[a]", "['a']x", "'\\xzz'", "__import__('os')"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[\\[\\]{}()'\":,\\\\xuUn0-9a é\u{a0}]{0,40}") {
            let _ = read(&text);
        }
    }
}
