import Foundation
import PostgreSQL
import TestSupport
import Testing

@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ConnectionTests {
    private let cluster: PostgreSQLCluster
    private let connection: Connection

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        connection = try Connection(to: try ServerAddress(cluster.emptySchema()))
    }

    private static let rows: [[SQLParameter]] = [
        [
            .integer(.min), .real(-0.1), .text("Zażółć\tgęślą\\ \"jaźń\"\r\n"),
            .bytes(Data([0, 92, 255])),
        ],
        [.integer(.max), .real(1e-300), .text(""), .bytes(Data())],
        [.null, .null, .null, .null],
    ]

    private func makeTable() throws {
        try connection.run(
            script:
                "CREATE TABLE thing (number bigint, share double precision, name text, raw bytea)")
    }

    private func read() throws -> [[SQLParameter]] {
        let result = try connection.query(.text("SELECT * FROM thing"))
        return (0..<result.rowCount).map { row in
            [
                result.integer(row, 0).map { .integer($0) } ?? .null,
                result.real(row, 1).map { .real($0) } ?? .null,
                result.text(row, 2).map { .text($0) } ?? .null,
                result.bytes(row, 3).map { .bytes($0) } ?? .null,
            ]
        }
    }

    @Test func `values come back as they were sent`() throws {
        try makeTable()
        for row in Self.rows {
            try connection.send(.kept("INSERT INTO thing VALUES ($1, $2, $3, $4)"), row)
        }
        #expect(try read() == Self.rows)
    }

    @Test func `NULL is no text, number or truth value`() throws {
        let nothing = try connection.query(
            .text("SELECT NULL::text, NULL::bigint, NULL::float8, NULL::boolean, NULL::bytea, ''"))
        #expect(nothing.text(0, 0) == nil)
        #expect(nothing.integer(0, 1) == nil)
        #expect(nothing.real(0, 2) == nil)
        #expect(nothing.truth(0, 3) == nil)
        #expect(nothing.bytes(0, 4) == nil)
        #expect(nothing.text(0, 5)?.isEmpty == true)
    }

    @Test func `rows that are copied are those that were meant`() throws {
        try makeTable()
        var rows = Self.rows.makeIterator()
        try connection.copy(into: "thing", columns: ["number", "share", "name", "raw"]) {
            rows.next()
        }
        #expect(try read() == Self.rows)
    }

    @Test func `rows that a table does not allow are refused, and the connection goes on`() throws {
        try connection.run(script: "CREATE TABLE thing (number bigint PRIMARY KEY)")
        var rows = [[SQLParameter.integer(1)], [.integer(1)]].makeIterator()
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.copy(into: "thing", columns: ["number"]) { rows.next() }
        }
        #expect(error?.sqlState == "23505")
        #expect(try connection.query(.text("SELECT * FROM thing")).rowCount == 0)
    }

    @Test func `a NUL, which no text may hold there, becomes a sign that something was`() throws {
        try makeTable()
        try connection.send(.text("INSERT INTO thing (name) VALUES ($1)"), [.text("a\0b")])
        var copied = [[SQLParameter.text("c\0")]].makeIterator()
        try connection.copy(into: "thing", columns: ["name"]) { copied.next() }
        let names = try read().map { $0[2] }
        #expect(names == [.text("a\u{FFFD}b"), .text("c\u{FFFD}")])
    }

    @Test func `what fails unheard is told by what is asked next, and nothing behind it is done`()
        throws
    {
        try makeTable()
        try connection.send(.kept("INSERT INTO thing (number) VALUES ($1)"), [.integer(1)])
        try connection.send(.kept("INSERT INTO nothing VALUES ($1)"), [.integer(2)])
        try connection.send(.kept("INSERT INTO thing (share) VALUES ($1)"), [.integer(3)])
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.query(.text("SELECT 1"))
        }
        #expect(error?.sqlState == "42P01")
        #expect(error?.message == "relation \"nothing\" does not exist")
        #expect(error?.isConnectionLost == false)
        #expect(try read().isEmpty)
        // What was to be kept behind it is kept when it is sent again.
        try connection.send(.kept("INSERT INTO thing (share) VALUES ($1)"), [.integer(3)])
        #expect(try read().count == 1)
    }

    @Test func `more statements than buffers hold pass, and more texts than are kept`() throws {
        try makeTable()
        for number in 0..<1_000 {
            try connection.send(
                .kept("INSERT INTO thing (number) VALUES ($1 + \(number))"), [.integer(0)])
        }
        #expect(
            try connection.query(.text("SELECT sum(number)::bigint FROM thing")).integer(0, 0)
                == 499_500)
    }

    @Test func `one statement for many parameters gives the rows of each, in their order`() throws {
        // Unheard of, and no one's answer.
        try connection.send(.text("SELECT -1"))
        let results = try connection.query(
            .kept("SELECT generate_series(1, $1::bigint)"),
            ofEach: (0..<250).map { [.integer(Int64($0 % 3))] })
        #expect(results.map(\.rowCount) == (0..<250).map { $0 % 3 })
        #expect(try connection.query(.kept("SELECT 1"), ofEach: []).isEmpty)
    }

    @Test func `where one of many fails, the failure is told and nothing behind it is done`() throws
    {
        try makeTable()
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.query(
                .kept("INSERT INTO thing (number) VALUES (1 / $1::bigint)"),
                ofEach: [[.integer(0)], [.integer(1)]])
        }
        #expect(error?.sqlState == "22012")
        #expect(try read().isEmpty)
    }

    @Test func `a value of any type that is used here can be read without knowing it`() throws {
        let result = try connection.query(
            .text(
                """
                SELECT true, false, 1::smallint, -2::integer, 3::bigint, 0.5::real, 0.25::float8,
                    'ż'::text, decode('00ff', 'hex'), NULL::text
                """))
        let expected: [SQLParameter] = [
            .integer(1), .integer(0), .integer(1), .integer(-2), .integer(3), .real(0.5),
            .real(0.25), .text("ż"), .bytes(Data([0, 255])), .null,
        ]
        #expect((0..<result.columnCount).compactMap { result.value(0, $0) } == expected)
        let other = try connection.query(.text("SELECT 1.5::numeric"))
        #expect(other.value(0, 0) == nil)
    }

    @Test func `a column of another type is not read`() throws {
        let result = try connection.query(.text("SELECT 'a'::text AS name, 1.5::numeric AS price"))
        #expect(result.integer(0, 0) == nil)
        #expect(result.real(0, 1) == nil)
        #expect(result.describe(column: 1) == "'price', of type 1700")
    }

    @Test func `a server process that is ended is told from one that refuses`() throws {
        let other = try Connection(to: connection.address)
        _ = try connection.query(
            .text("SELECT pg_terminate_backend($1)"), [.integer(Int64(other.serverProcess))])
        let error = #expect(throws: PostgreSQLError.self) { try other.query(.text("SELECT 1")) }
        #expect(error?.isConnectionLost == true)
    }

    @Test func `the program is known by its name`() throws {
        let name = try connection.query(.text("SELECT current_setting('application_name')"))
        #expect(name.text(0, 0) == "earshot")
    }
}
