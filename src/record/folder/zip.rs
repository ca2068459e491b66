//! A record as one file: a ZIP archive. It is written without compression, with the same bytes for the same record, and read
//! without trust: what is not plain is refused, and nothing is unpacked beyond its bounds.

use super::{LARGEST_FILE, LARGEST_RECORD, MOST_FILES, PathFault, path_fault};
use crate::record::RecordFiles;

/// Why an archive is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ZipError {
    /// It is not a ZIP archive, or is cut off, or its parts overlap or leave gaps.
    Damaged,
    /// It is of a kind that no record is: in several volumes, 64-bit, with a comment.
    Kind,
    /// A file has a path that may not be in a record.
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

impl std::fmt::Display for ZipError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ZipError::Damaged => f.write_str("the archive is damaged"),
            ZipError::Kind => f.write_str("the archive is of a kind that no record is"),
            ZipError::Path(path, fault) => write!(f, "the path {path:?} is refused: {}", fault.name()),
            ZipError::NameNotUtf8 => f.write_str("a name is not UTF-8"),
            ZipError::Twice(path) => write!(f, "two files have the path {path:?}"),
            ZipError::Encrypted(path) => write!(f, "{path:?} is encrypted"),
            ZipError::Method(path, method) => write!(f, "{path:?} is packed by method {method}"),
            ZipError::NotAFile(path) => write!(f, "{path:?} is not a plain file"),
            ZipError::Contents(path) => write!(f, "{path:?} does not unpack to what the archive states"),
            ZipError::TooMany => f.write_str("there are too many files"),
            ZipError::TooLarge(path) => write!(f, "{path:?} is too large"),
        }
    }
}

impl std::error::Error for ZipError {}

/// The files of an archive. Folders by themselves are left out where a file lies in them, and refused where none does.
///
/// # Errors
/// [`ZipError`]
pub fn read_zip(archive: &[u8]) -> Result<RecordFiles, ZipError> {
    let directory = directory(archive)?;
    if directory.entries > MOST_FILES * 2 {
        return Err(ZipError::TooMany);
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
                return Err(ZipError::Path(entry.path, fault));
            }
            if entry.length > 0 {
                return Err(ZipError::NotAFile(entry.path));
            }
            folders.push(entry.path);
            continue;
        }
        if let Some(fault) = path_fault(&entry.path) {
            return Err(ZipError::Path(entry.path, fault));
        }
        total += entry.length;
        if entry.length > LARGEST_FILE || total > LARGEST_RECORD {
            return Err(ZipError::TooLarge(entry.path));
        }
        let bytes = entry.unpack(body.bytes)?;
        if files.len() >= MOST_FILES {
            return Err(ZipError::TooMany);
        }
        if files.insert(entry.path.clone(), bytes).is_some() {
            return Err(ZipError::Twice(entry.path));
        }
    }
    if !rest.is_empty() || next != directory.start {
        return Err(ZipError::Damaged);
    }
    let holds =
        |folder: &str| files.range(folder.to_owned()..).next().is_some_and(|(p, _)| p.starts_with(folder));
    match folders.into_iter().find(|folder| !holds(folder)) {
        Some(empty) => Err(ZipError::NotAFile(empty)),
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
fn directory(archive: &[u8]) -> Result<Directory<'_>, ZipError> {
    let at = archive.len().checked_sub(22).ok_or(ZipError::Damaged)?;
    let end = &archive[at..];
    if !end.starts_with(b"PK\x05\x06") {
        // a comment of the length that is stated before it
        let ends_at = |(at, end): (usize, &[u8])| {
            let comment = short(end, 20).map_or(0, usize::from);
            end.starts_with(b"PK\x05\x06") && at + 22 + comment == archive.len()
        };
        let comment = archive.windows(22).enumerate().rev().take(1 << 16).any(ends_at);
        return Err(if comment { ZipError::Kind } else { ZipError::Damaged });
    }
    let (disks, here, entries) = (short(end, 4)?, short(end, 8)?, short(end, 10)?);
    let (length, start) = (long(end, 12)?, long(end, 16)?);
    if disks != 0 || short(end, 6)? != 0 || here != entries || short(end, 20)? != 0 {
        return Err(ZipError::Kind);
    }
    if entries == u16::MAX || length == u32::MAX || start == u32::MAX {
        return Err(ZipError::Kind);
    }
    let (start, length) = (start as usize, length as usize);
    if start.checked_add(length) != Some(at) {
        return Err(ZipError::Damaged);
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
    fn read(rest: &mut &[u8]) -> Result<Self, ZipError> {
        let head = rest.get(..46).filter(|h| h.starts_with(b"PK\x01\x02")).ok_or(ZipError::Damaged)?;
        let (name, extra, comment) = (short(head, 28)?, short(head, 30)?, short(head, 32)?);
        let name_end = 46 + usize::from(name);
        let name = rest.get(46..name_end).ok_or(ZipError::Damaged)?;
        let path = String::from_utf8(name.to_vec()).map_err(|_| ZipError::NameNotUtf8)?;
        let entry = Entry {
            flags: short(head, 8)?,
            method: short(head, 10)?,
            crc: long(head, 16)?,
            packed: long(head, 20)? as usize,
            length: u64::from(long(head, 24)?),
            offset: long(head, 42)? as usize,
            path,
        };
        // made on Unix: the kind of file is in the upper half of the attributes; 0 where it is not said
        let kind = (long(head, 38)? >> 16) & 0o170_000;
        let made_on_unix = short(head, 4)? >> 8 == 3;
        let is_folder = entry.path.ends_with('/');
        if made_on_unix && kind != 0 && kind != if is_folder { 0o040_000 } else { 0o100_000 } {
            return Err(ZipError::NotAFile(entry.path));
        }
        if entry.flags & 0x2041 != 0 {
            return Err(ZipError::Encrypted(entry.path));
        }
        if comment != 0 || short(head, 34)? != 0 || entry.packed as u32 == u32::MAX {
            return Err(ZipError::Kind);
        }
        *rest = rest.get(name_end + usize::from(extra)..).ok_or(ZipError::Damaged)?;
        Ok(entry)
    }

    /// The file's own header must say the same, and the file begin where the one before ended: so nothing lies between
    /// files, and no two share bytes.
    fn body<'a>(&self, archive: &'a [u8], from: usize, until: usize) -> Result<Body<'a>, ZipError> {
        if self.offset != from {
            return Err(ZipError::Damaged);
        }
        let own = archive.get(self.offset..until).ok_or(ZipError::Damaged)?;
        let name_end = 30 + usize::from(short(own, 26)?);
        let same = own.starts_with(b"PK\x03\x04")
            && own.get(30..name_end) == Some(self.path.as_bytes())
            && short(own, 6)? == self.flags
            && short(own, 8)? == self.method;
        let start = name_end + usize::from(short(own, 28)?);
        let end = start.checked_add(self.packed).ok_or(ZipError::Damaged)?;
        let bytes = own.get(start..end).filter(|_| same).ok_or(ZipError::Damaged)?;
        let streamed = self.flags & 8 != 0;
        let sums = (long(own, 14)?, long(own, 18)? as usize, u64::from(long(own, 22)?));
        if !streamed {
            let stated = (self.crc, self.packed, self.length);
            return if sums == stated {
                Ok(Body { bytes, end: self.offset + end })
            } else {
                Err(ZipError::Damaged)
            };
        }
        // written as a stream: checksum and lengths follow the file, with or without a mark
        let after = own.get(end..).unwrap_or_default();
        let mark = if after.starts_with(b"PK\x07\x08") { 4 } else { 0 };
        let stated = [self.crc, self.packed as u32, self.length as u32];
        let said: Result<Vec<u32>, ZipError> = (0..3).map(|n| long(after, mark + 4 * n)).collect();
        if said? != stated {
            return Err(ZipError::Damaged);
        }
        Ok(Body { bytes, end: self.offset + end + mark + 12 })
    }

    fn unpack(&self, packed: &[u8]) -> Result<Vec<u8>, ZipError> {
        let wrong = || ZipError::Contents(self.path.clone());
        let length = usize::try_from(self.length).map_err(|_| wrong())?;
        let bytes = match self.method {
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, length).map_err(|_| wrong())?,
            method => return Err(ZipError::Method(self.path.clone(), method)),
        };
        if bytes.len() != length || crc32(&bytes) != self.crc {
            return Err(wrong());
        }
        Ok(bytes)
    }
}

