//! stub
/// stub
#[derive(Default)]
pub struct SigningKeys;
