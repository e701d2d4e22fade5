/// A page that could not be made: a mistake in our own templates, never in the figures.
package enum ReportingError: Error, Equatable, CustomStringConvertible {
    case brokenTemplate(name: String, reason: String)

    package var description: String {
        switch self {
        case .brokenTemplate(let name, let reason):
            "the built-in page template '\(name)' cannot be used (\(reason)); please report this"
        }
    }
}
