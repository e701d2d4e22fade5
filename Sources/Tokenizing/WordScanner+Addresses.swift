import Glibc
import Masking

/// Web and e-mail addresses, each one word.
extension WordScanner {
    /// Reads a web or e-mail address that begins here, where there is one.
    mutating func scanAddress() -> Bool {
        guard mayBeginAddress, !followsWord, let end = webAddressEnd() ?? mailAddressEnd() else {
            return false
        }
        appendLink(to: end)
        return true
    }

    /// Reads what stands for a masked address or number, in one piece as those are.
    mutating func scanMask() -> Bool {
        guard let mask = Mask.allCases.first(where: { starts(with: $0.rawValue) }) else {
            return false
        }
        appendLink(to: byte + mask.rawValue.utf8.count)
        return true
    }

    private mutating func appendLink(to end: Int) {
        let (start, scalarStart) = (byte, scalar)
        var folding = Folding(at: byte)
        while byte < end {
            let (value, length) = decode(at: byte)
            skip(length)
            fold(table[value].lowercase, into: &folding)
        }
        append(.link, from: start, scalarStart, folding)
    }

    /// What a look at two letters, and at the next `@`, does not rule out.
    private var mayBeginAddress: Bool {
        @inline(__always) mutating get {
            if nextAt < byte { findNextAt() }
            return nextAt - byte <= Self.longestLocalPart || mayBeginWebAddress(at: byte)
        }
    }

    @inline(__always)
    func mayBeginWebAddress(at offset: Int) -> Bool {
        let first = self[offset] | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") else { return false }
        let second = self[offset + 1] | 0x20
        return first == UInt8(ascii: "h") && second == UInt8(ascii: "t")
            || first == UInt8(ascii: "w") && second == UInt8(ascii: "w")
    }

    mutating func findNextAt() {
        let found = unsafe memchr(text + byte, Int32(UInt8(ascii: "@")), textEnd - byte)
        guard let found = unsafe found else {
            nextAt = textEnd + 65
            return
        }
        nextAt = unsafe found - UnsafeMutableRawPointer(text)
    }

    /// The end of an address that begins here with `http://`, `https://` or `www.`.
    private func webAddressEnd() -> Int? {
        guard starts(with: "http://") || starts(with: "https://") || starts(with: "www.") else {
            return nil
        }
        return trimmed(run(from: byte) { !endsAddress($0) })
    }

    /// In bytes, of the name before the `@` (RFC 5321 §4.5.3.1.1).
    private static let longestLocalPart = 64

    /// The end of an address that begins here, as `name@host.tld`.
    private func mailAddressEnd() -> Int? {
        guard nextAt < textEnd, nextAt - byte <= Self.longestLocalPart,
            run(from: byte, while: { isAddressPart($0) }) == nextAt
        else { return nil }
        let end = trimmed(run(from: nextAt + 1, while: { isAddressPart($0) }))
        return end > nextAt + 3 && (nextAt + 1..<end).contains { self[$0] == UInt8(ascii: ".") }
            ? end : nil
    }

    private var followsWord: Bool {
        guard !afterSpace, count > 0 else { return false }
        let last = self[word: count - 1]
        return last.kind != .mark && last.byteRange.upperBound == byte
    }

    /// Without regard to ASCII case.
    private func starts(with prefix: String) -> Bool {
        // The 0 behind the text is in no prefix.
        var offset = byte
        return prefix.utf8.allSatisfy { wanted in
            defer { offset += 1 }
            return self[offset] | 0x20 == wanted | 0x20
        }
    }

    private func run(from start: Int, while belongs: (UInt32) -> Bool) -> Int {
        var end = start
        while end < textEnd {
            let (value, length) = decode(at: end)
            guard belongs(value) else { break }
            end += length
        }
        return end
    }

    /// White space of any script, and what stands around addresses.
    private func endsAddress(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x80 else { return UInt8(scalar).endsAddress }
        let kind = table[scalar].kind
        return kind == .space || kind == .newline
    }

    /// Of an e-mail address: letters of any script, but not their punctuation.
    private func isAddressPart(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x80 else { return UInt8(scalar).isAddressPart }
        let kind = table[scalar].kind
        return kind == .letter || kind == .digit || kind == .combining
    }

    /// An address does not end in the punctuation of the sentence around it.
    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > byte, ".,;:!?)]}'\"".utf8.contains(self[end - 1]) { end -= 1 }
        return end
    }
}

extension UInt8 {
    /// An ASCII letter or digit, or `_`.
    fileprivate var isWordPart: Bool {
        (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F
    }

    fileprivate var isAddressPart: Bool {
        isWordPart || self == 0x2B || self == 0x2D || self == 0x2E
    }

    fileprivate var endsAddress: Bool {
        self <= 0x20 || self == 0x22 || self == 0x3C || self == 0x3E
    }
}
