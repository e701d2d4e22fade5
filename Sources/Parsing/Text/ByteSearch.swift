import Glibc

// Searching bytes at the speed of the C library, which looks at 32 of them at once.
extension [UInt8] {
    /// Where `byte` stands first in `start ..< end`; `end` where it does not.
    func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        return unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), end - start)
            else { return end }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    func holds(_ byte: UInt8) -> Bool { offset(of: byte, from: 0, to: count) < count }

    /// Where `byte`, which is ASCII, stands last before `end`; `nil` where it does not.
    func lastOffset(of byte: UInt8, before end: Int) -> Int? {
        let past = span.offsetPastLast(byte, in: 0..<end)
        return past == 0 ? nil : past - 1
    }

    /// Where `pattern` starts first at or after `start`; `nil` where it does not.
    func offset(of pattern: StaticString, from start: Int) -> Int? {
        unsafe offset(
            of: UnsafeBufferPointer(
                start: pattern.utf8Start, count: pattern.utf8CodeUnitCount), from: start)
    }

    /// Whether `pattern`, written in lower case, stands at `offset`, letters in either case.
    func hasPrefix(_ pattern: StaticString, at offset: Int) -> Bool {
        let length = pattern.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        for index in 0..<length
        where unsafe self[offset + index].lowercasedASCII != pattern.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether two stretches hold the same bytes.
    func areSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        let bytes = span
        let (one, other) = (bytes.extracting(one), bytes.extracting(other))
        for index in 0..<one.count
        where unsafe one[unchecked: index] != other[unchecked: index] {
            return false
        }
        return true
    }

    /// The first offset at or after `start` whose byte is no blank.
    func offsetPastSpaces(from start: Int) -> Int {
        var offset = start
        let bytes = span
        while offset < count, unsafe bytes[unchecked: offset].isASCIISpace { offset += 1 }
        return offset
    }

    /// The first offset at or after `start` whose byte cannot be part of a name.
    func offsetPastName(from start: Int) -> Int {
        var offset = start
        let bytes = span
        while offset < count, unsafe bytes[unchecked: offset].isNamePart { offset += 1 }
        return offset
    }

    /// The number that digits and letters are; `nil` if one of them is no digit, or it is too large.
    func number(_ range: Range<Int>, radix: UInt32) -> UInt32? {
        guard !range.isEmpty else { return nil }
        var number: UInt32 = 0
        for index in range {
            let byte = self[index]
            let digit = UInt32(byte.isASCIIDigit ? byte & 0x0F : (byte | 0x20) &- 0x57)
            guard byte.isASCIIAlphanumeric, digit < radix else { return nil }
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: radix)
            let (sum, isMore) = product.addingReportingOverflow(digit)
            guard !isTooLarge, !isMore else { return nil }
            number = sum
        }
        return number
    }

    private func offset(of pattern: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let first = unsafe pattern.first else { return nil }
        let last = count - pattern.count
        var candidate = offset(of: first, from: start, to: count)
        while candidate <= last {
            let place = self[candidate..<candidate + pattern.count]
            if unsafe place.elementsEqual(pattern) {
                return candidate
            }
            candidate = offset(of: first, from: candidate + 1, to: count)
        }
        return nil
    }

    /// A stretch of UTF-8 as text, bad bytes replaced.
    func text(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }

    /// A stretch of text that is known to be UTF-8: see `Span.knownText`.
    func knownText(_ range: Range<Int>) -> String {
        span.extracting(range).knownText
    }

    /// Appends a stretch of other bytes, without the slice that an `append(contentsOf:)` would count
    /// references for.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "not of the bytes")
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }

    /// The bytes as text without blanks around it; `nil` if nothing is left.
    var trimmedText: String? { span.trimmedText }

    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else if let encoded = UTF8.encode(scalar) {
            append(contentsOf: encoded)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes as text without blanks around it; `nil` if nothing is left.
    var trimmedText: String? { span.trimmedText }

    var isBlank: Bool { allSatisfy(\.isASCIISpace) }
}

