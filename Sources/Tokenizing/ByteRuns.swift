import CByteClasses

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
    /// A bit for each place in the block where something begins that is neither ASCII nor a letter from
    /// U+00C0 to U+017F.
    private var others: UInt64 = 0
    /// Those of the block before.
    private var othersBefore: UInt64 = 0

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

    /// The bytes of a run, the first the lowest, 0 where there are none; `nil` for more than sixteen.
    @inline(__always)
    func bytes(_ start: Int, _ end: Int) -> (low: UInt64, high: UInt64)? {
        let length = end &- start
        guard length <= ShortWord.longest else { return nil }
        // What ends here, shifted until the run alone is left: nothing behind the text is read, and how
        // long the run is takes no branch.
        let ending: UInt128
        if end >= 16 {
            ending = sixteenBytes(at: end &- 16)
        } else if count >= 16 {
            ending = sixteenBytes(at: 0) &<< UInt128(truncatingIfNeeded: 128 &- 8 &* end)
        } else {
            let middle = min(end, start + 8)
            return (fewBytes(start..<middle), fewBytes(middle..<end))
        }
        let run = ending &>> UInt128(truncatingIfNeeded: 128 &- 8 &* length)
        return (UInt64(truncatingIfNeeded: run), UInt64(truncatingIfNeeded: run &>> 64))
    }

    /// Whether a run may have something in it that takes reading letter by letter.
    ///
    /// - Parameter start: Of the run that was told last, as its end; it has sixteen bytes at most.
    @inline(__always)
    func mayHaveOthers(_ start: Int, _ end: Int) -> Bool {
        (others | othersBefore) != 0 && hasOthers(start, end)
    }

    /// The word that a run is, without regard to case; `nil` where it takes reading letter by letter.
    ///
    /// - Parameter low: The first eight of its bytes, `high` the next eight.
    @inline(never)
    func shortWord(_ start: Int, _ low: UInt64, _ high: UInt64) -> ShortWord? {
        if let plain = ShortWord(plain: low, high) { return plain }
        var changes: UInt128 = 0
        var offsets = ShortWord.offsetsBeyondASCII(low, high)
        while offsets != 0 {
            let offset = offsets.trailingZeroBitCount
            // A first byte has the others of its letter behind it, since the text is valid.
            guard let change = table.folding(of: twoBytes(at: start &+ offset)) else { return nil }
            changes |= UInt128(change) &<< UInt128(8 &* offset)
            offsets &= offsets &- 1
            offsets &= offsets &- 1
        }
        return ShortWord(
            folded: low ^ UInt64(truncatingIfNeeded: changes),
            high ^ UInt64(truncatingIfNeeded: changes &>> 64))
    }

    // MARK: - Private

    @inline(never)
    private func hasOthers(_ start: Int, _ end: Int) -> Bool {
        let both = UInt128(others) << 64 | UInt128(othersBefore)
        let fromStart = both &>> UInt128(truncatingIfNeeded: start &- base &+ 64)
        return fromStart & (1 &<< UInt128(truncatingIfNeeded: end &- start) &- 1) != 0
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
        let classes =
            nextBase <= count
            ? unsafe byte_classes_of_64(start + base) : classesOfLastBlock(at: base)
        let block = classes.words
        othersBefore = others
        others = classes.others
        edges = block ^ (block << 1 | carry)
        carry = block >> 63
    }

    @inline(__always)
    private func word(at offset: Int) -> UInt64 {
        assert(offset >= 0 && offset + 8 <= count)
        return unsafe UInt64(
            littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private func sixteenBytes(at offset: Int) -> UInt128 {
        UInt128(word(at: offset)) | UInt128(word(at: offset &+ 8)) &<< 64
    }

    @inline(__always)
    private func twoBytes(at offset: Int) -> UInt16 {
        assert(offset >= 0 && offset + 2 <= count)
        return unsafe UInt16(
            littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// At most eight bytes, the first the lowest.
    private func fewBytes(_ range: Range<Int>) -> UInt64 {
        range.reversed().reduce(0) { read, offset in
            unsafe read << 8 | UInt64(start.load(fromByteOffset: offset, as: UInt8.self))
        }
    }

    /// A block that the text does not fill.
    @inline(__always)
    private func classesOfLastBlock(at base: Int) -> byte_classes {
        guard count >= 64 else { return classesOfShortText }
        let classes = unsafe byte_classes_of_64(start + (count &- 64))
        let told = UInt64(truncatingIfNeeded: 64 &- (count &- base))
        return byte_classes(words: classes.words &>> told, others: classes.others &>> told)
    }

    private var classesOfShortText: byte_classes {
        @inline(never) get {
            var block = SIMD64<UInt8>.zero
            return unsafe withUnsafeMutablePointer(to: &block) { block in
                unsafe UnsafeMutableRawPointer(block).copyMemory(from: start, byteCount: count)
                return unsafe byte_classes_of_64(block)
            }
        }
    }
}
