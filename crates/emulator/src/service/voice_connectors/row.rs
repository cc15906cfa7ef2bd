//! A voice connector as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    EmergencyCallingConfiguration, LoggingConfiguration, Origination, Proxy, StreamingConfiguration, Termination,
    TerminationHealth, VoiceConnector, VoiceConnectorAwsRegion,
};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// What follows the id in the host name of a connector.
const HOST: &str = ".voiceconnector.chime.aws";

/// A voice connector of an AWS account (VC-1), with everything that is at most once in it (VC-3): nothing can outlive it (VC-13).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ConnectorRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub voice_connector_id: String,
    /// Its name; not unique (VC-6).
    pub name: String,
    /// Where it is, for good.
    pub aws_region: VoiceConnectorAwsRegion,
    /// Whether calls must be encrypted (VC-2).
    pub require_encryption: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed; its settings have no part in that.
    pub updated: Timestamp,
    /// Where inbound calls go.
    pub origination: Option<Origination>,
    /// Who may call out.
    pub termination: Option<Termination>,
    /// The last SIP OPTIONS ping (VC-54).
    pub termination_health: Option<TerminationHealth>,
    /// Who may call out by name, in the order in which they were added (VC-60).
    pub usernames: Vec<String>,
    /// What is logged.
    pub logging: LoggingConfiguration,
    /// What goes to Kinesis.
    pub streaming: Option<StreamingConfiguration>,
    /// Where emergency calls go.
    pub emergency_calling: Option<EmergencyCallingConfiguration>,
    /// How proxy sessions are made (PRX-1).
    pub proxy: Option<Proxy>,
}

/// All voice connectors.
pub static CONNECTORS: Table<ConnectorRow> = Table {
    name: "voice-connector",
    key: |row| Key::of([&row.aws_account_id, &row.voice_connector_id]),
    indexes: &[&CONNECTORS_BY_CREATED],
};

/// An AWS account's connectors, oldest first.
pub static CONNECTORS_BY_CREATED: Index<ConnectorRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

impl ConnectorRow {
    /// The host that receives outbound calls, and that a SIP rule may name.
    #[must_use]
    pub fn host(&self) -> String {
        format!("{}{HOST}", self.voice_connector_id)
    }

    /// Whether inbound calls are possible.
    #[must_use]
    pub fn takes_calls(&self) -> bool {
        self.origination.as_ref().is_some_and(|origination| origination.disabled != Some(true))
    }

    /// Whether outbound calls are possible.
    #[must_use]
    pub fn makes_calls(&self) -> bool {
        self.termination.as_ref().is_some_and(|termination| termination.disabled != Some(true))
    }
}

/// The id of the connector with this host name.
#[must_use]
pub fn id_in_host(host: &str) -> Option<&str> {
    host.strip_suffix(HOST)
}

impl From<ConnectorRow> for VoiceConnector {
    fn from(row: ConnectorRow) -> Self {
        let (region, owner, id) = (row.aws_region.as_str(), &row.aws_account_id, &row.voice_connector_id);
        Self {
            voice_connector_arn: Some(format!("arn:aws:chime:{region}:{owner}:vc/{id}")),
            outbound_host_name: Some(row.host()),
            voice_connector_id: Some(row.voice_connector_id),
            aws_region: Some(row.aws_region),
            name: Some(row.name),
            require_encryption: Some(row.require_encryption),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}
