//! The request as a curl command, which signs it by itself.

use super::Call;
use super::http::request;
use super::shell::{lines, quote};

pub(super) fn text(call: &Call<'_>) -> String {
    let request = match request(call) {
        Ok(request) => request,
        Err(why) => return format!("# {why}"),
    };
    let mut parts = vec![
        format!("curl --request {} {}", request.method, quote(&request.url)),
        format!("--aws-sigv4 {}", quote(&format!("aws:amz:{}:chime", call.region))),
        "--user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"".to_owned(),
        // curl leaves out a header without a value, so this is right without a session token, too.
        "--header \"X-Amz-Security-Token: $AWS_SESSION_TOKEN\"".to_owned(),
    ];
    parts.extend(request.headers.iter().map(|header| format!("--header {}", quote(header))));
    if let Some(body) = request.body {
        parts.push(format!("--data-raw {}", quote(&body.to_string())));
    }
    lines(&parts)
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
  --header "X-Amz-Security-Token: $AWS_SESSION_TOKEN" \
  --header 'content-type: application/json' \
  --data-raw '{"UserEmailList":["o'\''neil@x.org"]}'"#;
        assert_eq!(text(&call), expected);
    }

    #[test]
    fn says_what_is_missing() {
        let call = Call { operation: Operation::GetUser, input: &json!({}), endpoint: "http://x", region: "r" };
        assert_eq!(text(&call), "# AccountId is needed: it is part of the path.");
    }
}
