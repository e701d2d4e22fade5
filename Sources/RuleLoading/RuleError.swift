package import Model

/// A mistake in `feeds/` or `rules/`: where it stands, and what its author should write instead.
package struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    package let place: FileLocation
    package let mistake: Mistake

    package init(_ mistake: Mistake, at place: FileLocation) {
        self.place = place
        self.mistake = mistake
    }

    package var description: String { "\(place): \("\(mistake)".withoutLongMiddle)" }
}

/// Every mistake found in `feeds/`, in `rules/` or in both, in the order of their places.
package struct RuleErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package let errors: [RuleError]

    package init(_ errors: [RuleError]) {
        self.errors = errors.sorted {
            ($0.place, $0.description) < ($1.place, $1.description)
        }
    }

    /// Joins what several loaders found, so that all of it is told at once.
    package init(merging parts: [RuleErrors]) {
        self.init(parts.flatMap(\.errors))
    }

    /// Whether there is nothing yet to be wrong: no folder, or no file in it.
    package var isOfMissingFiles: Bool {
        errors.allSatisfy { error in
            switch error.mistake {
            case .missingFolder, .noFiles: true
            default: false
            }
        }
    }

    /// One line a mistake.
    package var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}

extension [RuleError] {
    /// What a step gives; `nil` once its mistake is noted, so that the steps after it are taken.
    mutating func noting<Value>(_ step: @autoclosure () throws(RuleError) -> Value) -> Value? {
        do {
            return try step()
        } catch {
            append(error)
            return nil
        }
    }

    /// The same for a step that may give nothing.
    mutating func noting<Value>(_ step: @autoclosure () throws(RuleError) -> Value?) -> Value? {
        do {
            return try step()
        } catch {
            append(error)
            return nil
        }
    }

    /// Ends a loader whose work has turned out to be in vain.
    func throwIfAny() throws(RuleErrors) {
        if !isEmpty { throw RuleErrors(self) }
    }
}
