use std::{fs, io, path::Path};

use super::{Ended, ExitCode, Session, files::FileError, output::file_figure};
use crate::report::Language;

const FILES_EN: [(&str, &str); 2] = [
    ("tender.toml", include_str!("template/tender.en.toml")),
    ("bids/example.toml", include_str!("template/bid.en.toml")),
];
const FILES_DA: [(&str, &str); 2] = [
    ("tender.toml", include_str!("template/tender.da.toml")),
    ("bids/example.toml", include_str!("template/bid.da.toml")),
];

const DIALOGUE_EN: (&str, &str) = ("dialogue.toml", include_str!("template/dialogue.en.toml"));
const DIALOGUE_DA: (&str, &str) = ("dialogue.toml", include_str!("template/dialogue.da.toml"));

/// `udbud new`: a folder with a tender that can be checked and evaluated as it stands. Whole or not at all, and never
/// over anything that is there. With `dialogue` a dialogue file about it lies beside it.
pub(super) fn new(session: &mut Session<'_>, dir: &Path, dialogue: bool) -> Ended<ExitCode> {
    let (files, about) = match session.language {
        Language::En => (FILES_EN, DIALOGUE_EN),
        Language::Da => (FILES_DA, DIALOGUE_DA),
    };
    let files: Vec<(&str, &str)> = files.into_iter().chain(dialogue.then_some(about)).collect();
    make(dir, &files).map_err(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => {
            session.error_message("cli-new-exists", &vec![("file", file_figure(dir))]);
            ExitCode::FileFault
        }
        _ => session.file_error(dir, &e),
    })?;
    let made = vec![("tender", file_figure(&dir.join("tender.toml")))];
    let mut text = session.language.message("cli-new-made", &made) + "\n";
    if dialogue {
        let about = vec![("dialogue", file_figure(&dir.join("dialogue.toml")))];
        text.push_str(&(session.language.message("cli-new-simulate", &about) + "\n"));
    }
    session.result(&text)?;
    Ok(ExitCode::Done)
}

fn make(dir: &Path, files: &[(&str, &str)]) -> io::Result<()> {
    if dir.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let name = dir.file_name().ok_or_else(|| io::Error::other(FileError::NotAFolderName))?;
    let parent = dir.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = name.to_os_string();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = parent.join(beside);
    fs::create_dir(&beside)?;
    let made = (|| {
        for (name, text) in files {
            let path = beside.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut file = fs::File::create_new(&path)?;
            io::Write::write_all(&mut file, text.as_bytes())?;
            file.sync_all()?;
        }
        fs::rename(&beside, dir)
    })();
    if made.is_err() {
        let _ = fs::remove_dir_all(&beside);
    }
    made
}
