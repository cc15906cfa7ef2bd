//! Reads credentials out of what a person pastes: shell lines, an INI section, or JSON.

use serde_json::Value;
use thiserror::Error;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::Credentials;

/// What a pasted text holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pasted {
    /// The keys.
    pub credentials: Credentials,
    /// The Region, where the text names one.
    pub region: Option<String>,
    /// The name of the INI section.
    pub section: Option<String>,
}

/// Why a pasted text gives no credentials. No message repeats what was pasted.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PasteError {
    /// Nothing but white space.
    #[error("Nothing was pasted.")]
    Empty,
    /// It begins like JSON, and is not.
    #[error("This looks like JSON but cannot be read. Paste the whole output of `aws configure export-credentials`.")]
    Json,
    /// No known form.
    #[error(
        "No access key found. Paste `export AWS_…` lines, a section of ~/.aws/credentials, or the output of `aws configure export-credentials`."
    )]
    Unknown,
    /// A part is missing.
    #[error("The {0} is missing. Paste it together with the rest.")]
    Missing(&'static str),
    /// More than one INI section with keys.
    #[error("There are keys of several profiles here ({}). Paste only one section.", .0.join(", "))]
    Several(Vec<String>),
    /// `Expiration` is not a time.
    #[error("The expiration is not a time such as 2030-01-31T12:00:00Z.")]
    Expiration,
}

/// Reads `text`, in whichever of the known forms it is.
pub fn parse(text: &str) -> Result<Pasted, PasteError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(PasteError::Empty);
    }
    if text.starts_with('{') { json(text)?.finish() } else { lines(text)?.finish() }
}

/// What has been found so far.
#[derive(Default)]
struct Found {
    id: Option<String>,
    secret: Option<String>,
    token: Option<String>,
    expires: Option<String>,
    region: Option<String>,
    section: Option<String>,
}

impl Found {
    fn has_keys(&self) -> bool {
        self.id.is_some() || self.secret.is_some()
    }

    fn finish(self) -> Result<Pasted, PasteError> {
        let (id, secret) = match (self.id, self.secret) {
            (None, None) => return Err(PasteError::Unknown),
            (None, Some(_)) => return Err(PasteError::Missing("access key id")),
            (Some(_), None) => return Err(PasteError::Missing("secret access key")),
            (Some(id), Some(secret)) => (id, secret),
        };
        // Keys of the security token service do not work without their token.
        if id.starts_with("ASIA") && self.token.is_none() {
            return Err(PasteError::Missing("session token"));
        }
        let expires = self.expires.as_deref().map(instant).transpose()?;
        let credentials =
            Credentials { access_key_id: id, secret_access_key: secret, session_token: self.token, expires };
        Ok(Pasted { credentials, region: self.region, section: self.section })
    }

    fn set(&mut self, name: &str, value: &str) {
        let slot = match name.to_ascii_lowercase().as_str() {
            "aws_access_key_id" | "accesskeyid" => &mut self.id,
            "aws_secret_access_key" | "secretaccesskey" => &mut self.secret,
            "aws_session_token" | "aws_security_token" | "sessiontoken" => &mut self.token,
            "aws_credential_expiration" | "expiration" => &mut self.expires,
            "aws_region" | "aws_default_region" | "region" => &mut self.region,
            _ => return,
        };
        if !value.is_empty() {
            *slot = Some(value.to_owned());
        }
    }
}

fn instant(text: &str) -> Result<i64, PasteError> {
    let time = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| PasteError::Expiration)?;
    Ok(time.unix_timestamp() * 1000)
}

/// `aws configure export-credentials`, or an answer of the security token service with its `Credentials`.
fn json(text: &str) -> Result<Found, PasteError> {
    let value: Value = serde_json::from_str(text).map_err(|_| PasteError::Json)?;
    let object = value.get("Credentials").unwrap_or(&value).as_object().ok_or(PasteError::Json)?;
    let mut found = Found::default();
    for (name, value) in object {
        if let Some(value) = value.as_str() {
            found.set(name, value.trim());
        }
    }
    Ok(found)
}

/// Lines `NAME=value` of any shell, of an env file, or below an INI section's head.
fn lines(text: &str) -> Result<Found, PasteError> {
    let mut sections = vec![Found::default()];
    for line in text.lines().map(str::trim) {
        if line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(head) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let name = head.trim().trim_start_matches("profile ").trim();
            sections.push(Found { section: Some(name.to_owned()), ..Found::default() });
        } else if let Some(section) = sections.last_mut() {
            for (name, value) in assignments(line) {
                section.set(name, value);
            }
        }
    }
    sections.retain(Found::has_keys);
    if sections.len() > 1 {
        let names = sections.into_iter().map(|found| found.section.unwrap_or_else(|| "no name".to_owned()));
        return Err(PasteError::Several(names.collect()));
    }
    Ok(sections.pop().unwrap_or_default())
}

/// The assignments of one line; a shell takes several behind one `export`.
fn assignments(line: &str) -> Vec<(&str, &str)> {
    let words = line.split([' ', '\t', ';', '&']).filter(|word| !matches!(*word, "" | "export" | "set"));
    let several: Option<Vec<_>> = words.map(|word| assignment(word).filter(|(name, _)| !name.is_empty())).collect();
    several.filter(|all| all.len() > 1).unwrap_or_else(|| assignment(line).into_iter().collect())
}

/// The name and the value of one assignment: `export A=b`, `set A=b`, `$Env:A="b"`, `set -gx A b`, `A = b`.
fn assignment(line: &str) -> Option<(&str, &str)> {
    if let Some(rest) = line.strip_prefix("set -gx ") {
        let (name, value) = rest.trim_start().split_once(' ')?;
        return Some((name, unquote(value)));
    }
    let (name, value) = line.split_once('=')?;
    let name = name.trim();
    let name =
        ["export ", "set ", "$env:", "$Env:", "$ENV:"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    Some((name.trim(), unquote(value)))
}

fn unquote(value: &str) -> &str {
    let value = value.trim().trim_end_matches(';').trim_end();
    ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests;
