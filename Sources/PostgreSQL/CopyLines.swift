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
        case .text(let text): for byte in text.utf8 { add(byte) }
        case .bytes(let data):
            bytes.append(contentsOf: #"\\x"#.utf8)
            for byte in data {
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
        // As in a parameter: there is no NUL in the server's texts.
        case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
        default: bytes.append(byte)
        }
    }
}
