//! The relay of `chime-emulator`, by which a page calls an endpoint that allows no page to call it.

use super::Endpoint;

/// Where a relay listens unless it is told otherwise.
pub const RELAY: &str = "http://127.0.0.1:8001";
/// The pages that a relay serves unless it is told otherwise.
const USUAL_ORIGINS: [&str; 2] = ["http://127.0.0.1:8080", "http://localhost:8080"];

/// The command that starts `relay` to `endpoint`, for pages of `origin`.
pub fn relay_command(endpoint: &Endpoint, relay: Option<&Endpoint>, origin: &str) -> String {
    let listen = relay.filter(|relay| relay.as_str() != RELAY).map_or("", Endpoint::authority);
    let origin = if USUAL_ORIGINS.contains(&origin) { "" } else { origin };
    let option = |name: &'static str, value| if str::is_empty(value) { ["", ""] } else { [name, value] };
    [
        ["chime-emulator relay --allow ", endpoint.authority()],
        option(" --listen ", listen),
        option(" --origin ", origin),
    ]
    .concat()
    .concat()
}

/// Where `url`, which was signed, is sent: `RELAY/HOST/PATH?QUERY`.
pub fn through(relay: &Endpoint, url: &str) -> String {
    relay.join(&url.replacen("https:/", "", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_names_what_is_not_usual() {
        let at = |text| Endpoint::parse(text).unwrap();
        let amazon = at(Endpoint::AMAZON);
        let command = |relay, origin| relay_command(&amazon, relay, origin);
        let usual = "chime-emulator relay --allow service.chime.aws.amazon.com";
        assert_eq!(command(None, "http://localhost:8080"), usual);
        assert_eq!(
            command(Some(&at("http://127.0.0.1:9001")), "https://console.example.com"),
            [usual, " --listen 127.0.0.1:9001 --origin https://console.example.com"].concat()
        );
    }

    #[test]
    fn a_call_through_a_relay_names_the_host_and_keeps_the_rest() {
        let relay = Endpoint::parse(RELAY).unwrap();
        assert_eq!(
            through(&relay, "https://chime.example.com/console/accounts?url=https://a"),
            "http://127.0.0.1:8001/chime.example.com/console/accounts?url=https://a"
        );
    }
}
