//! Reads a ZIP archive that may be hostile: what is not plain is refused, and nothing is unpacked beyond its bounds.

use super::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, PathFault, crc::crc32, path_fault};
use crate::record::RecordFiles;

/// Why an archive is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZipFault {
    /// It is not a ZIP archive, or is cut off, or its parts overlap or leave gaps.
    Damaged,
    /// It is of a kind that no record is: in several volumes, 64-bit, with a comment.
    Kind,
    /// A file has a path that may not stand in a record.
    Path(String, PathFault),
    /// A name is not UTF-8.
    NameNotUtf8,
    /// Two files have one path.
    Twice(String),
    /// A file is encrypted.
    Encrypted(String),
    /// A file is packed by a method other than stored or deflated.
    Method(String, u16),
    /// A file is not a plain file: a link, a device.
    NotAFile(String),
    /// A file does not unpack to the length and the checksum that the archive states.
    Contents(String),
    /// There are more files than a record may have.
    TooMany,
    /// A file, or all of them, would be larger than a record may be.
    TooLarge(String),
}

/// The files of an archive. Folders by themselves are left out where a file lies in them, and refused where none does.
///
/// # Errors
/// [`ZipFault`]
pub fn read_zip(archive: &[u8]) -> Result<RecordFiles, ZipFault> {
    let directory = directory(archive)?;
    if directory.entries > MOST_FILES * 2 {
        return Err(ZipFault::TooMany);
    }
    let mut rest = directory.bytes;
    let (mut files, mut folders) = (RecordFiles::new(), Vec::new());
    let (mut total, mut next) = (0_u64, 0);
    for _ in 0..directory.entries {
        let entry = Entry::read(&mut rest)?;
        let body = entry.body(archive, next, directory.start)?;
        next = body.end;
        if let Some(folder) = entry.path.strip_suffix('/') {
            if let Some(fault) = path_fault(folder) {
                return Err(ZipFault::Path(entry.path, fault));
            }
            if entry.length > 0 {
                return Err(ZipFault::NotAFile(entry.path));
            }
            folders.push(entry.path);
            continue;
        }
        if let Some(fault) = path_fault(&entry.path) {
            return Err(ZipFault::Path(entry.path, fault));
        }
        total += entry.length;
        if entry.length > LARGEST_FILE || total > LARGEST_RECORD {
            return Err(ZipFault::TooLarge(entry.path));
        }
        let bytes = entry.unpack(body.bytes)?;
        if files.len() >= MOST_FILES {
            return Err(ZipFault::TooMany);
        }
        if files.insert(entry.path.clone(), bytes).is_some() {
            return Err(ZipFault::Twice(entry.path));
        }
    }
    if !rest.is_empty() || next != directory.start {
        return Err(ZipFault::Damaged);
    }
    let holds =
        |folder: &str| files.range(folder.to_owned()..).next().is_some_and(|(p, _)| p.starts_with(folder));
    match folders.into_iter().find(|folder| !holds(folder)) {
        Some(empty) => Err(ZipFault::NotAFile(empty)),
        None => Ok(files),
    }
}

/// The directory at the end of an archive.
struct Directory<'a> {
    entries: usize,
    start: usize,
    bytes: &'a [u8],
}

