//! What a request says of its own signature, in the `Authorization` header or in the query of a presigned URL.

use chime_model::{CommonError, wire};
use http::HeaderMap;
use http::request::Parts;
use time::{Date, Month};

use super::{ALGORITHM, SERVICE, TERMINATOR, refused};
use crate::failure::Failure;

/// Seven days: the longest life of a presigned URL.
const LONGEST_LIFE_S: i64 = 604_800;

/// A signature, with everything needed to check it.
pub(super) struct Claim {
    pub access_key_id: String,
    /// Day of the scope, `20190108`.
    pub date: String,
    /// Region of the scope; any will do.
    pub region: String,
    /// When it was signed, as written: `20190108T175918Z`.
    pub moment: String,
    /// The same, in milliseconds since 1970.
    pub signed_at: i64,
    /// How long it holds, when it says so itself.
    pub expires_ms: Option<i64>,
    /// Names of the signed headers, with `;` between.
    pub signed_headers: String,
    pub signature: [u8; 32],
}

impl Claim {
    /// Reads the claim out of a request.
    pub fn of(parts: &Parts) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        if parts.headers.contains_key(http::header::AUTHORIZATION) {
            Self::from_header(&parts.headers)
        } else if wire::query_pairs(query).any(|(name, _)| name == "X-Amz-Algorithm" || name == "X-Amz-Signature") {
            Self::from_query(query)
        } else {
            Err(Failure::unauthorized(
                "The request is not signed. Sign it with Signature Version 4 and a key that is known here.",
            ))
        }
    }

    /// Names of the signed headers.
    pub fn signed_headers(&self) -> impl Iterator<Item = &str> {
        self.signed_headers.split(';')
    }

    fn from_header(headers: &HeaderMap) -> Result<Self, Failure> {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let authorization = text("authorization").ok_or_else(|| garbled("Authorization is not text"))?;
        let (algorithm, fields) = authorization.split_once(' ').unwrap_or((authorization, ""));
        let field = |name: &str| {
            let mut pairs = fields.split(',').filter_map(|pair| pair.trim().split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value).ok_or_else(|| garbled(name))
        };
        let moment = text("x-amz-date").ok_or_else(|| garbled("X-Amz-Date"))?;
        Self::assemble(algorithm, field("Credential")?, moment, None, field("SignedHeaders")?, field("Signature")?)
    }

    fn from_query(query: &str) -> Result<Self, Failure> {
        let field = |name: &str| {
            let pair = wire::query_pairs(query).find(|(key, _)| *key == name);
            pair.and_then(|(_, value)| wire::decode(value)).map(String::from).ok_or_else(|| garbled(name))
        };
        let life = field("X-Amz-Expires")?.parse().ok().filter(|life| (1..=LONGEST_LIFE_S).contains(life));
        let life = life.ok_or_else(|| garbled("X-Amz-Expires"))?;
        let (algorithm, credential) = (field("X-Amz-Algorithm")?, field("X-Amz-Credential")?);
        let (signed_headers, signature) = (field("X-Amz-SignedHeaders")?, field("X-Amz-Signature")?);
        Self::assemble(&algorithm, &credential, &field("X-Amz-Date")?, Some(life * 1000), &signed_headers, &signature)
    }

    fn assemble(
        algorithm: &str,
        credential: &str,
        moment: &str,
        expires_ms: Option<i64>,
        signed_headers: &str,
        signature: &str,
    ) -> Result<Self, Failure> {
        if algorithm != ALGORITHM {
            return Err(garbled("the algorithm, which must be AWS4-HMAC-SHA256,"));
        }
        // From the right: an access key id may hold a slash, the rest may not.
        let mut scope = credential.rsplitn(5, '/');
        let mut part = || scope.next().ok_or_else(|| garbled("Credential"));
        let (terminator, service, region, date, access_key_id) = (part()?, part()?, part()?, part()?, part()?);
        if terminator != TERMINATOR || service != SERVICE {
            return Err(garbled("Credential, whose scope must end with chime/aws4_request,"));
        }
        let signed_at = milliseconds(moment).ok_or_else(|| garbled("X-Amz-Date"))?;
        if !moment.starts_with(date) || date.len() != 8 {
            return Err(garbled("Credential, whose day must be that of X-Amz-Date,"));
        }
        Ok(Self {
            access_key_id: access_key_id.to_owned(),
            date: date.to_owned(),
            region: region.to_owned(),
            moment: moment.to_owned(),
            signed_at,
            expires_ms,
            signed_headers: signed_headers.to_owned(),
            signature: unhex(signature).ok_or_else(|| garbled("Signature"))?,
        })
    }
}

/// `20190108T175918Z` in milliseconds since 1970.
fn milliseconds(moment: &str) -> Option<i64> {
    let number = |from: usize, to: usize| {
        let digits = moment.get(from..to).filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
        digits?.parse::<u16>().ok()
    };
    let small = |from: usize| number(from, from + 2).and_then(|number| u8::try_from(number).ok());
    if moment.len() != 16 || moment.get(8..9) != Some("T") || !moment.ends_with('Z') {
        return None;
    }
    let date = Date::from_calendar_date(number(0, 4)?.into(), Month::try_from(small(4)?).ok()?, small(6)?).ok()?;
    let moment = date.with_hms(small(9)?, small(11)?, small(13)?).ok()?;
    Some(moment.assume_utc().unix_timestamp() * 1000)
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

fn garbled(what: &str) -> Failure {
    refused(CommonError::IncompleteSignature, format!("The signature is incomplete: {what} is missing or malformed."))
}
