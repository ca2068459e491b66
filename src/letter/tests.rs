//! What letters say, before they are worded.
