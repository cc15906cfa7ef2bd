//! What may fall due (Appendix C of the behaviour), and what is then done.

use chime_model::types::MediaPipelineStatus;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::lifecycle;
use crate::service::phone_numbers::{calling_name, deletion};
use crate::service::sip_media_applications::calls;
use crate::service::{app_instances, channels, media_pipelines, meetings, orders, proxy, retention};

/// What is done when its moment comes. It finds out by itself whether there still is anything to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// ACC-10: the 90 days of a deleted account are over.
    #[serde(rename_all = "PascalCase")]
    AccountVanishes {
        /// Owner of the account.
        aws_account_id: String,
        /// Which account.
        account_id: String,
    },
    /// RET-6: a message of an account reaches the end of its retention period.
    #[serde(rename_all = "PascalCase")]
    MessagesAge {
        /// Which account.
        account_id: String,
    },
    /// ORD-3: the numbers of an order are provided, or not.
    #[serde(rename_all = "PascalCase")]
    OrderCompletes {
        /// Who ordered.
        aws_account_id: String,
        /// Which order.
        order_id: String,
    },
    /// NUM-10: carriers show a new calling name, or do not.
    #[serde(rename_all = "PascalCase")]
    CallingNameSettles {
        /// Owner of the number.
        aws_account_id: String,
        /// Which number.
        e164: String,
    },
    /// NUM-4: the seven days of a number in the deletion queue are over.
    #[serde(rename_all = "PascalCase")]
    PhoneNumberLeaves {
        /// Owner of the number.
        aws_account_id: String,
        /// Which number.
        e164: String,
    },
    /// PRX-13: the time of a proxy session is over.
    #[serde(rename_all = "PascalCase")]
    ProxySessionExpires {
        /// Owner of the connector.
        aws_account_id: String,
        /// Connector of the session.
        voice_connector_id: String,
        /// Which session.
        proxy_session_id: String,
    },
    /// SMA-21: nobody talks for longer.
    #[serde(rename_all = "PascalCase")]
    SipMediaApplicationCallEnds {
        /// Owner of the application.
        aws_account_id: String,
        /// Application of the call.
        sip_media_application_id: String,
        /// Which call.
        transaction_id: String,
    },
    /// MTG-6: no meeting lasts longer.
    #[serde(rename_all = "PascalCase")]
    MeetingExpires {
        /// Owner of the meeting.
        aws_account_id: String,
        /// Which meeting.
        meeting_id: String,
    },
    /// MTG-6: nobody has been in a meeting for five minutes.
    #[serde(rename_all = "PascalCase")]
    MeetingStaysEmpty {
        /// Owner of the meeting.
        aws_account_id: String,
        /// Which meeting.
        meeting_id: String,
    },
    /// MCP-4, MCP-6: a pipeline has started, stopped, or been stopped long enough.
    #[serde(rename_all = "PascalCase")]
    MediaPipelineProceeds {
        /// Owner of the pipeline.
        aws_account_id: String,
        /// Which pipeline.
        media_pipeline_id: String,
        /// Which status it then leaves.
        from: MediaPipelineStatus,
    },
    /// APP-12: what is left of a deleted app instance is freed.
    #[serde(rename_all = "PascalCase")]
    AppInstanceIsPurged {
        /// Which app instance.
        app_instance_id: String,
    },
    /// CH-22: the messages of a deleted channel are freed.
    #[serde(rename_all = "PascalCase")]
    ChannelIsPurged {
        /// Which channel.
        channel_id: String,
    },
    /// APP-20: a message of an app instance reaches the end of its retention period.
    #[serde(rename_all = "PascalCase")]
    ChannelMessagesAge {
        /// Which app instance.
        app_instance_id: String,
    },
}

impl Action {
    /// Does it, on a clock that shows the moment it was due.
    pub(crate) fn run(self, context: &Context<'_>) -> Result<(), Failure> {
        match self {
            Self::AccountVanishes { aws_account_id, account_id } => {
                lifecycle::vanish(context, &aws_account_id, &account_id)
            }
            Self::MessagesAge { account_id } => retention::purge(context, &account_id),
            Self::OrderCompletes { aws_account_id, order_id } => orders::complete(context, &aws_account_id, &order_id),
            Self::CallingNameSettles { aws_account_id, e164 } => calling_name::settle(context, &aws_account_id, &e164),
            Self::PhoneNumberLeaves { aws_account_id, e164 } => deletion::leave(context, &aws_account_id, &e164),
            Self::ProxySessionExpires { aws_account_id, voice_connector_id, proxy_session_id } => {
                proxy::life::expire(context, &aws_account_id, &voice_connector_id, &proxy_session_id)
            }
            Self::SipMediaApplicationCallEnds { aws_account_id, sip_media_application_id, transaction_id } => {
                calls::end(context, &aws_account_id, &sip_media_application_id, &transaction_id)
            }
            Self::MeetingExpires { aws_account_id, meeting_id } => {
                meetings::expire(context, &aws_account_id, &meeting_id)
            }
            Self::MeetingStaysEmpty { aws_account_id, meeting_id } => {
                meetings::leave_empty(context, &aws_account_id, &meeting_id)
            }
            Self::MediaPipelineProceeds { aws_account_id, media_pipeline_id, from } => {
                media_pipelines::proceed(context, &aws_account_id, &media_pipeline_id, from)
            }
            Self::AppInstanceIsPurged { app_instance_id } => app_instances::purge(context, &app_instance_id),
            Self::ChannelIsPurged { channel_id } => channels::purge(context, &channel_id),
            Self::ChannelMessagesAge { app_instance_id } => app_instances::purge_messages(context, &app_instance_id),
        }
    }
}
