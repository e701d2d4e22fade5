extension XMLPreparation {
    /// Makes text up to `end` a section; blanks are taken over.
    ///
    /// - Throws: `.entitiesTooLarge`.
    mutating func swapText(to end: Int) throws(ParseError) {
        let start = buffer.position
        if source.offsetPastSpaces(from: start) >= end {
            if root == nil { buffer.skip(to: end) } else { buffer.copy(to: end) }
        } else if root == nil {
            // Such as a warning of the publisher's own software.
            log.add("text before the first element; left out", at: start)
            buffer.skip(to: end)
        } else {
            logSectionEnds(in: start..<end)
            addSection(
                isPlain(start..<end)
                    ? .source(start..<end) : .decoded(try decodeText(start..<end)), to: end)
        }
    }

    /// Writes the reference at the position as a numeric one, which libxml2 always reads.
    mutating func copyReference() throws(ParseError) {
        let position = buffer.position
        let reference = CharacterReference(in: source, at: position, declared: entities)
        if let problem = reference.problem { log.add(problem, at: position) }
        switch reference.meaning {
        case .scalar(let scalar):
            copyScalar(scalar, length: reference.length)
        case .entity(let text):
            try countExpanded(text, at: position)
            if text.count == 1 {
                copyScalar(Unicode.Scalar(text[0]), length: reference.length)
            } else {
                buffer.replace(reference.length, by: text)
            }
        case .nothing:
            buffer.skip(to: position + reference.length)
        case .text:
            buffer.replace(1, by: "&#38;".utf8)
        }
    }

    // MARK: - Private

    private mutating func copyScalar(_ scalar: Unicode.Scalar, length: Int) {
        if scalar.isMarkup || scalar.value < 0x20 {
            buffer.replace(length, by: "&#\(scalar.value);".utf8)
        } else {
            buffer.replace(length, by: String(scalar).utf8)
        }
    }

    /// Declared entities may stand for this many bytes together; what feeds declare is single
    /// characters and namespaces.
    private static let maximumExpandedSize = 1_000_000

    private mutating func countExpanded(_ text: [UInt8], at position: Int) throws(ParseError) {
        expandedSize += text.count
        if expandedSize > Self.maximumExpandedSize {
            throw .entitiesTooLarge(
                limit: Self.maximumExpandedSize, at: TextPosition(of: position, in: source))
        }
    }

    /// Whether text means what stands there: it has neither references nor carriage returns, which XML
    /// reads as line feeds.
    private func isPlain(_ text: Range<Int>) -> Bool {
        source.offset(of: .ampersand, from: text.lowerBound, to: text.upperBound) == text.upperBound
            && source.offset(of: .carriageReturn, from: text.lowerBound, to: text.upperBound)
                == text.upperBound
    }

    /// Writes text with its references decoded, and its line breaks as line feeds (XML 1.0 §2.11).
    ///
    /// - Returns: where among the decoded texts.
    private mutating func decodeText(_ text: Range<Int>) throws(ParseError) -> Range<Int> {
        // Hardly ever is a reference shorter than what it stands for.
        if decoded.isEmpty { decoded.reserveCapacity(source.count - text.lowerBound) }
        let start = decoded.count
        let hasReturns =
            source.offset(of: .carriageReturn, from: text.lowerBound, to: text.upperBound)
            < text.upperBound
        var position = text.lowerBound
        while position < text.upperBound {
            let reference = source.offset(of: .ampersand, from: position, to: text.upperBound)
            if hasReturns {
                appendLines(position..<reference)
            } else {
                decoded.append(source, position..<reference)
            }
            position = reference
            guard reference < text.upperBound else { break }
            if let markup = CharacterReference.ofMarkup(in: source, at: reference) {
                decoded.append(markup.byte)
                position += markup.length
            } else {
                position += try decodeReference(at: reference)
            }
        }
        return start..<decoded.count
    }

    private mutating func appendLines(_ text: Range<Int>) {
        var position = text.lowerBound
        while position < text.upperBound {
            let end = source.offset(of: .carriageReturn, from: position, to: text.upperBound)
            decoded.append(source, position..<end)
            position = end + 1
            guard end < text.upperBound else { return }
            if position >= source.count || source[position] != .lineFeed {
                decoded.append(.lineFeed)
            }
        }
    }

    /// - Returns: bytes of the reference.
    private mutating func decodeReference(at position: Int) throws(ParseError) -> Int {
        let reference = CharacterReference(in: source, at: position, declared: entities)
        if let problem = reference.problem { log.add(problem, at: position) }
        switch reference.meaning {
        case .scalar(let scalar): decoded.append(scalar)
        case .text: decoded.append(.ampersand)
        case .nothing: break
        case .entity(let text):
            try countExpanded(text, at: position)
            decoded.append(contentsOf: text)
        }
        return reference.length
    }

    /// XML forbids `]]>` in text.
    private mutating func logSectionEnds(in text: Range<Int>) {
        var bracket = source.offset(of: .closeBracket, from: text.lowerBound, to: text.upperBound)
        while bracket < text.upperBound {
            if source.hasPrefix("]]>", at: bracket) {
                log.add("']]>' outside a CDATA section; read as text", at: bracket)
            }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: text.upperBound)
        }
    }
}

extension Unicode.Scalar {
    /// Characters that mean something to XML wherever they stand.
    fileprivate var isMarkup: Bool {
        self == "<" || self == ">" || self == "&" || self == "\"" || self == "'"
    }
}