/// The end of the directory is the last 22 bytes: a comment, in which another end could hide, is refused.
fn directory(archive: &[u8]) -> Result<Directory<'_>, ZipFault> {
    let at = archive.len().checked_sub(22).ok_or(ZipFault::Damaged)?;
    let end = &archive[at..];
    if !end.starts_with(b"PK\x05\x06") {
        // a comment of the length that is stated before it
        let ends_at = |(at, end): (usize, &[u8])| {
            let comment = short(end, 20).map_or(0, usize::from);
            end.starts_with(b"PK\x05\x06") && at + 22 + comment == archive.len()
        };
        let comment = archive.windows(22).enumerate().rev().take(1 << 16).any(ends_at);
        return Err(if comment { ZipFault::Kind } else { ZipFault::Damaged });
    }
    let (disks, here, entries) = (short(end, 4)?, short(end, 8)?, short(end, 10)?);
    let (length, start) = (long(end, 12)?, long(end, 16)?);
    if disks != 0 || short(end, 6)? != 0 || here != entries || short(end, 20)? != 0 {
        return Err(ZipFault::Kind);
    }
    if entries == u16::MAX || length == u32::MAX || start == u32::MAX {
        return Err(ZipFault::Kind);
    }
    let (start, length) = (start as usize, length as usize);
    if start.checked_add(length) != Some(at) {
        return Err(ZipFault::Damaged);
    }
    Ok(Directory { entries: usize::from(entries), start, bytes: &archive[start..at] })
}

/// One entry of the directory.
struct Entry {
    path: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed: usize,
    length: u64,
    offset: usize,
}

/// The packed bytes of a file, and where they end in the archive.
struct Body<'a> {
    bytes: &'a [u8],
    end: usize,
}

impl Entry {
    fn read(rest: &mut &[u8]) -> Result<Self, ZipFault> {
        let head = rest.get(..46).filter(|h| h.starts_with(b"PK\x01\x02")).ok_or(ZipFault::Damaged)?;
        let (name, extra, comment) = (short(head, 28)?, short(head, 30)?, short(head, 32)?);
        let name_end = 46 + usize::from(name);
        let name = rest.get(46..name_end).ok_or(ZipFault::Damaged)?;
        let path = String::from_utf8(name.to_vec()).map_err(|_| ZipFault::NameNotUtf8)?;
        let entry = Entry {
            flags: short(head, 8)?,
            method: short(head, 10)?,
            crc: long(head, 16)?,
            packed: long(head, 20)? as usize,
            length: u64::from(long(head, 24)?),
            offset: long(head, 42)? as usize,
            path,
        };
        // made on Unix: the kind of file stands in the upper half of the attributes; 0 where it is not said
        let kind = (long(head, 38)? >> 16) & 0o170_000;
        let made_on_unix = short(head, 4)? >> 8 == 3;
        let is_folder = entry.path.ends_with('/');
        if made_on_unix && kind != 0 && kind != if is_folder { 0o040_000 } else { 0o100_000 } {
            return Err(ZipFault::NotAFile(entry.path));
        }
        if entry.flags & 0x2041 != 0 {
            return Err(ZipFault::Encrypted(entry.path));
        }
        if comment != 0 || short(head, 34)? != 0 || entry.packed as u32 == u32::MAX {
            return Err(ZipFault::Kind);
        }
        *rest = rest.get(name_end + usize::from(extra)..).ok_or(ZipFault::Damaged)?;
        Ok(entry)
    }

    /// The file's own header must say the same, and the file begin where the one before ended: so nothing lies between
    /// files, and no two share bytes.
    fn body<'a>(&self, archive: &'a [u8], from: usize, until: usize) -> Result<Body<'a>, ZipFault> {
        if self.offset != from {
            return Err(ZipFault::Damaged);
        }
        let own = archive.get(self.offset..until).ok_or(ZipFault::Damaged)?;
        let name_end = 30 + usize::from(short(own, 26)?);
        let same = own.starts_with(b"PK\x03\x04")
            && own.get(30..name_end) == Some(self.path.as_bytes())
            && short(own, 6)? == self.flags
            && short(own, 8)? == self.method;
        let start = name_end + usize::from(short(own, 28)?);
        let end = start.checked_add(self.packed).ok_or(ZipFault::Damaged)?;
        let bytes = own.get(start..end).filter(|_| same).ok_or(ZipFault::Damaged)?;
        let streamed = self.flags & 8 != 0;
        let sums = (long(own, 14)?, long(own, 18)? as usize, u64::from(long(own, 22)?));
        if !streamed {
            let stated = (self.crc, self.packed, self.length);
            return if sums == stated {
                Ok(Body { bytes, end: self.offset + end })
            } else {
                Err(ZipFault::Damaged)
            };
        }
        // written as a stream: checksum and lengths follow the file, with or without a mark
        let after = own.get(end..).unwrap_or_default();
        let mark = if after.starts_with(b"PK\x07\x08") { 4 } else { 0 };
        let stated = [self.crc, self.packed as u32, self.length as u32];
        let said: Result<Vec<u32>, ZipFault> = (0..3).map(|n| long(after, mark + 4 * n)).collect();
        if said? != stated {
            return Err(ZipFault::Damaged);
        }
        Ok(Body { bytes, end: self.offset + end + mark + 12 })
    }

    fn unpack(&self, packed: &[u8]) -> Result<Vec<u8>, ZipFault> {
        let wrong = || ZipFault::Contents(self.path.clone());
        let length = usize::try_from(self.length).map_err(|_| wrong())?;
        let bytes = match self.method {
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, length).map_err(|_| wrong())?,
            method => return Err(ZipFault::Method(self.path.clone(), method)),
        };
        if bytes.len() != length || crc32(&bytes) != self.crc {
            return Err(wrong());
        }
        Ok(bytes)
    }
}

