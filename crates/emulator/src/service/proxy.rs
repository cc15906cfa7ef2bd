//! Proxy sessions: two people who talk through a number that hides theirs (PRX-1 to PRX-16).

pub mod configuration;
pub mod life;
pub mod numbers;
pub mod row;
pub mod sessions;

pub use life::forget_connector;
