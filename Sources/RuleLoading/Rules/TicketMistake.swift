package import Model

/// What can be wrong in what `rules/routing.yaml` says about tickets.
package enum TicketMistake: Hashable, Sendable, CustomStringConvertible {
    case useless(key: String, system: String)
    case addressGoesOn(String)
    case badPath(String)
    case insideAnother(String, other: String)
    case neverClosed(state: String, meaning: String?)
    case saysNothing
    case unspoken(LanguageCode, spoken: [LanguageCode])
    case duplicateTemplate(key: String, first: FileLocation)

    package var description: String {
        switch self {
        case .useless(let key, let system):
            "'\(key)' means nothing to a destination of system '\(system)'; remove it"
        case .addressGoesOn(let text):
            "'\(text)' goes on behind '?' or '#', where nothing can be written behind it; write what "
                + "stands before"
        case .badPath(let name):
            "'\(name)' is no place in the JSON; write names with single dots between, such as "
                + "ticket.team"
        case .insideAnother(let name, let other):
            "of '\(name)' and '\(other)' one is inside the other, which is a text; give it another name"
        case .neverClosed(let state, let meaning):
            "in '\(state)'\(meaning.map { " (\($0))" } ?? "") a ticket waits for somebody, and would "
                + "be neither open nor late; name the states in which nobody works on it any more"
        case .saysNothing: "neither 'subject' nor 'body'; write one, or remove this item"
        case .unspoken(let language, let spoken):
            "no destination is in '\(language.rawValue)', so this is never used; write "
                + spoken.map(\.rawValue).joined(separator: " or ") + ", or remove this item"
        case .duplicateTemplate(let key, let first):
            "a '\(key)' for this team and language stands already at \(first); keep one"
        }
    }
}
