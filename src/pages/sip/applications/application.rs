//! A SIP media application as answers give it.

use serde_json::Value;

use crate::pages::sip::text;

/// The id of an application.
pub fn id(application: &Value) -> String {
    text(application, "SipMediaApplicationId").to_owned()
}

/// The ARN of its one endpoint (SMA-1).
pub fn lambda(application: &Value) -> &str {
    text(&application["Endpoints"][0], "LambdaArn")
}

/// What people call the function with this ARN: its name, with version or alias.
pub fn function(arn: &str) -> &str {
    arn.split_once(":function:").map_or(arn, |(_, name)| name)
}

/// The Region of a function's ARN.
pub fn region(arn: &str) -> &str {
    arn.split(':').nth(3).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_function_is_known_by_name_and_region() {
        let arn = "arn:aws:lambda:us-west-2:111122223333:function:order-status:live";
        let application = json!({ "Endpoints": [{ "LambdaArn": arn }] });
        assert_eq!(function(lambda(&application)), "order-status:live");
        assert_eq!(region(arn), "us-west-2");
        assert_eq!((lambda(&json!({})), function("?"), region("?")), ("", "?", ""));
    }
}
