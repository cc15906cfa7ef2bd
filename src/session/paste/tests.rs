//! Every form that the AWS tools print, and what people do to it on the way.

use super::*;

fn keys(text: &str) -> (String, String, Option<String>) {
    let credentials = parse(text).unwrap().credentials;
    (credentials.access_key_id, credentials.secret_access_key, credentials.session_token)
}

fn error(text: &str) -> PasteError {
    parse(text).unwrap_err()
}

#[test]
fn lines_of_every_shell_are_read() {
    let expected = ("AKIDEXAMPLE".to_owned(), "se/cr+et=".to_owned(), Some("to/ken==".to_owned()));
    for text in [
        "export AWS_ACCESS_KEY_ID=AKIDEXAMPLE\nexport AWS_SECRET_ACCESS_KEY=se/cr+et=\nexport AWS_SESSION_TOKEN=to/ken==",
        "export AWS_ACCESS_KEY_ID=\"AKIDEXAMPLE\";\r\nexport AWS_SECRET_ACCESS_KEY='se/cr+et=';\r\nexport AWS_SESSION_TOKEN=\"to/ken==\"",
        "set AWS_ACCESS_KEY_ID=AKIDEXAMPLE\nset AWS_SECRET_ACCESS_KEY=se/cr+et=\nset AWS_SESSION_TOKEN=to/ken==",
        "$Env:AWS_ACCESS_KEY_ID=\"AKIDEXAMPLE\"\n$env:AWS_SECRET_ACCESS_KEY = \"se/cr+et=\"\n$Env:AWS_SESSION_TOKEN=\"to/ken==\"",
        "set -gx AWS_ACCESS_KEY_ID AKIDEXAMPLE\nset -gx AWS_SECRET_ACCESS_KEY se/cr+et=\nset -gx AWS_SESSION_TOKEN to/ken==",
        "export AWS_ACCESS_KEY_ID=AKIDEXAMPLE AWS_SECRET_ACCESS_KEY=se/cr+et= AWS_SESSION_TOKEN=to/ken==",
        "export AWS_ACCESS_KEY_ID=AKIDEXAMPLE; export AWS_SECRET_ACCESS_KEY='se/cr+et=' && export AWS_SESSION_TOKEN=to/ken==",
        "# keys\nAWS_ACCESS_KEY_ID=AKIDEXAMPLE\n\nAWS_SECRET_ACCESS_KEY=se/cr+et=\nAWS_SESSION_TOKEN=to/ken==\nOTHER=1",
        "aws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = se/cr+et=\naws_session_token = to/ken==",
    ] {
        assert_eq!(keys(text), expected, "{text}");
    }
}

#[test]
fn an_ini_section_gives_its_name_and_region() {
    let pasted =
        parse("[profile work]\nregion = eu-west-1\naws_access_key_id = A\naws_secret_access_key = B\n").unwrap();
    assert_eq!(pasted.section.as_deref(), Some("work"));
    assert_eq!(pasted.region.as_deref(), Some("eu-west-1"));
}

#[test]
fn several_sections_are_refused_by_name() {
    let text =
        "[default]\naws_access_key_id=A\naws_secret_access_key=B\n[work]\naws_access_key_id=C\naws_secret_access_key=D";
    assert_eq!(error(text), PasteError::Several(vec!["default".into(), "work".into()]));
    assert!(parse("[other]\nregion=us-east-1\n[work]\naws_access_key_id=C\naws_secret_access_key=D").is_ok());
}

#[test]
fn json_of_the_aws_cli_is_read_with_its_end() {
    let text = r#"{ "Version": 1, "AccessKeyId": "ASIA1", "SecretAccessKey": "s", "SessionToken": "t",
                    "Expiration": "2030-01-31T12:00:00+00:00" }"#;
    let credentials = parse(text).unwrap().credentials;
    assert_eq!(credentials.session_token.as_deref(), Some("t"));
    assert_eq!(credentials.expires, Some(1_896_091_200_000));
    let nested = r#"{"Credentials":{"AccessKeyId":"ASIA1","SecretAccessKey":"s","SessionToken":"t"}}"#;
    assert_eq!(keys(nested).0, "ASIA1");
}

#[test]
fn each_fault_has_its_own_sentence() {
    assert_eq!(error(" \n "), PasteError::Empty);
    assert_eq!(error("{\"AccessKeyId\": "), PasteError::Json);
    assert_eq!(error("hello"), PasteError::Unknown);
    assert_eq!(error("{}"), PasteError::Unknown);
    assert_eq!(error("export AWS_ACCESS_KEY_ID=A"), PasteError::Missing("secret access key"));
    assert_eq!(error("AWS_SECRET_ACCESS_KEY=A"), PasteError::Missing("access key id"));
    assert_eq!(error("AWS_ACCESS_KEY_ID=ASIA1\nAWS_SECRET_ACCESS_KEY=s"), PasteError::Missing("session token"));
    assert_eq!(error(r#"{"AccessKeyId":"A","SecretAccessKey":"s","Expiration":"soon"}"#), PasteError::Expiration);
}

#[test]
fn no_message_repeats_a_secret() {
    for text in ["export AWS_SECRET_ACCESS_KEY=hunter2", "{hunter2", "hunter2", "AWS_ACCESS_KEY_ID=hunter2"] {
        assert!(!error(text).to_string().contains("hunter2"));
    }
}
