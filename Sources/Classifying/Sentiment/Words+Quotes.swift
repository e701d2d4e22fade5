import Tokenizing

/// Quotation marks and what stands between them.
extension Words {
    /// Whether a word is one of `" „ ” “ « »`.
    func isQuote(_ index: Int) -> Bool {
        let word = self[index]
        guard word.kind == .mark else { return false }
        let bytes = word.foldedRange
        switch (bytes.count, foldedBytes[bytes.lowerBound]) {
        case (_, UInt8(ascii: "\"")): return true
        case (2, 0xC2): return [0xAB, 0xBB].contains(foldedBytes[bytes.lowerBound + 1])
        case (3, 0xE2):
            return foldedBytes[bytes.lowerBound + 1] == 0x80
                && (0x9C...0x9E).contains(foldedBytes[bytes.lowerBound + 2])
        default: return false
        }
    }

    /// Whatever stands in quotation marks, with these, in reading order.
    ///
    /// Where none opens it, it begins with the text or behind the one before; where none closes it, it ends with
    /// the text. A straight mark opens behind white space, a bracket or a dash, and closes elsewhere; `“` closes
    /// what `„` opened.
    var quotations: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var isOpen = false
        for index in indices where isQuote(index) {
            if opensQuotation(index, isOpenedLow: isOpen && folded(start) == "„") {
                start = index
                isOpen = true
            } else {
                found.append(start..<index + 1)
                start = index + 1
                isOpen = false
            }
        }
        if isOpen { found.append(start..<count) }
        return found
    }

    /// Whether a word is one mark.
    func isMark(_ index: Int, _ mark: String) -> Bool {
        self[index].kind == .mark && folded(index) == mark
    }

    /// A dash between spaces, or one that a line begins with.
    func isDash(_ index: Int) -> Bool {
        self[index].kind == .mark && self[index].followsSpace && index + 1 < count
            && self[index + 1].followsSpace && ["-", "–", "—"].contains(folded(index))
    }

    /// A comma or a dash.
    func isPause(_ index: Int) -> Bool { isMark(index, ",") || isDash(index) }

    private func opensQuotation(_ index: Int, isOpenedLow: Bool) -> Bool {
        switch folded(index) {
        case "“": return !isOpenedLow
        case "„", "«": return true
        case "”", "»": return false
        default:
            guard !self[index].followsSpace, index > 0 else { return true }
            return self[index - 1].kind == .mark
                && ![".", ",", "?", "!", "…"].contains(folded(index - 1))
        }
    }
}
