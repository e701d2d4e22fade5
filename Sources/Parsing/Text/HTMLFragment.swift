/// A piece of HTML as a publisher sent it.
struct HTMLFragment: Hashable {
    let bytes: [UInt8]
    /// The fragment itself, where it is nothing but words.
    private let words: String?

    init(_ bytes: ArraySlice<UInt8>) {
        let isWords = TextWriter.isTextAsItIs(bytes.span, inHTML: true)
        words = isWords ? bytes.span.knownText : nil
        self.bytes = isWords ? [] : Array(bytes)
    }

    init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// Plain text made into HTML.
    init(plain text: ArraySlice<UInt8>) {
        var bytes: [UInt8] = []
        bytes.appendEscaped(text)
        self.init(bytes)
    }

    /// The same of text whose lines are as its writer set them, but for blank ones.
    init(lines text: ArraySlice<UInt8>) {
        var bytes: [UInt8] = []
        for (index, line) in text.split(separator: .lineFeed).enumerated() {
            if index > 0 { bytes.append(contentsOf: "<br>".utf8) }
            bytes.appendEscaped(line)
        }
        self.init(bytes)
    }

    /// `nil` if nothing shows.
    var text: String? { words ?? PlainText.text(ofHTML: bytes) }

    /// The same; a problem tells of what is left out since it is hidden.
    func text(at offset: Int, log: inout ProblemLog) -> String? {
        words ?? PlainText.text(ofHTML: bytes, at: offset, log: &log)
    }

    var isEscapedTwice: Bool { words == nil && PlainText.isEscapedTwice(bytes) }

    /// The HTML, trimmed, with its relative links made absolute; `nil` if it is empty.
    ///
    /// Links stay relative once the others have made it several times as long.
    func resolved(against base: WebAddress?) -> String? {
        if let words { return words }
        guard let base, mayHaveRelativeLink else { return bytes.trimmedText }
        var tokens = HTMLTokenizer(bytes)
        var output: [UInt8] = []
        var copied = 0
        let longest = bytes.count * Self.mostGrowth + FieldLimit.addressSizeInBytes
        while output.count <= longest, let token = tokens.next() {
            guard case .startTag(_, let range) = token, !range.isEmpty else { continue }
            for attribute in HTMLAttributes(bytes, range)
            where Self.links.contains(attribute.name) && !attribute.value.isEmpty {
                guard !Self.isAbsolute(bytes[attribute.value]) else { continue }
                if copied == 0 { output.reserveCapacity(bytes.count + bytes.count / 4) }
                let link = HTMLReference.decoded(bytes, attribute.value, inAttribute: true)
                output.append(contentsOf: bytes[copied..<attribute.value.lowerBound])
                output.appendEscaped(base.resolve(link))
                copied = attribute.value.upperBound
            }
        }
        guard copied > 0 else { return bytes.trimmedText }
        output.append(contentsOf: bytes[copied...])
        return output.trimmedText
    }

    // MARK: - Private

    /// Whether a tag is worth looking for: what most publishers write is absolute, and to tell that
    /// takes only a look around each `=`.
    private var mayHaveRelativeLink: Bool {
        var sign = bytes.offset(of: .equals, from: 0, to: bytes.count)
        while sign < bytes.count {
            var end = sign
            while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
            if Self.endsInLink(bytes, end) {
                var value = bytes.offsetPastSpaces(from: sign + 1)
                if value < bytes.count, bytes[value] == .quote || bytes[value] == .apostrophe {
                    value += 1
                }
                if !Self.isAbsolute(bytes[value...]) { return true }
            }
            sign = bytes.offset(of: .equals, from: sign + 1, to: bytes.count)
        }
        return false
    }

    /// Whether the letters before `end` are those that the name of a link ends in.
    private static func endsInLink(_ bytes: [UInt8], _ end: Int) -> Bool {
        switch end > 0 ? bytes[end - 1].lowercasedASCII : 0 {
        case UInt8(ascii: "f"): bytes.hasPrefix("href", at: end - 4)
        case UInt8(ascii: "c"): bytes.hasPrefix("src", at: end - 3)
        case UInt8(ascii: "e"): bytes.hasPrefix("cite", at: end - 4)
        case UInt8(ascii: "r"): bytes.hasPrefix("poster", at: end - 6)
        case UInt8(ascii: "n"): bytes.hasPrefix("action", at: end - 6)
        default: false
        }
    }

    /// A list of nothing but short links, of a site with a usual address, grows threefold.
    private static let mostGrowth = 4

    private static let links: [ShortName] = ["href", "src", "cite", "poster", "action"]

    /// Whether the value has a scheme, or is a place in the same page, which stays one.
    private static func isAbsolute(_ value: ArraySlice<UInt8>) -> Bool {
        if value.first == .hash { return true }
        for byte in value {
            if byte == .colon { return true }
            if !byte.isASCIIAlphanumeric, byte != .dash, byte != UInt8(ascii: "+") { return false }
        }
        return false
    }
}
