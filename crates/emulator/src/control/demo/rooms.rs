//! The rooms and bots of the largest account, and what an account with retention looks like.

use chime_model::Operation;
use serde_json::{Value, json};

use super::enterprises::{CASCADIA, TIDEWATER};
use super::stage::{Stage, text};
use crate::failure::Failure;

/// A room: its name, how many days ago it was made, and which of the people are in it, the first as its administrator.
type Room = (&'static str, i64, std::ops::Range<usize>);

const ROOMS: [Room; 5] = [
    ("Everyone at Cascadia", 66, 0..30),
    ("Store openings", 41, 4..12),
    ("Winter catalogue", 24, 9..15),
    ("Returns desk", 12, 20..24),
    ("Lunch run", 2, 0..0),
];

const SAID: [(&str, &str); 3] = [
    ("The new shelves arrive on Thursday. Who can be there at seven?", "Store manager"),
    ("I can. I bring the keys.", "Shift lead"),
    ("You are all useless at this.", "Somebody upset"),
];

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    let account = stage.account(CASCADIA)?;
    let people = stage.people(&account)?;
    let mut rooms = Vec::new();
    for (name, days, members) in ROOMS {
        rooms.push(room(stage, &account, (name, days), people.get(members).unwrap_or_default())?);
    }
    bots(stage, &account, &rooms)?;
    stage.days_ago(1, 40)?;
    for (words, sender) in SAID {
        let path = format!("accounts/{account}/rooms/{}/messages", rooms[1]);
        stage.hook(&path, &json!({ "Content": words, "Sender": sender }))?;
    }
    retention(stage)
}

fn room(stage: &Stage<'_>, account: &str, (name, days): (&str, i64), people: &[String]) -> Result<String, Failure> {
    stage.days_ago(days, 75)?;
    let token = format!("demo-{}", name.to_lowercase().replace(' ', "-"));
    let input = json!({ "AccountId": account, "Name": name, "ClientRequestToken": token });
    let room = text(&stage.call(Operation::CreateRoom, input)?["Room"], "RoomId");
    let role = |place: usize| if place == 0 { "Administrator" } else { "Member" };
    let item = |(place, id): (usize, &String)| json!({ "MemberId": id, "Role": role(place) });
    let items: Vec<Value> = people.iter().enumerate().map(item).collect();
    if !items.is_empty() {
        let input = json!({ "AccountId": account, "RoomId": room, "MembershipItemList": items });
        stage.call(Operation::BatchCreateRoomMembership, input)?;
    }
    Ok(room)
}

/// One that works, one that nobody has told where to listen, one that was stopped.
fn bots(stage: &Stage<'_>, account: &str, rooms: &[String]) -> Result<(), Failure> {
    stage.days_ago(20, 15)?;
    let bot = |name: &str| -> Result<String, Failure> {
        let input = json!({ "AccountId": account, "DisplayName": name, "Domain": "cascadia.example.com" });
        Ok(text(&stage.call(Operation::CreateBot, input)?["Bot"], "BotId"))
    };
    let stock = bot("Stock")?;
    let endpoint = "https://bots.cascadia.example.com/stock";
    let input = json!({ "AccountId": account, "BotId": stock, "OutboundEventsHTTPSEndpoint": endpoint });
    stage.call(Operation::PutEventsConfiguration, input)?;
    for room in rooms.iter().take(2) {
        let input = json!({ "AccountId": account, "RoomId": room, "MemberId": stock });
        stage.call(Operation::CreateRoomMembership, input)?;
    }
    bot("Weather")?;
    let input = json!({ "AccountId": account, "BotId": bot("Old rota")?, "Disabled": true });
    stage.call(Operation::UpdateBot, input).map(drop)
}

/// The college keeps messages of rooms for a year, those of conversations for ever.
fn retention(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(8, 0)?;
    let settings = json!({ "RoomRetentionSettings": { "RetentionDays": 365 }, "ConversationRetentionSettings": {} });
    let input = json!({ "AccountId": stage.account(TIDEWATER)?, "RetentionSettings": settings });
    stage.call(Operation::PutRetentionSettings, input).map(drop)
}
