/// The content of an element as it comes, piece by piece.
///
/// Of most elements it is one piece of the document, which is handed on as it stands there. Only what
/// has to be put together is copied.
struct CapturedContent {
    /// The piece that is all so far but for blanks.
    private var piece: ArraySlice<UInt8>?
    /// What has come in pieces; as long as there is nothing else but `piece`, the blanks behind it.
    private var written: [UInt8] = []
    private var isBlank = true

    /// All of it; blanks around it are left out if it is one piece.
    var bytes: ArraySlice<UInt8> { piece ?? written[...] }

    mutating func start() {
        piece = nil
        isBlank = true
        // The reader may have kept what was written last, which then is no longer ours.
        if written.capacity > Self.keptCapacity { written = [] }
        written.removeAll(keepingCapacity: true)
    }

    /// - Parameter isEscaped: whether it is written as HTML has text.
    mutating func append(section text: ArraySlice<UInt8>, isEscaped: Bool) {
        if isEscaped {
            write { $0.appendEscaped(text) }
        } else if isBlank {
            written.removeAll(keepingCapacity: true)
            piece = text
            isBlank = false
        } else {
            write { $0.append(contentsOf: text) }
        }
    }

    /// Appends text that libxml2 has in its own memory: blanks, as a rule.
    mutating func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, isEscaped: Bool) {
        guard unsafe !text.isEmpty else { return }
        if unsafe text.allSatisfy(\.isASCIISpace) {
            unsafe written.append(contentsOf: text)
        } else if isEscaped {
            write { unsafe $0.appendEscaped(text) }
        } else {
            write { unsafe $0.append(contentsOf: text) }
        }
    }

    mutating func write(_ body: (inout [UInt8]) -> Void) {
        if let piece {
            written.insert(contentsOf: piece, at: 0)
            self.piece = nil
        }
        isBlank = false
        body(&written)
    }

    // MARK: - Private

    private static let keptCapacity = 4 * 1024
}
