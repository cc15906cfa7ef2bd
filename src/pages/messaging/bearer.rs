//! The bearer: the app instance user in whose name everything about channels is done (CH-10).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::admins::Admins;
use super::facts::{id_of, text};
use super::people::Choosing;
use crate::client::query;
use crate::frame::QueryFailure;
use crate::routes::{self, InstanceTab};
use crate::session::{tab_storage, use_session};
use crate::ui::*;

const OTHER: &str = "other";

/// Who acts on the pages of an app instance's channels; kept for each app instance in this tab.
#[derive(Clone, Copy)]
pub struct Bearer {
    instance: StoredValue<String>,
    key: StoredValue<String>,
    chosen: RwSignal<Option<String>>,
    /// The administrators, who may see and do everything.
    pub admins: Admins,
    /// It is certain that nobody can act.
    nobody: Memo<bool>,
    /// The ARN, once there is one.
    pub arn: Memo<Option<String>>,
    /// The name, or the id where the name is unknown.
    pub name: Signal<String>,
}

impl Bearer {
    /// The bearer for `instance`: who was chosen in this tab, else an administrator, else any user.
    pub fn of(instance: &str) -> Self {
        let profile = use_session().profile_name().unwrap_or_default();
        let key = ["chime-console.bearer.", &profile, ".", instance].concat();
        let kept = tab_storage().and_then(|tab| tab.get_item(&key).ok().flatten());
        let chosen = RwSignal::new(kept);
        let admins = Admins::of(instance);
        let none = Memo::new(move |_| admins.all.with(|all| all.as_ref().is_some_and(Vec::is_empty)));
        let input = json!({ "AppInstanceArn": instance, "MaxResults": 1 });
        let anybody = query(Operation::ListAppInstanceUsers, move || none.get().then(|| input.clone()));
        let arn = Memo::new(move |_| {
            let user = || {
                anybody.data.with(|data| {
                    data.as_ref()?["AppInstanceUsers"][0]["AppInstanceUserArn"].as_str().map(str::to_owned)
                })
            };
            chosen.get().or_else(|| admins.first().map(|(arn, _)| arn)).or_else(user)
        });
        let nobody = Memo::new(move |_| anybody.data.with(Option::is_some) && arn.with(Option::is_none));
        let described =
            query(Operation::DescribeAppInstanceUser, move || Some(json!({ "AppInstanceUserArn": arn.get()? })));
        let name = Memo::new(move |_| {
            let arn = arn.get().unwrap_or_default();
            let known = described.data.with(|data| Some(text(&data.as_ref()?["AppInstanceUser"], "Name")));
            known.unwrap_or_else(|| id_of(&arn).to_owned())
        });
        let bearer = Self {
            instance: StoredValue::new(instance.to_owned()),
            key: StoredValue::new(key),
            chosen,
            admins,
            nobody,
            arn,
            name: name.into(),
        };
        // Who was chosen may have been deleted since.
        Effect::new(move |_| {
            let gone = described
                .error
                .with(|error| error.as_ref().is_some_and(|error| error.is("Forbidden") || error.is("NotFound")));
            if gone && chosen.with_untracked(Option::is_some) {
                bearer.choose(None);
            }
        });
        bearer
    }

    /// Acts as somebody else from now on.
    pub fn choose(self, arn: Option<String>) {
        let key = self.key.get_value();
        if let Some(tab) = tab_storage() {
            // Full or forbidden: the choice holds until the reload.
            drop(match &arn {
                Some(arn) => tab.set_item(&key, arn),
                None => tab.remove_item(&key),
            });
        }
        self.chosen.set(arn);
    }

    /// Whether the bearer is an administrator; none while that is not known (reactive).
    pub fn is_admin(self) -> Option<bool> {
        self.admins.has(&self.arn.get()?)
    }

    /// `input` in the name of the bearer, once there is one (reactive).
    pub fn sign(self, mut input: Value) -> Option<Value> {
        input["ChimeBearer"] = json!(self.arn.get()?);
        Some(input)
    }

