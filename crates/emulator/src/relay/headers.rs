//! Which headers pass: those of the API. Those of a connection end here, and those by which a browser tells about the page.

use http::header::{
    CONNECTION, CONTENT_LENGTH, COOKIE, EXPECT, HOST, HeaderMap, HeaderName, ORIGIN, REFERER, SET_COOKIE,
};

/// Of one connection only (RFC 9110, 7.6.1).
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What is sent to the API. The length is that of the body, which is whole.
pub(super) fn onward(headers: &HeaderMap) -> HeaderMap {
    let kept = |name: &HeaderName| {
        let text = name.as_str();
        ![HOST, ORIGIN, REFERER, COOKIE, CONTENT_LENGTH, EXPECT].contains(name)
            && !["sec-", "access-control-", "x-forwarded-"].iter().any(|start| text.starts_with(start))
            && text != "forwarded"
    };
    passing(headers, kept)
}

/// What is sent to the page. Who may read it is for the relay to say.
pub(super) fn back(headers: &HeaderMap) -> HeaderMap {
    passing(headers, |name| *name != SET_COOKIE && !name.as_str().starts_with("access-control-"))
}

fn passing(headers: &HeaderMap, kept: impl Fn(&HeaderName) -> bool) -> HeaderMap {
    let named = headers.get_all(CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let named: Vec<String> =
        named.flat_map(|list| list.split(',')).map(|name| name.trim().to_ascii_lowercase()).collect();
    let ends = |name: &str| HOP_BY_HOP.contains(&name) || named.iter().any(|it| it == name);
    let passing = headers.iter().filter(|(name, _)| !ends(name.as_str()) && kept(name));
    let mut all = HeaderMap::new();
    for (name, value) in passing {
        all.append(name.clone(), value.clone());
    }
    all
}
