extension XMLPreparation {
    /// Takes over text up to `end`, or makes it a section.
    ///
    /// - Throws: `.entitiesTooLarge`.
    mutating func copyText(to end: Int) throws(ParseError) {
        if root == nil {
            // Such as a warning of the publisher's own software.
            if source.offsetPastSpaces(from: buffer.position) < end {
                log.add("text before the first element; left out", at: buffer.position)
            }
            buffer.skip(to: end)
        }
        if isWorthSwapping(buffer.position..<end) {
            swapText(to: end)
            return
        }
        while buffer.position < end {
            let reference = source.offset(of: .ampersand, from: buffer.position, to: end)
            copyPlainText(to: reference)
            if reference < end { try copyReference() }
        }
    }

    /// Writes the reference at the position as a numeric one, which libxml2 always reads.
    mutating func copyReference() throws(ParseError) {
        let position = buffer.position
        let reference = CharacterReference(in: source, at: position, declared: entities)
        if let problem = reference.problem { log.add(problem, at: position) }
        switch reference.meaning {
        case .scalar(let scalar) where scalar.isMarkup || scalar.value < 0x20:
            buffer.replace(reference.length, by: "&#\(scalar.value);".utf8)
        case .scalar(let scalar):
            buffer.replace(reference.length, by: String(scalar).utf8)
        case .entity(let text):
            expandedSize += text.count
            if expandedSize > Self.maximumExpandedSize {
                throw .entitiesTooLarge(
                    limit: Self.maximumExpandedSize, at: TextPosition(of: position, in: source))
            }
            buffer.replace(reference.length, by: text)
        case .nothing:
            buffer.skip(to: position + reference.length)
        case .text:
            buffer.replace(1, by: "&#38;".utf8)
        }
    }

    // MARK: - Private

    /// Declared entities may stand for this many bytes together; what feeds declare is single
    /// characters and namespaces.
    private static let maximumExpandedSize = 1_000_000

    /// Whether text is long enough that an instruction costs libxml2 less.
    ///
    /// Declared entities, which may be large, and carriage returns, which XML reads as line feeds, are
    /// left to it.
    private func isWorthSwapping(_ text: Range<Int>) -> Bool {
        text.count >= 64 && entities.isEmpty
            && source.offset(of: .carriageReturn, from: text.lowerBound, to: text.upperBound)
                == text.upperBound
    }

    /// Makes text a section, its references decoded.
    private mutating func swapText(to end: Int) {
        var position = buffer.position
        var reference = source.offset(of: .ampersand, from: position, to: end)
        logSectionEnds(in: position..<end)
        guard reference < end else {
            sections.append(.source(position..<end))
            buffer.replace(to: end, bySection: sections.count - 1)
            return
        }
        // No reference is shorter than what it stands for.
        if decoded.isEmpty { decoded.reserveCapacity(source.count - position) }
        let start = decoded.count
        while reference < end {
            decoded.append(source, position..<reference)
            if let markup = CharacterReference.ofMarkup(in: source, at: reference) {
                decoded.append(markup.byte)
                position = reference + markup.length
                reference = source.offset(of: .ampersand, from: position, to: end)
                continue
            }
            let character = CharacterReference(in: source, at: reference, declared: [:])
            if let problem = character.problem { log.add(problem, at: reference) }
            switch character.meaning {
            case .scalar(let scalar): decoded.append(scalar)
            case .text: decoded.append(.ampersand)
            case .nothing, .entity: break
            }
            position = reference + character.length
            reference = source.offset(of: .ampersand, from: position, to: end)
        }
        decoded.append(source, position..<end)
        sections.append(.decoded(start..<decoded.count))
        buffer.replace(to: end, bySection: sections.count - 1)
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

    /// XML forbids `]]>` in text.
    private mutating func copyPlainText(to end: Int) {
        var bracket = source.offset(of: .closeBracket, from: buffer.position, to: end)
        while bracket < end {
            if source.hasPrefix("]]>", at: bracket) {
                log.add("']]>' outside a CDATA section; read as text", at: bracket)
                buffer.copy(to: bracket + 2)
                buffer.replace(1, by: "&#62;".utf8)
            }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: end)
        }
        buffer.copy(to: end)
    }
}

extension Unicode.Scalar {
    /// Characters that mean something to XML wherever they stand.
    fileprivate var isMarkup: Bool {
        self == "<" || self == ">" || self == "&" || self == "\"" || self == "'"
    }
}
