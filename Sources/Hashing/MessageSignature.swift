import Crypto
import Foundation

/// By which a receiver knows that a message is ours and whole.
package enum MessageSignature {
    /// HMAC-SHA-256 (RFC 2104) in lower-case hex.
    package static func hex(of bytes: [UInt8], secret: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return ContentHash.hex(of: HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }
}
