import Glibc

/// What the bytes around a word tell of its surroundings.
///
/// A word stands plainly where its bytes alone tell what the words would: white space or punctuation
/// parts it from others, so that it is in no address, handle or compound, and no line of the text
/// begins as a quotation, a signature or a call to share does.
@safe struct PlainPlace {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let count: Int
    private let table = ScalarTable.shared

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = bytes
        count = bytes.count
    }

    /// Whether between white space and white space there is nothing but a word and punctuation.
    @inline(__always)
    func isPlain(_ start: Int, _ end: Int) -> Bool {
        // Most words are all that stands between their white space.
        (start == 0 || isSpace(start - 1)) && (end == count || isSpace(end))
            || isPlainInPunctuation(start, end)
    }

    /// Whether no line begins with the sign of a quotation, with that of a signature or with words that
    /// call to share or follow.
    var hasPlainLines: Bool {
        var start = 0
        var lineFeed = next(0x0A, from: 0, before: count)
        while true {
            // Empty lines are stepped over at once.
            while start < count, isSpace(start) { start += 1 }
            guard start < count else { return true }
            guard isPlainLine(at: start) else { return false }
            if lineFeed < start { lineFeed = next(0x0A, from: start, before: count) }
            start = next(0x0D, from: start, before: lineFeed) + 1
        }
    }

    /// The hash of the next word behind a place, 0 where there is none or an emoji comes first; `nil`
    /// where it cannot be told.
    func nextWord(behind end: Int) -> UInt64? {
        var next = end
        while next < count, isPunctuation(next) || isSpace(next) { next += 1 }
        guard next < count, !isEmoji(next) else { return 0 }
        return unsafe TermScan(bytes).wordHash(at: next)
    }

    // MARK: - Private

    @inline(never)
    private func isPlainInPunctuation(_ start: Int, _ end: Int) -> Bool {
        guard !mayBeginAddress(start, end) else { return false }
        var before = start - 1
        while before >= 0, !isSpace(before) {
            guard isPunctuation(before) else { return false }
            before -= 1
        }
        var next = end
        while next < count, !isSpace(next) {
            guard isPunctuation(next) else { return false }
            next += 1
        }
        return true
    }

    /// Whether a word is all that `http:`, `https:` or `www.` begin with.
    private func mayBeginAddress(_ start: Int, _ end: Int) -> Bool {
        guard end < count else { return false }
        return switch unsafe (bytes[start] | 0x20, bytes[end], end - start) {
        case (UInt8(ascii: "h"), UInt8(ascii: ":"), 4...5): true
        case (UInt8(ascii: "w"), UInt8(ascii: "."), 3): true
        default: false
        }
    }

    private func isSpace(_ offset: Int) -> Bool {
        unsafe bytes[offset] <= 0x20
    }

    /// Punctuation but `@`, `#` and the `[` of a mask; beyond ASCII, any mark that is put together
    /// from the bytes of – ” „ ’ “ …, none of which are parts of a letter.
    private func isPunctuation(_ offset: Int) -> Bool {
        let byte = unsafe bytes[offset]
        return switch byte {
        case 0x93, 0x94, 0x99, 0x9C, 0x9D, 0x9E, 0xA6, 0x80, 0xE2: true
        case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "["), 0x80...: false
        default: unsafe byte > 0x20 && table.folded[Int(byte)] == 0
        }
    }

    /// Where a byte stands next; the end where it does not before.
    private func next(_ byte: UInt8, from start: Int, before end: Int) -> Int {
        guard start < end, let text = unsafe bytes.baseAddress,
            let found = unsafe memchr(text + start, Int32(byte), end - start)
        else { return end }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(text)
    }

    /// - Parameter start: of its first word or sign.
    private func isPlainLine(at start: Int) -> Bool {
        switch unsafe bytes[start] {
        case UInt8(ascii: ">"), UInt8(ascii: "-"): return false
        case let byte where unsafe byte < 0x80 && table.folded[Int(byte)] == 0: return true
        default: break
        }
        guard let hash = unsafe TermScan(bytes).wordHash(at: start) else {
            return isEmojiOrMark(start)
        }
        return !Words.mayBeginCall(hash)
    }

    /// Whether an emoji of four bytes, or a mark of as many, stands here.
    private func isEmoji(_ offset: Int) -> Bool {
        guard unsafe bytes[offset] == 0xF0 else { return false }
        var next = offset
        switch unsafe TermScan(bytes).step(&next, offset + 1) {
        case .end: return true
        case .word, .unknown: return false
        }
    }

    private func isEmojiOrMark(_ offset: Int) -> Bool {
        unsafe bytes[offset] == 0xF0 || bytes[offset] == 0xE2 && bytes[offset + 1] != 0x80
    }
}
