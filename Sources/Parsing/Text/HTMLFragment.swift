/// A piece of HTML as a publisher sent it.
struct HTMLFragment: Hashable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Plain text made into HTML.
    init(plain text: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.appendEscaped(text)
        self.bytes = bytes
    }

    /// `nil` if nothing shows.
    var text: String? { PlainText.text(ofHTML: bytes) }

    /// The HTML, trimmed, with its relative links made absolute; `nil` if it is empty.
    func resolved(against base: WebAddress?) -> String? {
        guard let base else { return bytes.trimmedText }
        var tokens = HTMLTokenizer(bytes)
        var output: [UInt8] = []
        var copied = 0
        while let token = tokens.next() {
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
