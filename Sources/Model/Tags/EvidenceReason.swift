/// What spoke for a category besides its keywords, as the term of its evidence says it.
package enum EvidenceReason: Hashable, Sendable {
    /// The text has the tone that the category asks for.
    case tone(Sentiment.Label)
    /// Blame is said to a brand, by the handle or the name that is written, or to any other handle.
    case blame(saidTo: String)
    /// Praise is, likewise.
    case praise(saidTo: String)
    /// Somebody who tells of themselves blames a brand, by the name that is written.
    case blameTold(of: String)
    /// Or praises it.
    case praiseTold(of: String)

    /// `nil` for a term that stands in the text or in a query.
    package init?(term: String) {
        if let label = Sentiment.Label.allCases.first(where: { Self.tone($0).term == term }) {
            self = .tone(label)
        } else if term.hasPrefix(Self.blameSaidTo) {
            self = .blame(saidTo: String(term.dropFirst(Self.blameSaidTo.count)))
        } else if term.hasPrefix(Self.praiseSaidTo) {
            self = .praise(saidTo: String(term.dropFirst(Self.praiseSaidTo.count)))
        } else if term.hasPrefix(Self.blameToldOf) {
            self = .blameTold(of: String(term.dropFirst(Self.blameToldOf.count)))
        } else if term.hasPrefix(Self.praiseToldOf) {
            self = .praiseTold(of: String(term.dropFirst(Self.praiseToldOf.count)))
        } else {
            return nil
        }
    }

    /// `tone negative`, `blame said to @zefirnet`, `blame told of Zefirnet`.
    package var term: String {
        switch self {
        case .tone(let label): "tone \(label.rawValue)"
        case .blame(let name): Self.blameSaidTo + name
        case .praise(let name): Self.praiseSaidTo + name
        case .blameTold(let name): Self.blameToldOf + name
        case .praiseTold(let name): Self.praiseToldOf + name
        }
    }

    private static let blameSaidTo = "blame said to "
    private static let praiseSaidTo = "praise said to "
    private static let blameToldOf = "blame told of "
    private static let praiseToldOf = "praise told of "
}
