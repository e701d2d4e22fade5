/// A place in a document as it was sent.
package struct TextPosition: Hashable, Sendable, CustomStringConvertible {
    /// 1-based.
    package let line: Int
    /// 1-based, in characters (Unicode scalars).
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of a byte in UTF-8 text.
    ///
    /// CR LF ends one line, as do LF and CR alone.
    init(of offset: Int, in text: [UInt8]) {
        var positions = PositionCounter(text)
        self = positions.position(of: offset)
    }

    package static let start = TextPosition(line: 1, column: 1)

    package var description: String { "line \(line), column \(column)" }
}

/// Turns byte offsets, asked for in rising order, into places in one pass over the text.
struct PositionCounter {
    private let text: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func position(of target: Int) -> TextPosition {
        let end = min(target, text.count)
        guard offset < end else { return TextPosition(line: line, column: column) }
        let breaks = text.span.countOfLineBreaks(in: offset..<end)
        if breaks > 0 {
            line += breaks
            column = 1
            offset = text.span.offsetPastLastLineBreak(before: end)
        }
        column += text.span.extracting(offset..<end).countOfCharacters
        offset = end
        return TextPosition(line: line, column: column)
    }
}

// Counted without a branch, so that the compiler takes many bytes at a time: a document with one repair
// at its end would otherwise take as long again.
extension Span<UInt8> {
    /// CR LF is one line break, that of the CR.
    fileprivate func countOfLineBreaks(in range: Range<Int>) -> Int {
        unsafe withUnsafeBufferPointer { bytes in
            var count = 0
            if range.lowerBound == 0, unsafe bytes[0].isLineBreak { count = 1 }
            for index in max(1, range.lowerBound)..<max(1, range.upperBound) {
                let byte = unsafe bytes[index]
                let isReturn = byte == .carriageReturn ? 1 : 0
                let isFeed = byte == .lineFeed ? 1 : 0
                let isBehindReturn = unsafe bytes[index - 1] == .carriageReturn ? 1 : 0
                count += isReturn + isFeed - (isFeed & isBehindReturn)
            }
            return count
        }
    }

    fileprivate func offsetPastLastLineBreak(before end: Int) -> Int {
        var offset = end
        while offset > 0, unsafe !self[unchecked: offset - 1].isLineBreak { offset -= 1 }
        return offset
    }

    /// Characters, but for the LF of a CR LF that was parted.
    fileprivate var countOfCharacters: Int {
        unsafe withUnsafeBufferPointer { bytes in
            var count = 0
            for index in bytes.indices {
                let byte = unsafe bytes[index]
                let isContinuation = byte & 0xC0 == 0x80 ? 1 : 0
                let isFeed = byte == .lineFeed ? 1 : 0
                count += 1 - isContinuation - isFeed
            }
            return count
        }
    }
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }
}
