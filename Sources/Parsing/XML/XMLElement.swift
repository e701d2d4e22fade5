/// An element's start tag.
///
/// Its attributes are the parser's own, so it may not outlive the `start` call that it is handed to.
@safe struct XMLElement {
    let name: ElementName
    /// Where the tag starts in the source.
    let offset: Int
    private let uri: UnsafeBufferPointer<UInt8>?
    private let attributes: UnsafeBufferPointer<XMLAttribute>

    init(
        name: ElementName, offset: Int, uri: UnsafeBufferPointer<UInt8>?,
        attributes: UnsafeBufferPointer<XMLAttribute>
    ) {
        self.name = name
        self.offset = offset
        unsafe self.uri = uri
        unsafe self.attributes = attributes
    }

    /// The value of an attribute without blanks around it; `nil` if it is absent or empty.
    ///
    /// Prefixes other than `xml` are not looked at.
    subscript(_ name: StaticString) -> String? {
        value(of: name, isXML: false)
    }

    /// What its prefix is declared as; `nil` if it is not.
    var namespaceURI: String? { unsafe uri.map { unsafe String(decoding: $0, as: UTF8.self) } }

    /// `xml:base` (XML Base §3).
    var base: String? { value(of: "base", isXML: true) }

    /// `xml:lang` (XML 1.0 §2.12).
    var language: String? { value(of: "lang", isXML: true) }

    /// All attributes in document order, with prefixes; without blanks around values, nor empty ones.
    var allAttributes: [(name: String, value: String)] {
        unsafe attributes.compactMap { attribute in
            guard let value = unsafe attribute.text else { return nil }
            return unsafe (attribute.qualifiedName, value)
        }
    }

    /// The attributes written out again, each with a blank before it.
    func writeAttributes(to output: inout [UInt8]) {
        for index in unsafe attributes.indices {
            let attribute = unsafe attributes[index]
            output.append(.space)
            unsafe output.append(contentsOf: attribute.name)
            output.append(contentsOf: "=\"".utf8)
            unsafe output.appendEscaped(attribute.decoded)
            output.append(.quote)
        }
    }

    // MARK: - Private

    private func value(of name: StaticString, isXML: Bool) -> String? {
        for index in unsafe attributes.indices
        where unsafe attributes[index].isNamed(name) && attributes[index].isXML == isXML {
            return unsafe attributes[index].text
        }
        return nil
    }
}
