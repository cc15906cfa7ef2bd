//! The API's errors: those that operations declare, those common to AWS, and one as it reached a caller.

use std::fmt;

use crate::schema::Operation;
use crate::types::ErrorCode;

include!(concat!(env!("OUT_DIR"), "/errors.rs"));

impl Exception {
    /// The word that stands under `Code` in its body (G-11).
    #[must_use]
    pub const fn code(self) -> ErrorCode {
        match self {
            Self::AccessDenied => ErrorCode::AccessDenied,
            Self::BadRequest => ErrorCode::BadRequest,
            Self::Conflict => ErrorCode::Conflict,
            Self::Forbidden => ErrorCode::Forbidden,
            Self::NotFound => ErrorCode::NotFound,
            Self::ResourceLimitExceeded => ErrorCode::ResourceLimitExceeded,
            Self::ServiceFailure => ErrorCode::ServiceFailure,
            Self::ServiceUnavailable => ErrorCode::ServiceUnavailable,
            Self::ThrottledClient => ErrorCode::Throttled,
            Self::UnauthorizedClient => ErrorCode::Unauthorized,
            Self::UnprocessableEntity => ErrorCode::Unprocessable,
        }
    }

    /// The exception of that name, or that puts that word under `Code`.
    #[must_use]
    pub fn from_name_or_code(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == word || it.code().as_str() == word)
    }
}

/// An error as it reached a caller, with its whole story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// HTTP status.
    pub status: u16,
    /// Its name, `BadRequestException`; what an SDK makes an exception class of.
    pub exception: String,
    /// The word under `Code`, which can say more than the name: `PhoneNumberAssociationsExist` (G-12).
    pub code: String,
    /// What was wrong.
    pub message: String,
    /// Id of the request, when the answer carried one.
    pub request_id: Option<String>,
    /// What was asked, when known.
    pub operation: Option<Operation>,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.operation {
            Some(operation) => write!(f, "{operation}: {} ({}): {}", self.exception, self.status, self.message),
            None => write!(f, "{} ({}): {}", self.exception, self.status, self.message),
        }
    }
}

impl std::error::Error for ApiError {}
