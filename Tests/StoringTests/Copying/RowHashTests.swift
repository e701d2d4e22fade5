import Foundation
import GRDB
import Testing

@testable import Storing

struct RowHashTests {
    private func bytes(_ row: [DatabaseValue]) -> [UInt8] {
        var hash = RowHash()
        hash.add(row)
        return hash.lastRow
    }

    private static let rows: [[DatabaseValue]] = [
        [.null], ["".databaseValue], [Data().databaseValue], [(0 as Int).databaseValue],
        ["ab".databaseValue, "c".databaseValue], ["a".databaseValue, "bc".databaseValue],
        [(1 as Int).databaseValue], [(1 as Double).databaseValue], ["1".databaseValue],
        [(-1 as Int).databaseValue],
        [Data([1]).databaseValue], [.null, .null],
    ]

    @Test func `rows that differ give other bytes`() {
        #expect(Set(Self.rows.map(bytes)).count == Self.rows.count)
    }

    @Test func `the sign of zero, which SQLite does not keep, makes no difference`() {
        #expect(bytes([(-0.0 as Double).databaseValue]) == bytes([(0 as Double).databaseValue]))
    }

    @Test func `the hash is that of all rows in their order`() {
        var one = RowHash()
        var other = RowHash()
        for row in Self.rows { one.add(row) }
        for row in Self.rows.reversed() { other.add(row) }
        #expect(one.hex != other.hex)
        #expect(one.rows == Self.rows.count)
        var empty = RowHash()
        #expect(
            empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        empty.add([])
        #expect(empty.rows == 1)
    }
}
