// How readers keep what they read: the first that says anything wins, as a second title or link in an
// element is one of an extension, or a mistake.

extension Optional {
    mutating func keep(_ value: Wrapped?) {
        if self == nil { self = value }
    }
}

extension [UInt8]? {
    /// Keeps a field's bytes as they are.
    mutating func keep(bytes content: [UInt8]) {
        guard self == nil, content.contains(where: { !$0.isASCIISpace }) else { return }
        self = content.compactCopy
    }
}

extension String? {
    /// Keeps a field as text without blanks around it.
    mutating func keep(text content: [UInt8]) {
        if self == nil { self = content.trimmedText }
    }
}

extension StatedDate? {
    mutating func keep(date content: [UInt8], at offset: Int) {
        guard self == nil, let text = content.trimmedText else { return }
        self = StatedDate(text: text, offset: offset)
    }
}

extension [UInt8] {
    /// A copy in memory of its own, as large as the bytes are.
    ///
    /// The buffer that collects text is as large as the largest field. `Array(self)` would keep it,
    /// and leave its owner to make another. Bytes that are in such memory already are not copied.
    var compactCopy: [UInt8] {
        if capacity <= count + count / 8 + 64 { return self }
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        copy.append(contentsOf: self)
        return copy
    }

    /// The bytes as text without blanks around it; `nil` if nothing is left.
    var trimmedText: String? {
        guard let first = firstIndex(where: { !$0.isASCIISpace }),
            let last = lastIndex(where: { !$0.isASCIISpace })
        else { return nil }
        return knownText(first..<last + 1)
    }
}
