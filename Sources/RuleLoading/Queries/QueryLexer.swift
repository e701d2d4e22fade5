import Model

/// A word or sign of the query language, and where it stands.
struct QueryToken {
    enum Kind: Hashable {
        case word(String)
        case stem(String)
        case phrase(String)
        case caseSensitive(String)
        case field(Query.Field)
        /// `$name`
        case macro(String)
        case open, close
        case and, or, not
        case near(distance: Int)
        case end
    }

    let kind: Kind
    /// As typed.
    let text: String
    /// 1-based, in Unicode scalars.
    let character: Int
}

/// Cuts a query into tokens.
struct QueryLexer {
    static let fieldNames = Query.Field.allCases.map(\.rawValue)

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// The next token; `.end` after the last.
    mutating func next() throws(QueryError) -> QueryToken {
        while let scalar = peek, scalar.properties.isWhitespace { position += 1 }
        let start = position
        guard let scalar = peek else { return token(.end, from: start) }
        let kind = try kind(beginningWith: scalar)
        return token(kind, from: start)
    }

    // MARK: - Private

    private var peek: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private func text(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<position])
        return String(text)
    }

    private func token(_ kind: QueryToken.Kind, from start: Int) -> QueryToken {
        QueryToken(kind: kind, text: text(from: start), character: start + 1)
    }

    private func error(_ mistake: QueryMistake, at start: Int) -> QueryError {
        QueryError(mistake: mistake, character: start + 1)
    }

    private mutating func kind(
        beginningWith scalar: Unicode.Scalar
    ) throws(QueryError) -> QueryToken.Kind {
        switch scalar {
        case "(":
            position += 1
            return .open
        case ")":
            position += 1
            return .close
        case "\"": return .phrase(try phrase())
        case "{": return .caseSensitive(try inBraces())
        case "}": throw error(.closesNothing("}"), at: position)
        case "$" where following.map(Self.isASCIILetter) ?? false: return try macro()
        case _ where Self.isCurlyQuote(scalar): throw error(.curlyQuote, at: position)
        default: return try bareWord()
        }
    }

    /// `$5` is a price, `$insects` a macro.
    private mutating func macro() throws(QueryError) -> QueryToken.Kind {
        let start = position
        position += 1
        while let scalar = peek, !Self.endsWord(scalar) { position += 1 }
        let name = String(text(from: start).dropFirst())
        guard QueryMacros.isName(name) else { throw error(.badMacroName(name), at: start) }
        return .macro(name)
    }

    private var following: Unicode.Scalar? {
        position + 1 < scalars.count ? scalars[position + 1] : nil
    }

    private mutating func phrase() throws(QueryError) -> String {
        let start = position
        let phrase = try content(closedBy: "\"")
        guard !phrase.contains("*") else { throw error(.starInQuotes, at: start) }
        return phrase
    }

    private mutating func inBraces() throws(QueryError) -> String {
        let start = position
        let words = try content(closedBy: "}")
        guard !words.contains("*") else { throw error(.starInBraces, at: start) }
        return words
    }

    /// What stands between the opening sign and its closing one, words parted by single spaces.
    private mutating func content(
        closedBy closing: Unicode.Scalar
    ) throws(QueryError) -> String {
        let start = position
        position += 1
        while let scalar = peek, scalar != closing { position += 1 }
        guard peek != nil else {
            let signs = (Character(scalars[start]), Character(closing))
            throw error(.unclosed(signs.0, with: signs.1), at: start)
        }
        position += 1
        let content = text(from: start).dropFirst().dropLast()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard Term.canBeFound(content) else {
            throw error(.nothingToFind(text(from: start)), at: start)
        }
        return content
    }

    /// A word, `stem*`, an operator, or a field with its colon.
    private mutating func bareWord() throws(QueryError) -> QueryToken.Kind {
        let start = position
        while let scalar = peek, !Self.endsWord(scalar) {
            position += 1
            if scalar == ":", let field = try field(from: start) { return .field(field) }
        }
        let word = text(from: start)
        return switch word {
        case "AND": .and
        case "OR": .or
        case "NOT": .not
        case "&&": throw error(.sign(word, for: "AND"), at: start)
        case "||", "|": throw error(.sign(word, for: "OR"), at: start)
        case "and", "or", "not", "And", "Or", "Not":
            throw error(.lowerCaseOperator(word), at: start)
        default: try nearOrTerm(word, at: start)
        }
    }

    /// Letters alone before a colon name a field; `10:30` and `a-b:c` are words.
    private func field(from start: Int) throws(QueryError) -> Query.Field? {
        let name = String(text(from: start).dropLast())
        guard !name.isEmpty, name.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        guard let field = Query.Field(rawValue: name) else {
            throw error(.unknownField(name), at: start)
        }
        return field
    }

    private func nearOrTerm(
        _ word: String, at start: Int
    ) throws(QueryError) -> QueryToken.Kind {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts[0] == "NEAR" || (parts[0].lowercased() == "near" && parts.count > 1) {
            guard parts[0] == "NEAR" else { throw error(.lowerCaseOperator(word), at: start) }
            guard parts.count == 2, let distance = Decimals.wholeNumber(parts[1]), distance <= 100
            else { throw error(.badDistance(word), at: start) }
            return .near(distance: distance)
        }
        if let sign = Self.listSign(in: word) { throw error(.sign(sign, for: "OR"), at: start) }
        guard Term.canBeFound(word) else { throw error(.nothingToFind(word), at: start) }
        guard !word.hasPrefix("-") else { throw error(.minus(word), at: start) }
        if let first = word.first, "'‘’‚`".contains(first) {
            throw error(.singleQuote(word), at: start)
        }
        // Of "a|b" and "a&&b", which are one word.
        for (sign, name) in [("|", "OR"), ("&&", "AND")] where word.contains(sign) {
            throw error(.sign(sign, for: name), at: start)
        }
        switch Query.foreignOperator(word) {
        case .name(let name) where isBetweenTerms(start, name):
            throw error(.foreignOperator(word, for: name), at: start)
        case .distance: throw error(.badDistance(word), at: start)
        case .name, nil: break
        }
        guard !word.hasPrefix("!") else { throw error(.exclamation(word), at: start) }
        // Of a number to call, +48, it is a part.
        if word.hasPrefix("+"), word.dropFirst().first?.isLetter ?? false {
            throw error(.sign("+", for: "AND"), at: start)
        }
        let isBehindPhrase = start > 0 && scalars[start - 1] == "\""
        guard !word.hasPrefix("~") || !isBehindPhrase else { throw error(.tilde(word), at: start) }
        if let end = Self.similarity(of: word) {
            throw error(.similarity(String(end), of: String(word[..<end.startIndex])), at: start)
        }
        guard !word.dropLast().contains("?") else { throw error(.questionMark(word), at: start) }
        guard word.contains("*") else { return .word(word) }
        guard Term.isStem(word) else { throw error(.misplacedStar(word), at: start) }
        return .stem(String(word.dropLast()))
    }

    /// The sign by which people part the words of a list, "a, b"; `nil` for none, as in "1,5".
    private static func listSign(in word: String) -> String? {
        let letters = Array(word)
        let place = letters.indices.first { index in
            guard letters[index] == "," || letters[index] == ";" else { return false }
            let beside = letters[max(0, index - 1)...min(index + 1, letters.count - 1)]
            return beside.count < 3 || !beside.allSatisfy { $0.isNumber || ",;".contains($0) }
        }
        return place.map { String(letters[$0]) }
    }

    /// What other tools take for a wish for similar words: the `~2` of `kawa~2`; `nil` for none.
    private static func similarity(of word: String) -> Substring? {
        guard let sign = word.lastIndex(of: "~"), sign > word.startIndex else { return nil }
        let end = word[sign...]
        return end.dropFirst().allSatisfy { $0 == "." || $0.isASCII && $0.isNumber } ? end : nil
    }

    /// Whether the word read last stands where an operator of that name does: "I love" joins nothing.
    private func isBetweenTerms(_ start: Int, _ name: String) -> Bool {
        let before = scalars[..<start].last { !$0.properties.isWhitespace }
        let behind = scalars[position...].first { !$0.properties.isWhitespace }
        let hasBefore = before.map { $0 != "(" } ?? false
        let hasBehind = behind.map { $0 != ")" } ?? false
        return hasBehind && (hasBefore || name == "NOT")
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "{", "}", "\"": true
        case _ where isCurlyQuote(scalar): true
        default: scalar.properties.isWhitespace
        }
    }

    private static func isCurlyQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "„", "“", "”", "«", "»": true
        default: false
        }
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
    }
}
