package import Model

/// Reads the query language of the field (Brandwatch and Lucene style).
///
///     query    = together *( "OR" together )
///     together = near *( [ "AND" ] near )
///     near     = negated *( "NEAR/" distance negated )
///     negated  = [ "NOT" ] single
///     single   = word / stem"*" / "a phrase" / {CaseSensitive}
///              / "(" query ")" / field ":" single / "$" macro
///
/// So NOT binds tightest, then NEAR, then AND, then OR. Operators are upper case.
package struct QueryParser {
    private var lexer: QueryLexer
    private var token: QueryToken
    private var depth = 0
    private var isInField = false
    private let macros: QueryMacros

    /// - Parameters:
    ///   - place: where the query stands; characters are counted from its beginning.
    ///   - isNarrowing: something else already says what must be there, so that the query may say
    ///     only what must not.
    package static func parse(
        _ text: String, at place: FileLocation, isNarrowing: Bool = false
    ) throws(RuleError) -> Query {
        try parse(text, at: place, isNarrowing: isNarrowing, macros: QueryMacros())
    }

    /// - Parameter macros: what each `$name` stands for.
    static func parse(
        _ text: String, at place: FileLocation, isNarrowing: Bool, macros: QueryMacros
    ) throws(RuleError) -> Query {
        do {
            var parser = try QueryParser(text, macros: macros)
            return try parser.wholeQuery(isNarrowing: isNarrowing)
        } catch {
            throw RuleError(.query(error.mistake, character: error.character), at: place)
        }
    }

    // MARK: - Private

    private static let maximumDepth = 50
    private static let maximumTerms = 10_000

    private init(_ text: String, macros: QueryMacros) throws(QueryError) {
        self.macros = macros
        lexer = QueryLexer(text)
        token = try lexer.next()
    }

    private mutating func wholeQuery(isNarrowing: Bool) throws(QueryError) -> Query {
        let query = try query()
        guard token.kind != .close else { throw error(.closesNothing(")")) }
        guard token.kind == .end else { throw error(.unexpected(found)) }
        guard query.termCount <= Self.maximumTerms else {
            throw QueryError(mistake: .tooLarge(limit: Self.maximumTerms), character: 1)
        }
        guard isNarrowing || query.asksForSomething else {
            throw QueryError(mistake: .onlyNot, character: 1)
        }
        return query
    }

    private mutating func query() throws(QueryError) -> Query {
        var parts = [try together()]
        while try take(.or) { parts.append(try together()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func together() throws(QueryError) -> Query {
        var parts = [try near()]
        while try take(.and) || token.kind.beginsTerm { parts.append(try near()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func near() throws(QueryError) -> Query {
        var start = token
        var left = try negated()
        while case .near(let distance) = token.kind {
            guard left.hasPlace else { throw error(.nearNeedsWords, at: start) }
            let sign = token
            try advance()
            start = token
            let right = try negated()
            guard right.hasPlace else { throw error(.nearNeedsWords, at: start) }
            left = .near(left, right, distance: distance)
            guard left.countOfNear <= Self.maximumDepth else {
                throw error(.tooManyNear(limit: Self.maximumDepth), at: sign)
            }
        }
        return left
    }

    private mutating func negated() throws(QueryError) -> Query {
        try take(.not) ? .not(try single()) : try single()
    }

    private mutating func single() throws(QueryError) -> Query {
        let start = token
        switch start.kind {
        case .word(let word), .phrase(let word):
            try advance()
            return .phrase(word)
        case .stem(let stem):
            try advance()
            return .prefix(stem)
        case .caseSensitive(let word):
            try advance()
            return .caseSensitive(word)
        case .open:
            return try group()
        case .field(let field):
            return try self.field(field)
        case .macro(let name):
            return try macro(name)
        case .close, .and, .or, .not, .near, .end:
            throw error(.expectedTerm(found: found))
        }
    }

    private mutating func group() throws(QueryError) -> Query {
        let opening = token
        guard depth < Self.maximumDepth else {
            throw error(.tooDeep(limit: Self.maximumDepth))
        }
        depth += 1
        defer { depth -= 1 }
        try advance()
        let inner = try query()
        guard try take(.close) else {
            guard token.kind == .end else { throw error(.unexpected(found)) }
            throw error(.unclosed("(", with: ")"), at: opening)
        }
        return inner
    }

    private mutating func field(_ field: Query.Field) throws(QueryError) -> Query {
        let start = token
        guard !isInField else { throw error(.fieldInField) }
        isInField = true
        defer { isInField = false }
        try advance()
        let inner = try single()
        if field == .lang, let wrong = inner.firstThatIsNoLanguage {
            throw error(.badLanguage(wrong), at: start)
        }
        if field == .site, let wrong = inner.firstThatIsNoDomain {
            throw error(.badDomain(wrong), at: start)
        }
        return .field(field, inner)
    }

    private mutating func macro(_ name: String) throws(QueryError) -> Query {
        guard let query = macros[name] else {
            throw error(.unknownMacro(name, known: macros.names))
        }
        guard !isInField || !query.hasField else { throw error(.fieldInField) }
        try advance()
        return query
    }

    private mutating func advance() throws(QueryError) {
        token = try lexer.next()
    }

    private mutating func take(_ kind: QueryToken.Kind) throws(QueryError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    private var found: String { token.kind == .end ? "the end" : "'\(token.text)'" }

    private func error(_ mistake: QueryMistake, at token: QueryToken? = nil) -> QueryError {
        QueryError(mistake: mistake, character: (token ?? self.token).character)
    }
}

extension QueryToken.Kind {
    fileprivate var beginsTerm: Bool {
        switch self {
        case .word, .stem, .phrase, .caseSensitive, .field, .macro, .open, .not: true
        case .close, .and, .or, .near, .end: false
        }
    }
}

extension Query {
    /// Whether every text that meets it must hold something; `NOT a` is met by nearly all.
    fileprivate var asksForSomething: Bool {
        switch self {
        case .phrase, .prefix, .caseSensitive, .near: true
        case .all(let parts): parts.contains(where: \.asksForSomething)
        case .any(let parts): parts.allSatisfy(\.asksForSomething)
        case .not: false
        case .field(_, let inner): inner.asksForSomething
        }
    }

    /// Whether it is met at a place in the text, so that something can stand near it.
    fileprivate var hasPlace: Bool {
        switch self {
        case .phrase, .prefix, .caseSensitive, .near: true
        case .any(let parts): parts.allSatisfy(\.hasPlace)
        case .all, .not, .field: false
        }
    }

    /// How many NEAR stand behind or inside each other: so deep is it nested.
    fileprivate var countOfNear: Int {
        switch self {
        case .near(let one, let other, _): 1 + max(one.countOfNear, other.countOfNear)
        case .any(let parts): parts.lazy.map(\.countOfNear).max() ?? 0
        // Near a place there is none of these.
        case .phrase, .prefix, .caseSensitive, .all, .not, .field: 0
        }
    }

    fileprivate var hasField: Bool {
        switch self {
        case .phrase, .prefix, .caseSensitive: false
        case .near(let one, let other, _): one.hasField || other.hasField
        case .all(let parts), .any(let parts): parts.contains(where: \.hasField)
        case .not(let inner): inner.hasField
        case .field: true
        }
    }

    fileprivate var termCount: Int {
        switch self {
        case .phrase, .prefix, .caseSensitive: 1
        case .near(let one, let other, _): one.termCount + other.termCount
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.termCount }
        case .not(let inner), .field(_, let inner): inner.termCount
        }
    }

    /// Of the terms after `lang:`, the first that is no ISO 639-1 code.
    fileprivate var firstThatIsNoLanguage: String? {
        leaves.lazy.map(\.term).first { !LanguageCode(rawValue: $0.lowercased()).isISO639 }
    }

    /// Of the terms after `site:`, the first that no host ends in.
    fileprivate var firstThatIsNoDomain: String? {
        leaves.lazy.map { $0.isStem ? $0.term + "*" : $0.term }.first { term in
            term.contains { $0.isWhitespace || "*/:@?#".contains($0) }
                || term.hasPrefix(".") || term.hasSuffix(".") || term.contains("..")
        }
    }

    private var leaves: [(term: String, isStem: Bool)] {
        switch self {
        case .phrase(let term), .caseSensitive(let term): [(term, false)]
        case .prefix(let stem): [(stem, true)]
        case .near(let one, let other, _): one.leaves + other.leaves
        case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
        case .not(let inner), .field(_, let inner): inner.leaves
        }
    }
}
