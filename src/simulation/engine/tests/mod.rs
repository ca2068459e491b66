mod exact;
mod example;
mod laws;
mod random;
mod threads;
