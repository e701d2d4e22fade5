import CLibXML2

/// An error that libxml2 met, in words of our own where we know it.
struct XMLFault {
    let message: String
    /// Whether it is about a whole tag, whose start is its place.
    let isOfTag: Bool

    init(_ error: xmlError) {
        let name = unsafe Self.text(error.str1) ?? "?"
        let code = unsafe xmlParserErrors(UInt32(bitPattern: error.code))
        isOfTag =
            code == XML_NS_ERR_UNDEFINED_NAMESPACE || code == XML_WAR_NS_URI
            || code == XML_WAR_NS_URI_RELATIVE
        message =
            switch code {
            case XML_NS_ERR_UNDEFINED_NAMESPACE: "undeclared prefix '\(name)'; read as usual"
            case XML_NS_ERR_QNAME: "'\(name)' is no name; read as one"
            case XML_ERR_INVALID_CHAR: "forbidden character; left out"
            case XML_ERR_NAME_REQUIRED: "a tag without a name; left out"
            // Where it is that of a prefix, the prefix is told first.
            case XML_WAR_NS_URI:
                "namespace '\(unsafe Self.text(error.str2) ?? name)' is no address; read as usual"
            case XML_WAR_NS_URI_RELATIVE:
                "namespace '\(unsafe Self.text(error.str2) ?? name)' is no absolute address; "
                    + "read as usual"
            default: "not well-formed XML (\(unsafe Self.words(of: error))); repaired"
            }
    }

    // MARK: - Private

    /// What libxml2 calls an error for which there are no words of ours, on one line.
    private static func words(of error: xmlError) -> String {
        let text = unsafe error.message.flatMap { unsafe String(cString: $0).nonEmpty }
        return unsafe text.map(shortened) ?? "libxml2 error \(error.code)"
    }

    private static func text(_ text: UnsafePointer<CChar>?) -> String? {
        unsafe text.map { unsafe shortened(String(cString: $0)) }
    }

    /// With what a document brings in it, a message could have any length.
    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > longest ? "\(line.prefix(longest))…" : line
    }

    private static let longest = 100
}
