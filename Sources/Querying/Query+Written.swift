package import Model

extension Query {
    /// The query as one would type it: read again it gives the same query.
    package var written: String {
        switch self {
        case .phrase(let term): Self.isBareWord(term) ? term : "\"\(term)\""
        case .prefix(let stem): stem.hasSuffix("*") ? stem : "\(stem)*"
        case .caseSensitive(let term): "{\(term)}"
        case .near(let one, let other, let distance):
            "\(one.operand) NEAR/\(distance) \(other.operand)"
        case .all(let parts): parts.map(\.operand).joined(separator: " AND ")
        case .any(let parts): parts.map(\.operand).joined(separator: " OR ")
        case .not(let part): "NOT \(part.single)"
        case .field(let field, let part): "\(field.rawValue):\(part.single)"
        }
    }

    /// The same behind NOT or a field, where NOT needs brackets too.
    var single: String {
        if case .not = self { "(\(written))" } else { operand }
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

    /// Whether a term is read as a word without quotes around it.
    private static func isBareWord(_ term: String) -> Bool {
        guard let first = term.first,
            !term.contains(where: { $0.isWhitespace || "(){}\"„“”«»|,;".contains($0) }),
            !"-+!$'‘’‚`".contains(first), !term.contains("&&"), !term.dropLast().contains("?"),
            !term.contains("~"), Query.foreignOperator(term) == nil
        else { return false }
        let lowercased = term.lowercased()
        let isOperator = ["and", "or", "not", "near"].contains(lowercased)
        let beforeColon = term.prefix { $0 != ":" }
        let isField =
            beforeColon.endIndex < term.endIndex && !beforeColon.isEmpty
            && beforeColon.allSatisfy { $0.isASCII && $0.isLetter }
        return !isOperator && !lowercased.hasPrefix("near/") && !isField
    }
}
