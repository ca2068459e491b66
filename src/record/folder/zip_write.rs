//! A record as one file: a ZIP archive without compression, with the same bytes for the same record.

use super::crc::crc32;
use crate::record::RecordFiles;

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
