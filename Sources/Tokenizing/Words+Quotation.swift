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
