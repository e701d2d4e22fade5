import Crypto

/// SHA-256 of what comes bit by bit.
package struct RunningHash {
    private var hasher = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    }

    /// Of all that came so far, in lower-case hex.
    package var hex: String { ContentHash.hex(of: hasher.finalize()) }
}
