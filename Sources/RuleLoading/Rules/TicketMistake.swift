import Model

/// What can be wrong in what `rules/routing.yaml` says about tickets.
package enum TicketMistake: Hashable, Sendable, CustomStringConvertible {
    case useless(key: String, system: String)

    package var description: String {
        switch self {
        case .useless(let key, let system):
            "'\(key)' means nothing to a destination of system '\(system)'; remove it"
        }
    }
}
