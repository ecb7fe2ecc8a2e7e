//! Packs the relation files, two megabytes of sentences and frames, into what the binary carries of them.

use flate2::{Compression, write::DeflateEncoder};
use std::fmt::Write as _;
use std::io::{Error, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

const RELATIONS: &str = "src/data/relations";

fn main() -> Result<(), Error> {
    println!("cargo::rerun-if-changed={RELATIONS}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| Error::other("no OUT_DIR"))?);
    let mut files: Vec<PathBuf> = fs::read_dir(RELATIONS)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Error>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "toml"));
    // The order of a folder is the file system's.
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Error::other(format!("{}: no UTF-8", file.display())))?;
        fs::write(out.join(name), packed(file)?)?;
        let _ = writeln!(list, "    ({name:?}, include_bytes!({name:?})),");
    }
    list.push_str("]\n");
    fs::write(out.join("relations.rs"), list)
}

fn packed(file: &Path) -> Result<Vec<u8>, Error> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(file)?)?;
    encoder.finish()
}
