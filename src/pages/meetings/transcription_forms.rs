//! The forms that start transcription, one for each way that settings can be combined (TRN-2).

use std::collections::BTreeSet;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use serde_json::{Value, json};

use super::languages::{LANGUAGES, picker};
use crate::form::{Field, Form};
use crate::ui::Choice;

/// A way to transcribe. What the others ask for cannot be combined with it, so that each has a form of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Engine {
    /// Amazon Transcribe, for one language.
    Language,
    /// Amazon Transcribe, which finds the language out.
    Identify,
    /// Amazon Transcribe Medical.
    Medical,
}

impl Engine {
    /// All, with what tells them apart in a choice, their name and meaning.
    pub(super) const ALL: [(Self, &str, &str, &str); 3] = [
        (
            Self::Language,
            "language",
            "Amazon Transcribe, one language",
            "Everybody speaks the language that you choose.",
        ),
        (
            Self::Identify,
            "identify",
            "Amazon Transcribe, identify the language",
            "The service finds out which of several languages is spoken.",
        ),
        (Self::Medical, "medical", "Amazon Transcribe Medical", "Clinical speech in US English."),
    ];

    const fn member(self) -> &'static str {
        match self {
            Self::Language | Self::Identify => "EngineTranscribeSettings",
            Self::Medical => "EngineTranscribeMedicalSettings",
        }
    }

    /// The form of this engine's settings.
    pub(super) fn form(self, meeting: &str) -> Form {
        let at = |member: &str| ["TranscriptionConfiguration.", self.member(), ".", member].concat();
        let field = |member: &str| Field::new(at(member));
        let form = Form::new(Operation::StartMeetingTranscription).fixed("MeetingId", meeting);
        match self {
            Self::Language => personal_data(
                form.field(language(field("LanguageCode").needed()))
                    .field(field("LanguageModelName").label("Custom language model"))
                    .field(field("VocabularyName").label("Custom vocabulary"))
                    .field(field("VocabularyFilterName").label("Vocabulary filter"))
                    .field(filter_method(field("VocabularyFilterMethod"))),
                &field,
                true,
            ),
            Self::Identify => personal_data(
                form.fixed(&at("IdentifyLanguage"), true)
                    .field(
                        field("LanguageOptions")
                            .label("Languages")
                            .help("Those that may be spoken: two or more, one dialect of each.")
                            .needed()
                            .custom(|node| picker(&node)),
                    )
                    .field(language(field("PreferredLanguage").help("The one that is most likely, among those above.")))
                    .field(field("VocabularyNames").label("Custom vocabularies").help("Names with commas between."))
                    .field(
                        field("VocabularyFilterNames").label("Vocabulary filters").help("Names with commas between."),
                    )
                    .field(filter_method(field("VocabularyFilterMethod"))),
                &field,
                false,
            ),
            Self::Medical => form
                .field(field("LanguageCode").label("Language"))
                .field(field("Specialty"))
                .field(field("Type").choice("CONVERSATION", "Conversation", "Between clinician and patient.").choice(
                    "DICTATION",
                    "Dictation",
                    "One person dictates notes.",
                ))
                .field(field("VocabularyName").label("Custom vocabulary"))
                .field(field("ContentIdentificationType").label("Mark health information"))
                .field(region(field("Region"))),
        }
        .check(check)
    }
}

fn language(field: Field) -> Field {
    let choices = LANGUAGES.map(|(code, label)| Choice::new(code, [label, ", ", code].concat())).to_vec();
    field.label("Language").pick(choices)
}

fn filter_method(field: Field) -> Field {
    field
        .label("Filtered words are")
        .choice("remove", "Removed", "")
        .choice("mask", "Masked with ***", "")
        .choice("tag", "Tagged", "")
}

/// TRN-4.
fn region(field: Field) -> Field {
    field.label("Region").help("Where the engine runs. Not set is the meeting's own; auto is one near it.")
}

