//! Access keys, and whom they speak for.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The AWS account of the default key.
pub const DEFAULT_ACCOUNT: &str = "111122223333";

/// A pair of id and secret that signs for a principal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct AccessKey {
    /// Its id, which travels with each request.
    pub access_key_id: String,
    /// Its secret, which does not.
    pub secret_access_key: String,
    /// The AWS account it belongs to, 12 digits.
    #[serde(default = "default_account")]
    pub account_id: String,
    /// The IAM user it belongs to; its own id when there is none.
    #[serde(default)]
    pub user_name: Option<String>,
}

impl AccessKey {
    /// A key of the default account.
    #[must_use]
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            access_key_id: id.into(),
            secret_access_key: secret.into(),
            account_id: default_account(),
            user_name: None,
        }
    }

    /// Whom the key speaks for.
    #[must_use]
    pub fn principal(&self) -> Principal {
        let user = self.user_name.as_deref().unwrap_or(&self.access_key_id);
        let arn = ["arn:aws:iam::", &self.account_id, ":user/", user].concat();
        Principal { account_id: self.account_id.clone(), arn }
    }
}

impl Default for AccessKey {
    fn default() -> Self {
        Self::new("emulator", "emulator-secret")
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// Who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// AWS account, 12 digits.
    pub account_id: String,
    /// IAM principal, `arn:aws:iam::111122223333:user/emulator`.
    pub arn: String,
}

fn default_account() -> String {
    DEFAULT_ACCOUNT.to_owned()
}
