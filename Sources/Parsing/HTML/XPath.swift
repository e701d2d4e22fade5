import CLibXML2

/// An XPath expression, written as one or made from CSS selectors, for each of a list one.
///
/// What starts with `/`, `./`, `..`, `(`, `@` or an axis such as `descendant::` is XPath: no CSS selector
/// does.
/// Selectors may have a type or `*`, `.class`, `#id`, `[attribute]` with `=`, `~=`, `^=`, `$=` and `*=`,
/// be combined by a blank or `>`, and be listed with commas.
struct XPath {
    /// What one finds counts as what all of them do: a union in one expression takes libxml2 the
    /// square of what is found.
    let expressions: [String]

    /// - Throws: `.badSelector` for anything else.
    init(selector: String) throws(ParseError) {
        let written = selector.trimmed
        if Self.isXPath(written) {
            guard Self.compiles(written) else {
                throw .badSelector(selector, why: "it is no XPath 1.0; see what stands in it")
            }
            expressions = [Self.withinItem(written)]
            return
        }
        var parser = SelectorParser(selector)
        expressions = try parser.expressions()
    }

    /// Of CSS selectors alone, for those that a page brings of all of itself: XPath can take for ever.
    ///
    /// - Throws: as above.
    init(css selector: String) throws(ParseError) {
        var parser = SelectorParser(selector, isOfPage: true)
        expressions = try parser.expressions()
    }

    /// The selectors of a list one by one, in the order written; XPath is one.
    ///
    /// - Throws: as above.
    static func list(selector: String) throws(ParseError) -> [XPath] {
        guard !isXPath(selector.trimmed) else { return [try XPath(selector: selector)] }
        var parser = SelectorParser(selector)
        return try parser.expressions().map { XPath(expressions: [$0]) }
    }

    // MARK: - Private

    private init(expressions: [String]) {
        self.expressions = expressions
    }

    private static func isXPath(_ text: String) -> Bool {
        ["/", "./", "..", "(", "@"].contains { text.hasPrefix($0) }
            || text == "."
            || text.prefix { $0.isLetter || $0 == "-" }.endIndex
                == text.firstRange(of: "::")?.lowerBound
    }

    private static func compiles(_ text: String) -> Bool {
        LibXML2.setUp()
        guard let context = unsafe xmlXPathNewContext(nil) else { return false }
        defer { unsafe xmlXPathFreeContext(context) }
        // Without a function of ours libxml2 writes what is wrong to standard error.
        unsafe context.pointee.error = { _, _ in }
        guard let compiled = unsafe xmlXPathCtxtCompile(context, text) else { return false }
        unsafe xmlXPathFreeCompExpr(compiled)
        return true
    }

    /// `//a` would start at the page again for every item; inside one, people mean `.//a`.
    private static func withinItem(_ text: String) -> String {
        text.hasPrefix("//") ? ".\(text)" : text
    }
}

private struct SelectorParser {
    private let selector: String
    private let isOfPage: Bool
    private let characters: [Character]
    private var position = 0

    /// - Parameter isOfPage: whether the expressions start at a page, not at one of its elements.
    init(_ selector: String, isOfPage: Bool = false) {
        self.selector = selector
        self.isOfPage = isOfPage
        characters = Array(selector.trimmed)
    }

    // list = complex *("," complex)
    mutating func expressions() throws(ParseError) -> [String] {
        var paths = [try complex()]
        while take(",") {
            skipSpaces()
            paths.append(try complex())
        }
        guard position == characters.count else { throw unexpected() }
        return paths
    }

    // MARK: - Private

    // complex = compound *(blank / ">" compound)
    private mutating func complex() throws(ParseError) -> String {
        var steps = [Step(axis: .descendant, compound: try compound())]
        while true {
            let hasSpace = skipSpaces()
            if take(">") {
                skipSpaces()
                steps.append(Step(axis: .child, compound: try compound()))
            } else if hasSpace, let next = peek, next != "," {
                steps.append(Step(axis: .descendant, compound: try compound()))
            } else {
                return isOfPage ? Self.outward(steps) : Self.inward(steps)
            }
        }
    }

    private struct Step {
        enum Axis: String {
            case descendant, child
        }

