/// Reads off the hashes of a text's words without making words of them.
///
/// It knows letters of one and two bytes and digits. Where a text has anything else in its words, it
/// says so, and the words themselves must tell.
@safe struct TermScan {
    /// Whether a term that begins with this word can be told by its hash.
    static func reads(_ step: TermPattern.Step) -> Bool {
        let isSigned = step.folded.first.map(isSign) ?? false
        let word = step.folded.dropFirst(isSigned ? 1 : 0)
        return !word.isEmpty
            && String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
                let kind = ScalarTable.shared[scalar.value].kind
                return scalar.value < 0x800 && (kind == .letter || kind == .digit)
            }
    }

    /// Whether one of a text's words is looked for, or one cannot be read here.
    ///
    /// - Parameter isLookedFor: Gets the hash of each word, and with `false` that of what has been
    ///   read of a word, letter by letter. A handle or hashtag comes without its sign as well.
    @inline(__always)
    static func meets(_ text: String, isLookedFor: (UInt64, _ isWhole: Bool) -> Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var scan = unsafe TermScan(bytes: bytes)
            return scan.meets(isLookedFor)
        }
    }

    // MARK: - Private

    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let table = ScalarTable.shared
    private var next = 0

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = bytes
        end = bytes.count
    }

    @inline(__always)
    private mutating func meets(_ isLookedFor: (UInt64, _ isWhole: Bool) -> Bool) -> Bool {
        while next < end {
            let start = next
            guard let hash = word(from: WordHash(), isLookedFor) else { return true }
            if next == start {
                guard skip() else { return true }
                continue
            }
            if isLookedFor(hash.value, true) { return true }
            guard start > 0, unsafe Self.isSign(bytes[start - 1]) else { continue }
            let resume = next
            next = start
            let sign = unsafe WordHash(CollectionOfOne(bytes[start - 1]))
            guard let signed = word(from: sign, isLookedFor) else { return true }
            if isLookedFor(signed.value, true) { return true }
            next = resume
        }
        return false
    }

    /// The hash at the end of the word that begins here, which may be empty; `nil` where there is no
    /// need to look any further.
    @inline(__always)
    private mutating func word(
        from start: WordHash, _ isLookedFor: (UInt64, _ isWhole: Bool) -> Bool
    ) -> WordHash? {
        var hash = start
        while next < end {
            let read = unsafe bytes[next]
            let folded = unsafe table.folded[Int(read)]
            if folded != 0 {
                hash.add(folded)
                next &+= 1
            } else if read >= 0x80, next + 1 < end,
                let letter = unsafe table.twoByteLetter(read, bytes[next + 1])
            {
                hash.add(letter.first)
                if isLookedFor(hash.value, false) { return nil }
                hash.add(letter.second)
                next &+= 2
            } else {
                break
            }
            if isLookedFor(hash.value, false) { return nil }
        }
        return hash
    }

    /// Passes over what is no letter known here.
    ///
    /// - Returns: `false` where it is part of a word all the same.
    private mutating func skip() -> Bool {
        let first = unsafe bytes[next]
        guard first >= 0x80 else {
            next += 1
            return true
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in next + 1..<next + length {
            scalar = unsafe scalar << 6 | UInt32(bytes[offset] & 0x3F)
        }
        next += length
        return switch table[scalar].kind {
        case .space, .newline, .emoji, .emojiModifier, .mark: true
        case .letter, .digit, .combining, .ignorable: false
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")
    }
}
