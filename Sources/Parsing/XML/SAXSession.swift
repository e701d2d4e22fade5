import CLibXML2

/// What libxml2's callbacks work on while one document is read: it hands a reader the elements, and
/// collects the text of those the reader wants.
///
/// The callbacks reach it by its address, within one call of `XMLStream.read`. It is no class, as then
/// every callback would count references and check for overlapping access.
@safe struct SAXSession {
    private(set) var reader: any XMLReader
    /// What libxml2 met, and where in the source.
    private(set) var faults: [(message: String, offset: Int)] = []
    /// All of them, those not kept too.
    private(set) var faultCount = 0

    private let document: PreparedXML
    private var cursor = OffsetCursor()
    private var names: ElementNameCache
    private var open: [(name: ElementName, offset: Int, keepsText: Bool)] = []
    private var capture: Capture?
    private var content = CapturedContent()
    /// The text between the elements of one that keeps it.
    private var textBetween = CapturedContent()
    /// The number in the mark of a section, as far as it has come; `nil` outside of marks.
    private var sectionNumber: Int?

    /// An element that is taken whole, or left out whole.
    private struct Capture {
        let name: ElementName
        let offset: Int
        let content: ElementContent
        /// Elements open inside it.
        var depth = 0
        /// Whether the outermost `div` is open, which is no part of the content.
        var isInDiv = false
    }

    private static let maximumFaults = 200

    init(reader: any XMLReader, document: PreparedXML) {
        self.reader = reader
        self.document = document
        names = ElementNameCache(isAtom: document.root.name == "feed")
    }

    // MARK: Callbacks

    mutating func startElement(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?,
        uri: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        attributeCount: Int, at prepared: @autoclosure () -> Int
    ) {
        if let content = capture?.content {
            guard content != .nothing else {
                capture?.depth += 1
                return
            }
            unsafe withElement(.other, at: 0, nil, attributes, attributeCount) { session, element in
                session.writeStartTag(unsafe Self.bytes(of: local), of: element)
            }
            capture?.depth += 1
            return
        }
        let name = unsafe names.name(local: local, prefix: prefix, uri: uri)
        let offset = tagStart(prepared())
        let content = unsafe withElement(name, at: offset, uri, attributes, attributeCount) {
            $0.reader.start($1)
        }
        if content == .elements || content == .elementsAndText {
            let keepsText = content == .elementsAndText
            open.append((name, offset, keepsText))
            if keepsText { textBetween.start() }
        } else {
            capture = Capture(name: name, offset: offset, content: content)
            self.content.start()
        }
    }

    mutating func endElement(local: UnsafePointer<xmlChar>) {
        guard let capture else {
            if let last = open.popLast() {
                reader.end(
                    last.name, content: last.keepsText ? textBetween.bytes : [],
                    offset: last.offset)
            }
            return
        }
        if capture.depth > 0 {
            self.capture?.depth -= 1
            if capture.content != .nothing { writeEndTag(unsafe Self.bytes(of: local)) }
            return
        }
        self.capture = nil
        guard capture.content != .nothing else { return }
        reader.end(capture.name, content: content.bytes, offset: capture.offset)
    }

    /// Marks of sections and blanks; anything where the document is not well-formed.
    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let capture else {
            guard open.last?.keepsText == true else { return }
            swap(&content, &textBetween)
            unsafe append(bytes, isEscaped: false)
            swap(&content, &textBetween)
            return
        }
        guard capture.content != .nothing else { return }
        unsafe append(bytes, isEscaped: capture.content == .markup)
    }

    /// - Parameter prepared: where in the prepared document the parser is.
    mutating func record(_ fault: XMLFault, at prepared: Int) {
        // A prefix that is not declared is not declared wherever it is used; told once, it is known.
        faultCount += 1
        guard faults.count < Self.maximumFaults,
            !faults.contains(where: { $0.message == fault.message })
        else { return }
        let offset =
            fault.isOfTag
            ? tagStart(prepared) : cursor.sourceOffset(of: prepared, in: document)
        faults.append((fault.message, offset))
    }

    // MARK: - Private

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
        var start = 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            if byte == PreparedXML.sectionStart {
                unsafe content.append(bytes[start..<index], isEscaped: isEscaped)
                sectionNumber = 0
            } else if let number = sectionNumber {
                let isDigit = byte.isASCIIDigit
                sectionNumber = isDigit ? number &* 10 &+ Int(byte & 0x0F) : nil
                if !isDigit { appendSection(number) }
            } else {
                continue
            }
            start = index + 1
        }
        unsafe content.append(bytes[start...], isEscaped: isEscaped)
    }

    /// Hands over an element as libxml2 has it: its attributes lie five pointers apart, name, prefix,
    /// namespace, and both ends of the value.
    private mutating func withElement<Result>(
        _ name: ElementName, at offset: Int, _ uri: UnsafePointer<xmlChar>?,
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
        _ body: (inout SAXSession, XMLElement) -> Result
    ) -> Result {
        unsafe withUnsafeTemporaryAllocation(of: XMLAttribute.self, capacity: count) { memory in
            for index in 0..<count {
                let start = unsafe pointers?[index * 5 + 3]
                let length =
                    unsafe start.flatMap { start in
                        unsafe pointers?[index * 5 + 4].map { unsafe $0 - start }
                    } ?? 0
                unsafe memory.initializeElement(
                    at: index,
                    to: XMLAttribute(
                        prefix: Self.buffer(pointers?[index * 5 + 1]),
                        name: Self.buffer(pointers?[index * 5]),
                        value: UnsafeBufferPointer(start: start, count: length)))
            }
            let element = unsafe XMLElement(
                name: name, offset: offset, uri: uri.map { unsafe Self.buffer($0) },
                attributes: UnsafeBufferPointer(memory))
            return body(&self, element)
        }
    }

    private static func bytes(of name: UnsafePointer<xmlChar>) -> [UInt8] {
        unsafe Array(buffer(name))
    }

    private static func buffer(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    /// Where the tag starts in the source that the parser is in the middle of.
    private mutating func tagStart(_ prepared: Int) -> Int {
        let offset = cursor.sourceOffset(of: prepared, in: document)
        let end = min(offset + 1, document.source.count)
        return document.source.lastOffset(of: .lessThan, before: end) ?? 0
    }

    private mutating func appendSection(_ number: Int) {
        guard let text = document.content(ofSection: number) else { return }
        let isEscaped = capture?.content == .markup && !document.sections[number].isMarkup
        content.append(section: text, isEscaped: isEscaped)
    }

    private mutating func writeStartTag(_ name: [UInt8], of element: XMLElement) {
        if capture?.content == .markup, capture?.depth == 0, name == Array("div".utf8) {
            capture?.isInDiv = true
            return
        }
        content.write { text in
            text.append(.lessThan)
            text.append(contentsOf: name)
            element.writeAttributes(to: &text)
            text.append(.greaterThan)
        }
    }

    private mutating func writeEndTag(_ name: [UInt8]) {
        if capture?.depth == 0, capture?.isInDiv == true {
            capture?.isInDiv = false
            return
        }
        // Written `<br></br>`, browsers would take an empty element for two.
        guard !HTMLElement(ShortName(name, name.indices)).isVoid else { return }
        content.write { text in
            text.append(contentsOf: "</".utf8)
            text.append(contentsOf: name)
            text.append(.greaterThan)
        }
    }
}
