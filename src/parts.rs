//! The parts of the program that are loaded when they are first needed. A release build makes each a WebAssembly
//! module of its own (`crates/xtask/js/split.mjs`); a development build and the tests have all in one.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use futures::FutureExt;
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
pub(crate) use wasm_split_helpers::SplitLoaderError;

use crate::ui::{Button, Notice, Skeleton, Tone, focus_id};

/// What a function of a part makes, unless the part could not be loaded.
pub(crate) type Made<T = AnyView> = Result<T, SplitLoaderError>;

type Loading = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// `part!(name, load, make(argument: Type) => view)` declares a function of the part `name`: `make` gives its view once
/// `load` has brought the part. With `-> Type` behind the arguments it gives something else. `make` brings the part by itself
/// as well, so that `load` may be left out.
macro_rules! part {
    ($part:ident, $load:ident, $make:ident($($argument:ident: $kind:ty),*) => $view:expr) => {
        $crate::parts::part!($part, $load, $make($($argument: $kind),*) -> AnyView => $view);
    };
    ($part:ident, $load:ident, $make:ident($($argument:ident: $kind:ty),*) -> $made:ty => $value:expr) => {
        $crate::parts::part!(@($part, preload($load), fallible), $make($($argument: $kind),*) -> $made => $value);

        #[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
        async fn $load() -> $crate::parts::Made<()> {
            Ok(())
        }
    };
    ($part:ident, $make:ident($($argument:ident: $kind:ty),*) -> $made:ty => $value:expr) => {
        $crate::parts::part!(@($part, fallible), $make($($argument: $kind),*) -> $made => $value);
    };
    (@$split:tt, $make:ident($($argument:ident: $kind:ty),*) -> $made:ty => $value:expr) => {
        #[cfg(all(target_family = "wasm", not(debug_assertions)))]
        #[allow(unsafe_code, reason = "the boundary between two modules is a foreign function")]
        #[wasm_split_helpers::wasm_split $split]
        fn $make($($argument: $kind),*) -> $crate::parts::Made<$made> {
            Ok($value)
        }

        #[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
        async fn $make($($argument: $kind),*) -> $crate::parts::Made<$made> {
            Ok($value)
        }
    };
}
pub(crate) use part;

/// Whether this visit has moved from its first page to another.
#[derive(Clone, Copy)]
pub(crate) struct Moved(pub RwSignal<bool>);

/// A view of a part; until the part is there, its shape.
pub(crate) fn view_of_part<L, M>(load: fn() -> L, make: impl Fn() -> M + Send + Sync + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    M: Future<Output = Made> + 'static,
{
    let waiting = || view! { <Skeleton lines=6 /> }.into_any();
    erased(Arc::new(move || Box::pin(load())), Box::new(move || make().now_or_never()), waiting)
}

/// A dialog of a part, which comes when it is first opened.
pub(crate) fn dialog_of_part<L, M>(
    open: impl Fn() -> bool + Send + Sync + 'static,
    load: fn() -> L,
    make: impl Fn() -> M + Copy + Send + Sync + 'static,
) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    M: Future<Output = Made> + 'static,
{
    let wanted = Memo::new(move |before| before == Some(&true) || open());
    let view =
        move || erased(Arc::new(move || Box::pin(load())), Box::new(move || make().now_or_never()), || ().into_any());
    view! { {move || wanted.get().then(view)} }.into_any()
}

fn erased(
    load: Arc<dyn Fn() -> Loading + Send + Sync>,
    make: Box<dyn Fn() -> Option<Made> + Send + Sync>,
    waiting: fn() -> AnyView,
) -> AnyView {
    // Whether the last attempt failed; nothing before the first has ended.
    let failed = RwSignal::new(None);
    let moved = use_context::<Moved>();
    let attempt = move || {
        let loading = load();
        spawn_local(async move {
            let outcome = loading.await;
            // The page may be gone by now.
            if failed.try_set(Some(outcome.is_err())).is_none() {
                tick().await;
                if moved.is_some_and(|moved| moved.0.get_untracked()) {
                    focus_title();
                }
            }
        });
    };
    (move || {
        let ended = failed.get();
        if ended == Some(true) {
            return absent(attempt.clone());
        }
        // A part that is there gives its view at once, in the place where it is shown.
        match untrack(&make) {
            Some(Ok(view)) => view,
            Some(Err(_)) => absent(attempt.clone()),
            None => {
                if ended.is_none() {
                    attempt();
                }
                waiting()
            }
        }
    })
    .into_any()
}

/// Moving to a page moves the focus to its title, which may come later than the move.
fn focus_title() {
    if document().active_element() == document().body().map(Into::into) {
        focus_id("page-title");
    }
}

fn absent(again: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <Notice tone=Tone::Error title="This part of the console could not be loaded".to_owned()>
            <p>"Check the connection. If the console was updated meanwhile, reload the page."</p>
            <Button on_press=move || again()>"Try again"</Button>
        </Notice>
    }
    .into_any()
}