fn short(bytes: &[u8], at: usize) -> Result<u16, ZipError> {
    let two = bytes.get(at..at + 2).and_then(|b| b.try_into().ok());
    two.map(u16::from_le_bytes).ok_or(ZipError::Damaged)
}

fn long(bytes: &[u8], at: usize) -> Result<u32, ZipError> {
    let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok());
    four.map(u32::from_le_bytes).ok_or(ZipError::Damaged)
}

/// 1 January 1980, 0:00: the first moment that the format can name, since a record has none.
const DATE: u16 = (1 << 5) | 1;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// The version of the format that a reader needs.
const VERSION: u16 = 20;

/// The archive: every file stored as it is, by path bytewise. A record is below 4 GiB, so that every number fits.
pub fn zip_bytes(files: &RecordFiles) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        let offset = number(archive.len());
        let head = entry_head(path, bytes);
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&head);
        archive.extend_from_slice(path.as_bytes());
        archive.extend_from_slice(bytes);
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&head);
        // no comment, first disk, no attributes
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(path.as_bytes());
    }
    let (start, length) = (number(archive.len()), number(directory.len()));
    archive.append(&mut directory);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    archive.extend_from_slice(&count);
    archive.extend_from_slice(&count);
    archive.extend_from_slice(&length.to_le_bytes());
    archive.extend_from_slice(&start.to_le_bytes());
    archive.extend_from_slice(&[0; 2]);
    archive
}

/// What a file's own header and its entry in the directory share, from the version needed to the length of the extra field.
fn entry_head(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut head = Vec::with_capacity(26);
    for field in [VERSION, FLAGS, 0, 0, DATE] {
        head.extend_from_slice(&field.to_le_bytes());
    }
    for field in [crc32(bytes), number(bytes.len()), number(bytes.len())] {
        head.extend_from_slice(&field.to_le_bytes());
    }
    let name = u16::try_from(path.len()).unwrap_or(u16::MAX);
    head.extend_from_slice(&name.to_le_bytes());
    head.extend_from_slice(&[0; 2]);
    head
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let mut crc = n as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
            bit += 1;
        }
        table[n] = crc;
        n += 1;
    }
    table
};

/// The CRC-32 of some bytes.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| TABLE[((crc ^ u32::from(*byte)) & 0xff) as usize] ^ (crc >> 8))
}

#[cfg(test)]
mod tests {
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
        assert_eq!(refused, Err(ZipError::Path("../x".into(), PathFault::LeadsOut)));
        let two: RecordFiles = [("a", "1"), ("b", "2")].map(|(p, t)| (p.into(), t.into())).into();
        let mut archive = zip_bytes(&two);
        let at: Vec<usize> = (0..archive.len()).filter(|&i| archive[i] == b'b').collect();
        at.into_iter().for_each(|i| archive[i] = b'a');
        assert_eq!(read_zip(&archive), Err(ZipError::Twice("a".into())));
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
        assert_eq!(read_zip(&archive), Err(ZipError::Contents("bomb".into())));
    }

    #[test]
    fn check_value() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
