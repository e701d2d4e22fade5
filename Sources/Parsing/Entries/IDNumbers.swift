import Model

/// Tells that ids differ by numbers made of them, without comparing or properly hashing a text.
///
/// Nearly every document's ids do, and to put them into a set took longer than to read their dates.
enum IDNumbers {
    /// `false` says only that ids may be alike: numbers may be so by chance, or by design.
    static func areDistinct(_ entries: [Entry]) -> Bool {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        var places = [UInt64](repeating: 0, count: size)
        let stated = entries.span
        for index in stated.indices {
            // Zero is an empty place.
            let number = number(of: stated[index].id.value.utf8.span) | 1
            var place = Int(truncatingIfNeeded: number >> 32) & (size - 1)
            while places[place] != 0 {
                if places[place] == number { return false }
                place = (place + 1) & (size - 1)
            }
            places[place] = number
        }
        return true
    }

    // MARK: - Private

    private static func number(of text: Span<UInt8>) -> UInt64 {
        unsafe text.withUnsafeBytes { bytes in
            var number = UInt64(bytes.count)
            var index = 0
            while index + 8 <= bytes.count {
                mix(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), &number)
                index += 8
            }
            var rest: UInt64 = 0
            while index < bytes.count {
                rest = unsafe rest << 8 | UInt64(bytes[index])
                index += 1
            }
            mix(rest, &number)
            return number
        }
    }

    /// A round of MurmurHash's finaliser (Appleby 2011).
    @inline(__always)
    private static func mix(_ word: UInt64, _ number: inout UInt64) {
        number = (number ^ word) &* 0xFF51_AFD7_ED55_8CCD
        number ^= number >> 33
    }
}
