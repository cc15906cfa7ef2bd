//! Notices above the content. One of running work becomes its result in place.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::failure::failure_body;
use super::{Button, Failure, IconName, Notice, Progress, Tone, announce, announce_now};

const STAY: Duration = Duration::from_secs(8);

type Action = Arc<dyn Fn() + Send + Sync>;

/// A notice. It outlives the page that shows it, so its actions must not rely on that page.
#[derive(Clone, Default)]
pub struct Flash {
    tone: Tone,
    title: String,
    body: Option<String>,
    failure: Option<Failure>,
    progress: Option<(usize, usize)>,
    link: Option<(String, String)>,
    action: Option<(String, Action)>,
    stop: Option<Action>,
}

impl Flash {
    /// A notice of this tone.
    pub fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self { tone, title: title.into(), ..Self::default() }
    }

    /// It worked.
    pub fn success(title: impl Into<String>) -> Self {
        Self::new(Tone::Success, title)
    }

    /// It is under way.
    pub fn running(title: impl Into<String>) -> Self {
        Self::new(Tone::Running, title)
    }

    /// It failed: code, message and request id stand there to be copied.
    pub fn failure(failure: Failure) -> Self {
        Self { failure: Some(failure.clone()), ..Self::new(Tone::Error, failure.title) }
    }

    /// More words.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// How far it is.
    #[must_use]
    pub fn progress(mut self, done: usize, total: usize) -> Self {
        self.progress = Some((done, total));
        self
    }

    /// Where to see it.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.link = Some((text.into(), href.into()));
        self
    }

    /// What can be done about it: "Undo".
    #[must_use]
    pub fn action(mut self, text: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        self.action = Some((text.into(), Arc::new(run)));
        self
    }

    /// How to stop it.
    #[must_use]
    pub fn stop(mut self, run: impl Fn() + Send + Sync + 'static) -> Self {
        self.stop = Some(Arc::new(run));
        self
    }

    fn leaves_by_itself(&self) -> bool {
        matches!(self.tone, Tone::Success | Tone::Info | Tone::Neutral) && self.action.is_none() && self.link.is_none()
    }

    fn say(&self) {
        let text = match &self.failure {
            Some(failure) => [&self.title, ". ", &failure.message].concat(),
            None => self.title.clone(),
        };
        if self.tone == Tone::Error { announce_now(&text) } else { announce(&text) }
    }
}

/// The notices on screen: a handle that is a context.
#[derive(Clone, Copy)]
pub struct Flashes {
    list: RwSignal<Vec<(u32, ArcRwSignal<Flash>)>>,
    next: StoredValue<u32>,
    held: RwSignal<bool>,
}

/// The notices of the frame.
pub fn use_flashes() -> Flashes {
    use_context().unwrap_or_else(Flashes::provide)
}

impl Flashes {
    /// Makes the list and provides it as a context.
    pub fn provide() -> Self {
        let flashes = Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0), held: RwSignal::new(false) };
        provide_context(flashes);
        flashes
    }

    /// Shows a notice; the number is for [`Self::replace`].
    pub fn show(self, flash: Flash) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.arrive(id, &flash);
        self.list.update(|list| list.push((id, ArcRwSignal::new(flash))));
        id
    }

    /// Puts `flash` in the place of another, or shows it when that one was dismissed.
    pub fn replace(self, id: u32, flash: Flash) {
        match self.find(id) {
            Some(place) => {
                self.arrive(id, &flash);
                place.set(flash);
            }
            None => {
                self.show(flash);
            }
        }
    }

    /// Moves the bar of running work.
    pub fn update_progress(self, id: u32, done: usize, total: usize) {
        if let Some(place) = self.find(id) {
            place.update(|flash| flash.progress = Some((done, total)));
        }
    }

    /// Takes a notice away.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|(each, _)| *each != id));
    }

    fn find(self, id: u32) -> Option<ArcRwSignal<Flash>> {
        self.list.with_untracked(|list| list.iter().find(|(each, _)| *each == id).map(|(_, flash)| flash.clone()))
    }

    fn arrive(self, id: u32, flash: &Flash) {
        flash.say();
        if flash.leaves_by_itself() {
            self.leave_later(id);
        }
    }

    fn leave_later(self, id: u32) {
        set_timeout(
            move || {
                if self.held.get_untracked() {
                    self.leave_later(id);
                } else if self.find(id).is_some_and(|flash| flash.with_untracked(Flash::leaves_by_itself)) {
                    self.dismiss(id);
                }
            },
            STAY,
        );
    }
}

/// Where the notices stand.
#[component]
pub fn FlashArea() -> AnyView {
    let flashes = use_flashes();
    let hold = move |held: bool| flashes.held.set(held);
    view! {
        <section
            class="flash-area"
            aria-label="Notices"
            on:pointerenter=move |_| hold(true)
            on:pointerleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            <For each=move || flashes.list.get() key=|(id, _)| *id let((id, flash))>
                {move || notice(flashes, id, flash.get())}
            </For>
        </section>
    }
    .into_any()
}

fn notice(flashes: Flashes, id: u32, flash: Flash) -> AnyView {
    let Flash { tone, title, body, failure, progress, link, action, stop } = flash;
    let act = |icon: Option<IconName>, text: String, run: Action| match icon {
        Some(icon) => view! { <Button icon on_press=move || run()>{text}</Button> },
        None => view! { <Button on_press=move || run()>{text}</Button> },
    };
    let has_buttons = link.is_some() || action.is_some() || stop.is_some();
    let buttons = (
        link.map(|(text, href)| view! { <a class="link" href=href>{text}</a> }),
        action.map(|(text, run)| act(None, text, run)),
        stop.map(|run| act(Some(IconName::Stop), "Stop".to_owned(), run)),
    );
    view! {
        <Notice tone title on_dismiss=move || flashes.dismiss(id)>
            {body.map(|body| view! { <p>{body}</p> })}
            {failure.as_ref().map(failure_body)}
            {progress.map(|(done, total)| view! { <Progress done total label="Progress" /> })}
            {has_buttons.then(|| view! { <div class="cluster">{buttons}</div> })}
        </Notice>
    }
    .into_any()
}
