//! Which share of the calls each origination route gets (VC-42).

use serde_json::Value;

/// What counts where a route does not say its priority or weight.
const DEFAULT: i64 = 1;

/// What a route gets of the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The priority: 1 is tried first.
    pub priority: i64,
    /// In percent of the calls that reach its priority.
    pub percent: i64,
    /// Whether no other priority is tried before.
    pub first: bool,
}

impl Share {
    /// "70 % of calls", or what a route is for that is tried later.
    pub fn words(self) -> String {
        let percent = [&self.percent.to_string(), " %"].concat();
        match (self.first, self.percent) {
            (true, _) => [&percent, " of calls"].concat(),
            (false, 100) => "if those before fail".to_owned(),
            (false, _) => [&percent, " if those before fail"].concat(),
        }
    }
}

/// The share of each route, given as (priority, weight): by weight among those of the same priority.
pub fn shares(routes: &[(i64, i64)]) -> Vec<Share> {
    let first = routes.iter().map(|(priority, _)| *priority).min();
    let share = |(priority, weight): &(i64, i64)| {
        let group: i64 = routes.iter().filter(|(other, _)| other == priority).map(|(_, weight)| weight.max(&0)).sum();
        let percent = (weight.max(&0) * 100 + group / 2).checked_div(group).unwrap_or_default();
        Share { priority: *priority, percent, first: first == Some(*priority) }
    };
    routes.iter().map(share).collect()
}

/// Priority and weight of a route.
pub fn ranks(route: &Value) -> (i64, i64) {
    let number = |member: &str| route[member].as_i64().unwrap_or(DEFAULT);
    (number("Priority"), number("Weight"))
}

/// Routes as calls try them, each with its share.
pub fn in_order(origination: &Value) -> Vec<(Value, Share)> {
    let routes = origination["Routes"].as_array().cloned().unwrap_or_default();
    let all = shares(&routes.iter().map(ranks).collect::<Vec<_>>());
    let mut routes: Vec<_> = routes.into_iter().zip(all).collect();
    routes.sort_by_key(|(_, share)| (share.priority, -share.percent));
    routes
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn calls_are_shared_by_weight_within_a_priority() {
        let percents =
            |routes: &[(i64, i64)]| shares(routes).iter().map(|it| (it.percent, it.first)).collect::<Vec<_>>();
        assert_eq!(percents(&[(1, 70), (1, 30), (2, 5)]), [(70, true), (30, true), (100, false)]);
        assert_eq!(percents(&[(3, 1), (3, 1), (3, 1)]), [(33, true), (33, true), (33, true)]);
        assert_eq!(percents(&[(1, 0)]), [(0, true)]);
        assert_eq!(percents(&[]), []);
    }

    #[test]
    fn routes_are_tried_by_priority_whatever_their_order() {
        let routes = json!({ "Routes": [
            { "Host": "backup", "Priority": 2 },
            { "Host": "small", "Priority": 1, "Weight": 1 },
            { "Host": "large", "Priority": 1, "Weight": 3 },
        ] });
        let hosts: Vec<_> =
            in_order(&routes).into_iter().map(|(route, share)| (route["Host"].clone(), share.words())).collect();
        assert_eq!(hosts[0], (json!("large"), "75 % of calls".to_owned()));
        assert_eq!(hosts[1], (json!("small"), "25 % of calls".to_owned()));
        assert_eq!(hosts[2], (json!("backup"), "if those before fail".to_owned()));
    }
}
