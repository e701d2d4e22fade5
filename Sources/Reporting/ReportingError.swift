/// A page that could not be made: a mistake of ours, in a template or in a figure that is no number.
package enum ReportingError: Error, Equatable, CustomStringConvertible {
    case brokenTemplate(name: String, reason: String)
    case unwritable(reason: String)

    package var description: String {
        switch self {
        case .brokenTemplate(let name, let reason):
            "the built-in page template '\(name)' cannot be used (\(reason)); please report this"
        case .unwritable(let reason):
            "the data of a page cannot be written (\(reason)); please report this"
        }
    }
}
