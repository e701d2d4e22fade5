/// Writes gzip (RFC 1952) without a compressor: as it is, or as a bomb.
enum Gzip {
    /// The bytes in stored blocks, with their checksum.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var output = header
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            output.append(rest.isEmpty ? 1 : 0)
            output += littleEndian(length) + littleEndian(~length) + block
        } while !rest.isEmpty
        return output + littleEndian(checksum(bytes)) + littleEndian(UInt32(bytes.count))
    }

    /// One zero byte, repeated so often that it unpacks to about 158 times its size.
    ///
    /// One block in the fixed code (RFC 1951 §3.2.6): the byte itself, then "258 bytes from one
    /// back" again and again. The trailer is left out, as nobody should read so far.
    static func bomb(unpacksTo size: Int) -> [UInt8] {
        var bits: [Bool] = [true, true, false]
        bits += [false, false, true, true, false, false, false, false]
        let again = [true, true, false, false, false, true, false, true]
        let oneBack = [Bool](repeating: false, count: 5)
        for _ in 0..<(size / 258) { bits += again + oneBack }
        let bytes = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) {
                $0 | ($1.element ? 1 << UInt8($1.offset) : 0)
            }
        }
        return header + bytes
    }

    // MARK: - Private

    private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
