package import Tokenizing

/// Words drawn out for emphasis, `suuuper`, and what they are without it: three and more of a letter
/// in a row are read as one, `super`, or as two, `good` in `goooood`.
///
/// One letter alone, `III` or `xxx`, is a number or a sign and no word that could be drawn out.
package struct Elongation {
    /// Indices of the words drawn out.
    let words: Set<Int>
    /// The whole text with one letter for each run, and with two: the same words at the same indices.
    private let shortened: [Words]

    /// - Returns: `nil` when no word is drawn out.
    package init?(of words: Words) {
        guard words.foldedBytes.mayHaveTriple, words.foldedBytes.hasTriple else { return nil }
        let drawnOut = words.indices.filter(words.isDrawnOut)
        guard !drawnOut.isEmpty else { return nil }
        self.words = Set(drawnOut)
        shortened = [1, 2].map { Words(of: words.text(shorteningRunsTo: $0)) }
            .filter { $0.count == words.count }
    }

    /// Adds the terms that the drawn-out words stand for; what grammar says, nobody draws out.
    func addMatches(of vocabulary: Vocabulary, to matches: inout [TermTrie.Match]) {
        for words in shortened {
            var found: [TermTrie.Match] = []
            vocabulary.reader.addMatches(in: words, to: &found)
            matches += found.filter {
                $0.words.contains(where: self.words.contains) && !vocabulary.isFunction($0.term)
            }
        }
        matches.sort {
            ($0.words.lowerBound, $0.words.count) < ($1.words.lowerBound, $1.words.count)
        }
    }
}

extension Elongation {
    /// Whether a word of a text may be drawn out; `false` only where none is.
    package static func mayDraw(_ text: String) -> Bool {
        var (run, last) = (1, UInt8(0))
        var isLetter = false
        for byte in text.utf8 {
            // A letter beyond ASCII is told by its first byte, and of these any is taken for any: the two
            // cases of one may begin with different bytes. Combining marks and soft hyphens part nothing.
            if byte & 0xC0 == 0x80 || byte == 0xCC || byte == 0xCD || byte == 0xC2 { continue }
            let folded = byte >= 0x80 ? 0x80 : byte | 0x20
            isLetter = byte >= 0x80 || (folded >= UInt8(ascii: "a") && folded <= UInt8(ascii: "z"))
            run = folded == last && isLetter ? run + 1 : 1
            if run == 3 { return true }
            last = folded
        }
        return false
    }
}

extension Words {
    /// The text with runs of three and more of a letter cut to a length in its words; addresses and all
    /// else stay.
    package func text(shorteningRunsTo length: Int) -> String {
        var shortened = ""
        var copied = 0
        for index in indices where isDrawnOut(index) {
            let bytes = self[index].byteRange
            shortened += text.part(copied..<bytes.lowerBound)
            shortened += text.part(bytes).shorteningRuns(to: length)
            copied = bytes.upperBound
        }
        return shortened + text.part(copied..<text.utf8.count)
    }

    func isDrawnOut(_ index: Int) -> Bool {
        guard self[index].kind.isText else { return false }
        let letters = foldedBytes[self[index].foldedRange]
        return letters.hasTriple && !isOneLetter(index)
    }

    private func isOneLetter(_ index: Int) -> Bool {
        let scalars = folded(index).unicodeScalars
        return scalars.allSatisfy { $0 == scalars.first }
    }
}

extension Word.Kind {
    fileprivate var isText: Bool {
        switch self {
        case .word, .hashtag: true
        case .handle, .link, .emoji, .mark: false
        }
    }
}

extension [UInt8] {
    /// A look at eight bytes at once; `false` only where no three letters in a row are alike.
    fileprivate var mayHaveTriple: Bool {
        unsafe withUnsafeBytes { bytes in
            // Of a letter of two bytes, three take six.
            let reach = 8 + 4
            var offset = 0
            while offset + reach <= bytes.count {
                let here = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                func differing(_ distance: Int) -> UInt64 {
                    unsafe here
                        ^ bytes.loadUnaligned(fromByteOffset: offset + distance, as: UInt64.self)
                }
                let (one, two, four) = (differing(1), differing(2), differing(4))
                if (one | two).hasZeroByte || (two | four).hasZeroByte { return true }
                offset += 8
            }
            return unsafe bytes[offset...].hasTriple
        }
    }
}

extension UInt64 {
    fileprivate var hasZeroByte: Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        return (self &- each) & ~self & (each &* 0x80) != 0
    }
}

extension Collection<UInt8> {
    /// Three letters alike in a row; letters of two bytes are alike when both bytes are.
    var hasTriple: Bool {
        var recent = (UInt8(0), UInt8(0), UInt8(0), UInt8(0), UInt8(0))
        for byte in self {
            recent = (recent.1, recent.2, recent.3, recent.4, byte)
            if byte >= 0x80 {
                if byte < 0xC0, byte == recent.2, byte == recent.0, recent.1 == recent.3 {
                    return true
                }
            } else if byte == recent.3, byte == recent.2, byte >= UInt8(ascii: "a"),
                byte <= UInt8(ascii: "z")
            {
                return true
            }
        }
        return false
    }
}

extension String {
    /// The text of some bytes, which are whole letters.
    func part(_ bytes: Range<Int>) -> String {
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: bytes.count)])
    }

    /// With runs of three and more of a letter cut to a length.
    fileprivate func shorteningRuns(to length: Int) -> String {
        var kept: [Unicode.Scalar] = []
        var run = 0
        func cutRun() {
            if run > 2, kept.last?.properties.isAlphabetic == true { kept.removeLast(run - length) }
        }
        for scalar in unicodeScalars {
            if let last = kept.last, last.isSameLetter(as: scalar) {
                run += 1
            } else {
                cutRun()
                run = 1
            }
            kept.append(scalar)
        }
        cutRun()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in kept { bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Without regard to case: `SuUUper`.
    fileprivate func isSameLetter(as other: Unicode.Scalar) -> Bool {
        if self == other { return true }
        guard !isASCII || !other.isASCII else {
            return (value | 0x20) == (other.value | 0x20) && (value | 0x20) &- 0x61 < 26
        }
        return properties.lowercaseMapping == other.properties.lowercaseMapping
    }
}
