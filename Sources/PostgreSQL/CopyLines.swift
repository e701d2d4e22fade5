import Foundation

/// Rows in the text format of COPY (PostgreSQL, "COPY", "File Formats").
struct CopyLines {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(_ row: [SQLParameter]) {
        for (place, value) in row.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: "\t")) }
            add(value)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    // MARK: - Private

    private static let digits = Array("0123456789abcdef".utf8)

    private mutating func add(_ value: SQLParameter) {
        switch value {
        case .null: bytes.append(contentsOf: #"\N"#.utf8)
        case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
        case .real(let number): bytes.append(contentsOf: "\(number)".utf8)
        case .text(var text): text.withUTF8 { unsafe add($0) }
        case .bytes(let data):
            bytes.append(contentsOf: #"\\x"#.utf8)
            for byte in data {
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            }
        }
    }

    /// Copies what stands between the few bytes that are written otherwise as a whole.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for place in 0..<text.count {
            guard let escape = unsafe Self.escape(text[place]) else { continue }
            unsafe bytes.append(contentsOf: text[start..<place])
            bytes.append(contentsOf: escape.utf8)
            start = place + 1
        }
        unsafe bytes.append(contentsOf: text[start...])
    }

    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\\"): #"\\"#
        case UInt8(ascii: "\n"): #"\n"#
        case UInt8(ascii: "\r"): #"\r"#
        case UInt8(ascii: "\t"): #"\t"#
        // As in a parameter: there is no NUL in the server's texts.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
