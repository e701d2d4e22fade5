import Glibc

/// A charset that is read by the system's own tables (iconv, POSIX.1-2024): those that few feeds we
/// listen to are in, as koi8-r, iso-8859-10 or shift_jis.
struct SystemCharset: Hashable {
    let label: String

    /// - Returns: `nil` where the system has no such charset, or the name is none that a charset has.
    init?(label: String) {
        let isName = label.utf8.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == .dash || $0 == .dot || $0 == UInt8(ascii: "_")
                || $0 == .colon
        }
        guard isName, (3...40).contains(label.utf8.count),
            let converter = unsafe Self.converter(from: label)
        else { return nil }
        unsafe iconv_close(converter)
        self.label = label.lowercased()
        // The document's first letters were read already: a charset in which they are others is not its.
        guard decoded(Array("<?xml".utf8)) == Array("<?xml".utf8) else { return nil }
    }

    /// Text as UTF-8; a byte that is no character becomes U+FFFD.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        guard let converter = unsafe Self.converter(from: label) else { return bytes }
        defer { unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var piece = [CChar](repeating: 0, count: 16 * 1024)
        unsafe input.withUnsafeMutableBufferPointer { input in
            var position = input.baseAddress
            var rest = input.count
            while rest > 0 {
                let result = unsafe piece.withUnsafeMutableBufferPointer { piece in
                    var end = piece.baseAddress
                    var room = piece.count
                    let result = unsafe iconv(converter, &position, &rest, &end, &room)
                    let fault = errno
                    unsafe output.append(
                        contentsOf: piece.prefix(piece.count - room).map { UInt8(bitPattern: $0) })
                    return result == -1 ? fault : 0
                }
                // The piece is full: on with the next one.
                guard result != 0, result != E2BIG else { continue }
                output.append("\u{FFFD}")
                unsafe position = position.map { unsafe $0 + 1 }
                rest -= 1
            }
        }
        return output
    }

    // MARK: - Private

    private static func converter(from label: String) -> iconv_t? {
        let converter = unsafe iconv_open("UTF-8", label)
        // What stands for an error is no address: -1.
        return unsafe Int(bitPattern: converter) == -1 ? nil : converter
    }
}
