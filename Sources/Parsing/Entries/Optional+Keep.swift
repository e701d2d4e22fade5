// How readers keep what they read: the first that says anything wins, as a second title or link in an
// element is one of an extension, or a mistake.

extension Optional {
    mutating func keep(_ value: Wrapped?) {
        if self == nil { self = value }
    }
}

extension ArraySlice<UInt8>? {
    /// Keeps a field's bytes as they are.
    mutating func keep(bytes content: ArraySlice<UInt8>) {
        guard self == nil, !content.isBlank else { return }
        self = content
    }

    /// Keeps a text of HTML as it is: the first, unless that is only a stub beside a second, as where a theme
    /// adds a picture or a line of its own to what the software writes.
    mutating func keep(html content: ArraySlice<UInt8>, by stubs: inout StubText) {
        guard let first = self else { return keep(bytes: content) }
        guard !content.isBlank,
            stubs.isOne(
                PlainText.text(ofHTML: Array(first)), beside: PlainText.text(ofHTML: Array(content))
            )
        else { return }
        self = content
    }
}

extension String? {
    /// Keeps a field as text without blanks around it.
    mutating func keep(text content: ArraySlice<UInt8>) {
        if self == nil { self = content.trimmedText }
    }
}

extension StatedDate? {
    mutating func keep(date content: ArraySlice<UInt8>, at offset: Int) {
        guard self == nil, let text = content.trimmedText else { return }
        self = StatedDate(text: text, offset: offset)
    }
}
