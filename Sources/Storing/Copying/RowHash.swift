import GRDB
import Hashing

/// Rows of one table in bytes that are the same whatever engine keeps them, and the hash of all.
struct RowHash {
    private(set) var rows = 0
    private var hash = RunningHash()
    private(set) var lastRow: [UInt8] = []

    /// In lower-case hex.
    var hex: String { hash.hex }

    /// Takes in the next row; rows come in the order of their key.
    mutating func add(_ row: [DatabaseValue]) {
        lastRow.removeAll(keepingCapacity: true)
        for value in row { add(value) }
        hash.add(lastRow)
        rows += 1
    }

    // MARK: - Private

    /// A letter for the kind, and behind texts' and bytes' lengths what they hold, so that no two rows
    /// give the same bytes.
    private mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: lastRow.append(UInt8(ascii: "n"))
        case .int64(let number):
            lastRow.append(UInt8(ascii: "i"))
            add(UInt64(bitPattern: number))
        case .double(let number):
            lastRow.append(UInt8(ascii: "r"))
            // SQLite keeps no sign of zero.
            add(number == 0 ? 0 : number.bitPattern)
        case .string(let text):
            lastRow.append(UInt8(ascii: "t"))
            add(UInt64(text.utf8.count))
            lastRow.append(contentsOf: text.utf8)
        case .blob(let data):
            lastRow.append(UInt8(ascii: "b"))
            add(UInt64(data.count))
            lastRow.append(contentsOf: data)
        }
    }

    private mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            lastRow.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
