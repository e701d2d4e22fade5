import Crypto
package import Foundation

/// Keyed hashes that stand for people's names (EDPB Guidelines 01/2025: a MAC whose key is kept
/// apart from the data).
package struct Pseudonymizer: Sendable {
    /// Has taken in the key, which would take as long as a name each time.
    private let keyed: HMAC<SHA256>

    /// - Parameter key: 32 random bytes; whoever destroys them makes every pseudonym anonymous.
    package init(key: Data) {
        keyed = HMAC(key: SymmetricKey(data: key))
    }

    /// 26 characters of base32 (RFC 4648 §6, 128 bits).
    ///
    /// One name gives different pseudonyms at different sources, so that nobody is followed from site
    /// to site.
    package func pseudonym(of name: String, at source: String) -> String {
        let folded = Self.folded(name)
        var mac = keyed
        mac.update(data: Data("\(source.utf8.count):\(source)".utf8))
        mac.update(data: Data(folded.utf8))
        return Self.base32(mac.finalize().prefix(16))
    }

    /// The same for any texts, hashed as one so that no two different lists give the same bytes.
    package func keyedHash(of parts: [String]) -> String {
        var mac = keyed
        // No source has an empty name, so that none of these is anybody's pseudonym.
        mac.update(data: Data("0:".utf8))
        for part in parts { mac.update(data: Data("\(part.utf8.count):\(part)".utf8)) }
        return Self.base32(mac.finalize().prefix(16))
    }

    /// Whether a text may be a pseudonym rather than a name.
    package static func isPseudonym(_ text: String) -> Bool {
        text.utf8.count == 26 && text.utf8.allSatisfy(digits.contains)
    }

    // MARK: - Private

    private static func folded(_ name: String) -> String {
        // Most names: nothing to compose and, for the most part, nothing to trim.
        if name.utf8.allSatisfy({ (0x21..<0x80).contains($0) || $0 == 0x20 }),
            name.utf8.first != 0x20, name.utf8.last != 0x20
        {
            return name.lowercased()
        }
        return name.precomposedStringWithCanonicalMapping.lowercased()
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    private static func base32(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(digits[Int(bits >> UInt32(count) & 31)])
            }
        }
        if count > 0 { text.append(digits[Int(bits << UInt32(5 - count) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
