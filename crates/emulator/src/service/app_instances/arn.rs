//! The ARNs of messaging (BEHAVIOUR 1.3).

/// What an ARN of messaging names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arn<'a> {
    /// `arn:aws:chime:us-east-1:<account>:app-instance/<instance>`
    AppInstance {
        /// AWS account.
        account: &'a str,
        /// Id of the app instance.
        instance: &'a str,
    },
    /// `<app instance>/user/<user>`
    User {
        /// AWS account.
        account: &'a str,
        /// Id of the app instance.
        instance: &'a str,
        /// Id that the caller chose for the user.
        user: &'a str,
    },
    /// `<app instance>/channel/<channel>`
    Channel {
        /// AWS account.
        account: &'a str,
        /// Id of the app instance.
        instance: &'a str,
        /// Id of the channel.
        channel: &'a str,
    },
}

impl<'a> Arn<'a> {
    /// Takes an ARN apart; nothing for one of another kind.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (account, resource) = text.strip_prefix("arn:aws:chime:us-east-1:")?.split_once(':')?;
        let mut parts = resource.strip_prefix("app-instance/")?.splitn(3, '/');
        let instance = parts.next()?;
        match (parts.next(), parts.next()) {
            (None, None) => Some(Self::AppInstance { account, instance }),
            (Some("user"), Some(user)) => Some(Self::User { account, instance, user }),
            (Some("channel"), Some(channel)) => Some(Self::Channel { account, instance, channel }),
            _ => None,
        }
    }

    /// AWS account and app instance, which every ARN of messaging has.
    #[must_use]
    pub fn owner(self) -> (&'a str, &'a str) {
        match self {
            Self::AppInstance { account, instance }
            | Self::User { account, instance, .. }
            | Self::Channel { account, instance, .. } => (account, instance),
        }
    }
}

impl std::fmt::Display for Arn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (account, instance) = self.owner();
        write!(f, "arn:aws:chime:us-east-1:{account}:app-instance/{instance}")?;
        match self {
            Self::AppInstance { .. } => Ok(()),
            Self::User { user, .. } => write!(f, "/user/{user}"),
            Self::Channel { channel, .. } => write!(f, "/channel/{channel}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arn;

    #[test]
    fn what_is_parsed_is_written_again() {
        for rest in ["", "/user/ada:b@example.com", "/channel/id"] {
            let text = format!("arn:aws:chime:us-east-1:111122223333:app-instance/i{rest}");
            let arn = Arn::parse(&text).expect("an ARN of messaging");
            assert_eq!(arn.owner(), ("111122223333", "i"));
            assert_eq!(arn.to_string(), text);
        }
    }

    #[test]
    fn other_arns_are_not_of_messaging() {
        let prefix = "arn:aws:chime:us-east-1:111122223333:";
        for text in
            ["", prefix, &format!("{prefix}vc/abc"), &format!("{prefix}app-instance/i/room/r"), "arn:aws:s3:::b"]
        {
            assert_eq!(Arn::parse(text), None, "{text}");
        }
    }
}
