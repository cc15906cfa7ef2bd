//! What is read of a room and of its members.

use serde_json::Value;

/// A text member, empty where it is missing.
pub fn text<'a>(thing: &'a Value, member: &str) -> &'a str {
    thing[member].as_str().unwrap_or_default()
}

/// The id of a room.
pub fn room_id(room: &Value) -> String {
    text(room, "RoomId").to_owned()
}

/// The name of a room, or its id while personal values are masked.
pub fn shown_name(room: &Value, masked: bool) -> String {
    text(room, if masked { "RoomId" } else { "Name" }).to_owned()
}

/// Who an IAM ARN names: `ada` of `arn:aws:iam::111122223333:user/ada`.
pub fn principal(arn: &str) -> &str {
    arn.rsplit(['/', ':']).next().unwrap_or_default()
}

/// The id of the member of a membership.
pub fn member_id(membership: &Value) -> String {
    text(&membership["Member"], "MemberId").to_owned()
}

/// Whether the member is a user: bots and webhooks have no role of their choosing (ROM-17).
pub fn is_user(membership: &Value) -> bool {
    text(&membership["Member"], "MemberType") == "User"
}

/// How a person knows a member: by name, e-mail or id; by the id while personal values are masked.
pub fn member_name(membership: &Value, masked: bool) -> String {
    let member = &membership["Member"];
    let known = ["FullName", "Email"].map(|name| text(member, name)).into_iter().find(|text| !text.is_empty());
    known.filter(|_| !masked).unwrap_or_else(|| text(member, "MemberId")).to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_principal_is_the_last_part_of_its_arn() {
        assert_eq!(principal("arn:aws:iam::111122223333:user/team/ada"), "ada");
        assert_eq!(principal("arn:aws:iam::111122223333:root"), "root");
        assert_eq!(principal(""), "");
    }

    #[test]
    fn a_member_without_a_name_is_called_by_what_is_there() {
        let member = |full_name, email| json!({ "Member": { "MemberId": "m", "FullName": full_name, "Email": email } });
        assert_eq!(member_name(&member("Ada", "ada@example.com"), false), "Ada");
        assert_eq!(member_name(&member("", "ada@example.com"), false), "ada@example.com");
        assert_eq!(member_name(&member("Ada", "ada@example.com"), true), "m");
        assert_eq!(member_name(&member("", ""), false), "m");
    }
}
