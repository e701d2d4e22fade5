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
        while offset < end {
            advance(over: text[offset])
            offset += 1
        }
        return TextPosition(line: line, column: column)
    }

    // MARK: - Private

    private mutating func advance(over byte: UInt8) {
        switch byte {
        case .lineFeed where offset > 0 && text[offset - 1] == .carriageReturn:
            break
        case .lineFeed, .carriageReturn:
            line += 1
            column = 1
        case 0x80...0xBF:
            break
        default:
            column += 1
        }
    }
}
