/// Reads words off a text's bytes, letter by letter.
///
/// It knows letters of one and two bytes and digits. Where a text has anything else in its words, it
/// says so, and the words themselves must tell.
@safe struct TermScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let table = ScalarTable.shared

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = bytes
    }

    /// Whether a word of a term can be told by its letters.
    static func reads(_ folded: some Collection<UInt8>) -> Bool {
        let isSigned = beginsWithSign(folded)
        let word = folded.dropFirst(isSigned ? 1 : 0)
        return !word.isEmpty
            && String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
                let kind = ScalarTable.shared[scalar.value].kind
                return scalar.value < 0x800 && (kind == .letter || kind == .digit)
            }
    }

    static func beginsWithSign(_ folded: some Collection<UInt8>) -> Bool {
        folded.first.map(isSign) ?? false
    }

    /// Whether a handle's or hashtag's sign stands before a place.
    @inline(__always)
    func hasSign(before start: Int) -> Bool {
        guard start > 0 else { return false }
        return unsafe Self.isSign(bytes[start - 1])
    }

    /// Whether some prefix of a word in a run of bytes has a hash that is looked for, or a word cannot
    /// be read.
    func mayMeetPrefix(_ start: Int, _ end: Int, isLookedFor: (UInt64) -> Bool) -> Bool {
        var next = start
        while next < end {
            // Those before a word are marks.
            while next < end, isUnderscore(next) { next += 1 }
            guard next < end else { return false }
            let begun = next
            var isMet = false
            _ = word(at: &next, end, from: WordHash()) { hash in
                isMet = isMet || isLookedFor(hash)
            }
            if isMet || next == begun && !skip(&next) { return true }
        }
        return false
    }

    /// What stands next in a run of bytes.
    enum Step {
        case word(start: Int, hash: UInt64)
        /// Letters, or parts of such, that are not known here.
        case unknown
        case end
    }

    /// Reads a word, and what stands before it.
    ///
    /// - Parameter next: Is moved behind it.
    func step(_ next: inout Int, _ end: Int) -> Step {
        while next < end {
            let start = next
            let hash = word(at: &next, end, from: WordHash()) { _ in }
            if next > start {
                return hasUnderscores(around: start, next)
                    ? .unknown : .word(start: start, hash: hash.value)
            }
            guard skip(&next) else { return .unknown }
        }
        return .end
    }

    /// The hash of the letters that begin at a place; `nil` where there are none that are known, or a
    /// `_` is the first or the last of them.
    func wordHash(at start: Int) -> UInt64? {
        var next = start
        let hash = unsafe word(at: &next, bytes.count, from: WordHash()) { _ in }
        return next > start && !hasUnderscores(around: start, next) ? hash.value : nil
    }

    /// The hash of the handle or hashtag whose sign stands before a place.
    func signedHash(_ start: Int, _ end: Int) -> UInt64 {
        var next = start
        let sign = unsafe WordHash(CollectionOfOne(bytes[start - 1]))
        return word(at: &next, end, from: sign) { _ in }.value
    }

    /// The letters of a word, folded.
    func folded(_ start: Int, _ end: Int) -> [UInt8] {
        var folded: [UInt8] = []
        var next = start
        while next < end {
            let read = unsafe bytes[next]
            let plain = unsafe table.folded[Int(read)]
            if plain != 0 {
                folded.append(plain)
                next += 1
            } else if let letter = letter(at: next, end) {
                folded += [letter.first, letter.second]
                next += 2
            } else {
                break
            }
        }
        return folded
    }

    // MARK: - Private

    private func isUnderscore(_ place: Int) -> Bool { unsafe bytes[place] == .underscore }

    /// Whether a run of letters, at least one, begins or ends with a `_`, which the word is without.
    private func hasUnderscores(around start: Int, _ end: Int) -> Bool {
        isUnderscore(start) || isUnderscore(end - 1)
    }

    /// The hash at the end of the word that begins here, which may be empty.
    ///
    /// - Parameter read: Gets the hash of what has been read of it, byte by byte.
    @inline(__always)
    private func word(
        at next: inout Int, _ end: Int, from start: WordHash, _ read: (UInt64) -> Void
    ) -> WordHash {
        // Copies, so that the loop works in registers.
        var (hash, place) = (start, next)
        while place < end {
            let byte = unsafe bytes[place]
            let folded = unsafe table.folded[Int(byte)]
            if folded != 0 {
                hash.add(folded)
                place &+= 1
            } else if let letter = letter(at: place, end) {
                hash.add(letter.first)
                read(hash.value)
                hash.add(letter.second)
                place &+= 2
            } else {
                break
            }
            read(hash.value)
        }
        next = place
        return hash
    }

    @inline(__always)
    private func letter(at next: Int, _ end: Int) -> ScalarTable.TwoByteLetter? {
        guard next &+ 1 < end else { return nil }
        return unsafe table.twoByteLetter(bytes[next], bytes[next &+ 1])
    }

    /// Passes over what is no letter known here.
    ///
    /// - Returns: `false` where it is part of a word all the same, or begins within a letter or mark.
    private func skip(_ next: inout Int) -> Bool {
        guard let (value, length) = scalar(at: next) else { return false }
        next += length
        switch table[value].kind {
        case .space, .newline, .emoji, .mark: return true
        case .letter, .digit, .combining, .ignorable: return false
        case .emojiModifier:
            guard value == ScalarClass.joiner, let behind = scalar(at: next) else { return true }
            // Between letters it is none, so that there is one word where there seem to be two.
            let kind = table[behind.value].kind
            return kind != .letter && kind != .digit
        }
    }

    /// `nil` within a scalar, and at the end.
    private func scalar(at offset: Int) -> (value: UInt32, length: Int)? {
        guard unsafe offset < bytes.count else { return nil }
        let first = unsafe bytes[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard !(0x80..<0xC0).contains(first), unsafe offset + length <= bytes.count else {
            return nil
        }
        var value = UInt32(first) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for index in offset + 1..<offset + length {
            value = unsafe value << 6 | UInt32(bytes[index] & 0x3F)
        }
        return (value, length)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")
    }
}
