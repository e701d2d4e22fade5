/// The prepared document as it grows, and where in the source it has come to.
///
/// What is taken over is only noted, and written in one piece before the next edit.
struct PreparationBuffer {
    let source: [UInt8]
    private(set) var position = 0
    private(set) var edits: [PreparedXML.Edit] = []

    private var output: [UInt8] = []
    /// Up to where the source has been written or left out.
    private var written = 0

    init(_ source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count + source.count / 8)
        edits.reserveCapacity(source.count / 64)
    }

    var isAtEnd: Bool { position >= source.count }

    /// The byte at the position; 0 at the end.
    var byte: UInt8 { position < source.count ? source[position] : 0 }

    /// Takes over the source up to `end`.
    mutating func copy(to end: Int) {
        position = max(position, end)
    }

    /// Leaves out the source up to `end`.
    mutating func skip(to end: Int) {
        guard position < end else { return }
        write()
        position = end
        noteEdit()
    }

    /// Writes something that does not stand in the source.
    mutating func insert(_ text: some Collection<UInt8>) {
        write()
        output.append(contentsOf: text)
        noteEdit()
    }

    /// Writes the mark of a section in place of the source up to `end`.
    mutating func replace(to end: Int, bySection number: Int) {
        write()
        output.append(PreparedXML.sectionStart)
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
        output.append(PreparedXML.sectionEnd)
        position = end
        noteEdit()
    }

    /// Writes something in place of so many bytes of the source.
    mutating func replace(_ length: Int, by text: some Collection<UInt8>) {
        write()
        output.append(contentsOf: text)
        position += length
        if length == text.count { written = position } else { noteEdit() }
    }

    /// The document, complete.
    mutating func finish() -> [UInt8] {
        write()
        return output
    }

    // MARK: - Private

    private mutating func write() {
        guard written < position else { return }
        output.append(source, written..<position)
        written = position
    }

    private mutating func noteEdit() {
        written = position
        edits.append(PreparedXML.Edit(prepared: output.count, source: position))
    }
}
