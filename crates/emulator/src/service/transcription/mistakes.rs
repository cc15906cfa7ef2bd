//! Settings that Amazon Transcribe cannot combine (TRN-2).

use std::collections::BTreeSet;

use chime_model::types::EngineTranscribeSettings;

/// What Amazon Transcribe would say first of these settings.
pub(super) fn first(settings: &EngineTranscribeSettings) -> Option<&'static str> {
    let identify = settings.identify_language == Some(true);
    let identification = settings.content_identification_type.is_some();
    let redaction = settings.content_redaction_type.is_some();
    let options: Option<Vec<&str>> = settings.language_options.as_deref().map(|options| options.split(',').collect());
    let languages = |options: &[&str]| -> BTreeSet<String> {
        options.iter().filter_map(|option| option.split('-').next()).map(str::to_owned).collect()
    };
    let rules = [
        (identification && redaction, "ContentIdentificationType and ContentRedactionType exclude each other."),
        (!identify && settings.language_code.is_none(), "LanguageCode or IdentifyLanguage is needed."),
        (identify && settings.language_model_name.is_some(), "IdentifyLanguage excludes LanguageModelName."),
        (identify && redaction, "IdentifyLanguage excludes ContentRedactionType."),
        (options.is_some() && !identify, "LanguageOptions needs IdentifyLanguage."),
        (options.as_ref().is_some_and(|options| options.len() < 2), "LanguageOptions needs two languages or more."),
        (
            options.as_ref().is_some_and(|options| languages(options).len() < options.len()),
            "LanguageOptions takes one dialect of each language.",
        ),
        (
            settings.preferred_language.is_some() && !(identify && options.is_some()),
            "PreferredLanguage needs IdentifyLanguage and LanguageOptions.",
        ),
        (
            settings.pii_entity_types.is_some() && !identification && !redaction,
            "PiiEntityTypes needs ContentIdentificationType or ContentRedactionType.",
        ),
        (identify && settings.vocabulary_name.is_some(), "IdentifyLanguage takes VocabularyNames, not VocabularyName."),
        (
            identify && settings.vocabulary_filter_name.is_some(),
            "IdentifyLanguage takes VocabularyFilterNames, not VocabularyFilterName.",
        ),
    ];
    rules.into_iter().find_map(|(broken, message)| broken.then_some(message))
}
