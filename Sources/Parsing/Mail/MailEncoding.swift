/// How bytes were made to pass through old mail servers (RFC 2045 §6).
enum MailEncoding {
    /// - Parameter name: as the field says it; bytes of any other are as they are.
    static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
        switch name.trimmed.lowercased() {
        case "quoted-printable": quotedPrintable(bytes, isWord: false)
        case "base64": base64(bytes)
        default: Array(bytes)
        }
    }

    /// - Parameter isWord: whether it is one of a head, in which `_` is a space (RFC 2047 §4.2).
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isWord: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == equals {
                let rest = bytes[index...]
                if let high = rest.first?.hexDigit, let low = rest.dropFirst().first?.hexDigit {
                    text.append(high << 4 | low)
                    index += 2
                    continue
                }
                // A line that goes on in the next one; blanks behind the sign were put there on the way.
                let blanks = rest.prefix { $0 == .space || $0 == .tab || $0 == .carriageReturn }
                if blanks.endIndex == bytes.endIndex || bytes[blanks.endIndex] == .lineFeed {
                    index = min(blanks.endIndex + 1, bytes.endIndex)
                    continue
                }
            }
            text.append(isWord && byte == underscore ? .space : byte)
        }
        return text
    }

    /// Whatever is none of its signs is passed over, and one that was cut is read up to there.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            if byte == equals { break }
            guard let value = value(of: byte) else { continue }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            text.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return text
    }

    // MARK: - Private

    private static let equals = UInt8(ascii: "=")
    private static let underscore = UInt8(ascii: "_")

    private static func value(of sign: UInt8) -> UInt32? {
        switch sign {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(sign - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(sign - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(sign - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
