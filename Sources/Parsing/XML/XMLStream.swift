import CLibXML2
import Glibc

/// One libxml2 push parser over one document.
///
/// The parser is given 64 KiB at a time, so that its processor time can be looked at in between; a
/// prepared document holds nothing on which a single piece could take long.
@safe final class XMLStream {
    private let context: xmlParserCtxtPtr

    /// Reads a document; strictly at first and, if it is not well-formed, once more with repairs.
    ///
    /// - Throws: `.tooSlow`, `.malformed`, `.outOfMemory`.
    static func read<Reader: XMLReader>(
        _ document: PreparedXML, by reader: Reader, limits: ParseLimits, log: inout ProblemLog
    ) throws(ParseError) -> Reader {
        let clock = ProcessorClock(limit: limits.processorTime)
        for mode in [Mode.strict, .recovering] {
            var session = SAXSession(reader: reader, document: document)
            let isWellFormed = try XMLStream(mode).push(document, to: &session, clock)
            guard isWellFormed || mode == .recovering else { continue }
            for fault in session.faults { log.add(fault.message, at: fault.offset) }
            guard let reader = session.reader as? Reader else {
                preconditionFailure("a session keeps the reader it was given")
            }
            return reader
        }
        preconditionFailure("recovering always returns or throws")
    }

    deinit { unsafe xmlFreeParserCtxt(context) }

    // MARK: - Private

    private enum Mode {
        case strict, recovering
    }

    private static let pieceSize = 64 * 1024

    /// Each costs libxml2 some microseconds; a prefix that is not declared is one wherever it is used.
    private static let maximumFaults = 200_000

    private init(_ mode: Mode) throws(ParseError) {
        LibXML2.setUp()
        var handler = unsafe SAXCallbacks.handler()
        guard
            let context = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil)
        else { throw .outOfMemory }
        unsafe self.context = context
        // Never NOENT, DTDLOAD, DTDATTR or HUGE: they open files, and remove libxml2's own limits.
        var options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        if mode == .recovering { options |= XML_PARSE_RECOVER.rawValue }
        unsafe xmlCtxtUseOptions(context, Int32(options))
    }

    /// - Returns: whether the document is well-formed.
    private func push(
        _ document: PreparedXML, to session: inout SAXSession, _ clock: ProcessorClock
    ) throws(ParseError) -> Bool {
        let bytes = document.bytes
        var start = 0
        repeat {
            let end = min(start + Self.pieceSize, bytes.count)
            // The context itself is what callbacks get, since they need its place in the input too.
            unsafe withUnsafeMutablePointer(to: &session) { session in
                unsafe context.pointee._private = UnsafeMutableRawPointer(session)
                unsafe bytes.withUnsafeBytes { buffer in
                    let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<end])
                    unsafe xmlParseChunk(
                        context, piece.baseAddress?.assumingMemoryBound(to: CChar.self),
                        Int32(piece.count), end == bytes.count ? 1 : 0)
                }
            }
            start = end
            if session.faultCount > Self.maximumFaults {
                let offset = document.sourceOffset(of: start)
                throw .malformed(
                    why: "more than \(Self.maximumFaults) mistakes",
                    at: TextPosition(of: offset, in: document.source))
            }
            if clock.isOver {
                let offset = document.sourceOffset(of: start)
                throw .tooSlow(
                    limit: clock.limit, at: TextPosition(of: offset, in: document.source))
            }
        } while start < bytes.count
        return unsafe context.pointee.wellFormed == 1
    }
}
