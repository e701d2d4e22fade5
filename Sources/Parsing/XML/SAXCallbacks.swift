import CLibXML2

/// The functions that libxml2 calls as it reads, each of which goes on to the session at work.
///
/// They are given the parser context, in which the session is noted.
enum SAXCallbacks {
    static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { context, local, prefix, uri, _, _, count, _, attributes in
            guard let local = unsafe local else { return }
            unsafe SAXCallbacks.session(of: context)?.pointee.startElement(
                local: local, prefix: prefix, uri: uri, attributes: attributes,
                attributeCount: Int(count), at: unsafe SAXCallbacks.offset(in: context))
        }
        unsafe handler.endElementNs = { context, local, _, _ in
            guard let local = unsafe local else { return }
            unsafe SAXCallbacks.session(of: context)?.pointee.endElement(local: local)
        }
        unsafe handler.characters = { context, bytes, count in
            unsafe SAXCallbacks.session(of: context)?.pointee.characters(
                UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        unsafe handler.ignorableWhitespace = handler.characters
        unsafe handler.serror = { context, error in
            guard let error = unsafe error else { return }
            unsafe SAXCallbacks.session(of: context)?.pointee.record(
                XMLFault(error.pointee), at: SAXCallbacks.offset(in: context))
        }
        return unsafe handler
    }

    // MARK: - Private

    private static func session(of context: UnsafeMutableRawPointer?)
        -> UnsafeMutablePointer<SAXSession>?
    {
        unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee
            ._private?.assumingMemoryBound(to: SAXSession.self)
    }

    /// Where in the prepared document the parser is.
    private static func offset(in context: UnsafeMutableRawPointer?) -> Int {
        guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else {
            return 0
        }
        return unsafe max(0, Int(xmlByteConsumed(context)))
    }
}
