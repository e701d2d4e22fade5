import CLibPQ
package import Foundation

/// What the server answered to one statement.
///
/// Not `Sendable`: it belongs to whoever asked.
@safe package final class QueryResult {
    private let raw: OpaquePointer
    package let rowCount: Int
    package let columnCount: Int
    private let types: [ColumnType]
    private lazy var places = Dictionary(
        names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })

    /// - Parameter raw: released with this.
    init(_ raw: OpaquePointer) {
        unsafe self.raw = unsafe raw
        rowCount = Int(unsafe PQntuples(raw))
        columnCount = Int(unsafe PQnfields(raw))
        types = (0..<Int32(columnCount)).map { unsafe ColumnType(PQftype(raw, $0)) }
    }

    deinit { unsafe PQclear(raw) }

    /// Rows that the statement inserted, changed or deleted.
    package var changedRows: Int {
        unsafe PQcmdTuples(raw).flatMap { unsafe Int(String(cString: $0)) } ?? 0
    }

    package var names: [String] {
        (0..<Int32(columnCount)).map { column in
            unsafe PQfname(raw, column).map { unsafe String(cString: $0) } ?? ""
        }
    }

    /// The place of the first column of this name.
    package func column(named name: String) -> Int? { places[name] }

    package func isNull(_ row: Int, _ column: Int) -> Bool {
        unsafe PQgetisnull(raw, Int32(row), Int32(column)) == 1
    }

    // MARK: Values; `nil` for NULL, and where the column is of a type that cannot be read so.

    package func integer(_ row: Int, _ column: Int) -> Int64? {
        unsafe withBytes(row, column) { unsafe Self.integer($0, types[column]) } ?? nil
    }

    package func real(_ row: Int, _ column: Int) -> Double? {
        unsafe withBytes(row, column) { bytes in
            switch types[column] {
            case .real64: Double(bitPattern: unsafe Self.bits(bytes))
            case .real32:
                Double(Float(bitPattern: UInt32(truncatingIfNeeded: unsafe Self.bits(bytes))))
            default: unsafe Self.integer(bytes, types[column]).map(Double.init)
            }
        } ?? nil
    }

    package func truth(_ row: Int, _ column: Int) -> Bool? {
        unsafe withBytes(row, column) { bytes in
            types[column] == .truth
                ? unsafe bytes.first == 1
                : unsafe Self.integer(bytes, types[column]).map { $0 != 0 }
        } ?? nil
    }

    package func text(_ row: Int, _ column: Int) -> String? {
        guard types[column] == .text else { return nil }
        return unsafe withBytes(row, column) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    package func bytes(_ row: Int, _ column: Int) -> Data? {
        guard types[column] == .bytes else { return nil }
        return unsafe withBytes(row, column) { unsafe Data($0) }
    }

    /// A value of whatever type, a truth value as 0 or 1; `nil` where it is of a type that cannot be
    /// read.
    package func value(_ row: Int, _ column: Int) -> SQLParameter? {
        guard !isNull(row, column) else { return .null }
        switch types[column] {
        case .truth: return truth(row, column).map { .integer($0 ? 1 : 0) }
        case .integer16, .integer32, .integer64: return integer(row, column).map { .integer($0) }
        case .real32, .real64: return real(row, column).map { .real($0) }
        case .text: return text(row, column).map { .text($0) }
        case .bytes: return bytes(row, column).map { .bytes($0) }
        case .other: return nil
        }
    }

    /// What a message calls a column: `'date', of type 20`.
    package func describe(column: Int) -> String {
        "'\(names[column])', of type \(unsafe PQftype(raw, Int32(column)))"
    }

    // MARK: What it is

    var status: ExecStatusType { unsafe PQresultStatus(raw) }

    var sqlState: String? { field(shim_diagnostic_sqlstate) }

    /// In one line, without what the statement was.
    ///
    /// Of a row that breaks a constraint the server's detail is the row, with what somebody wrote in it;
    /// the message itself names the constraint.
    var message: String {
        guard let message = field(shim_diagnostic_message) else {
            return unsafe PQresultErrorMessage(raw).map { unsafe String(cString: $0).oneLine } ?? ""
        }
        guard sqlState?.hasPrefix("23") != true else { return message.oneLine }
        return (field(shim_diagnostic_detail).map { "\(message) (\($0))" } ?? message).oneLine
    }

    // MARK: - Private

    /// - Parameter body: the bytes are gone when it returns.
    /// - Returns: `nil` for NULL, whose bytes are none, as are those of an empty text.
    private func withBytes<Value>(
        _ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value? {
        guard !isNull(row, column) else { return nil }
        let length = unsafe PQgetlength(raw, Int32(row), Int32(column))
        let start = unsafe PQgetvalue(raw, Int32(row), Int32(column))
        return unsafe body(UnsafeRawBufferPointer(start: start, count: Int(length)))
    }

    private func field(_ code: Int32) -> String? {
        unsafe PQresultErrorField(raw, code).map { unsafe String(cString: $0) }
    }

    private static func integer(_ bytes: UnsafeRawBufferPointer, _ type: ColumnType) -> Int64? {
        switch type {
        case .integer64: Int64(bitPattern: unsafe bits(bytes))
        case .integer32: Int64(Int32(truncatingIfNeeded: unsafe bits(bytes)))
        case .integer16: Int64(Int16(truncatingIfNeeded: unsafe bits(bytes)))
        default: nil
        }
    }

    /// Of a number, which travels with its high byte first.
    private static func bits(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        unsafe bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The types that a column may have here (`pg_type.oid`).
private enum ColumnType {
    case truth, integer16, integer32, integer64, real32, real64, text, bytes, other

    init(_ oid: Oid) {
        switch oid {
        case 16: self = .truth
        case 17: self = .bytes
        case 20: self = .integer64
        case 21: self = .integer16
        case 23: self = .integer32
        case 700: self = .real32
        case 701: self = .real64
        // name, text, unknown, bpchar, varchar
        case 19, 25, 705, 1042, 1043: self = .text
        default: self = .other
        }
    }
}
