/// The runs of bytes in a text that words are made of: ASCII letters, digits, `_` and whatever is not
/// ASCII.
///
/// They are told 64 bytes at a time, each a bit of a mask, so that where words end costs no branch
/// that the processor has to guess (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019).
@safe struct ByteRuns: IteratorProtocol {
    private let start: UnsafeRawPointer
    private let count: Int
    private let table = ScalarTable.shared
    /// Where the block begins that is told next.
    private var nextBase = 0
    private var base = 0
    /// A bit for each place in the block where a run begins or has ended, as far as these are to come.
    private var edges: UInt64 = 0
    /// 1 where the block before ends in a run.
    private var carry: UInt64 = 0

    /// - Parameter bytes: At least one; there as long as this is used.
    init(_ start: UnsafePointer<UInt8>, count: Int) {
        unsafe self.start = UnsafeRawPointer(start)
        self.count = count
    }

    @inline(__always)
    mutating func next() -> (start: Int, end: Int)? {
        while edges == 0 {
            guard nextBase < count else { return nil }
            tellBlock()
        }
        let start = takeEdge()
        while edges == 0 {
            guard nextBase < count else { return (start, count) }
            tellBlock()
        }
        return (start, takeEdge())
    }

    /// The word that a run is, without regard to case; `nil` where it is longer, or takes reading
    /// letter by letter.
    @inline(__always)
    func shortWord(_ start: Int, _ end: Int) -> ShortWord? {
        let length = end &- start
        guard length <= ShortWord.longest else { return nil }
        let isLong = length > 8
        let low: UInt64
        if end >= 8 {
            // What ends here, shifted until the run alone is left: nothing behind the text is read.
            let shift = isLong ? 0 : 64 &- 8 &* length
            low = word(at: isLong ? start : end &- 8) &>> UInt64(truncatingIfNeeded: shift)
        } else {
            low = bytes(start..<end)
        }
        let high =
            isLong
            ? word(at: end &- 8) &>> UInt64(truncatingIfNeeded: 128 &- 8 &* length) : 0
        return ShortWord(plain: low, high) ?? shortWord(start, low, high)
    }

    // MARK: - Private

    /// A short word with letters of two bytes in it.
    @inline(never)
    private func shortWord(_ begin: Int, _ low: UInt64, _ high: UInt64) -> ShortWord? {
        var changes: UInt128 = 0
        var offsets = ShortWord.offsetsBeyondASCII(low, high)
        while offsets != 0 {
            let offset = offsets.trailingZeroBitCount
            // A first byte has the others of its letter behind it, since the text is valid.
            guard let change = table.folding(of: twoBytes(at: begin &+ offset)) else { return nil }
            changes |= UInt128(change) &<< UInt128(8 &* offset)
            offsets &= offsets &- 1
            offsets &= offsets &- 1
        }
        return ShortWord(
            folded: low ^ UInt64(truncatingIfNeeded: changes),
            high ^ UInt64(truncatingIfNeeded: changes &>> 64))
    }

    @inline(__always)
    private mutating func takeEdge() -> Int {
        let edge = base &+ edges.trailingZeroBitCount
        edges &= edges &- 1
        return edge
    }

    @inline(__always)
    private mutating func tellBlock() {
        base = nextBase
        nextBase &+= 64
        let block = nextBase <= count ? wholeBlock(at: base) : lastBlock(at: base)
        edges = block ^ (block << 1 | carry)
        carry = block >> 63
    }

    @inline(__always)
    private func word(at offset: Int) -> UInt64 {
        assert(offset >= 0 && offset + 8 <= count)
        return unsafe UInt64(
            littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private func byte(at offset: Int) -> UInt8 {
        unsafe start.load(fromByteOffset: offset, as: UInt8.self)
    }

    @inline(__always)
    private func twoBytes(at offset: Int) -> UInt16 {
        assert(offset >= 0 && offset + 2 <= count)
        return unsafe UInt16(
            littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// Fewer than eight bytes, the first the lowest.
    private func bytes(_ range: Range<Int>) -> UInt64 {
        range.reversed().reduce(0) { read, offset in
            read << 8 | UInt64(byte(at: offset))
        }
    }

    @inline(__always)
    private func wholeBlock(at base: Int) -> UInt64 {
        var block: UInt64 = 0
        for group in 0..<8 {
            block |= Self.mask(of: word(at: base &+ 8 &* group)) << UInt64(8 &* group)
        }
        return block
    }

    private func lastBlock(at base: Int) -> UInt64 {
        var block: UInt64 = 0
        var offset = base
        while offset &+ 8 <= count {
            block |= Self.mask(of: word(at: offset)) << UInt64(offset &- base)
            offset &+= 8
        }
        guard offset < count else { return block }
        return block | Self.mask(of: lastBytes(from: offset)) << UInt64(offset &- base)
    }

    /// Fewer than eight bytes, up to the end of the text.
    private func lastBytes(from offset: Int) -> UInt64 {
        guard count >= 8 else { return bytes(offset..<count) }
        return word(at: count &- 8) &>> UInt64(8 &* (8 &- (count &- offset)))
    }

    /// A bit for each of eight bytes, set where it belongs to a word.
    @inline(__always)
    private static func mask(of bytes: UInt64) -> UInt64 {
        let each: UInt64 = 0x0101_0101_0101_0101
        let top = each &* 0x80
        let low = bytes & ~top
        // What is added takes the top bit of a byte when it is at least so large.
        let lower = low | each &* 0x20
        let letters = (lower &+ each &* (0x80 - 0x61)) & ~(lower &+ each &* (0x80 - 0x7B))
        let digits = (low &+ each &* (0x80 - 0x30)) & ~(low &+ each &* (0x80 - 0x3A))
        let notUnderscore = (low ^ each &* 0x5F) &+ each &* 0x7F
        return ShortWord.gathered((letters | digits | ~notUnderscore | bytes) & top)
    }
}
