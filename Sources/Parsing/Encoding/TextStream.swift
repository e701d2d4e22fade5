/// Turns a text that arrives in pieces into UTF-8, whatever charset it is written in.
package struct TextStream {
    private let charset: Charset
    /// Bytes of a character that has not come whole.
    private var waiting: [UInt8] = []

    /// - Parameters:
    ///   - label: As in a header: `utf-8`, `windows-1250`; `nil` for what the start says.
    ///   - start: The first bytes of the text, whose byte-order mark decides where there is one.
    /// - Returns: `nil` for a charset that is not known.
    package init?(label: String?, start: some Sequence<UInt8>) {
        let first = Array(start.prefix(3))
        if first.starts(with: [0xEF, 0xBB, 0xBF]) {
            charset = .utf8
        } else if first.starts(with: [0xFF, 0xFE]) {
            charset = .utf16LittleEndian
        } else if first.starts(with: [0xFE, 0xFF]) {
            charset = .utf16BigEndian
        } else if let charset = Charset(label: label ?? "utf-8") {
            self.charset = charset
        } else {
            return nil
        }
    }

    /// Whether bytes pass through as they are, so that it is up to the reader to find broken ones.
    package var isUTF8: Bool { charset == .utf8 }

    package var name: String { charset.rawValue }

    /// The charsets that can be named.
    package static var names: [String] { Charset.allCases.map(\.rawValue) }

    /// Whether what came ends within a character, so that, if no more comes, the text was cut.
    ///
    /// Of UTF-8 that is up to the reader, too.
    package var isInsideCharacter: Bool { !waiting.isEmpty }

    package mutating func utf8(of chunk: [UInt8]) -> [UInt8] {
        guard charset != .utf8 else { return chunk }
        if let upperHalf = charset.upperHalf {
            var text: [UInt8] = []
            text.reserveCapacity(chunk.count + chunk.count / 8)
            for byte in chunk {
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    text.append(contentsOf: Character(upperHalf[Int(byte) - 0x80]).utf8)
                }
            }
            return text
        }
        let bytes = waiting + chunk
        var length = bytes.count / charset.unitSize * charset.unitSize
        // Half of a pair waits for the other.
        if charset.unitSize == 2, length >= 2, isFirstOfPair(bytes, at: length - 2) { length -= 2 }
        waiting = Array(bytes[length...])
        let whole = Array(bytes[..<length])
        switch charset {
        case .utf16LittleEndian, .utf16BigEndian:
            let units = whole.units(of: UInt16.self, isBigEndian: charset == .utf16BigEndian)
            return Array(String(decoding: units, as: UTF16.self).utf8)
        default:
            let units = whole.units(of: UInt32.self, isBigEndian: charset == .utf32BigEndian)
            return Array(String(decoding: units, as: UTF32.self).utf8)
        }
    }

    // MARK: - Private

    private func isFirstOfPair(_ bytes: [UInt8], at place: Int) -> Bool {
        let high = charset == .utf16BigEndian ? bytes[place] : bytes[place + 1]
        return (0xD8...0xDB).contains(high)
    }
}
