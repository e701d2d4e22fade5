import Model

/// Queries by the names that other queries of the same file call them by: `$insects`.
///
/// A macro stands for its query as if in brackets, and may use other macros.
struct QueryMacros {
    private var queries: [String: Query] = [:]
    /// Those in which something is wrong: their users are not to be blamed as well.
    private var failed: Set<String> = []
    /// How many macros stand in each other, itself among them.
    private var depths: [String: Int] = [:]

    init() {}

    /// Reads the mapping `macros:` of a file; none where it is not there.
    init(reading value: YAMLValue?, noting errors: inout [RuleError]) {
        guard let pairs = errors.noting(try value?.pairs()) else { return }
        var written: [String: Written] = [:]
        for (key, value) in pairs {
            guard let name = errors.noting(try key.macroName()),
                let text = errors.noting(try value.scalarText())
            else { continue }
            written[name] = Written(text, at: value.place)
        }
        for name in written.keys.sorted() {
            resolve(name, after: [], in: &written, noting: &errors)
        }
    }

    subscript(name: String) -> Query? { queries[name] }

    var names: [String] { queries.keys.sorted() }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isSmallASCIILetter else { return false }
        return text.utf8.allSatisfy {
            $0.isSmallASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_")
        }
    }

    /// The macros that a query calls, and the character at which each stands.
    static func uses(in query: String) -> [(name: String, character: Int)] {
        var lexer = QueryLexer(query)
        var uses: [(name: String, character: Int)] = []
        // What is wrong in the text is told when it is parsed.
        while let token = try? lexer.next(), token.kind != .end {
            if case .macro(let name) = token.kind { uses.append((name, token.character)) }
        }
        return uses
    }

    // MARK: - Private

    /// A macro as it was written, and the macros that it uses.
    private struct Written {
        let text: String
        let place: FileLocation
        /// With the character at which each stands.
        let uses: [(name: String, character: Int)]
        /// Whether its query, or what is wrong in it, has been found.
        var isDone = false

        init(_ text: String, at place: FileLocation) {
            self.text = text
            self.place = place
            uses = QueryMacros.uses(in: text)
        }
    }

    /// Parses a macro once all that it uses is parsed.
    ///
    /// - Parameter path: the macros that wait for this one.
    private mutating func resolve(
        _ name: String, after path: [String], in written: inout [String: Written],
        noting errors: inout [RuleError]
    ) {
        guard let macro = written[name], !macro.isDone else { return }
        guard path.count < Self.mostInEachOther else {
            refuse(path + [name], at: macro.place, in: &written, noting: &errors)
            return
        }
        for use in macro.uses {
            if let start = (path + [name]).firstIndex(of: use.name) {
                let cycle = (path + [name])[start...] + [use.name]
                let mistake = Mistake.query(.macroCycle(Array(cycle)), character: use.character)
                errors.append(RuleError(mistake, at: macro.place))
                // All of the circle is told of here, once.
                for member in cycle { finish(member, with: nil, in: &written) }
                return
            }
            resolve(use.name, after: path + [name], in: &written, noting: &errors)
            if written[name]?.isDone ?? true { return }
        }
        guard failed.isDisjoint(with: macro.uses.map(\.name)) else {
            finish(name, with: nil, in: &written)
            return
        }
        let depth = 1 + (macro.uses.compactMap { depths[$0.name] }.max() ?? 0)
        guard depth <= Self.mostInEachOther else {
            refuse([name], at: macro.place, in: &written, noting: &errors)
            return
        }
        depths[name] = depth
        let query = errors.noting(
            try QueryParser.parse(macro.text, at: macro.place, isNarrowing: true, macros: self))
        finish(name, with: query, in: &written)
    }

    /// Tells once of macros that stand too deep in each other.
    ///
    /// - Parameter names: each uses the next; what the last one leads to is not read either, since it
    ///   would be told of again every hundred macros.
    private mutating func refuse(
        _ names: [String], at place: FileLocation, in written: inout [String: Written],
        noting errors: inout [RuleError]
    ) {
        let mistake = QueryMistake.macrosTooDeep(limit: Self.mostInEachOther)
        errors.append(RuleError(.query(mistake, character: 1), at: place))
        var waiting = names
        while let name = waiting.popLast() {
            guard let macro = written[name], !macro.isDone else { continue }
            finish(name, with: nil, in: &written)
            waiting += macro.uses.map(\.name)
        }
    }

    /// Nobody writes as many; thousands would leave no room on the stack of whoever reads their query.
    private static let mostInEachOther = 100

    /// - Parameter query: `nil` when it is wrong; a stand-in takes its place, since no rule is used
    ///   once a mistake is noted.
    private mutating func finish(
        _ name: String, with query: Query?, in written: inout [String: Written]
    ) {
        written[name]?.isDone = true
        if query == nil { failed.insert(name) }
        queries[name] = query ?? .phrase(name)
    }
}

extension YAMLValue {
    /// The name of a macro, without the `$` by which queries call it.
    fileprivate func macroName() throws(RuleError) -> String {
        let text = try text()
        guard QueryMacros.isName(text) else {
            throw RuleError(.query(.badMacroName(text), character: 1), at: place)
        }
        return text
    }
}
