extension Gzip {
    /// Zero bytes that unpack to 1032 times their size, the most deflate can do.
    ///
    /// One block in codes of its own (RFC 1951 §3.2.7), in which "258 bytes from one back" takes
    /// two bits, both zero. The trailer is left out, as nobody should read so far.
    static func steepBomb(unpacksTo size: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(1, count: 1)
        bits.append(2, count: 2)
        // Lengths of 286 codes for text and 1 for distances, themselves coded with 18 lengths.
        bits.append(29, count: 5)
        bits.append(0, count: 5)
        bits.append(14, count: 4)
        for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
            bits.append([18: 1, 1: 2, 2: 2][symbol] ?? 0, count: 3)
        }
        bits.appendLength(2)
        bits.appendZeros(138)
        bits.appendZeros(117)
        bits.appendLength(2)
        bits.appendZeros(28)
        bits.appendLength(1)
        bits.appendLength(1)
        // The zero byte itself, and from here on nothing but zero bits.
        bits.append(1, count: 2)
        return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + bits.bytes
            + [UInt8](repeating: 0, count: size / 1_032)
    }
}

// MARK: - Private

/// Bits in deflate's order, the lowest of a byte first.
private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var count = 0

    mutating func append(_ value: Int, count length: Int) {
        for place in 0..<length {
            if count % 8 == 0 { bytes.append(0) }
            bytes[count / 8] |= UInt8(value >> place & 1) << UInt8(count % 8)
            count += 1
        }
    }

    /// The length 1 or 2 of one code: `10` or `11`, its first bit first.
    mutating func appendLength(_ length: Int) {
        append(length == 1 ? 0b01 : 0b11, count: 2)
    }

    /// So many codes that are not used: `0`, and the count beyond 11 in seven bits.
    mutating func appendZeros(_ length: Int) {
        append(0, count: 1)
        append(length - 11, count: 7)
    }
}
