mod exact;
mod example;
mod threads;
