import CByteClasses

extension [UInt8] {
    /// Whether the bytes are UTF-8 throughout (Unicode Standard, table 3-7).
    ///
    /// Every byte of every document comes past here. `UTF8Span(validating:)` answers the same, but took a
    /// tenth of all the time on Polish and Latvian feeds.
    package var isUTF8: Bool {
        let bytes = span
        var index = 0
        while index < bytes.count {
            index = Self.offsetPastUsualBlocks(bytes, from: index)
            let end = Swift.min(index + Self.blockSize, bytes.count)
            while index < end {
                index = bytes.offsetPastASCII(from: index)
                guard index < bytes.count else { return true }
                let length = Self.length(of: bytes, at: index)
                guard length > 0 else { return false }
                index += length
            }
        }
        return true
    }

    /// The first offset at or after `start` whose byte is beyond ASCII.
    func offsetPastASCII(from start: Int) -> Int { span.offsetPastASCII(from: start) }

    // MARK: - Private

    private static let blockSize = 64

    /// How far, from a place where a character starts, whole blocks hold nothing but characters of up to
    /// three bytes of which the second may be any: nearly all that people write but emoji.
    ///
    /// Where there has to be the second or third byte of a character is told for a whole block at once.
    private static func offsetPastUsualBlocks(_ bytes: Span<UInt8>, from start: Int) -> Int {
        unsafe bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return start }
            var index = start
            // The first two bytes of a block in which a character has to go on.
            var pending: UInt64 = 0
            while index + blockSize <= bytes.count {
                let classes = unsafe utf8_classes_of_64(base + index)
                let expected = classes.leads &<< 1 | classes.leads_of_three &<< 2 | pending
                guard expected == classes.continuations, classes.rare == 0 else { break }
                pending = classes.leads &>> 63 | classes.leads_of_three &>> 62
                index += blockSize
            }
            guard pending != 0 else { return index }
            repeat { index -= 1 } while unsafe bytes[index].isContinuation
            return index
        }
    }

    /// Bytes of the character beyond ASCII at `index`, 2 … 4; 0 if there is none.
    @inline(__always)
    private static func length(of bytes: Span<UInt8>, at index: Int) -> Int {
        let left = bytes.count - index
        let lead = bytes[index]
        guard left >= 2 else { return 0 }
        let second = bytes[index + 1]
        if lead < 0xE0 { return lead >= 0xC2 && second.isContinuation ? 2 : 0 }
        guard left >= 3, bytes[index + 2].isContinuation else { return 0 }
        switch lead {
        case 0xE0: return (0xA0...0xBF).contains(second) ? 3 : 0
        // Behind U+D7FF come the surrogates, which are no characters.
        case 0xED: return (0x80...0x9F).contains(second) ? 3 : 0
        case 0xE1...0xEF: return second.isContinuation ? 3 : 0
        default: break
        }
        guard left >= 4, bytes[index + 3].isContinuation else { return 0 }
        switch lead {
        case 0xF0: return (0x90...0xBF).contains(second) ? 4 : 0
        case 0xF1...0xF3: return second.isContinuation ? 4 : 0
        case 0xF4: return (0x80...0x8F).contains(second) ? 4 : 0
        default: return 0
        }
    }
}

extension UInt8 {
    fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
