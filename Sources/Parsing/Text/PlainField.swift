/// A field that its format takes for plain text, as publishers fill it: with text, with text in which
/// some characters are still references (`Tom &amp; Ola`), or with HTML.
struct PlainField {
    /// HTML, or text in which nothing is a reference.
    let bytes: ArraySlice<UInt8>
    let isHTML: Bool

    /// - Parameter isCalledText: whether its name or type says that it is no HTML, which is believed of a
    ///   text that only has some tag among its words.
    init(_ field: ArraySlice<UInt8>, isCalledText: Bool = false) {
        if Self.isHTML(field, isCalledText) {
            self.init(bytes: field, isHTML: true)
        } else if let decoded = Self.withoutReferences(field) {
            // Of HTML that is escaped, the marks were references.
            self.init(bytes: decoded, isHTML: Self.isHTML(decoded, isCalledText))
        } else {
            self.init(bytes: field, isHTML: false)
        }
    }

    /// `nil` if nothing shows.
    var text: String? {
        isHTML ? PlainText.text(ofHTML: Array(bytes)) : PlainText.text(ofPlain: bytes)
    }

    /// The same; a problem tells of what is left out since it is hidden.
    func text(at offset: Int, log: inout ProblemLog) -> String? {
        isHTML ? PlainText.text(ofHTML: Array(bytes), at: offset, log: &log) : text
    }

    var html: HTMLFragment { isHTML ? HTMLFragment(bytes) : HTMLFragment(plain: bytes) }

    // MARK: - Private

    private init(bytes: ArraySlice<UInt8>, isHTML: Bool) {
        self.bytes = bytes
        self.isHTML = isHTML
    }

    private static func isHTML(_ field: ArraySlice<UInt8>, _ isCalledText: Bool) -> Bool {
        guard field.span.holds(.lessThan) else { return false }
        if PlainText.startsWithBlock(field) { return true }
        guard isCalledText else { return PlainText.hasMarkup(field) }
        return PlainText.hasTagWithValue(field)
            || PlainText.hasMarkup(field) && PlainText.startsOrEndsWithTag(Array(field))
    }

    /// The text with its references decoded; `nil` where it has none.
    ///
    /// Only those that end in `;`: an address may hold `?a=1&copy=2`.
    private static func withoutReferences(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard field.span.holds(.ampersand) else { return nil }
        let bytes = Array(field)
        var output: [UInt8] = []
        var copied = 0
        var position = bytes.offset(of: .ampersand, from: 0, to: bytes.count)
        while position < bytes.count {
            var next = position + 1
            if let reference = HTMLReference(in: bytes, at: position, to: bytes.count) {
                let end = position + reference.length
                if bytes[end - 1] == .semicolon {
                    output.append(bytes, copied..<position)
                    output.append(reference.scalar)
                    copied = end
                    next = end
                }
            }
            position = bytes.offset(of: .ampersand, from: next, to: bytes.count)
        }
        guard copied > 0 else { return nil }
        output.append(bytes, copied..<bytes.count)
        return output[...]
    }
}
