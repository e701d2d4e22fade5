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
        guard let base else { return String(decoding: bytes, as: UTF8.self).nonEmpty }
        var tokens = HTMLTokenizer(bytes)
        var output: [UInt8] = []
        var copied = 0
        while let token = tokens.next() {
            guard case .startTag(_, let range) = token else { continue }
            for attribute in HTMLAttributes(bytes, range)
            where Self.links.contains(attribute.name) && !attribute.value.isEmpty {
                let value = bytes[attribute.value]
                guard !Self.isAbsolute(value) else { continue }
                let link = HTMLReference.decoded(value, inAttribute: true)
                output.append(contentsOf: bytes[copied..<attribute.value.lowerBound])
                output.appendEscaped(base.resolve(link).utf8)
                copied = attribute.value.upperBound
            }
        }
        guard copied > 0 else { return String(decoding: bytes, as: UTF8.self).nonEmpty }
        output.append(contentsOf: bytes[copied...])
        return String(decoding: output, as: UTF8.self).nonEmpty
    }

    // MARK: - Private

    private static let links: Set<String> = ["href", "src", "cite", "poster", "action"]

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
