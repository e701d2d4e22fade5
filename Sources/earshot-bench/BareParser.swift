import CLibXML2
import Glibc

/// The least a program can do to get entries out of a feed by libxml2: what `DocumentParser` is
/// measured against.
///
/// A yardstick, not a way of ours to read: it believes every document, expands what entities say, loses
/// text behind the first error, and keeps nothing. It is written as one would in C: bytes are copied
/// from the callbacks into buffers that are used again, and names are told by their letters.
@safe final class BareParser {
    private let swapsSections: Bool
    private let entry: UnsafeMutablePointer<BareEntry>
    private let sections: UnsafeMutablePointer<BareSections>

    /// - Parameters:
    ///   - makesText: drops the tags of summaries and contents, and decodes their references.
    ///   - swapsSections: swaps CDATA sections for instructions in a copy of the document, where it is
    ///     UTF-8.
    init(makesText: Bool, swapsSections: Bool) {
        self.swapsSections = swapsSections
        unsafe sections = .allocate(capacity: 1)
        unsafe sections.initialize(to: BareSections())
        unsafe entry = .allocate(capacity: 1)
        unsafe entry.initialize(to: BareEntry(makesText: makesText, sections: sections))
        xmlInitParser()
    }

    deinit {
        unsafe entry.pointee.release()
        unsafe sections.pointee.release()
        unsafe entry.deallocate()
        unsafe sections.deallocate()
    }

    /// How many entries a document has.
    func entries(in document: [UInt8]) -> Int {
        unsafe entry.pointee.startDocument()
        unsafe document.withUnsafeBufferPointer { bytes in
            if swapsSections, unsafe sections.pointee.swap(bytes) {
                unsafe read(sections.pointee.copy.contents)
            } else {
                unsafe read(bytes)
            }
        }
        return unsafe entry.pointee.count
    }

    // MARK: - Private

    private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        let context = unsafe bytes.withMemoryRebound(to: CChar.self) {
            unsafe xmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count))
        }
        guard let context = unsafe context else { return }
        unsafe context.pointee.sax.pointee = Self.handler
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
            | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        unsafe xmlCtxtUseOptions(context, Int32(options))
        unsafe context.pointee.userData = UnsafeMutableRawPointer(entry)
        unsafe xmlParseDocument(context)
        unsafe xmlFreeParserCtxt(context)
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { entry, local, _, uri, _, _, count, _, attributes in
            unsafe BareParser.lent(entry).pointee.start(local, uri, Int(count), attributes)
        }
        unsafe handler.endElementNs = { entry, _, _, _ in
            unsafe BareParser.lent(entry).pointee.end()
        }
        unsafe handler.characters = { entry, bytes, count in
            unsafe BareParser.lent(entry).pointee.add(bytes, Int(count))
        }
        unsafe handler.ignorableWhitespace = handler.characters
        unsafe handler.cdataBlock = handler.characters
        unsafe handler.processingInstruction = { entry, _, data in
            unsafe BareParser.lent(entry).pointee.addSection(data)
        }
        unsafe handler.getEntity = { entry, name in
            unsafe BareParser.lent(entry).pointee.entity.named(name)
        }
        // Without functions for them, libxml2 prints errors.
        unsafe handler.serror = { _, _ in }
        return unsafe handler
    }

    private static func lent(_ context: UnsafeMutableRawPointer?)
        -> UnsafeMutablePointer<BareEntry>
    {
        guard let context = unsafe context else { preconditionFailure("libxml2 lost a pointer") }
        return unsafe context.assumingMemoryBound(to: BareEntry.self)
    }
}
