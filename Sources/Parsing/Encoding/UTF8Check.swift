extension [UInt8] {
    /// Whether the bytes are UTF-8 throughout (Unicode Standard, table 3-7).
    ///
    /// Every byte of every document comes past here. `UTF8Span(validating:)` answers the same, but took a
    /// tenth of all the time on Polish and Latvian feeds; this takes a twentieth.
    package var isUTF8: Bool {
        let bytes = span
        var index = 0
        while index < bytes.count {
            index = Self.offsetPastShortCharacters(bytes, from: index)
            index = bytes.offsetPastASCII(from: index)
            guard index < bytes.count else { return true }
            let length = Self.length(of: bytes, at: index)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }

    /// The first offset at or after `start` whose byte is beyond ASCII.
    func offsetPastASCII(from start: Int) -> Int { span.offsetPastASCII(from: start) }

    // MARK: - Private

    /// How far, from a place where a character starts, there are only whole characters of one or two
    /// bytes, looked at eight bytes at a time: all the letters of most of Europe.
    private static func offsetPastShortCharacters(_ bytes: Span<UInt8>, from start: Int) -> Int {
        unsafe bytes.withUnsafeBytes { bytes in
            var index = start
            // Marks the first byte where the second half of a character has to stand.
            var pending: UInt64 = 0
            while index + 32 <= bytes.count {
                if pending == 0, unsafe isASCII(bytes, from: index) {
                    index += 32
                    continue
                }
                for _ in 0..<4 {
                    let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    guard EightBytes(word).areShortCharacters(&pending) else {
                        return pending == 0 ? index : index - 1
                    }
                    index += 8
                }
            }
            while index + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard EightBytes(word).areShortCharacters(&pending) else { break }
                index += 8
            }
            return pending == 0 ? index : index - 1
        }
    }

    /// Whether 32 bytes are ASCII, as tags and addresses are.
    @inline(__always)
    private static func isASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        var all: UInt64 = 0
        for word in 0..<4 {
            all |= unsafe bytes.loadUnaligned(fromByteOffset: start + word * 8, as: UInt64.self)
        }
        return EightBytes(all).highMarks == 0
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

extension EightBytes {
    /// Whether all are of whole characters of one or two bytes, but for the end of the last.
    ///
    /// - Parameter pending: marks the first byte if the second half of a character has to stand there;
    ///   changed to that of the next eight bytes.
    @inline(__always)
    fileprivate func areShortCharacters(_ pending: inout UInt64) -> Bool {
        let leads = leadMarks
        guard longLeadMarks == 0, continuationMarks == leads << 8 | pending else { return false }
        pending = leads >> 56
        return true
    }

    /// Marks the bytes that start a character beyond ASCII.
    fileprivate var leadMarks: UInt64 { word << 1 & highMarks }

    /// Marks the bytes that go on with one.
    fileprivate var continuationMarks: UInt64 { ~(word << 1) & highMarks }

    /// Marks the bytes that start a character of more than two bytes, and C0 and C1, which start none.
    fileprivate var longLeadMarks: UInt64 {
        // The sum's highest bit is set where one of the four bits is, which C0 and C1 have none of.
        let lasting = (word & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E
        return leadMarks & (word << 2 | ~lasting)
    }
}
