//! The console's files: a single-page application with a history of its own.
//!
//! A build of the console goes to any host, so it names its pages behind `#`, in the address of the one page that is a file.
//! Here every path that is no file is answered with the page, and a `<base>` in it says so: the console then names its pages by paths.
//! A release has such a page beside the other; to that of a development build the base is added here.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
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
    let directory = directory.to_owned();
    let serve = move |request: Request| async move {
        let is_page = is_page(&request);
        if is_page && matches!(request.uri().path(), "/" | "/index.html") {
            return page(&directory, request.headers()).await;
        }
        let asked = request.headers().clone();
        let response = files.oneshot(request).await.into_response();
        // A page of the application is no file: its path means something to the script only.
        if response.status() == StatusCode::NOT_FOUND && is_page { page(&directory, &asked).await } else { response }
    };
    Router::new().fallback(serve).layer(middleware::from_fn(add_headers))
}

/// Whether a browser goes to this path, as against fetching a file for a page.
fn is_page(request: &Request) -> bool {
    let last = request.uri().path().rsplit('/').next().unwrap_or_default();
    let accepts = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains("text/html"));
    matches!(*request.method(), Method::GET | Method::HEAD)
        && (!last.contains('.') || last == "index.html" || request.headers().get(ACCEPT).is_some_and(accepts))
}

/// The page as it is now.
async fn page(directory: &Path, asked: &HeaderMap) -> Response {
    let made = ServeFile::new(directory.join("paths.html")).precompressed_br();
    let mut request = Request::new(Body::empty());
    request.headers_mut().clone_from(asked);
    let response = made.oneshot(request).await.into_response();
    if response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    match tokio::fs::read_to_string(directory.join("index.html")).await {
        Ok(html) => Html(with_base(html)).into_response(),
        Err(_) => response,
    }
}

/// The page with the place where it is served, unless it says so itself.
fn with_base(html: String) -> String {
    if html.contains("<base ") { html } else { html.replacen("<head>", "<head><base href=\"/\">", 1) }
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
    fn the_page_learns_where_it_is_unless_it_knows() {
        assert_eq!(with_base("<html><head><title>".to_owned()), "<html><head><base href=\"/\"><title>");
        let told = "<head><base href=\"/chime/\">";
        assert_eq!(with_base(told.to_owned()), told);
    }

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
