/// Unicode scalars of a text, counted up to one place after another.
@safe struct ScalarCount {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var count = 0

    /// - Parameter bytes: Valid UTF-8, there as long as this is used.
    init(in bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = UnsafeRawBufferPointer(bytes)
    }

    /// How many scalars begin before a place.
    ///
    /// - Parameter end: A byte's offset, not before that of the last call.
    mutating func advance(to end: Int) -> Int {
        count += end - offset
        while offset + 8 <= end { count -= othersInWords(before: min(end, offset + 8 * 255)) }
        while offset < end {
            if unsafe bytes[offset] & 0xC0 == 0x80 { count -= 1 }
            offset += 1
        }
        return count
    }

    // MARK: - Private

    /// Counts the bytes that are not the first of their scalar, all 10xxxxxx, eight at a time.
    ///
    /// Each place of the eight is counted apart.
    ///
    /// - Parameter end: At most 255 times eight bytes on, so that no place overflows.
    private mutating func othersInWords(before end: Int) -> Int {
        var places: UInt64 = 0
        var next = offset
        while next &+ 8 <= end {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
            places &+= word &>> 7 & ~(word &>> 6) & 0x0101_0101_0101_0101
            next &+= 8
        }
        offset = next
        let pairs = (places & 0x00FF_00FF_00FF_00FF) &+ (places &>> 8 & 0x00FF_00FF_00FF_00FF)
        return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
}
