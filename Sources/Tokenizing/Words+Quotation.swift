import Glibc

extension Words {
    /// Lines that begin with `>`, as mail and forums quote others.
    package var quotedRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        guard hasByte(UInt8(ascii: ">")) else { return ranges }
        var index = startIndex
        while index < endIndex {
            guard isSign(index), beginsLine(index) else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < endIndex, !beginsLine(index) { index += 1 }
            ranges.append(start..<index)
        }
        return ranges
    }

    /// Whether a name begins the line above quoted words that says whose they are, which is quoted with
    /// them: "> Kawka napisała:".
    ///
    /// - Parameters:
    ///   - quotes: the quoted lines, `quotedRanges`.
    ///   - line: the place among them of the one that the name stands in.
    package func isQuoted(
        _ name: Range<Int>, asSpeakerOf quotes: [Range<Int>], line: Int
    ) -> Bool {
        let head = quotes[line]
        let isFirst = line == 0 || quotes[line - 1].upperBound < head.lowerBound
        let isFollowed =
            line + 1 < quotes.count && quotes[line + 1].lowerBound == head.upperBound
        // Behind the sign and the name "napisał(a):" is five words and marks at most, as is "said in".
        return isFirst && isFollowed && name.lowerBound == head.lowerBound + 1
            && head.upperBound - name.upperBound <= 5 && folded(head.upperBound - 1) == ":"
            && Self.sayingWords.contains(folded(name.upperBound))
    }

    /// What forum software puts behind whoever is quoted; "Zefirnet to złodzieje:" quotes nobody.
    private static let sayingWords: Set<String> = [
        "napisał", "napisała", "napisali", "napisal", "napisala", "pisze", "wrote", "said",
        "writes",
        "rakstīja", "rakstija", "raksta", "teica",
    ]

    // MARK: - Private

    private func hasByte(_ byte: UInt8) -> Bool {
        unsafe foldedBytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            return unsafe memchr(start, Int32(byte), bytes.count) != nil
        }
    }

    private func isSign(_ index: Int) -> Bool {
        self[index].kind == .mark
            && foldedBytes[self[index].foldedRange.lowerBound] == UInt8(ascii: ">")
    }

    func beginsLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let word = self[index]
        // Lines end sentences: within one there is nothing to look for.
        guard word.followsSpace, word.sentence != self[index - 1].sentence else { return false }
        let gap = self[index - 1].byteRange.upperBound..<word.byteRange.lowerBound
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: gap.lowerBound)
        return utf8[start..<utf8.index(start, offsetBy: gap.count)].contains {
            $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
    }
}