extension Span<UInt8> {
    /// The bytes as text; they must be UTF-8, and are not looked at for that once more.
    ///
    /// A decoded document is, and so is whatever is cut from it at ASCII characters, which is all that
    /// mark-up is cut at. Debug builds look, and so do the tests with damaged documents.
    var knownText: String {
        assert(unsafe withUnsafeBufferPointer { unsafe Array($0).isUTF8 })
        // Checked by `DecodedDocument`; to check each field again takes a tenth of all the time. Text
        // that knows it is ASCII is compared, hashed and put in lower case faster.
        return unsafe String(copying: UTF8Span(unchecked: self, isKnownASCII: isASCII))
    }

    /// The bytes as text without blanks around it; `nil` if nothing is left.
    var trimmedText: String? {
        var start = 0
        var end = count
        while start < end, unsafe self[unchecked: start].isASCIISpace { start += 1 }
        while end > start, unsafe self[unchecked: end - 1].isASCIISpace { end -= 1 }
        return start == end ? nil : extracting(start..<end).knownText
    }

    var isASCII: Bool { offsetPastASCII(from: 0) == count }

    /// The first offset at or after `start` whose byte is beyond ASCII.
    func offsetPastASCII(from start: Int) -> Int {
        unsafe withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let marks = EightBytes(word).highMarks
                guard marks == 0 else { return index + marks.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < bytes.count, unsafe bytes[index] < 0x80 { index += 1 }
            return index
        }
    }

    func holds(_ byte: UInt8) -> Bool { offset(of: byte, from: 0) < count }

    /// Where `byte` stands first at or after `start`; the end where it does not.
    func offset(of byte: UInt8, from start: Int) -> Int {
        unsafe withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return bytes.count }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// How often `byte` stands in it.
    func count(of byte: UInt8) -> Int {
        var found = 0
        for index in 0..<count where unsafe self[unchecked: index] == byte { found += 1 }
        return found
    }

    /// Whether other bytes stand in it, one behind another.
    ///
    /// Steps ahead by as much as the two bytes under the pattern's last two allow (Horspool, Practical
    /// fast searching in strings, 1980; of pairs, few stand in a pattern).
    func holds(_ pattern: Span<UInt8>) -> Bool {
        let last = pattern.count - 1
        guard last > 0 else { return pattern.isEmpty || holds(pattern[0]) }
        var steps = InlineArray<256, UInt8>(repeating: UInt8(clamping: last))
        for index in 1..<max(1, last) {
            steps[pattern.hashOfPair(endingAt: index)] = UInt8(clamping: last - index)
        }
        let hashOfLast = pattern.hashOfPair(endingAt: last)
        var end = last
        while end < count {
            let hash = hashOfPair(endingAt: end)
            if hash == hashOfLast, stands(pattern, at: end - last) { return true }
            end += Int(steps[hash])
        }
        return false
    }

    /// 0 … 255.
    @inline(__always)
    private func hashOfPair(endingAt end: Int) -> Int {
        let (first, second) = unsafe (self[unchecked: end - 1], self[unchecked: end])
        return Int(second &- first &<< 3)
    }

    private func stands(_ pattern: Span<UInt8>, at start: Int) -> Bool {
        for index in 0..<pattern.count where pattern[index] != self[start + index] {
            return false
        }
        return true
    }

    /// The offset behind the last `byte` in a stretch; where it starts, if there is none.
    func offsetPastLast(_ byte: UInt8, in range: Range<Int>) -> Int {
        unsafe withUnsafeBytes { bytes in
            var end = range.upperBound
            while end - 8 >= range.lowerBound {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
                let marks = EightBytes(word).equal(to: byte)
                if marks != 0 { return end - marks.leadingZeroBitCount / 8 }
                end -= 8
            }
            while end > range.lowerBound, unsafe bytes[end - 1] != byte { end -= 1 }
            return end
        }
    }
}
