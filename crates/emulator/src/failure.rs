//! Why a call was refused: a domain error that knows no HTTP, and the one place where it becomes an answer.

use chime_model::types::ErrorCode;
use chime_model::{ApiError, CommonError, Exception, Operation};

use crate::store::StoreError;

/// Why a call was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The API's own refusal.
    #[error("{message}")]
    Refused {
        /// Which exception clients see.
        exception: Exception,
        /// The word under `Code`; usually the exception's.
        code: ErrorCode,
        /// What was wrong, in plain words.
        message: String,
    },
    /// A refusal common to all AWS services: of the signature, mostly.
    #[error("{message}")]
    Common {
        /// Which one.
        error: CommonError,
        /// What was wrong, in plain words.
        message: String,
    },
    /// A refusal of HTTP itself, which the API has no exception for.
    #[error("{message}")]
    Http {
        /// The status.
        status: u16,
        /// Name and code.
        code: &'static str,
        /// What was wrong, in plain words.
        message: String,
    },
    /// The rows could not be read or written.
    #[error("the emulator's store failed: {0}")]
    Store(#[from] StoreError),
    /// Nothing was done, because [`Rest`](crate::rest::Rest) is needed and has not come.
    #[error("this part of the emulator is not loaded yet")]
    Incomplete,
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $exception:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(message: impl Into<String>) -> Self {
            Self::refused(Exception::$exception, message)
        }
    )*};
}

impl Failure {
    /// A refusal with the exception's own code.
    pub fn refused(exception: Exception, message: impl Into<String>) -> Self {
        Self::Refused { exception, code: exception.code(), message: message.into() }
    }

    refusals! {
        /// Shape, token or reference wrong.
        bad_request = BadRequest;
        /// The thing named by the path is not there.
        not_found = NotFound;
        /// Account type, state or role does not allow it.
        forbidden = Forbidden;
        /// In use, already there, or pending.
        conflict = Conflict;
        /// The state does not allow it, on the three operations of G-18.
        unprocessable = UnprocessableEntity;
        /// Over a quota.
        limit_exceeded = ResourceLimitExceeded;
        /// Telephony permission or ownership refused (G-14).
        access_denied = AccessDenied;
        /// No credentials.
        unauthorized = UnauthorizedClient;
    }

    /// The same with a code that says more than the exception (G-12).
    #[must_use]
    pub fn with_code(mut self, word: ErrorCode) -> Self {
        if let Self::Refused { code, .. } = &mut self {
            *code = word;
        }
        self
    }

    /// The code that an entry of a batch's error list gives for this failure (G-60).
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused { code, .. } => *code,
            _ => ErrorCode::ServiceFailure,
        }
    }

    /// What the caller sees.
    #[must_use]
    pub fn into_api_error(self, operation: Option<Operation>, request_id: &str) -> ApiError {
        let message = self.to_string();
        let (status, exception, code) = match self {
            Self::Refused { exception, code, .. } => (exception.status(), exception.name(), code.as_str()),
            Self::Common { error, .. } => (error.status(), error.name(), error.name()),
            Self::Http { status, code, .. } => (status, code, code),
            Self::Store(_) | Self::Incomplete => {
                (500, Exception::ServiceFailure.name(), ErrorCode::ServiceFailure.as_str())
            }
        };
        ApiError {
            status,
            exception: exception.to_owned(),
            code: code.to_owned(),
            message,
            request_id: Some(request_id.to_owned()),
            operation,
        }
    }
}
