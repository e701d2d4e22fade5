import CLibXML2

/// An error that libxml2 met, in words of our own.
struct XMLFault {
    let message: String
    /// Whether it is about a whole tag, whose start is its place.
    let isOfTag: Bool

    init(_ error: xmlError) {
        let name = unsafe error.str1.map { unsafe String(cString: $0) } ?? "?"
        let code = unsafe xmlParserErrors(UInt32(bitPattern: error.code))
        isOfTag = code == XML_NS_ERR_UNDEFINED_NAMESPACE
        message =
            switch code {
            case XML_NS_ERR_UNDEFINED_NAMESPACE: "undeclared prefix '\(name)'; read as usual"
            case XML_NS_ERR_QNAME: "'\(name)' is no name; read as one"
            case XML_ERR_INVALID_CHAR: "forbidden character; left out"
            case XML_ERR_NAME_REQUIRED: "a tag without a name; left out"
            default: "not well-formed XML (libxml2 error \(code.rawValue)); repaired"
            }
    }
}
