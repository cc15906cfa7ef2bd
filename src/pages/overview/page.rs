//! The page.

use chime_model::Operation;
use leptos::prelude::*;

use super::asked::{Asked, PARTS};
use super::charts::charts;
use super::connectors::Checks;
use super::tiles::tiles;
use super::trouble::attention;
use super::users::users_by_license;
use crate::client::invalidate;
use crate::frame::Info;
use crate::session::use_session;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Overview">
            <p>
                "No operation gives totals. Each count is of the first page of a list, such as "
                <code>"ListPhoneNumbers"</code> " or " <code>"ListSipRules"</code> "; 99+ says that the service has more."
            </p>
            <p>
                "For users, " <code>"ListUsers"</code> " is asked for the first 10 accounts. For voice connectors, "
                <code>"GetVoiceConnectorOrigination"</code> " and " <code>"GetVoiceConnectorTerminationHealth"</code>
                " are asked for the first 10: a ping is stale after 5 minutes."
            </p>
            <p>"It is asked once when the page opens, and again by the refresh button."</p>
            <pre class="code-block">
                <code>"aws chime list-phone-numbers \\\n  --max-results 99 \\\n  --query \"length(PhoneNumbers)\""</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// How the organisation stands.
#[component]
pub fn Overview() -> AnyView {
    let (session, asked) = (use_session(), Asked::new());
    let checks = Checks::new(asked);
    let refresh = move || {
        let mut operations: Vec<Operation> = PARTS.iter().map(|part| part.operation).collect();
        operations.extend([
            Operation::ListUsers,
            Operation::GetVoiceConnectorOrigination,
            Operation::GetVoiceConnectorTerminationHealth,
        ]);
        invalidate(session, &operations);
    };
    view! {
        <PageHeader
            title="Overview"
            reading=Reading::new(
                Signal::derive(move || asked.updated()),
                Signal::derive(move || asked.loading()),
                refresh,
            )
            beside=info
        />
        {tiles(asked)}
        <Panel title="What needs attention">
            {attention(asked, checks)}
        </Panel>
        <div class="grid-2">{charts(asked)} {users_by_license(asked)}</div>
    }
    .into_any()
}