fn short(bytes: &[u8], at: usize) -> Result<u16, ZipFault> {
    let two = bytes.get(at..at + 2).and_then(|b| b.try_into().ok());
    two.map(u16::from_le_bytes).ok_or(ZipFault::Damaged)
}

fn long(bytes: &[u8], at: usize) -> Result<u32, ZipFault> {
    let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok());
    four.map(u32::from_le_bytes).ok_or(ZipFault::Damaged)
}

#[cfg(test)]
mod tests {
    use super::super::zip_write::zip_bytes;
    use super::*;

    fn record() -> RecordFiles {
        [("a", "1"), ("b/c", "two"), ("æ", "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn what_is_packed_is_read_back() {
        let archive = zip_bytes(&record());
        assert_eq!(archive, zip_bytes(&record()));
        assert_eq!(read_zip(&archive), Ok(record()));
        assert_eq!(read_zip(&zip_bytes(&RecordFiles::new())), Ok(RecordFiles::new()));
    }

    #[test]
    fn no_flipped_bit_and_no_cut_gets_through_unseen() {
        let archive = zip_bytes(&record());
        for bit in 0..archive.len() * 8 {
            let mut other = archive.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            // dates, versions and such say nothing of the files
            if let Ok(files) = read_zip(&other) {
                assert_eq!(files, record(), "bit {bit}");
            }
        }
        for length in 0..archive.len() {
            assert!(read_zip(&archive[..length]).is_err());
        }
    }

    #[test]
    fn paths_and_doubles_are_refused() {
        let with = |path: &str| -> RecordFiles { [(path.to_owned(), b"x".to_vec())].into() };
        let refused = read_zip(&zip_bytes(&with("../x")));
        assert_eq!(refused, Err(ZipFault::Path("../x".into(), PathFault::LeadsOut)));
        let two: RecordFiles = [("a", "1"), ("b", "2")].map(|(p, t)| (p.into(), t.into())).into();
        let mut archive = zip_bytes(&two);
        let at: Vec<usize> = (0..archive.len()).filter(|&i| archive[i] == b'b').collect();
        at.into_iter().for_each(|i| archive[i] = b'a');
        assert_eq!(read_zip(&archive), Err(ZipFault::Twice("a".into())));
    }

    #[test]
    fn a_bomb_is_stopped_at_the_length_it_states() {
        let packed = miniz_oxide::deflate::compress_to_vec(&vec![0; 1 << 24], 9);
        let small: RecordFiles = [("bomb".to_owned(), packed)].into();
        let mut archive = zip_bytes(&small);
        // the method in both headers
        let central = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        archive[8] = 8;
        archive[central + 10] = 8;
        assert_eq!(read_zip(&archive), Err(ZipFault::Contents("bomb".into())));
    }
}
