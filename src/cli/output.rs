//! Writing what was asked for: to a file, all or nothing, or to standard output.

use super::Failure;
use super::folder::{is_ours, write_folder};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use whom::Error;
use whom::export::{Format, Picture};
use whom::graph::ActorGraph;

/// Where a graph goes and in what format.
#[derive(Args)]
pub struct Output {
    /// Writes to a file (parquet: a folder); its extension says the format.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Writes in this format.
    #[arg(short, long, value_parser = formats(), long_help = format_help())]
    format: Option<String>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(Format::ALL.map(|format| format.name))
}

fn format_help() -> String {
    let rows = Format::ALL.map(|format| format!("\n  {:9} {}", format.name, format.gloss));
    format!("Writes in this format:{}", rows.concat())
}

impl Output {
    /// Returns the format: as asked for, as the file's extension says, or the default.
    ///
    /// What cannot be written is refused here, before anything is read.
    pub fn format(&self, default: &str) -> Result<Format, Failure> {
        let format = self.asked(default)?;
        if let (Some(names), Some(folder)) = (format.file_names(), self.folder()) {
            is_ours(folder, names)?;
        }
        Ok(format)
    }

    fn asked(&self, default: &str) -> Result<Format, Failure> {
        if let Some(name) = &self.format {
            return Ok(Format::from_name(name).expect("clap allows only names of formats"));
        }
        match &self.output {
            Some(path) if path != Path::new("-") => Format::from_path(path).ok_or_else(|| {
                let known = Format::ALL.map(|format| format!(".{}", format.extension));
                let message = format!(
                    "{}: which format? Use one of the endings {}, or say -f FORMAT",
                    path.display(),
                    known.join(" ")
                );
                Error::Usage(message).into()
            }),
            _ => Ok(Format::from_name(default).expect("a default is a format")),
        }
    }

    /// Returns the file that is written, `-` for standard output.
    pub fn path(&self) -> &Path {
        self.output.as_deref().unwrap_or(Path::new("-"))
    }

    /// Returns the file that is written, `None` for standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
    }

    /// Writes a graph.
    pub fn write(&self, graph: &ActorGraph, default: &str) -> Result<(), Failure> {
        let format = self.format(default)?;
        self.write_picture(graph, &format, &Picture::default())
    }

    /// Writes a graph, drawn as asked where the format is a picture.
    pub fn write_picture(
        &self,
        graph: &ActorGraph,
        format: &Format,
        picture: &Picture,
    ) -> Result<(), Failure> {
        if let Some(folder) = self.folder()
            && let Some(files) = format.files(graph)?
        {
            return Ok(write_folder(folder, &files)?);
        }
        self.write_with(|out| Ok(format.write_picture(graph, picture, out)?))
    }

    /// Returns where a format of several files has its folder: nowhere on a stream or a device.
    fn folder(&self) -> Option<&Path> {
        let path = self.file()?;
        let stream = std::fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir());
        (!stream).then_some(path)
    }

    /// Opens the output, lets it be written, and makes it seen once all is written.
    pub fn write_with<T>(
        &self,
        write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &self.output {
            Some(path) if path != Path::new("-") => write_file(path, write),
            _ => {
                let mut out = BufWriter::new(std::io::stdout().lock());
                let written = write(&mut out)?;
                out.flush()?;
                Ok(written)
            }
        }
    }
}

/// Writes beside the file and renames, so that nobody ever sees half of it. A link is followed to
/// the file it names, and what is no file (`/dev/null`, a pipe) is written to as it stands: renaming
/// over it would put a file where the machine needs a device.
pub fn write_file<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let failed = |error| Failure::from(Error::io(path, error));
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let before = std::fs::metadata(&real).ok();
    if before
        .as_ref()
        .is_some_and(|it| !it.is_file() && !it.is_dir())
    {
        let device = File::options().write(true).open(&real).map_err(failed)?;
        let mut out = BufWriter::new(device);
        let written = write(&mut out)?;
        out.flush().map_err(failed)?;
        return Ok(written);
    }
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let beside = real.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let file = File::create(&beside).map_err(failed)?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out).and_then(|written| {
        out.flush().map_err(failed)?;
        if let Some(before) = &before {
            out.get_ref()
                .set_permissions(before.permissions())
                .map_err(failed)?;
        }
        out.get_ref().sync_all().map_err(failed)?;
        std::fs::rename(&beside, &real).map_err(failed)?;
        Ok(written)
    });
    if written.is_err() {
        // The first error is the one to tell; a leftover file is the lesser harm.
        let _ = std::fs::remove_file(&beside);
    }
    written
}
