// CDATA sections, which publishers forget to end as they do elements.

extension XMLPreparation {
    /// Makes the CDATA section at the position one of ours.
    ///
    /// One without an end takes the rest of the document along, as a comment does.
    mutating func swapSection() {
        let start = buffer.position + 9
        if sectionEnd < start { sectionEnd = source.offset(of: "]]>", from: start) ?? source.count }
        guard sectionEnd < source.count else {
            buffer.skip(to: source.count)
            return
        }
        // Outside the root element there is nothing that it could be the text of.
        if root == nil {
            buffer.skip(to: sectionEnd + 3)
        } else if let end = endOfUnendedSection(start..<sectionEnd) {
            log.add("a CDATA section that is not ended; ended here", at: end)
            addSection(.source(start..<end), to: end)
        } else if let end = endOfOuterSection(start..<sectionEnd) {
            log.add("CDATA sections within one; read as one", at: start)
            addSection(.decoded(appendWithoutMarks(start..<end)), to: end + 3)
        } else {
            addSection(.source(start..<sectionEnd), to: sectionEnd + 3)
        }
    }

    /// Where another section starts in one; `nil` where none does.
    static func offsetOfSection(within section: Range<Int>, of source: [UInt8]) -> Int? {
        // Brackets are rarer in texts than tags.
        var bracket = source.offset(
            of: .openBracket, from: section.lowerBound, to: section.upperBound)
        while bracket < section.upperBound {
            if bracket >= section.lowerBound + 2, source.hasPrefix("<![cdata[", at: bracket - 2) {
                return bracket - 2
            }
            bracket = source.offset(of: .openBracket, from: bracket + 1, to: section.upperBound)
        }
        return nil
    }

    // MARK: - Private

    /// Where the end tag of the innermost open element stands in a section, if another section starts
    /// behind it: the end of that one is not the end of this.
    private func endOfUnendedSection(_ section: Range<Int>) -> Int? {
        guard let name = open.last?.name,
            let other = Self.offsetOfSection(within: section, of: source)
        else { return nil }
        var tag = source.offset(of: .lessThan, from: section.lowerBound, to: other)
        while tag < other, !isEndTag(of: name, at: tag) {
            tag = source.offset(of: .lessThan, from: tag + 1, to: other)
        }
        return tag < other ? tag : nil
    }

    /// Where the `]]>` stands that ends a section with others in it, as publishers' software makes them.
    ///
    /// It is the one that the end tag of the innermost open element follows; `nil` if that is the first
    /// one, or there is none.
    private func endOfOuterSection(_ section: Range<Int>) -> Int? {
        guard let name = open.last?.name, !isEndTag(of: name, after: section.upperBound),
            Self.offsetOfSection(within: section, of: source) != nil
        else { return nil }
        var end = section.upperBound
        for _ in 0..<Self.mostSectionsWithin {
            guard let next = source.offset(of: "]]>", from: end + 3),
                !holdsEndTag(of: name, in: end + 3..<next)
            else { return nil }
            if isEndTag(of: name, after: next) { return next }
            end = next
        }
        return nil
    }

    /// Whoever writes more of them in one field writes them one behind another.
    private static let mostSectionsWithin = 16

    private func isEndTag(of name: Range<Int>, after sectionEnd: Int) -> Bool {
        isEndTag(of: name, at: source.offsetPastSpaces(from: sectionEnd + 3))
    }

    private func isEndTag(of name: Range<Int>, at offset: Int) -> Bool {
        let end = offset + 2 + name.count
        return end < source.count && source[offset] == .lessThan && source[offset + 1] == .slash
            && source.areSame(name, offset + 2..<end) && source[end] == .greaterThan
    }

    private func holdsEndTag(of name: Range<Int>, in text: Range<Int>) -> Bool {
        var tag = source.offset(of: .lessThan, from: text.lowerBound, to: text.upperBound)
        while tag < text.upperBound {
            if isEndTag(of: name, at: tag) { return true }
            tag = source.offset(of: .lessThan, from: tag + 1, to: text.upperBound)
        }
        return false
    }

    /// Writes a section without the marks of those within.
    ///
    /// - Returns: where among the decoded texts.
    private mutating func appendWithoutMarks(_ section: Range<Int>) -> Range<Int> {
        let start = decoded.count
        var position = section.lowerBound
        var copied = position
        while position < section.upperBound {
            let length =
                source.hasPrefix("]]>", at: position)
                ? 3 : source.hasPrefix("<![cdata[", at: position) ? 9 : 0
            if length > 0 {
                decoded.append(source, copied..<position)
                copied = position + length
            }
            position += max(length, 1)
        }
        decoded.append(source, copied..<section.upperBound)
        return start..<decoded.count
    }
}
