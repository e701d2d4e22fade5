package import Model

/// What can be wrong in what a feeds file says about people.
package enum PrivacyMistake: Hashable, Sendable, CustomStringConvertible {
    case noContact(String)
    case duplicateSettings(first: FileLocation)

    package var description: String {
        switch self {
        case .noContact(let text):
            "'\(text)' is no contact; write an e-mail address, '@' and a domain for all of its "
                + "addresses, or a phone number"
        case .duplicateSettings(let first):
            "'privacy' stands already at \(first); keep it in one file"
        }
    }
}
