//! JSON that a person can read and that stays small: a key a line, but lists of plain values on one.

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

/// Where the writer is.
#[derive(Default)]
struct Lines {
    depth: usize,
    /// Of the object or list being written and those around it: true where lines were begun in it.
    broken: Vec<bool>,
    /// A value of a list comes next, the first or a later one; how it is set off depends on what it is.
    item: Option<bool>,
}

impl Lines {
    fn new_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }

    fn plain<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        match self.item.take() {
            Some(false) => out.write_all(b" "),
            Some(true) | None => Ok(()),
        }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.item.take().is_some() {
            if let Some(around) = self.broken.last_mut() {
                *around = true;
            }
            self.new_line(out)?;
        }
        self.depth += 1;
        self.broken.push(false);
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.broken.pop() == Some(true) {
            self.new_line(out)?;
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
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item = Some(first);
        if first { Ok(()) } else { out.write_all(b",") }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if let Some(own) = self.broken.last_mut() {
            *own = true;
        }
        if !first {
            out.write_all(b",")?;
        }
        self.new_line(out)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
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
}
