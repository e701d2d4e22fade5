import CByteClasses

/// A word of up to 16 bytes in two numbers, without regard to case.
struct ShortWord: Hashable, Sendable {
    static let longest = 16
    static let empty = ShortWord(low: 0, high: 0)

    let low: UInt64
    let high: UInt64

    /// - Parameters:
    ///   - low: The first eight bytes, the first the lowest; 0 where there are none.
    ///   - high: The next eight.
    /// - Returns: `nil` where one of them is not ASCII.
    @inline(__always)
    init?(plain low: UInt64, _ high: UInt64) {
        guard (low | high) & Self.top == 0 else { return nil }
        self.low = low | Self.small
        self.high = high | Self.small
    }

    /// - Parameters:
    ///   - low: As for plain words; what is not ASCII is folded.
    ///   - high: The next eight.
    @inline(__always)
    init(folded low: UInt64, _ high: UInt64) {
        self.low = low | Self.small & ~Self.beyondASCII(low)
        self.high = high | Self.small & ~Self.beyondASCII(high)
    }

    /// An outline: without regard to case, and to what stands for what is not ASCII.
    @inline(__always)
    init(outline low: UInt64, _ high: UInt64) {
        self.low = low | Self.small | Self.beyondASCII(low)
        self.high = high | Self.small | Self.beyondASCII(high)
    }

    /// The same, by the processor's vectors.
    ///
    /// - Parameters:
    ///   - start: Sixteen bytes.
    ///   - count: How many of them are the word.
    @inline(__always)
    init(outlineAt start: UnsafeRawPointer, count: Int) {
        let outline = unsafe outline_of_16(start, count)
        (low, high) = (UInt64(littleEndian: outline.low), UInt64(littleEndian: outline.high))
    }

    var outline: ShortWord { ShortWord(outline: low, high) }

    /// - Parameter folded: A word in lower case.
    /// - Returns: `nil` where it is longer.
    init?(_ folded: some Collection<UInt8>) {
        guard folded.count <= Self.longest else { return nil }
        var (low, high) = (UInt64(0), UInt64(0))
        for (offset, byte) in folded.enumerated() {
            if offset < 8 {
                low |= UInt64(byte) << UInt64(8 * offset)
            } else {
                high |= UInt64(byte) << UInt64(8 * (offset - 8))
            }
        }
        self.init(folded: low, high)
    }

    /// Only its upper bits depend on all of the word (Knuth, TAOCP 6.4, on multiplicative hashing).
    var hash: UInt64 {
        @inline(__always) get {
            low &* 0x9E37_79B9_7F4A_7C15 ^ high &* 0xD6E8_FEB8_6659_FD93
        }
    }

    /// A bit for each byte beyond ASCII.
    static func offsetsBeyondASCII(_ low: UInt64, _ high: UInt64) -> UInt64 {
        gathered(low & top) | gathered(high & top) << 8
    }

    /// The top bits of eight bytes, side by side.
    @inline(__always)
    static func gathered(_ tops: UInt64) -> UInt64 {
        // The product's top byte is the sum of one bit from each.
        ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    // MARK: - Private

    private static let top: UInt64 = 0x8080_8080_8080_8080
    /// What tells small letters from capitals.
    ///
    /// Digits have that bit, and `_` is alone in lacking it; where there is no byte it does no harm.
    private static let small: UInt64 = 0x2020_2020_2020_2020

    private init(low: UInt64, high: UInt64) {
        (self.low, self.high) = (low, high)
    }

    /// All bits of the bytes that are not ASCII.
    @inline(__always)
    private static func beyondASCII(_ bytes: UInt64) -> UInt64 {
        (bytes & top) >> 7 &* 0xFF
    }
}
