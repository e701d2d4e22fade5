import CByteClasses

/// The runs of bytes in a text that words are made of: ASCII letters, digits, `_` and whatever is not
/// ASCII.
///
/// They are found in 64 bytes at a time, each byte a bit of a mask, so that finding the ends of words
/// takes no branch that the processor has to guess (Langdale and Lemire, "Parsing Gigabytes of JSON per
/// Second", 2019).
@safe struct ByteRuns {
    let text: RunText
    /// Where the block begins that is told next.
    private var base = 0
    /// Where the run begins that goes on there, if one does.
    private var openStart = 0
    /// 1 where the block before ends in a run.
    private var carry: UInt64 = 0
    /// What `Block.others` is of the block before.
    private var others: UInt64 = 0

    /// - Parameter bytes: At least one; there as long as this is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        text = unsafe RunText(bytes)
    }

    /// Tells the next block; `nil` where there is none any more.
    @inline(__always)
    mutating func nextBlock() -> Block? {
        guard base < text.count || carry != 0 else { return nil }
        let classes = text.classes(at: base)
        let before = classes.words << 1 | carry
        let block = Block(
            base: base, openStart: openStart, starts: classes.words & ~before,
            ends: before & ~classes.words, others: classes.others, othersBefore: others)
        others = classes.others
        openStart = block.start(before: 64)
        carry = classes.words >> 63
        base &+= 64
        return block
    }

    /// The runs that end in 64 bytes, a bit for each place in them, the first the lowest.
    struct Block {
        static let none = Block(
            base: 0, openStart: 0, starts: 0, ends: 0, others: 0, othersBefore: 0)

        fileprivate let base: Int
        /// Where the last run began before these.
        fileprivate let openStart: Int
        fileprivate let starts: UInt64
        /// Where runs have ended, that began here or before.
        let ends: UInt64
        /// Where a `_` stands, or something begins that is neither ASCII nor a letter from U+00C0 to U+017F.
        fileprivate let others: UInt64
        /// The same of the block before.
        fileprivate let othersBefore: UInt64

        /// The run that has ended at a place.
        @inline(__always)
        func run(endingAt place: Int) -> (start: Int, end: Int) {
            (start(before: place), base &+ place)
        }

        /// Whether any run may have something in it that takes reading letter by letter.
        var hasOthers: Bool {
            @inline(__always) get { (others | othersBefore) != 0 }
        }

        /// Whether a run has; of sixteen bytes at most.
        @inline(__always)
        func hasOthers(_ start: Int, _ end: Int) -> Bool {
            let place = UInt64(truncatingIfNeeded: start &- base)
            let fromStart =
                start >= base
                ? others &>> place : othersBefore &>> place | others &<< (0 &- place)
            return fromStart & (1 &<< UInt64(truncatingIfNeeded: end &- start) &- 1) != 0
        }

        @inline(__always)
        fileprivate func start(before place: Int) -> Int {
            let earlier = starts & ~(UInt64.max << UInt64(truncatingIfNeeded: place))
            return earlier != 0 ? base &+ 63 &- earlier.leadingZeroBitCount : openStart
        }
    }
}

/// The bytes of a text, as far as its runs are read.
@safe struct RunText {
    private let start: UnsafeRawPointer
    let count: Int

    /// - Parameter bytes: At least one; there as long as this is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else {
            preconditionFailure("a text without bytes has no runs")
        }
        unsafe self.start = UnsafeRawPointer(start)
        count = bytes.count
    }

    /// The outline of a run of up to sixteen bytes.
    @inline(__always)
    func outline(_ start: Int, _ end: Int) -> ShortWord {
        assert(end &- start <= ShortWord.longest)
        if start &+ 16 <= count {
            return unsafe ShortWord(outlineAt: self.start + start, count: end &- start)
        }
        let (low, high) = sixteen(start, end)
        return ShortWord(outline: low, high)
    }

    /// A run without the dashes, quotation marks, ellipses and signs `_` that it begins and ends with;
    /// empty where it is nothing else.
    func withoutMarks(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var (start, end) = (start, end)
        while start < end {
            if isUnderscore(at: end &- 1) {
                end &-= 1
            } else if end &- start >= 3, isMark(at: end &- 3) {
                end &-= 3
            } else {
                break
            }
        }
        while start < end {
            if isUnderscore(at: start) {
                start &+= 1
            } else if end &- start >= 3, isMark(at: start) {
                start &+= 3
            } else {
                break
            }
        }
        return (start, end)
    }

    /// The word that a run of at least one byte is, without regard to case; `nil` where it takes reading
    /// letter by letter.
    @inline(__always)
    func shortWord(_ start: Int, _ end: Int) -> ShortWord? {
        assert(start < end)
        guard end &- start <= ShortWord.longest else { return nil }
        let (low, high) = sixteen(start, end)
        if let plain = ShortWord(plain: low, high) { return plain }
        return unsafe Self.foldedWord(self.start + start, low, high)
    }

    @inline(__always)
    func classes(at base: Int) -> byte_classes {
        if base &+ 64 <= count { return unsafe byte_classes_of_64(start + base) }
        return base < count ? classesOfLastBlock(at: base) : byte_classes(words: 0, others: 0)
    }

    // MARK: - Private

    private func isUnderscore(at offset: Int) -> Bool {
        unsafe start.load(fromByteOffset: offset, as: UInt8.self) == .underscore
    }

    /// Whether one of U+2013 … U+2026 stands here, all of them punctuation.
    private func isMark(at offset: Int) -> Bool {
        let first = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        let third = unsafe start.load(fromByteOffset: offset &+ 2, as: UInt8.self)
        return UInt16(littleEndian: first) == 0x80E2 && (0x93...0xA6).contains(third)
    }

    /// The bytes of a run of one to sixteen, the first the lowest, 0 where there are none.
    private func sixteen(_ start: Int, _ end: Int) -> (low: UInt64, high: UInt64) {
        let length = end &- start
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

    @inline(never)
    private static func foldedWord(
        _ start: UnsafeRawPointer, _ low: UInt64, _ high: UInt64
    ) -> ShortWord? {
        let table = ScalarTable.shared
        var changes: UInt128 = 0
        var offsets = ShortWord.offsetsBeyondASCII(low, high)
        while offsets != 0 {
            let offset = offsets.trailingZeroBitCount
            // A first byte has the others of its letter behind it, since the text is valid.
            let read = unsafe UInt16(
                littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
            guard let change = table.folding(of: read) else { return nil }
            changes |= UInt128(change) &<< UInt128(8 &* offset)
            offsets &= offsets &- 1
            offsets &= offsets &- 1
        }
        return ShortWord(
            folded: low ^ UInt64(truncatingIfNeeded: changes),
            high ^ UInt64(truncatingIfNeeded: changes &>> 64))
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

    /// At most eight bytes, the first the lowest.
    private func fewBytes(_ range: Range<Int>) -> UInt64 {
        range.reversed().reduce(0) { read, offset in
            unsafe read << 8 | UInt64(start.load(fromByteOffset: offset, as: UInt8.self))
        }
    }

    /// A block that the text does not fill.
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

extension UInt64 {
    /// Takes the lowest of its bits away, and tells its place.
    @inline(__always)
    mutating func takeLowest() -> Int {
        let place = trailingZeroBitCount
        self &= self &- 1
        return place
    }
}
