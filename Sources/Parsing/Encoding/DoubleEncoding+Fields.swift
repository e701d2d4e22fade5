// Documents put together from what several systems wrote, one of which encodes its texts twice.

extension DoubleEncoding {
    /// The text with those of its fields as they were meant that were encoded twice, and where the first
    /// of them stands; `nil` where that is not certain.
    ///
    /// A field is a CDATA section, or what stands between two tags. None may hold letters of both kinds:
    /// one that does speaks of such texts.
    static func undoneInFields(_ text: [UInt8]) -> (text: [UInt8], first: Int)? {
        guard mayHoldLetter(text) else { return nil }
        return charsets.firstNonNil { charset in
            var reader = FieldReader(text, charset)
            return reader.read()
        }
    }

    // MARK: - Private

    /// Whether what has become of a letter may stand anywhere: "Ã", "Ä", "Å" or their like before a sign
    /// of Latin-1, of which texts have few, or "Ĺ", which Slovak alone has.
    private static func mayHoldLetter(_ text: [UInt8]) -> Bool {
        holds(0xC2, in: text, atDistance: 2, behind: 0xC3...0xC5)
            || holds(0xB9, in: text, atDistance: 1, behind: 0xC4...0xC4)
    }

    /// - Parameter byte: a rare one, as it is looked for first.
    private static func holds(
        _ byte: UInt8, in text: [UInt8], atDistance distance: Int, behind other: ClosedRange<UInt8>
    ) -> Bool {
        var place = text.offset(of: byte, from: 0, to: text.count)
        while place < text.count {
            if place >= distance, other.contains(text[place - distance]) { return true }
            place = text.offset(of: byte, from: place + 1, to: text.count)
        }
        return false
    }

    private struct FieldReader {
        private let text: [UInt8]
        private let charset: CharsetBytes
        private var output: [UInt8] = []
        private var letters = Letters()
        private var first: Int?

        init(_ text: [UInt8], _ charset: CharsetBytes) {
            self.text = text
            self.charset = charset
        }

        mutating func read() -> (text: [UInt8], first: Int)? {
            output.reserveCapacity(text.count)
            var position = 0
            while position < text.count {
                let end = endOfField(from: position)
                guard readField(position..<end) else { return nil }
                position = end
            }
            return first.flatMap { letters.areEnough ? (output, $0) : nil }
        }

        private func endOfField(from start: Int) -> Int {
            if text.hasPrefix("<![cdata[", at: start) {
                return text.offset(of: "]]>", from: start) ?? text.count
            }
            return text.offset(of: .lessThan, from: start + 1, to: text.count)
        }

        /// - Returns: whether its letters are all of one kind.
        private mutating func readField(_ field: Range<Int>) -> Bool {
            var holdsTwice = false
            var holdsOnce = false
            var position = field.lowerBound
            while position < field.upperBound {
                let foreign = min(text.offsetPastASCII(from: position), field.upperBound)
                output.append(text, position..<foreign)
                position = foreign
                guard foreign < field.upperBound else { break }
                if let character = Character(in: text, at: foreign, charset) {
                    if character.isLetter {
                        letters.add(character.scalar)
                        holdsTwice = true
                        first.keep(output.count)
                    }
                    output.append(character.scalar)
                    position = character.end
                } else {
                    let end = foreign + max(1, text.lengthOfUTF8Scalar(at: foreign))
                    // The letters beyond ASCII of Latin-1 and Latin Extended-A and -B.
                    if (0xC3...0xC9).contains(text[foreign]) { holdsOnce = true }
                    output.append(text, foreign..<end)
                    position = end
                }
                if holdsOnce, holdsTwice { return false }
            }
            return true
        }
    }
}
