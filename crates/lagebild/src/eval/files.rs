//! Gold on disk: where a corpus lies, and what stands in its files.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use flate2::read::MultiGzDecoder;

/// `inside` the corpus at `home`, where the folder given is that of all corpora, or the corpus's own.
pub(crate) fn place(folder: &Path, home: &str, inside: &str) -> Option<PathBuf> {
    let own = folder.file_name().is_some_and(|name| Some(name) == Path::new(home).file_name());
    let below = folder.join(home).join(inside);
    let places = [below].into_iter().chain(own.then(|| folder.join(inside)));
    places.into_iter().find(|place| place.exists())
}

/// The whole file, unpacked if its name ends in "gz".
pub(crate) fn read(path: &Path) -> Result<String> {
    let failed = || format!("cannot read {}", path.display());
    String::from_utf8(bytes(path)?).with_context(failed)
}

/// The whole file in Latin-1.
pub(crate) fn read_latin1(path: &Path) -> Result<String> {
    Ok(bytes(path)?.into_iter().map(char::from).collect())
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let failed = || format!("cannot read {}", path.display());
    let mut file = File::open(path).with_context(failed)?;
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        MultiGzDecoder::new(file).read_to_end(&mut bytes).with_context(failed)?;
    } else {
        file.read_to_end(&mut bytes).with_context(failed)?;
    }
    Ok(bytes)
}

/// The files of a folder whose names end in `ending`, by name.
pub(crate) fn list(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_corpus_is_found_below_all_corpora_and_in_its_own_folder() {
        let corpora = tempfile::tempdir().unwrap();
        let data = corpora.path().join("tune/harbour-de/data");
        fs::create_dir_all(&data).unwrap();
        let place = |folder: &Path| place(folder, "tune/harbour-de", "data");
        assert_eq!(place(corpora.path()), Some(data.clone()));
        assert_eq!(place(&corpora.path().join("tune/harbour-de")), Some(data));
        assert_eq!(place(&corpora.path().join("tune")), None);
    }

    #[test]
    fn packed_files_are_unpacked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt.gz");
        let mut packed =
            flate2::write::GzEncoder::new(File::create(&path).unwrap(), flate2::Compression::fast());
        packed.write_all("Fähre".as_bytes()).unwrap();
        packed.finish().unwrap();
        assert_eq!(read(&path).unwrap(), "Fähre");
        assert_eq!(list(folder.path(), ".txt.gz").unwrap(), [path]);
    }
}
