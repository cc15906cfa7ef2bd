//! The canonical request: the form of a request that both sides sign.

use chime_model::{CommonError, wire};
use http::request::Parts;
use percent_encoding::{percent_decode_str, percent_encode};

use super::claim::Claim;
use super::refused;
use crate::failure::Failure;

const UNRESERVED: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The canonical request of `parts`, as the claim says it was signed.
pub(super) fn canonical_request(parts: &Parts, claim: &Claim, payload: &str) -> Result<String, Failure> {
    let mut text = String::with_capacity(1000);
    text.push_str(parts.method.as_str());
    text.push('\n');
    path(&mut text, parts.uri.path());
    text.push('\n');
    text.push_str(&query(parts.uri.query().unwrap_or_default()));
    text.push('\n');
    for name in claim.signed_headers() {
        let missing =
            || refused(CommonError::IncompleteSignature, format!("The signed header {name:?} is not in the request."));
        header(&mut text, parts, name).ok_or_else(missing)?;
    }
    text.extend(["\n", &claim.signed_headers, "\n", payload]);
    Ok(text)
}

/// Adds the path as it travelled, without dot segments and doubled slashes, encoded once more as every service but S3 has it.
fn path(text: &mut String, raw: &str) {
    let mut segments: Vec<&str> = Vec::new();
    for segment in raw.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    for segment in &segments {
        text.push('/');
        text.extend(percent_encode(segment.as_bytes(), UNRESERVED));
    }
    if raw.ends_with('/') || segments.is_empty() {
        text.push('/');
    }
}

/// The query's pairs, evenly encoded and sorted, without the signature itself.
fn query(raw: &str) -> String {
    let even = |text| percent_encode(&percent_decode_str(text).collect::<Vec<u8>>(), UNRESERVED).to_string();
    let pairs = wire::query_pairs(raw).filter(|(name, _)| *name != "X-Amz-Signature");
    let mut pairs: Vec<(String, String)> = pairs.map(|(name, value)| (even(name), even(value))).collect();
    pairs.sort_unstable();
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// Adds the line of a header: every value trimmed, runs of spaces made one. `None` when there is no such text.
fn header(text: &mut String, parts: &Parts, name: &str) -> Option<()> {
    text.push_str(name);
    let mut values = parts.headers.get_all(name).iter().peekable();
    if values.peek().is_none() {
        // HTTP/2 has the host in the URI.
        let host = parts.uri.authority().filter(|_| name == "host")?;
        text.push(':');
        text.push_str(host.as_str());
    }
    for (index, value) in values.enumerate() {
        text.push(if index == 0 { ':' } else { ',' });
        let words = std::str::from_utf8(value.as_bytes()).ok()?.split_whitespace();
        for (index, word) in words.enumerate() {
            text.push_str(if index == 0 { "" } else { " " });
            text.push_str(word);
        }
    }
    text.push('\n');
    Some(())
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}
