//! The request as a curl command, which signs it by itself.

use super::Call;
use super::http::request;
use super::shell::{lines, quote};

pub(super) fn text(call: &Call<'_>) -> String {
    let request = match request(call) {
        Ok(request) => request,
        Err(why) => return format!("# {why}"),
    };
    let (path, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let mut parts = vec![
        format!("curl --request {} {}", request.method, quote(&sorted(path, query))),
        format!("--aws-sigv4 {}", quote(&format!("aws:amz:{}:chime", call.region))),
        "--user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"".to_owned(),
        // curl signs a header without a value and then does not send it. One word, for zsh would not split it.
        "${AWS_SESSION_TOKEN:+-H\"X-Amz-Security-Token: $AWS_SESSION_TOKEN\"}".to_owned(),
    ];
    parts.extend(request.headers.iter().map(|header| format!("--header {}", quote(header))));
    if let Some(body) = request.body {
        parts.push(format!("--data-raw {}", quote(&body.to_string())));
    }
    let command = lines(&parts);
    // AWS encodes the path once more to sign it, and so does curl since that release.
    if path.contains('%') {
        format!("# For the % in this path, curl must be 8.14 or newer.\n{command}")
    } else {
        command
    }
}

/// The address with the pairs of its query in order, as they are signed; older releases of curl sign them as they stand.
fn sorted(path: &str, query: &str) -> String {
    let mut pairs: Vec<_> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_unstable();
    if pairs.is_empty() { path.to_owned() } else { [path, "?", &pairs.join("&")].concat() }
}

#[cfg(test)]
mod tests {
    use chime_model::Operation;
    use serde_json::json;

    use super::*;

    #[test]
    fn signs_and_sends() {
        let input = json!({"AccountId": "a1", "UserEmailList": ["o'neil@x.org"]});
        let endpoint = "https://service.chime.aws.amazon.com/console";
        let call = Call { operation: Operation::InviteUsers, input: &input, endpoint, region: "us-east-1" };
        let expected = r#"curl --request POST 'https://service.chime.aws.amazon.com/console/accounts/a1/users?operation=add' \
  --aws-sigv4 aws:amz:us-east-1:chime \
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
  ${AWS_SESSION_TOKEN:+-H"X-Amz-Security-Token: $AWS_SESSION_TOKEN"} \
  --header 'content-type: application/json' \
  --data-raw '{"UserEmailList":["o'\''neil@x.org"]}'"#;
        assert_eq!(text(&call), expected);
    }

    #[test]
    fn what_older_releases_sign_in_their_own_way_is_avoided_or_told() {
        let said = |operation, input: &serde_json::Value| {
            text(&Call { operation, input, endpoint: "http://x", region: "us-east-1" })
        };
        let search = said(Operation::SearchAvailablePhoneNumbers, &json!({"State": "WA", "City": "Seattle"}));
        assert!(search.contains("/search?city=Seattle&state=WA&type=phone-numbers'"), "{search}");
        let number = said(Operation::GetPhoneNumber, &json!({"PhoneNumberId": "+12065550100"}));
        assert!(number.starts_with("# For the % in this path, curl must be 8.14 or newer.\ncurl "), "{number}");
    }

    #[test]
    fn says_what_is_missing() {
        let call = Call { operation: Operation::GetUser, input: &json!({}), endpoint: "http://x", region: "r" };
        assert_eq!(text(&call), "# AccountId is needed: it is part of the path.");
    }
}
