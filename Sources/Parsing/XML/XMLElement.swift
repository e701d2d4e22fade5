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
            unsafe output.appendEscaped(Self.text(of: attribute.value).utf8)
            output.append(.quote)
        }
    }

    // MARK: - Private

    @unsafe private struct Attribute {
        let name: UnsafeBufferPointer<xmlChar>
        let prefix: UnsafePointer<xmlChar>?
        let value: UnsafeBufferPointer<xmlChar>

        var isXML: Bool { unsafe prefix.map { unsafe String(cString: $0) == "xml" } ?? false }
    }

    private func value(of name: StaticString, isXML: Bool) -> String? {
        for index in 0..<attributeCount {
            guard let attribute = unsafe attribute(at: index), unsafe attribute.isXML == isXML,
                unsafe attribute.name.count == name.utf8CodeUnitCount,
                unsafe attribute.name.elementsEqual(
                    UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            else { continue }
            return unsafe Self.text(of: attribute.value).nonEmpty
        }
        return nil
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

    /// Without entity substitution libxml2 leaves `&#38;` alone in attributes, and only that.
    private static func text(of value: UnsafeBufferPointer<xmlChar>) -> String {
        let bytes = unsafe Array(value)
        guard bytes.contains(.ampersand) else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: bytes, as: UTF8.self).split(
            separator: "&#38;", omittingEmptySubsequences: false
        ).joined(separator: "&")
    }
}

extension [UInt8] {
    /// Appends text so that HTML reads it as text, between tags and within `"`.
    mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case .ampersand: append(contentsOf: "&amp;".utf8)
            case .lessThan: append(contentsOf: "&lt;".utf8)
            case .greaterThan: append(contentsOf: "&gt;".utf8)
            case .quote: append(contentsOf: "&quot;".utf8)
            default: append(byte)
            }
        }
    }
}
