//! The ARN of a meeting, which tags and capture pipelines name it by (BEHAVIOUR 1.3).

/// AWS account and id in the ARN of a meeting, `arn:aws:chime::111122223333:meeting/<id>`; a Region in the fourth place is let in.
#[must_use]
pub fn parse_arn(arn: &str) -> Option<(&str, &str)> {
    let mut parts = arn.strip_prefix("arn:aws:chime:")?.splitn(3, ':');
    let (_region, account, resource) = (parts.next()?, parts.next()?, parts.next()?);
    Some((account, resource.strip_prefix("meeting/")?))
}

#[cfg(test)]
mod tests {
    use super::parse_arn;

    #[test]
    fn a_region_may_be_named() {
        let found = Some(("111122223333", "id"));
        assert_eq!(parse_arn("arn:aws:chime::111122223333:meeting/id"), found);
        assert_eq!(parse_arn("arn:aws:chime:us-east-1:111122223333:meeting/id"), found);
        assert_eq!(parse_arn("arn:aws:chime:us-east-1:111122223333:vc/id"), None);
        assert_eq!(parse_arn("arn:aws:s3:::meeting/id"), None);
    }
}
