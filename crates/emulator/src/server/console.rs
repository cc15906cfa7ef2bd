//! The console's files: a single-page application with a history of its own.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

/// No inline script or style and no `eval`: the page's code is its files, and WebAssembly. It may call any endpoint, since that
/// is what profiles are for.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src *; \
    img-src 'self' data:; font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; \
    frame-ancestors 'none'";

const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Serves a directory that holds an `index.html`.
pub(super) fn router(directory: &Path) -> Router {
    let files = ServeDir::new(directory).precompressed_br();
    let index = ServeFile::new(directory.join("index.html")).precompressed_br();
    let serve = move |request: Request| async move {
        let (page, head) = (is_page(&request), copy_of_head(&request));
        let response = files.oneshot(request).await.into_response();
        // A page of the application is no file: its path means something to the script only.
        if response.status() == StatusCode::NOT_FOUND && page {
            index.oneshot(head).await.into_response()
        } else {
            response
        }
    };
    Router::new().fallback(serve).layer(middleware::from_fn(add_headers))
}

/// Whether a browser goes to this path, as against fetching a file for a page.
fn is_page(request: &Request) -> bool {
    let last = request.uri().path().rsplit('/').next().unwrap_or_default();
    let accepts = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains("text/html"));
    matches!(*request.method(), Method::GET | Method::HEAD)
        && (!last.contains('.') || request.headers().get(ACCEPT).is_some_and(accepts))
}

fn copy_of_head(request: &Request) -> Request {
    let mut copy = Request::default();
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    copy
}

async fn add_headers(request: Request, next: Next) -> Response {
    let kept = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let fresh = kept && response.status().is_success();
    let headers: &mut HeaderMap = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let age = if fresh { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(age));
    response
}

/// Whether the name holds a hash of the content, as the bundler writes it (`console-0123456789abcdef.js`): such a file never changes.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    // 64 bits in hexadecimal, without leading zeros.
    let is_hash = |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['-', '.', '_']).skip(1).any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        assert!(is_hashed("/chime-console-9f8e7d6c5b4a3f2e_bg.wasm"));
        assert!(is_hashed("/main-9f8e7d6c5b4a3f2e.css"));
        assert!(is_hashed("/chime-console-b2143bfd8084c81.js"));
        for name in ["/index.html", "/favicon.svg", "/9f8e7d6c5b4a3f2e", "/a/decade-of-facade.js", "/"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
