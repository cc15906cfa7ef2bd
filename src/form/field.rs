//! What a page chooses about one member: label, help, order of the parts, widget. Limits come from the shape.

use std::sync::Arc;

use leptos::prelude::*;

use super::Node;
use crate::ui::Choice;

/// A view that a page gives for a member, in the place of the usual input.
pub type Render = Arc<dyn Fn(Arc<Node>) -> AnyView + Send + Sync>;

/// How a member is asked for.
#[derive(Clone, Default)]
pub(super) enum Widget {
    /// What its shape suggests.
    #[default]
    ByShape,
    /// A list of texts as several lines.
    Lines,
    /// The same for texts without blanks in them: a blank separates too.
    Words,
    /// True or false, without "not set".
    Switch,
    /// The same, on for false: the API asks what to forbid, people are asked what to allow.
    InverseSwitch,
    /// One line of text.
    OneLine,
    /// Several lines of text.
    MultiLine,
    /// One of what the page knows: rooms, phone numbers.
    Pick(Signal<Vec<Choice>>),
    /// The page's own.
    Custom(Render),
}

/// One member of a form's input.
#[derive(Clone, Default)]
pub struct Field {
    pub(super) path: String,
    pub(super) label: Option<String>,
    pub(super) help: Option<String>,
    pub(super) placeholder: Option<String>,
    pub(super) needed: bool,
    pub(super) widget: Widget,
    pub(super) choices: Vec<Choice>,
    pub(super) suggestions: Option<Signal<Vec<Choice>>>,
    pub(super) item: Option<String>,
    pub(super) members: Vec<Field>,
    /// Asked for exactly as the shape has it, in the API's own words.
    pub(super) explicit: bool,
    /// Place of its section in the form.
    pub(super) section: usize,
}

impl Field {
    /// The member at `path`: `Email`, or `Origination.Disabled`.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// Its label, where the member's name in words does not do.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// A sentence above the input.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// An example inside the empty input.
    #[must_use]
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = Some(placeholder.into());
        self
    }

    /// Asked for although the shape lets it be left out.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    /// A list of texts in one input: one a line, or with `;` or `,` between.
    #[must_use]
    pub fn lines(self) -> Self {
        self.widget(Widget::Lines)
    }

    /// A list of texts that have no blanks in them, such as countries: with blanks between, too.
    #[must_use]
    pub fn words(self) -> Self {
        self.widget(Widget::Words)
    }

    /// A switch: off is sent as false.
    #[must_use]
    pub fn switch(self) -> Self {
        self.widget(Widget::Switch)
    }

    /// A switch that is on while the member is false: "Allow remote control" for `DisableRemoteControl`.
    #[must_use]
    pub fn inverse_switch(self) -> Self {
        self.widget(Widget::InverseSwitch)
    }

    /// One line of text, where its length alone would suggest several: a name of up to 256 characters.
    #[must_use]
    pub fn one_line(self) -> Self {
        self.widget(Widget::OneLine)
    }

    /// Several lines of text, where its length does not already suggest them.
    #[must_use]
    pub fn multi_line(self) -> Self {
        self.widget(Widget::MultiLine)
    }

    /// A choice among what the page knows.
    #[must_use]
    pub fn pick(self, choices: impl Into<Signal<Vec<Choice>>>) -> Self {
        self.widget(Widget::Pick(choices.into()))
    }

    /// The page's own view. It reads and changes the value through the [`Node`].
    #[must_use]
    pub fn custom(self, render: impl Fn(Arc<Node>) -> AnyView + Send + Sync + 'static) -> Self {
        self.widget(Widget::Custom(Arc::new(render)))
    }

    /// What a value of an enumeration is called and means; values not named keep their own word, in the model's order.
    #[must_use]
    pub fn choice(mut self, value: &str, label: &str, help: &str) -> Self {
        let choice = Choice::new(value, label);
        self.choices.push(if help.is_empty() { choice } else { choice.help(help) });
        self
    }

    /// Values to choose from while typing; others are possible.
    #[must_use]
    pub fn suggest(mut self, suggestions: impl Into<Signal<Vec<Choice>>>) -> Self {
        self.suggestions = Some(suggestions.into());
        self
    }

    /// Called by its own name, with everything below it; an optional structure is added and removed, a switch can be unset.
    #[must_use]
    pub(super) fn explicit(mut self) -> Self {
        self.explicit = true;
        self
    }

    /// What one item of a list is called: "Route".
    #[must_use]
    pub fn item(mut self, name: impl Into<String>) -> Self {
        self.item = Some(name.into());
        self
    }

    /// The members of a structure (or of a list's items) to ask for, in this order; all of them where none is named.
    #[must_use]
    pub fn member(mut self, member: Field) -> Self {
        self.members.push(member);
        self
    }

    fn widget(mut self, widget: Widget) -> Self {
        self.widget = widget;
        self
    }
}
