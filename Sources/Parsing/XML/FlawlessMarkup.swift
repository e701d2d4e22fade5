/// XHTML in which every tag is whole and every name without a prefix, as HTML; the `div` around it is
/// left out.
struct FlawlessMarkup {
    private let source: [UInt8]
    private(set) var position: Int
    /// The open elements, outermost first.
    private var open: [Element] = []

    private struct Element {
        let name: Range<Int>
        let isWritten: Bool
    }

    init(in source: [UInt8], from start: Int) {
        self.source = source
        position = start
    }

    /// - Parameter depth: how many elements are open around it.
    /// - Returns: where the end tag stands that ends it; `nil` if there is something to mend, and the
    ///   output is to be thrown away.
    mutating func write(to output: inout [UInt8], depth: Int) -> Int? {
        while true {
            let tag = source.offset(of: .lessThan, from: position, to: source.count)
            guard tag + 2 < source.count, writeText(to: tag, &output) else { return nil }
            position = tag
            switch source[tag + 1] {
            case .slash where open.isEmpty:
                return tag
            case .slash:
                guard writeEndTag(to: &output) else { return nil }
            case .exclamation:
                guard writeSection(to: &output) else { return nil }
            default:
                guard open.count + depth < Self.maximumDepth, writeStartTag(to: &output) else {
                    return nil
                }
            }
        }
    }

    // MARK: - Private

    /// As many as a document may have.
    private static let maximumDepth = 256
    private static let maximumTagSize = 4 * 1024
    private static let maximumAttributes = 32
    /// A longer one may be a whole file.
    private static let maximumValueSize = 1024

    /// Elements that look like a part of the feed: one of them may not have been ended.
    private static let suspects = ShortNameTable(
        ["entry", "item", "title", "link", "guid", "pubdate", "comments", "category"].map {
            (ShortName($0), true)
        })

