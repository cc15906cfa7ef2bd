//! Requests of the browser's fetch: what all have in common.

use web_sys::{AbortController, ReferrerPolicy, Request, RequestCache, RequestCredentials, RequestInit};

/// Aborts the exchange when it is dropped, so that a page that is left asks nothing more.
pub(super) struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The request, and what ends it. It takes nothing from the browser's cache and brings none of its cookies.
pub(super) fn prepared(url: &str, init: &RequestInit) -> Option<(Request, AbortOnDrop)> {
    let controller = AbortController::new().ok()?;
    init.set_signal(Some(&controller.signal()));
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // Not gloo's builder: it adds a `&` to a query that it was given, and the signature covers the query.
    let request = Request::new_with_str_and_init(url, init).ok()?;
    Some((request, AbortOnDrop(controller)))
}
