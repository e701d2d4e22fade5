import Crypto
import Foundation

/// SHA-256 of bytes or texts.
package enum ContentHash {
    /// Lower-case hex.
    package static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var hasher = SHA256()
        // Where they lie: there may be many.
        let isTaken: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
        if isTaken == nil { hasher.update(data: Array(bytes)) }
        return hex(of: hasher.finalize())
    }

    /// Hashes several texts as one, so that no two different lists give the same bytes.
    ///
    /// Each goes in behind its own length. Lower-case hex.
    package static func hex(of parts: [String]) -> String {
        var hasher = SHA256()
        for part in parts {
            hasher.update(data: Array("\(part.utf8.count):".utf8))
            hasher.update(data: Array(part.utf8))
        }
        return hex(of: hasher.finalize())
    }

    /// SHA-256 of bytes in Base64 (RFC 4648 §4), as a Content-Security-Policy names a style by.
    package static func base64(_ bytes: some Sequence<UInt8>) -> String {
        var hasher = SHA256()
        hasher.update(data: Array(bytes))
        return Data(hasher.finalize()).base64EncodedString()
    }

    // MARK: - Private

    private static let digits = Array("0123456789abcdef".utf8)

    /// - Parameter digest: as many bytes as SHA-256 gives.
    static func hex(of digest: some Sequence<UInt8>) -> String {
        unsafe String(unsafeUninitializedCapacity: 2 * SHA256Digest.byteCount) { text in
            for (place, byte) in digest.enumerated() {
                unsafe text[2 * place] = digits[Int(byte >> 4)]
                unsafe text[2 * place + 1] = digits[Int(byte & 15)]
            }
            return 2 * SHA256Digest.byteCount
        }
    }
}
