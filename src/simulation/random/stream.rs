//! The generator: counter-based, so that every draw and every input has its own numbers wherever it is computed.

use rand_chacha::{
    ChaCha12Rng,
    rand_core::{Rng, SeedableRng},
};
use sha2::{Digest, Sha256};

/// What every output names: the generator, and how it is keyed.
pub const ALGORITHM: &str = "chacha12/1";

/// The numbers of one seed: draw `n` is stream `n` of ChaCha with 12 rounds (64-bit counter, 64-bit stream).
///
/// The key is the SHA-256 of the ASCII text `udbud draws 1` followed by the seed in eight bytes, the lowest first. The number
/// at position `i` of a draw is made of the words `2i` (low half) and `2i + 1` (high half) of its stream.
#[derive(Clone, Debug)]
pub struct DrawStream {
    generator: ChaCha12Rng,
    next: u64,
}

impl DrawStream {
    /// The numbers of a seed; the draw is yet to be chosen.
    pub fn new(seed: u64) -> Self {
        let mut key = Sha256::new();
        key.update(b"udbud draws 1");
        key.update(seed.to_le_bytes());
        DrawStream { generator: ChaCha12Rng::from_seed(key.finalize().into()), next: 0 }
    }

    /// Turns to a draw.
    pub fn turn_to(&mut self, draw: u64) {
        self.generator.set_stream(draw);
        self.generator.set_word_pos(0);
        self.next = 0;
    }

    /// The number at a position of the draw; every number from 0 to 2⁶⁴ − 1 is equally likely.
    pub fn number(&mut self, position: u64) -> u64 {
        if position != self.next {
            self.generator.set_word_pos(u128::from(position) * 2);
        }
        self.next = position.wrapping_add(1);
        self.generator.next_u64()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The block function as its author wrote it (RFC 8439 with 12 rounds, 64-bit counter and stream): in code of its own.
    fn block(key: [u8; 32], counter: u64, stream: u64) -> [u32; 16] {
        let word = |i: usize| u32::from_le_bytes(key[4 * i..4 * i + 4].try_into().unwrap());
        let mut start =
            [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for i in 0..8 {
            start[4 + i] = word(i);
        }
        (start[12], start[13]) = (counter as u32, (counter >> 32) as u32);
        (start[14], start[15]) = (stream as u32, (stream >> 32) as u32);
        let mut x = start;
        let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
            for (p, q, r, turn) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
                x[p] = x[p].wrapping_add(x[q]);
                x[r] = (x[r] ^ x[p]).rotate_left(turn);
            }
        };
        for _ in 0..6 {
            for i in 0..4 {
                quarter(i, 4 + i, 8 + i, 12 + i);
            }
            for i in 0..4 {
                quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        std::array::from_fn(|i| x[i].wrapping_add(start[i]))
    }

    #[test]
    fn numbers_are_those_of_the_block_function() {
        let mut key = Sha256::new();
        key.update(b"udbud draws 1");
        key.update(7_u64.to_le_bytes());
        let key: [u8; 32] = key.finalize().into();
        let mut stream = DrawStream::new(7);
        for draw in [0, 1, u64::MAX] {
            stream.turn_to(draw);
            for position in [0, 1, 7, 8, 3, 1 << 20, (1 << 32) + 5, 4] {
                let words = block(key, position / 8, draw);
                let at = (position % 8) as usize * 2;
                let expected = u64::from(words[at]) | u64::from(words[at + 1]) << 32;
                assert_eq!(stream.number(position), expected, "draw {draw}, position {position}");
            }
        }
    }

    #[test]
    fn golden_values() {
        let mut stream = DrawStream::new(1);
        stream.turn_to(1);
        let numbers: Vec<String> = (0..4).map(|i| format!("{:016x}", stream.number(i))).collect();
        assert_eq!(numbers, ["1337ca4f37f1d00f", "79fca106eb5108d1", "e69610235271525e", "48a6b9c2967c6c6c"]);
    }
}
