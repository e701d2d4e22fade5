extension ArraySlice<UInt8> {
    /// JSON with U+FFFD for each half of a pair of surrogates that stands alone.
    ///
    /// Programs that count characters as UTF-16 does leave one where they cut a text within an emoji (RFC 8259
    /// §8.2), and Foundation reads nothing of what holds it.
    package var withoutHalfCharacters: ArraySlice<UInt8> {
        var text = self
        var next = startIndex
        while let escape = text[next...].firstIndex(of: Self.backslash) {
            guard let first = text.surrogate(at: escape) else {
                // The backslash and what it is for.
                next = Swift.min(escape + 2, endIndex)
                continue
            }
            next = escape + Self.escapeLength
            if UTF16.isLeadSurrogate(first), let second = text.surrogate(at: next),
                UTF16.isTrailSurrogate(second)
            {
                next += Self.escapeLength
            } else {
                for (place, digit) in zip(escape + 2..<next, "fffd".utf8) { text[place] = digit }
            }
        }
        return text
    }

    // MARK: - Private

    private static var backslash: UInt8 { UInt8(ascii: "\\") }
    /// Of `\ud83d`.
    private static var escapeLength: Int { 6 }

    private func surrogate(at offset: Int) -> UInt16? {
        let escape = self[offset...].prefix(Self.escapeLength)
        guard escape.starts(with: "\\u".utf8),
            let unit = UInt16(String(decoding: escape.dropFirst(2), as: UTF8.self), radix: 16)
        else { return nil }
        return UTF16.isSurrogate(unit) ? unit : nil
    }
}
