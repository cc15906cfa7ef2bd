//! Quotas: unlimited unless somebody sets one (F-11, Appendix B).

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Range, Table};

const UNLIMITED: u64 = u64::MAX;
/// How many names an error proposes for a wrong one.
const MOST_NEAR: usize = 3;

macro_rules! quotas {
    ($($name:ident = $default:expr;)+) => {
        /// What is counted, by the names that settings have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Quota {
            $($name),+
        }

        impl Quota {
            /// Every quota, by name.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in the settings.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name)),+
                }
            }

            /// How many there may be unless somebody says otherwise.
            #[must_use]
            pub const fn default(self) -> u64 {
                match self {
                    $(Self::$name => $default),+
                }
            }
        }
    };
}

quotas! {
    AdminsPerAppInstance = UNLIMITED;
    AppInstancesPerAwsAccount = UNLIMITED;
    // ATT-4.
    AttendeesPerMeeting = 250;
    BansPerChannel = UNLIMITED;
    // BOT-4.
    BotsPerAccount = 10;
    CallsPerSipMediaApplication = UNLIMITED;
    ChannelsPerAppInstance = UNLIMITED;
    // MCP-3.
    MediaCapturePipelinesPerMeeting = 1;
    MeetingsPerAwsAccount = UNLIMITED;
    MembersPerChannel = UNLIMITED;
    MembersPerRoom = UNLIMITED;
    ModeratorsPerChannel = UNLIMITED;
    PhoneNumbers = UNLIMITED;
    RoomsPerAccount = UNLIMITED;
    SipMediaApplications = UNLIMITED;
    SipRules = UNLIMITED;
    UsersPerAppInstance = UNLIMITED;
    VoiceConnectorGroups = UNLIMITED;
    VoiceConnectors = UNLIMITED;
}

impl Quota {
    /// The quota of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|quota| quota.name() == name)
    }

    /// Those that a wrong name may have been meant to be, the nearest first: with few letters changed, or with the name in theirs.
    #[must_use]
    pub fn near(name: &str) -> Vec<Self> {
        let wrong = name.to_lowercase();
        let word = wrong.trim_end_matches('s');
        let near = |quota: &Self| {
            let right = quota.name().to_lowercase();
            let changed = letters_changed(&wrong, &right);
            let inside = !word.is_empty() && right.contains(word);
            (changed <= right.len() / 3 || inside).then_some((changed, *quota))
        };
        let mut found: Vec<_> = Self::ALL.iter().filter_map(near).collect();
        found.sort_by_key(|(changed, _)| *changed);
        found.into_iter().take(MOST_NEAR).map(|(_, quota)| quota).collect()
    }
}

/// How many letters must be put in, taken out or replaced to make one text the other (Levenshtein's distance).
fn letters_changed(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (at, against) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *against);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

/// G-13 step 9: refuses `more` rows when, with those that a part of an index holds already, they are over the quota.
///
/// # Errors
/// ResourceLimitExceeded, or BadRequest where it is not declared.
pub fn check<R: Serialize + DeserializeOwned>(
    context: &Context<'_>,
    quota: Quota,
    more: usize,
    rows: (&Table<R>, &Index<R>, Key),
) -> Result<(), Failure> {
    check_where(context, quota, more, rows, |_| true)
}

/// The same, where only the rows for which `counts` holds count.
///
/// # Errors
/// ResourceLimitExceeded, or BadRequest where it is not declared.
pub fn check_where<R: Serialize + DeserializeOwned>(
    context: &Context<'_>,
    quota: Quota,
    more: usize,
    (table, index, within): (&Table<R>, &Index<R>, Key),
    counts: impl Fn(&R) -> bool,
) -> Result<(), Failure> {
    let most = context.settings().quotas.get(quota.name()).copied().unwrap_or(quota.default());
    if most == UNLIMITED {
        return Ok(());
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX / 2);
    // Never counts further than the quota.
    let range = Range { within, ..Range::default() };
    let present = table.page(context, index, &range, most, counts)?.rows.len();
    if present + more > most {
        let name = quota.name();
        return Err(context.over_quota(format!("The quota {name} allows {most}; there are {present} already.")));
    }
    Ok(())
}
