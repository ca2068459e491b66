//! Forged leaks and harmless letters.
