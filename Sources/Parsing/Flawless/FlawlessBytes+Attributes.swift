extension FlawlessBytes {
    /// A longer tag is left to libxml2.
    static var maximumTagSize: Int { 4 * 1024 }

    /// What stands between the quotation marks of the value whose `=` is at `sign`.
    func value(from sign: Int) -> Range<Int>? {
        guard unsafe sign < lastTagEnd && bytes[sign] == .equals else { return nil }
        let mark = unsafe bytes[sign + 1]
        guard mark == .quote || mark == .apostrophe else { return nil }
        let start = sign + 2
        let limit = min(start + Self.maximumValueSize, lastTagEnd)
        let end = source.offset(of: mark, from: start, to: limit)
        guard end < limit, isFlawlessValue(start..<end) else { return nil }
        return start..<end
    }

    func isDeclaration(_ name: Name) -> Bool {
        let tested = name.prefix.isEmpty ? name.local : name.prefix
        return tested.count == 5 && source.hasPrefix("xmlns", caseSensitiveAt: tested.lowerBound)
    }

    // MARK: - Private

    /// A longer one may be a whole file.
    private static var maximumValueSize: Int { 1024 }

    /// Whether a value means what stands there but for references: blanks other than a space would be
    /// read as one.
    private func isFlawlessValue(_ value: Range<Int>) -> Bool {
        var hasReference = false
        for index in value {
            let byte = unsafe bytes[index]
            if byte < .space || byte == .lessThan { return false }
            if byte == .ampersand { hasReference = true }
        }
        return !hasReference || areReferencesFlawless(in: value)
    }
}
