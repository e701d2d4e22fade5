import CLibXML2

/// An element's start tag.
///
/// Its attributes are libxml2's own, so it may not outlive the `start` call
/// that it is handed to.
@safe struct XMLElement {
    let name: ElementName
    /// Where the tag starts in the source.
    let offset: Int
    private let uri: UnsafePointer<xmlChar>?
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let attributeCount: Int

    init(
        name: ElementName, offset: Int, uri: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
    ) {
        self.name = name
        self.offset = offset
        unsafe self.uri = uri
        unsafe self.attributes = attributes
        self.attributeCount = attributeCount
    }

    /// The value of an attribute without blanks around it; `nil` if it is absent or empty.
    ///
    /// Prefixes other than `xml` are not looked at.
    subscript(_ name: StaticString) -> String? {
        value(of: name, isXML: false)
    }

    /// What its prefix is declared as; `nil` if it is not.
    var namespaceURI: String? { unsafe uri.map { unsafe String(cString: $0) } }

    /// `xml:base` (XML Base §3).
    var base: String? { value(of: "base", isXML: true) }

    /// `xml:lang` (XML 1.0 §2.12).
    var language: String? { value(of: "lang", isXML: true) }

    /// All attributes in document order, with prefixes; without blanks around values, nor empty ones.
    var allAttributes: [(name: String, value: String)] {
        (0..<attributeCount).compactMap { index in
            guard let attribute = unsafe attribute(at: index),
                let value = unsafe Self.text(of: attribute.value).nonEmpty
            else { return nil }
            let name = unsafe String(decoding: attribute.name, as: UTF8.self)
            let prefix = unsafe attribute.prefix.map { unsafe "\(String(cString: $0)):" } ?? ""
            return (prefix + name, value)
        }
    }

    /// The attributes written out again, each with a blank before it.
    func writeAttributes(to output: inout [UInt8]) {
        for index in 0..<attributeCount {
            guard let attribute = unsafe attribute(at: index) else { continue }
            output.append(.space)
            unsafe output.append(contentsOf: attribute.name)
            output.append(contentsOf: "=\"".utf8)
            if unsafe attribute.value.contains(.ampersand) {
                unsafe output.appendEscaped(Self.bytes(of: attribute.value))
            } else {
                unsafe output.appendEscaped(attribute.value)
            }
            output.append(.quote)
        }
    }

    // MARK: - Private

    @unsafe private struct Attribute {
        let name: UnsafeBufferPointer<xmlChar>
        let prefix: UnsafePointer<xmlChar>?
        let value: UnsafeBufferPointer<xmlChar>

        var isXML: Bool { unsafe prefix.map { unsafe XMLElement.isEqual($0, "xml") } ?? false }
    }

    private func value(of name: StaticString, isXML: Bool) -> String? {
        for index in 0..<attributeCount {
            guard let attributes = unsafe attributes, let start = unsafe attributes[index * 5],
                unsafe Self.isEqual(start, name), let attribute = unsafe attribute(at: index),
                unsafe attribute.isXML == isXML
            else { continue }
            return unsafe Self.text(of: attribute.value).nonEmpty
        }
        return nil
    }

    private static func isEqual(_ name: UnsafePointer<xmlChar>, _ other: StaticString) -> Bool {
        let length = other.utf8CodeUnitCount
        for index in 0..<length where unsafe name[index] != other.utf8Start[index] { return false }
        return unsafe name[length] == 0
    }

    /// Attributes lie five pointers apart: name, prefix, namespace, and both ends of the value.
    private func attribute(at index: Int) -> Attribute? {
        guard let attributes = unsafe attributes, let name = unsafe attributes[index * 5],
            let start = unsafe attributes[index * 5 + 3], let end = unsafe attributes[index * 5 + 4]
        else { return nil }
        let prefix = unsafe attributes[index * 5 + 1]
        return unsafe Attribute(
            name: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))),
            prefix: prefix,
            value: UnsafeBufferPointer(start: start, count: end - start))
    }

    private static func text(of value: UnsafeBufferPointer<xmlChar>) -> String {
        guard unsafe value.contains(.ampersand) else {
            return unsafe String(decoding: value, as: UTF8.self)
        }
        return unsafe String(decoding: bytes(of: value), as: UTF8.self)
    }

    /// Without entity substitution libxml2 leaves `&#38;` alone in attributes, and only that.
    private static func bytes(of value: UnsafeBufferPointer<xmlChar>) -> [UInt8] {
        let written = unsafe Array(value)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count)
        var position = 0
        while let reference = written.offset(of: "&#38;", from: position) {
            bytes.append(contentsOf: written[position...reference])
            position = reference + 5
        }
        bytes.append(contentsOf: written[position...])
        return bytes
    }
}

extension [UInt8] {
    /// Appends text so that HTML reads it as text, between tags and within `"`.
    mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { bytes in
            unsafe appendEscaped(bytes)
        }
        if isDone == nil { appendEscaped(Array(text)) }
    }

    /// Copies what stands between two characters that must be escaped in one piece.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let reference: StaticString
            switch unsafe text[index] {
            case .ampersand: reference = "&amp;"
            case .lessThan: reference = "&lt;"
            case .greaterThan: reference = "&gt;"
            case .quote: reference = "&quot;"
            default: continue
            }
            unsafe append(contentsOf: text[start..<index])
            unsafe append(
                contentsOf: UnsafeBufferPointer(
                    start: reference.utf8Start, count: reference.utf8CodeUnitCount))
            start = index + 1
        }
        unsafe append(contentsOf: text[start...])
    }
}