    /// - Returns: `false` for a reference or a `]]>` that is to be told of.
    private func writeText(to end: Int, _ output: inout [UInt8]) -> Bool {
        var start = position
        var bracket = source.offset(of: .closeBracket, from: start, to: end)
        while bracket < end {
            if source.hasPrefix("]]>", at: bracket) { return false }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: end)
        }
        while start < end {
            let reference = source.offset(of: .ampersand, from: start, to: end)
            output.appendEscapedLines(source, start..<reference)
            guard reference < end else { return true }
            guard let length = writeReference(at: reference, to: &output) else { return false }
            start = reference + length
        }
        return true
    }

    private func writeReference(at offset: Int, to output: inout [UInt8]) -> Int? {
        let reference = CharacterReference(in: source, at: offset, declared: [:])
        guard reference.problem == nil, case .scalar(let scalar) = reference.meaning else {
            return nil
        }
        output.appendEscaped(String(scalar).utf8)
        return reference.length
    }

    /// A CDATA section or a comment.
    private mutating func writeSection(to output: inout [UInt8]) -> Bool {
        if source.hasPrefix("<!--", at: position) {
            guard let end = source.offset(of: "-->", from: position + 2) else { return false }
            position = end + 3
            return true
        }
        guard source.hasPrefix("<![cdata[", at: position),
            let end = source.offset(of: "]]>", from: position + 9)
        else { return false }
        output.appendEscaped(source[position + 9..<end])
        position = end + 3
        return true
    }

    private mutating func writeStartTag(to output: inout [UInt8]) -> Bool {
        let name = position + 1..<source.offsetPastName(from: position + 1)
        guard isPlainName(name), Self.suspects[ShortName(lowercasing: source, name)] == nil else {
            return false
        }
        let isDiv = open.isEmpty && source[name].elementsEqual("div".utf8)
        let start = output.count
        output.append(.lessThan)
        output.append(source, name)
        position = name.upperBound
        guard writeAttributes(to: &output, from: name.lowerBound) else { return false }
        let isEmpty = source[position] == .slash
        output.append(.greaterThan)
        if isDiv { output.removeSubrange(start...) }
        position += isEmpty ? 2 : 1
        if !isEmpty {
            open.append(Element(name: name, isWritten: !isDiv))
        } else if !isDiv {
            writeEnd(of: name, to: &output)
        }
        return true
    }

    /// Leaves the position at the `>` or `/>`.
    private mutating func writeAttributes(to output: inout [UInt8], from start: Int) -> Bool {
        var names: [Range<Int>] = []
        while true {
            let name = source.offsetPastSpaces(from: position)
            guard name - start < Self.maximumTagSize, name + 1 < source.count else { return false }
            let isEnd =
                source[name] == .greaterThan
                || source[name] == .slash && source[name + 1] == .greaterThan
            guard !isEnd else {
                position = name
                return true
            }
            let end = source.offsetPastName(from: name)
            guard name > position, source[name].isNameStart, end + 1 < source.count,
                source[end] == .equals,
                source[end + 1] == .quote || source[end + 1] == .apostrophe,
                names.count < Self.maximumAttributes,
                !names.contains(where: { source.areSame($0, name..<end) })
            else { return false }
            names.append(name..<end)
            let close = source.offset(of: source[end + 1], from: end + 2, to: source.count)
            guard close < source.count, close - end < Self.maximumValueSize,
                writeAttribute(name..<end, end + 2..<close, to: &output)
            else { return false }
            position = close + 1
        }
    }

    private func writeAttribute(
        _ name: Range<Int>, _ value: Range<Int>, to output: inout [UInt8]
    ) -> Bool {
        if source[name].elementsEqual("xmlns".utf8) { return true }
        let isXML = source.hasPrefix("xml:", at: name.lowerBound)
        let local = name.dropFirst(isXML ? 4 : 0)
        guard isPlainName(local) else { return false }
        output.append(.space)
        output.append(source, local)
        output.append(contentsOf: "=\"".utf8)
        var position = value.lowerBound
        while position < value.upperBound {
            switch source[position] {
            case .ampersand:
                guard let length = writeReference(at: position, to: &output) else { return false }
                position += length
                continue
            case .lessThan, .carriageReturn: return false
            case .lineFeed, .tab: output.append(.space)
            case .greaterThan: output.append(contentsOf: "&gt;".utf8)
            case .quote: output.append(contentsOf: "&quot;".utf8)
            case let byte: output.append(byte)
            }
            position += 1
        }
        output.append(.quote)
        return true
    }

    private mutating func writeEndTag(to output: inout [UInt8]) -> Bool {
        guard let element = open.popLast() else { return false }
        let end = position + 2 + element.name.count
        guard end < source.count, source.areSame(element.name, position + 2..<end) else {
            return false
        }
        position = source.offsetPastSpaces(from: end)
        guard position < source.count, source[position] == .greaterThan else { return false }
        position += 1
        if element.isWritten { writeEnd(of: element.name, to: &output) }
        return true
    }

    /// Written `<br></br>`, browsers would take an empty element for two.
    private func writeEnd(of name: Range<Int>, to output: inout [UInt8]) {
        guard !HTMLElement(ShortName(source, name)).isVoid else { return }
        output.append(contentsOf: "</".utf8)
        output.append(source, name)
        output.append(.greaterThan)
    }

    /// Whether it is a name of ASCII letters, digits and dashes.
    private func isPlainName(_ name: Range<Int>) -> Bool {
        guard !name.isEmpty, source[name.lowerBound].isASCIILetter else { return false }
        return name.allSatisfy { source[$0].isASCIIAlphanumeric || source[$0] == .dash }
    }
}

extension [UInt8] {
    /// Appends a stretch of XML's text as HTML has it, line breaks as line feeds.
    fileprivate mutating func appendEscapedLines(_ source: [UInt8], _ text: Range<Int>) {
        var position = text.lowerBound
        while position < text.upperBound {
            let end = source.offset(of: .carriageReturn, from: position, to: text.upperBound)
            appendEscaped(source[position..<end])
            position = end + 1
            guard end < text.upperBound else { return }
            if position >= source.count || source[position] != .lineFeed { append(.lineFeed) }
        }
    }
}