fn personal_data(form: Form, field: &dyn Fn(&str) -> Field, redaction: bool) -> Form {
    let form = form
        .section("Results and personal data")
        .field(field("EnablePartialResultsStabilization").label("Stabilize partial results").switch())
        .field(field("PartialResultsStability").label("Stability"))
        .field(field("ContentIdentificationType").label("Mark personal data"));
    let form = if redaction { form.field(field("ContentRedactionType").label("Redact personal data")) } else { form };
    form.field(
        field("PiiEntityTypes")
            .label("Kinds of personal data")
            .help("Such as NAME,PHONE,CREDIT_DEBIT_NUMBER; all kinds where none is named."),
    )
    .field(region(field("Region")))
}

/// TRN-2: the service takes these and then fails with an event, so that nobody sees why nothing is transcribed.
fn check(input: &Value) -> Vec<Violation> {
    const AT: &str = "TranscriptionConfiguration.EngineTranscribeSettings.";
    let settings = &input["TranscriptionConfiguration"]["EngineTranscribeSettings"];
    let has = |member: &str| settings[member].as_str().is_some_and(|text| !text.is_empty());
    let options: Vec<&str> =
        settings["LanguageOptions"].as_str().map(|text| text.split(',').collect()).unwrap_or_default();
    let distinct: BTreeSet<_> = options.iter().filter_map(|option| option.split('-').next()).collect();
    let preferred = settings["PreferredLanguage"].as_str().unwrap_or_default();
    let rules = [
        (
            has("ContentIdentificationType") && has("ContentRedactionType"),
            "ContentRedactionType",
            "Mark personal data or redact it, not both.",
        ),
        (
            has("PiiEntityTypes") && !has("ContentIdentificationType") && !has("ContentRedactionType"),
            "PiiEntityTypes",
            "Choose to mark or to redact personal data first.",
        ),
        (options.len() == 1, "LanguageOptions", "Choose two languages or more."),
        (distinct.len() < options.len(), "LanguageOptions", "Choose one dialect of each language."),
        (
            !preferred.is_empty() && !options.contains(&preferred),
            "PreferredLanguage",
            "Choose one of the languages above.",
        ),
        (
            has("PartialResultsStability") && settings["EnablePartialResultsStabilization"] != json!(true),
            "PartialResultsStability",
            "Stabilize partial results first.",
        ),
        (
            has("VocabularyFilterMethod") && !has("VocabularyFilterName") && !has("VocabularyFilterNames"),
            "VocabularyFilterMethod",
            "Name a vocabulary filter first.",
        ),
    ];
    let broken = rules.into_iter().filter(|(broken, ..)| *broken);
    broken
        .map(|(_, member, message)| Violation {
            path: [AT, member].concat(),
            rule: Rule::Size,
            message: message.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(settings: &Value) -> Vec<String> {
        let input = json!({ "TranscriptionConfiguration": { "EngineTranscribeSettings": settings } });
        let member = |violation: Violation| violation.path.rsplit('.').next().unwrap_or_default().to_owned();
        check(&input).into_iter().map(member).collect()
    }

    #[test]
    fn settings_that_the_engine_cannot_combine_are_found_before() {
        assert!(wrong(&json!({ "LanguageCode": "en-US" })).is_empty());
        assert_eq!(wrong(&json!({ "PiiEntityTypes": "NAME" })), ["PiiEntityTypes"]);
        let both = json!({ "ContentIdentificationType": "PII", "ContentRedactionType": "PII" });
        assert_eq!(wrong(&both), ["ContentRedactionType"]);
        assert_eq!(wrong(&json!({ "IdentifyLanguage": true, "LanguageOptions": "en-US,en-GB" })), ["LanguageOptions"]);
        assert_eq!(wrong(&json!({ "IdentifyLanguage": true, "LanguageOptions": "en-US" })), ["LanguageOptions"]);
        let preferred = json!({ "LanguageOptions": "en-US,de-DE", "PreferredLanguage": "fr-FR" });
        assert_eq!(wrong(&preferred), ["PreferredLanguage"]);
    }
}
