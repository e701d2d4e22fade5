import Foundation
import Model

/// A line of a stream, and where it stands there.
package struct InputLine: Sendable {
    /// Counted from 1, blank ones too.
    package let number: Int
    /// Without its end (LF or CRLF).
    package let bytes: ArraySlice<UInt8>
    /// Whether it is longer than allowed: these are its first bytes.
    package let isCut: Bool

    package init(number: Int, bytes: ArraySlice<UInt8>, isCut: Bool = false) {
        self.number = number
        self.bytes = bytes
        self.isCut = isCut
    }

    /// As Foundation reads it.
    var json: Data { Data(bytes.withoutHalfCharacters) }
}
