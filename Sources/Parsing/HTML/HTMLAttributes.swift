/// The attributes of one start tag, read where they stand (HTML Standard §13.2.5.32 ff.).
struct HTMLAttributes: Sequence, IteratorProtocol {
    struct Attribute {
        /// In lower case.
        let name: ShortName
        /// Without quotation marks, references not decoded; empty where there is no value.
        let value: Range<Int>
    }

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func next() -> Attribute? {
        while position < end, bytes[position].isASCIISpace || bytes[position] == .slash {
            position += 1
        }
        guard position < end else { return nil }
        let start = position
        position += 1
        while position < end, !isNameEnd(bytes[position]) { position += 1 }
        let name = ShortName(lowercasing: bytes, start..<position)
        return Attribute(name: name, value: value())
    }

    /// The value of the first attribute called `name`, references decoded; `nil` if there is none.
    func value(of name: ShortName) -> String? {
        first { $0.name == name }.map {
            HTMLReference.decodedText(bytes, $0.value, inAttribute: true)
        }
    }

    /// Whether the first `class` may hold one of two words, which are lower-case ASCII: certainly not
    /// where neither stands in it as it is written, letters in either case.
    func mayHaveClass(with one: StaticString, or other: StaticString) -> Bool {
        guard let range = first(where: { $0.name == "class" })?.value else { return false }
        return range.contains {
            bytes[$0] == .ampersand || bytes[$0] >= 0x80 || bytes.hasPrefix(one, at: $0)
                || bytes.hasPrefix(other, at: $0)
        }
    }

    // MARK: - Private

    private func isNameEnd(_ byte: UInt8) -> Bool {
        byte.isASCIISpace || byte == .slash || byte == .equals || byte == .greaterThan
    }

    private mutating func value() -> Range<Int> {
        let sign = Swift.min(bytes.offsetPastSpaces(from: position), end)
        guard sign < end, bytes[sign] == .equals else { return position..<position }
        let start = Swift.min(bytes.offsetPastSpaces(from: sign + 1), end)
        guard start < end, bytes[start] == .quote || bytes[start] == .apostrophe else {
            position = start
            while position < end, !bytes[position].isASCIISpace { position += 1 }
            return start..<position
        }
        let close = bytes.offset(of: bytes[start], from: start + 1, to: end)
        position = Swift.min(close + 1, end)
        return start + 1..<close
    }
}
