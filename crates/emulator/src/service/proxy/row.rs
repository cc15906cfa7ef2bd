//! A proxy session as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    Capability, GeoMatchLevel, GeoMatchParams, NumberSelectionBehavior, Participant, ProxySession, ProxySessionStatus,
};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

const MINUTE_MS: i64 = 60_000;

/// A proxy session of a voice connector (PRX-10).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ProxySessionRow {
    /// Owner of the connector.
    pub aws_account_id: String,
    /// Connector that it belongs to.
    pub voice_connector_id: String,
    /// Its identity.
    pub proxy_session_id: String,
    /// Its name.
    pub name: Option<String>,
    /// Whether it can be used, is, or was (PRX-13).
    pub status: ProxySessionStatus,
    /// How long it lasts without a change.
    pub expiry_minutes: i64,
    /// What goes through it, sorted.
    pub capabilities: Vec<Capability>,
    /// Who talks, sorted.
    pub participants: [String; 2],
    /// The number that both see instead of the other's.
    pub proxy_phone_number: String,
    /// How the number was to be chosen.
    pub number_selection_behavior: Option<NumberSelectionBehavior>,
    /// What the number was to match.
    pub geo_match_level: Option<GeoMatchLevel>,
    /// Where the number was to be.
    pub geo_match_params: Option<GeoMatchParams>,
    /// When it was made.
    pub created: Timestamp,
    /// When somebody last changed or closed it; calls leave it alone.
    pub updated: Timestamp,
    /// When it was closed.
    pub ended: Option<Timestamp>,
}

/// All proxy sessions.
pub static SESSIONS: Table<ProxySessionRow> = Table {
    name: "proxy-session",
    key: |row| Key::of([&row.aws_account_id, &row.voice_connector_id, &row.proxy_session_id]),
    indexes: &[&SESSIONS_BY_CREATED, &SESSIONS_BY_STATUS, &SESSIONS_BY_PAIR],
};

/// The sessions of a connector, oldest first.
pub static SESSIONS_BY_CREATED: Index<ProxySessionRow> = Index {
    name: "created",
    places: |row| vec![Key::of([&row.aws_account_id, &row.voice_connector_id, &time_key(row.created.0)])],
};

/// The same by status.
pub static SESSIONS_BY_STATUS: Index<ProxySessionRow> = Index {
    name: "status",
    places: |row| {
        let (owner, connector, status) = (&row.aws_account_id, &row.voice_connector_id, row.status.as_str());
        vec![Key::of([owner, connector, status, &time_key(row.created.0)])]
    },
};

/// The same by the two who talk.
pub static SESSIONS_BY_PAIR: Index<ProxySessionRow> = Index {
    name: "pair",
    places: |row| {
        let [one, other] = &row.participants;
        vec![Key::of([&row.aws_account_id, &row.voice_connector_id, one, other, &time_key(row.created.0)])]
    },
};

impl ProxySessionRow {
    /// PRX-13: counted from the last change.
    #[must_use]
    pub fn expires(&self) -> Timestamp {
        Timestamp(self.updated.0.saturating_add(self.expiry_minutes.saturating_mul(MINUTE_MS)))
    }
}

impl From<ProxySessionRow> for ProxySession {
    fn from(row: ProxySessionRow) -> Self {
        let proxy_phone_number = row.proxy_phone_number;
        let participant =
            |number| Participant { phone_number: Some(number), proxy_phone_number: Some(proxy_phone_number.clone()) };
        Self {
            voice_connector_id: Some(row.voice_connector_id),
            proxy_session_id: Some(row.proxy_session_id),
            name: row.name,
            status: Some(row.status),
            expiry_minutes: Some(row.expiry_minutes),
            capabilities: Some(row.capabilities),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
            ended_timestamp: row.ended,
            participants: Some(row.participants.into_iter().map(participant).collect()),
            number_selection_behavior: row.number_selection_behavior,
            geo_match_level: row.geo_match_level,
            geo_match_params: row.geo_match_params,
        }
    }
}
