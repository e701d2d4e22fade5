import CLibXML2

/// An error that libxml2 met, in words of our own.
struct XMLFault {
    let message: String
    /// Where in the prepared document.
    let offset: Int

    init(_ error: xmlError, offset: Int) {
        self.offset = offset
        let first = unsafe error.str1.map { unsafe String(cString: $0) }
        let second = unsafe error.str2.map { unsafe String(cString: $0) }
        message = Self.message(
            unsafe xmlParserErrors(UInt32(bitPattern: error.code)), first, second)
    }

    // MARK: - Private

    private static func message(_ code: xmlParserErrors, _ first: String?, _ second: String?)
        -> String
    {
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH:
            "end tag that does not fit '<\(first ?? "?")>'; taken for its end"
        case XML_ERR_ATTRIBUTE_REDEFINED:
            "attribute '\(first ?? "?")' given twice; the first is kept"
        case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
            XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_SPACE_REQUIRED, XML_ERR_GT_REQUIRED:
            "broken attributes in a tag; left out"
        case XML_ERR_DOCUMENT_END:
            "text after the end of the feed; left out"
        case XML_ERR_MISPLACED_CDATA_END:
            "']]>' outside a CDATA section; read as text"
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING:
            "forbidden character; left out"
        case XML_ERR_LT_REQUIRED, XML_ERR_NAME_REQUIRED:
            "broken tag; left out"
        case XML_NS_ERR_UNDEFINED_NAMESPACE:
            "undeclared prefix '\(first ?? "?")'; read as usual"
        default:
            "not well-formed XML (error \(code.rawValue)); repaired"
        }
    }
}
