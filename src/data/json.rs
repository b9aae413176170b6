//! JSON that a person can read and that stays small: in the two outermost objects a key a line, what stands in
//! them on one line; a list of objects an object a line, so that what changed is seen, and a list of plain values
//! on one.

use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// The text of a value, with a final line end. A view of ours always serialises: its keys are strings.
pub(super) fn write<V: Serialize>(value: &V) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
    let _ = value.serialize(&mut serializer);
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// How many objects, one in the other, give each key a line. A policy has thousands of figures in its rows, and with
/// a key a line the indentation would be half of the file.
const SPREAD: usize = 2;

/// Where the writer is.
#[derive(Default)]
struct Lines {
    /// The lists and objects being written.
    open: Vec<Open>,
    /// How many of them are objects.
    objects: usize,
    /// How far a new line is indented.
    depth: usize,
    /// A value of a list comes next, the first or a later one; how it is set off depends on what it is.
    item: Option<bool>,
}

/// A list or an object being written.
struct Open {
    /// Whether lines were begun in it.
    broken: bool,
    /// Whether its own parts stand further to the right.
    indents: bool,
}

impl Lines {
    /// Begins a line in the innermost list or object.
    fn break_line<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if let Some(around) = self.open.last_mut() {
            around.broken = true;
        }
        self.new_line(out)
    }

    fn new_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        const SPACES: &[u8] = b"                                ";
        out.write_all(b"\n")?;
        out.write_all(&SPACES[..SPACES.len().min(2 * self.depth)])
    }

    /// Whether the innermost object gives each key a line.
    fn spreads(&self) -> bool {
        self.objects <= SPREAD
    }

    fn plain<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        match self.item.take() {
            Some(false) if self.spreads() => out.write_all(b" "),
            _ => Ok(()),
        }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8], indents: bool) -> io::Result<()> {
        if self.item.take().is_some() {
            self.break_line(out)?;
        }
        self.depth += usize::from(indents);
        self.open.push(Open { broken: false, indents });
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if let Some(own) = self.open.pop() {
            self.depth -= usize::from(own.indents);
            if own.broken {
                self.new_line(out)?;
            }
        }
        out.write_all(bracket)
    }
}

/// Plain values: first what sets them off, then the value as it is.
macro_rules! plain {
    ($($name:ident($($value:ident: $type:ty)?)),* $(,)?) => {
        $(fn $name<W: ?Sized + Write>(&mut self, out: &mut W $(, $value: $type)?) -> io::Result<()> {
            self.plain(out)?;
            serde_json::ser::CompactFormatter.$name(out $(, $value)?)
        })*
    };
}

impl Formatter for Lines {
    plain! {
        write_null(), write_bool(value: bool), begin_string(), write_number_str(value: &str),
        write_i8(value: i8), write_i16(value: i16), write_i32(value: i32), write_i64(value: i64),
        write_u8(value: u8), write_u16(value: u16), write_u32(value: u32), write_u64(value: u64),
        write_i128(value: i128), write_u128(value: u128), write_f32(value: f32), write_f64(value: f64),
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[", true)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item = Some(first);
        if first { Ok(()) } else { out.write_all(b",") }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.objects += 1;
        self.open(out, b"{", self.spreads())
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.objects -= 1;
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        if self.spreads() { self.break_line(out) } else { Ok(()) }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.spreads() { b": " } else { b":" })
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use serde_json::json;

    #[test]
    fn plain_lists_stand_on_one_line_and_objects_on_their_own() {
        let value = json!({ "a": [1, null, "x"], "b": [], "c": [{ "d": [] }, {}], "e": [[1, 2], [3]] });
        let text = "{\n  \"a\": [1, null, \"x\"],\n  \"b\": [],\n  \"c\": [\n    {\n      \"d\": []\n    },\n    {}\n  ],\n  \"e\": [\n    [1, 2],\n    [3]\n  ]\n}\n";
        assert_eq!(write(&value), text);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&write(&value)).unwrap(), value);
    }

    #[test]
    fn an_object_far_inside_stands_on_one_line_and_a_list_in_it_has_an_object_a_line() {
        let rows = json!([{ "name": "a", "values": [1, null] }, { "name": "b", "values": [] }]);
        let value =
            json!({ "indicators": [{ "breakdowns": [{ "id": "x", "rows": rows }], "values": [1, 2] }] });
        let text = concat!(
            "{\n  \"indicators\": [\n    {\n",
            "      \"breakdowns\": [\n        {\"id\":\"x\",\"rows\":[\n",
            "          {\"name\":\"a\",\"values\":[1,null]},\n",
            "          {\"name\":\"b\",\"values\":[]}\n",
            "        ]}\n      ],\n      \"values\": [1, 2]\n    }\n  ]\n}\n"
        );
        assert_eq!(write(&value), text);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&write(&value)).unwrap(), value);
    }
}
