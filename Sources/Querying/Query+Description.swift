package import Model

extension Query {
    /// The query as one would type it.
    package var written: String {
        switch self {
        case .phrase(let term): term.contains(where: \.isWhitespace) ? "\"\(term)\"" : term
        case .prefix(let stem): stem.hasSuffix("*") ? stem : "\(stem)*"
        case .caseSensitive(let term): "{\(term)}"
        case .near(let one, let other, let distance):
            "\(one.operand) NEAR/\(distance) \(other.operand)"
        case .all(let parts): parts.map(\.operand).joined(separator: " AND ")
        case .any(let parts): parts.map(\.operand).joined(separator: " OR ")
        case .not(let part): "NOT \(part.operand)"
        case .field(let field, let part): "\(field.rawValue):\(part.operand)"
        }
    }

    // MARK: - Private

    /// The same, in brackets where it stands inside another.
    private var operand: String {
        switch self {
        case .phrase, .prefix, .caseSensitive, .field, .not: written
        case .all(let parts) where parts.count == 1, .any(let parts) where parts.count == 1:
            written
        case .near, .all, .any: "(\(written))"
        }
    }
}
