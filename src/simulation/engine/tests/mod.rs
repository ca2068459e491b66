mod exact;
mod example;
mod golden;
mod laws;
mod random;
mod threads;
