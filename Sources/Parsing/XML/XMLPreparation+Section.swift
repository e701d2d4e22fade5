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
        while tag < other {
            let end = tag + 2 + name.count
            if end < other, source[tag + 1] == .slash, source.areSame(name, tag + 2..<end),
                source[end] == .greaterThan
            {
                return tag
            }
            tag = source.offset(of: .lessThan, from: tag + 1, to: other)
        }
        return nil
    }
}
