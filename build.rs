//! The built-in theme and the starter site are part of the binary: a change in them is a change of the program.

fn main() {
    println!("cargo:rerun-if-changed=themes/portal");
    println!("cargo:rerun-if-changed=src/cli/starter");
}