        let axis: Axis
        let compound: String
    }

    private static func inward(_ steps: [Step]) -> String {
        steps.map { "\($0.axis.rawValue)::\($0.compound)" }.joined(separator: "/")
    }

    /// Asks of each last element what it stands in: the other way, libxml2 compares all that it finds in
    /// one element with all that it found in those before.
    private static func outward(_ steps: [Step]) -> String {
        var path = ""
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1
            let axis =
                if isLast { "descendant" } else {
                    steps[index + 1].axis == .child ? "parent" : "ancestor"
                }
            path = "\(axis)::\(step.compound)\(path.isEmpty ? "" : "[\(path)]")"
        }
        return path
    }

    // compound = [type / "*"] *("." name / "#" name / "[" attribute "]")
    private mutating func compound() throws(ParseError) -> String {
        let start = position
        var path = take("*") ? "*" : (name()?.lowercased() ?? "*")
        while let next = peek {
            switch next {
            case ".":
                position += 1
                path += "[\(Self.word(try requiredName(), in: "@class"))]"
            case "#":
                position += 1
                path += "[@id=\(Self.literal(try requiredName()))]"
            case "[":
                position += 1
                path += "[\(try attribute())]"
            default:
                guard position > start else { throw unexpected() }
                return path
            }
        }
        guard position > start else { throw unexpected() }
        return path
    }

    private mutating func attribute() throws(ParseError) -> String {
        let attribute = "@" + (try requiredName()).lowercased()
        if take("]") { return attribute }
        let sign = peek ?? " "
        if sign != "=" { position += 1 }
        guard take("=") else { throw unexpected() }
        let value = try value()
        guard take("]") else { throw unexpected() }
        let literal = Self.literal(value)
        switch sign {
        case "=": return "\(attribute)=\(literal)"
        case "~": return Self.word(value, in: attribute)
        case "^": return Self.having(attribute, "starts-with(\(attribute), \(literal))")
        case "*": return Self.having(attribute, "contains(\(attribute), \(literal))")
        case "$":
            let start = "string-length(\(attribute)) - \(value.unicodeScalars.count - 1)"
            return Self.having(attribute, "substring(\(attribute), \(start))=\(literal)")
        default: throw unexpected()
        }
    }

    private mutating func value() throws(ParseError) -> String {
        guard let quote = peek, quote == "\"" || quote == "'" else { return try requiredName() }
        guard let end = characters[(position + 1)...].firstIndex(of: quote) else {
            throw unexpected()
        }
        defer { position = end + 1 }
        return String(characters[position + 1..<end])
    }

    private mutating func requiredName() throws(ParseError) -> String {
        guard let name = name() else { throw unexpected() }
        return name
    }

    private mutating func name() -> String? {
        let start = position
        while let next = peek, next.isLetter || next.isNumber || next == "-" || next == "_" {
            position += 1
        }
        return position > start ? String(characters[start..<position]) : nil
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard peek == character else { return false }
        position += 1
        return true
    }

    @discardableResult private mutating func skipSpaces() -> Bool {
        let start = position
        while let next = peek, next.isWhitespace { position += 1 }
        return position > start
    }

    private func unexpected() -> ParseError {
        let what = peek.map { "'\($0)' at character \(position + 1)" } ?? "its end"
        return .badSelector(
            selector,
            why: "\(what) is not understood; use tag, .class, #id, [attribute=value], > and ,")
    }

    /// A word in a list of words, as `class` is.
    private static func word(_ word: String, in attribute: String) -> String {
        having(
            attribute,
            "contains(concat(' ', normalize-space(\(attribute)), ' '), \(literal(" \(word) ")))")
    }

    /// A condition on what an attribute says, which most elements do not have: to ask for it first takes
    /// a third of the time.
    private static func having(_ attribute: String, _ condition: String) -> String {
        "\(attribute) and \(condition)"
    }

    /// XPath 1.0 has no escapes: a text with both quotation marks is put together.
    private static func literal(_ text: String) -> String {
        if !text.contains("'") { return "'\(text)'" }
        if !text.contains("\"") { return "\"\(text)\"" }
        let parts = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
        return "concat(\(parts.joined(separator: ", \"'\", ")))"
    }
}
