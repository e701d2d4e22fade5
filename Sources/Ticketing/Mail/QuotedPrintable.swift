/// Text as lines of ASCII, at most 76 characters each (RFC 2045 §6.7).
enum QuotedPrintable {
    /// - Returns: lines that end in CR LF, the last one too.
    static func encode(_ text: String) -> String {
        var result = ""
        for line in text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            result += encode(line: Array(line.utf8)) + "\r\n"
        }
        return result
    }

    // MARK: - Private

    private static func encode(line: [UInt8]) -> String {
        var result = ""
        var width = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let piece = piece(byte, isLast: isLast)
            // One place is kept for the `=` that says that the line goes on.
            if width + piece.count > (isLast ? 76 : 75) {
                result += "=\r\n"
                width = 0
            }
            result += piece
            width += piece.count
        }
        return result
    }

    private static func piece(_ byte: UInt8, isLast: Bool) -> String {
        switch byte {
        // Servers may take away space at the end of a line.
        case 0x20 where !isLast, 0x09 where !isLast, 0x21...0x3C, 0x3E...0x7E:
            return String(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return "=" + (digits.count == 1 ? "0" : "") + digits
        }
    }
}