    /// The bar that says through whose eyes the page looks, and changes them.
    pub fn picker(self) -> AnyView {
        let (choosing, id) = (RwSignal::new(false), unique_id("bearer"));
        let instance = self.instance.get_value();
        let masked = use_privacy();
        let choices = Signal::derive(move || self.choices(masked.get()));
        let pick = move |value: String| {
            if value == OTHER {
                choosing.set(true);
                // The list shows who acts until somebody else is chosen.
                self.chosen.notify();
            } else {
                self.choose(Some(value));
            }
        };
        let somebody = Choosing {
            title: "Act as another user",
            action: "Act as this user",
            effect: "The pages then show what this user sees, and do what this user may do.",
            many: false,
            more: None,
            chosen: Callback::new(move |users: Vec<Value>| {
                self.choose(users.first().map(|user| text(user, "AppInstanceUserArn")));
            }),
        };
        let right = move || match self.is_admin() {
            Some(true) => "Administrator: sees every channel and may do everything but speak where it is no member.",
            Some(false) => "No administrator: sees and does what any other user of the app could.",
            None => "",
        };
        let (label_for, admins) = (id.clone(), StoredValue::new(routes::app_instance(&instance, InstanceTab::Admins)));
        let without = move || {
            let none = self.admins.all.with(|all| all.as_ref().is_some_and(Vec::is_empty));
            (none && !self.nobody.get()).then(|| {
                view! {
                    <Notice tone=Tone::Warning title="The app instance has no administrator">
                        <p>"Private channels of others and the deletion of messages are out of reach until a user is one."</p>
                        <p><a class="link" href=admins.get_value()>"Make somebody an administrator"</a></p>
                    </Notice>
                }
            })
        };
        view! {
            <section class="bearer" aria-label="Bearer">
                <label class="bearer-label" for=label_for>
                    <Icon name=IconName::Eye />
                    "Acting as"
                </label>
                <Select
                    id
                    value=Signal::derive(move || {
                        self.chosen.track();
                        self.arn.get().unwrap_or_default()
                    })
                    options=choices
                    on_change=pick
                />
                <p class="bearer-right">{right}</p>
            </section>
            <QueryFailure query=self.admins.query title="The administrators could not be loaded" />
            {without}
            {somebody.view(&instance, choosing)}
        }
        .into_any()
    }

    fn choices(self, masked: bool) -> Vec<Choice> {
        let named = |arn: &str, name: &str| if masked { id_of(arn).to_owned() } else { name.to_owned() };
        let current = self.arn.get();
        let mut choices: Vec<Choice> = self.admins.all.with(|all| {
            let choice = |admin: &Value| {
                let (arn, name) = (text(admin, "Arn"), text(admin, "Name"));
                Choice::new(&arn, [&named(&arn, &name), " (administrator)"].concat())
            };
            all.iter().flatten().map(choice).collect()
        });
        if let Some(arn) = current.filter(|arn| !choices.iter().any(|choice| choice.value == *arn)) {
            choices.push(Choice::new(&arn, named(&arn, &self.name.get())));
        }
        choices.push(Choice::new(OTHER, "Another user…"));
        choices
    }

    /// What needs somebody to act: `page` is drawn anew for each bearer.
    pub fn with(self, page: impl Fn(String) -> AnyView + Send + 'static) -> AnyView {
        (move || match self.arn.get() {
            Some(arn) => untrack(|| page(arn)),
            None if self.nobody.get() => self.nobody_there(),
            None => view! { <Skeleton lines=4 /> }.into_any(),
        })
        .into_any()
    }

    fn nobody_there(self) -> AnyView {
        let href = routes::create_app_instance_user(&self.instance.get_value());
        let text = "Everything about channels is done in the name of a user of the app instance, and it has none yet.";
        view! {
            <EmptyState title="There is nobody to act as" text icon=IconName::User>
                <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Add user"</ButtonLink>
            </EmptyState>
        }
        .into_any()
    }
}
