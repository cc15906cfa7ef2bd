//! Which fields an answer of the service is about.

/// The parts of a message that name a member, as the emulator writes them: `Name: Use 1 to 100 characters. Email: …`.
/// `known` tells which paths the form shows.
pub fn parts(message: &str, known: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let mut parts: Vec<(&str, String)> = Vec::new();
    let mut sentence_ended = true;
    for word in message.split_whitespace() {
        let path = word.strip_suffix(':').filter(|_| sentence_ended);
        sentence_ended = word.ends_with('.');
        match (path, parts.last_mut()) {
            (Some(path), _) => parts.push((path, String::new())),
            (None, Some((_, sentence))) if sentence.is_empty() => word.clone_into(sentence),
            (None, Some((_, sentence))) => {
                sentence.push(' ');
                sentence.push_str(word);
            }
            (None, None) => {}
        }
    }
    parts.into_iter().filter(|(path, _)| known(path)).map(|(path, sentence)| (path.to_owned(), sentence)).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn said(message: &str) -> Vec<(String, String)> {
        parts(message, |path| matches!(path, "Name" | "Routes[0].Host"))
    }

    #[test]
    fn a_message_is_split_at_the_members_it_names() {
        let expected = [("Name".into(), "Use it: now.".into()), ("Routes[0].Host".into(), "A value is needed.".into())];
        assert_eq!(said("Name: Use it: now. Routes[0].Host: A value is needed."), expected);
    }

    #[test]
    fn a_message_about_nothing_shown_names_no_field() {
        assert!(said("Account has users.").is_empty());
        assert!(said("The Name: taken.").is_empty());
        assert_eq!(said("Colour: red. Name: no."), [("Name".into(), "no.".into())]);
        assert!(said("").is_empty());
    }
}
