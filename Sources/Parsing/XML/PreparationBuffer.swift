/// The prepared document as it grows, and where in the source it has come to.
struct PreparationBuffer {
    let source: [UInt8]
    private(set) var position = 0
    private(set) var output: [UInt8] = []
    private(set) var edits: [PreparedXML.Edit] = []

    init(_ source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count + source.count / 8)
    }

    var isAtEnd: Bool { position >= source.count }

    /// The byte at the position; 0 at the end.
    var byte: UInt8 { position < source.count ? source[position] : 0 }

    /// Takes over the source up to `end`.
    mutating func copy(to end: Int) {
        guard position < end else { return }
        output.append(contentsOf: source[position..<end])
        position = end
    }

    /// Leaves out the source up to `end`.
    mutating func skip(to end: Int) {
        guard position < end else { return }
        position = end
        edits.append(PreparedXML.Edit(prepared: output.count, source: position))
    }

    /// Writes something that does not stand in the source.
    mutating func insert(_ text: some Collection<UInt8>) {
        output.append(contentsOf: text)
        edits.append(PreparedXML.Edit(prepared: output.count, source: position))
    }

    /// Writes something in place of so many bytes of the source.
    mutating func replace(_ length: Int, by text: some Collection<UInt8>) {
        output.append(contentsOf: text)
        position += length
        if length != text.count {
            edits.append(PreparedXML.Edit(prepared: output.count, source: position))
        }
    }
}
