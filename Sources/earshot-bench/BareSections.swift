import Glibc

/// A document's CDATA sections, and a copy of the document in which instructions stand for them.
@unsafe struct BareSections {
    private(set) var copy = unsafe BareBuffer()
    private var sections: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>?
    private var count = 0
    private var capacity = 0

    mutating func release() {
        unsafe copy.release()
        unsafe free(sections)
    }

    func section(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        guard number >= 0, unsafe number < count, let sections = unsafe sections else {
            return unsafe UnsafeBufferPointer(start: nil, count: 0)
        }
        return unsafe sections[number]
    }

    /// - Returns: whether there are any that could be swapped.
    mutating func swap(_ document: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe count = 0
        unsafe copy.clear()
        guard var place = document.baseAddress else { return false }
        let end = unsafe place + document.count
        while let open = unsafe Self.find("<![CDATA[", place, end - place) {
            let start = unsafe open + 9
            guard let close = unsafe Self.find("]]>", start, end - start),
                unsafe Self.isUTF8(start, close)
            else { return false }
            unsafe append(UnsafeBufferPointer(start: start, count: close - start))
            unsafe copy.append(place, open - place)
            unsafe writeInstruction(count - 1)
            unsafe place = close + 3
        }
        unsafe copy.append(place, end - place)
        return unsafe count > 0
    }

    // MARK: - Private

    private mutating func append(_ section: UnsafeBufferPointer<UInt8>) {
        if unsafe count == capacity {
            unsafe capacity = unsafe capacity * 2 + 256
            let stride = unsafe MemoryLayout<UnsafeBufferPointer<UInt8>>.stride
            unsafe sections = unsafe realloc(sections, capacity * stride)?
                .assumingMemoryBound(to: UnsafeBufferPointer<UInt8>.self)
        }
        unsafe sections?[count] = unsafe section
        unsafe count += 1
    }

    private mutating func writeInstruction(_ number: Int) {
        unsafe write("<?c ")
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            var rest = number
            repeat {
                start -= 1
                unsafe digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            let first = unsafe digits.baseAddress.map { unsafe UnsafePointer($0) + start }
            unsafe copy.append(first, 20 - start)
        }
        unsafe write("?>")
    }

    private mutating func write(_ text: StaticString) {
        unsafe copy.append(text.utf8Start, text.utf8CodeUnitCount)
    }

    private static func find(_ text: StaticString, _ start: UnsafePointer<UInt8>, _ length: Int)
        -> UnsafePointer<UInt8>?
    {
        var place = unsafe start
        let last = unsafe start + length - text.utf8CodeUnitCount
        while unsafe place <= last,
            let first = unsafe memchr(place, Int32(text.utf8Start[0]), last - place + 1)
        {
            unsafe place = UnsafePointer(first.assumingMemoryBound(to: UInt8.self))
            if unsafe memcmp(place, text.utf8Start, text.utf8CodeUnitCount) == 0 {
                return unsafe place
            }
            unsafe place += 1
        }
        return nil
    }

    private static func isUTF8(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        var place = unsafe start
        while unsafe place < end {
            let word =
                unsafe end - place >= 8
                ? unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt64.self) : 0x80
            if word & 0x8080_8080_8080_8080 == 0 {
                unsafe place += 8
                continue
            }
            let lead = unsafe place.pointee
            let more =
                switch lead {
                case 0..<0x80: 0
                case 0xC2..<0xE0: 1
                case 0xE0..<0xF0: 2
                case 0xF0..<0xF5: 3
                default: -1
                }
            guard more >= 0, unsafe end - place > more else { return false }
            for index in 0..<more where unsafe place[index + 1] & 0xC0 != 0x80 { return false }
            unsafe place += more + 1
        }
        return true
    }
}
