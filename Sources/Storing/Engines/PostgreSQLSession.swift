import Foundation
import GRDB
import PostgreSQL

/// A connection to a server that keeps an archive, with what belongs to it.
final class PostgreSQLSession {
    let connection: Connection
    let words: WordCutter
    /// What was read and is of no type that it may be, of this transaction; it then fails.
    private(set) var mistake: String?
    /// Whether the server has answered anything in this transaction.
    private(set) var hasAnswered = false
    private var cursors = 0
    private var madeSnippets: SnippetMaker?
    /// Statements in the server's words, by ours.
    private var translations: [String: String] = [:]

    init(_ connection: Connection) throws {
        self.connection = connection
        words = try WordCutter()
    }

    func begin(isReadOnly: Bool) throws {
        mistake = nil
        hasAnswered = false
        cursors = 0
        // Goes out with the first statement.
        try connection.send(
            .kept(
                "BEGIN ISOLATION LEVEL REPEATABLE READ, \(isReadOnly ? "READ ONLY" : "READ WRITE")")
        )
    }

    /// Sees to it that all statements were carried out, and that what they gave was understood.
    func finish() throws {
        try connection.flush()
        if let mistake { throw StoreError.failed(reason: mistake) }
    }

    /// The same, and the transaction's number; `nil` where it has changed nothing.
    func finishNumbered() throws -> String? {
        let number = try connection.query(
            .kept("SELECT pg_current_xact_id_if_assigned()::text"))
        if let mistake { throw StoreError.failed(reason: mistake) }
        return number.text(0, 0)
    }

    func send(_ sql: String, isKept: Bool, _ arguments: StatementArguments) throws {
        try connection.send(statement(sql, isKept: isKept), arguments.ofPostgreSQL)
    }

    func query(_ sql: String, isKept: Bool, _ arguments: StatementArguments) throws -> QueryResult {
        let result = try connection.query(statement(sql, isKept: isKept), arguments.ofPostgreSQL)
        hasAnswered = true
        return result
    }

    func query(_ sql: String, isKept: Bool, ofEach lists: [StatementArguments]) throws
        -> [QueryResult]
    {
        let results = try connection.query(
            statement(sql, isKept: isKept), ofEach: lists.map(\.ofPostgreSQL))
        hasAnswered = true
        return results
    }

    /// Remembers the first thing that was read and not understood.
    func note(_ mistake: String) {
        self.mistake = self.mistake ?? mistake
    }

    /// Made when it is first needed.
    var snippets: SnippetMaker {
        get throws {
            if let madeSnippets { return madeSnippets }
            let made = try SnippetMaker()
            madeSnippets = made
            return made
        }
    }

    /// A name for a cursor that this transaction has not had.
    func nextCursor() -> String {
        cursors += 1
        return "c\(cursors)"
    }

    // MARK: - Private

    private static let mostTranslations = 400

    private func statement(_ sql: String, isKept: Bool) -> Connection.Statement {
        let text = translation(of: sql)
        return isKept ? .kept(text) : .text(text)
    }

    private func translation(of sql: String) -> String {
        if let known = translations[sql] { return known }
        if translations.count >= Self.mostTranslations { translations = [:] }
        let text = Dialect.postgreSQL(sql)
        translations[sql] = text
        return text
    }
}

/// A statement of one session.
struct PostgreSQLStatement {
    let sql: String
    let isKept: Bool
    let session: PostgreSQLSession

    func send(_ arguments: StatementArguments) throws {
        try session.send(sql, isKept: isKept, arguments)
    }

    func rows(_ arguments: StatementArguments) throws -> QueryResult {
        try session.query(sql, isKept: isKept, arguments)
    }

    func allRows(_ arguments: StatementArguments) throws -> [Row] {
        allRows(in: try rows(arguments))
    }

    func rows(ofEach lists: [StatementArguments]) throws -> [[Row]] {
        try session.query(sql, isKept: isKept, ofEach: lists).map(allRows(in:))
    }

    func insert(ofEach lists: [StatementArguments]) throws -> [Int64?] {
        try session.query(sql + " RETURNING id", isKept: isKept, ofEach: lists).map { result in
            result.rowCount == 0 ? nil : result.integer(0, 0)
        }
    }

    private func allRows(in result: QueryResult) -> [Row] {
        (0..<result.rowCount).map {
            Row(PostgreSQLRow(result: result, row: $0, session: session))
        }
    }

    func cursor(_ arguments: StatementArguments) throws -> PostgreSQLCursor {
        let name = session.nextCursor()
        try session.send(
            "DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", isKept: false, arguments)
        return PostgreSQLCursor(name: name, session: session)
    }
}

/// A row among those that the server sent.
struct PostgreSQLRow {
    let result: QueryResult
    let row: Int
    let session: PostgreSQLSession

    func column(named name: String) -> Int {
        guard let column = result.column(named: name) else {
            preconditionFailure("there is no column '\(name)' among \(result.names)")
        }
        return column
    }

    func optional<Value: ColumnValue>(_ column: Int) -> Value? {
        result.isNull(row, column) ? nil : value(column)
    }

    /// A column as it is stored.
    func stored(_ column: Int) -> DatabaseValue {
        guard let value = result.value(row, column) else {
            session.note("column \(result.describe(column: column)), cannot be read")
            return .null
        }
        return DatabaseValue(value)
    }

    /// What is of another type, or NULL where it may not be, fails the transaction when it ends:
    /// until then something stands for it.
    func value<Value: ColumnValue>(_ column: Int) -> Value {
        guard let value = Value.read(result, row, column) else {
            session.note(
                "column \(result.describe(column: column)), cannot be read as \(Value.self)")
            return .absent
        }
        return value
    }
}

/// Rows that the server keeps until they are asked for, some at a time.
///
/// Other statements may be carried out in between.
final class PostgreSQLCursor {
    private let name: String
    private let session: PostgreSQLSession
    private var rows: QueryResult?
    private var place = 0
    private var isOver = false

    private static let rowsAtOnce = 500

    init(name: String, session: PostgreSQLSession) {
        self.name = name
        self.session = session
    }

    func next() throws -> PostgreSQLRow? {
        if let rows, place < rows.rowCount {
            defer { place += 1 }
            return PostgreSQLRow(result: rows, row: place, session: session)
        }
        guard !isOver else { return nil }
        let rows = try session.query(
            "FETCH \(Self.rowsAtOnce) FROM \(name)", isKept: false, [])
        isOver = rows.rowCount < Self.rowsAtOnce
        if isOver { try session.send("CLOSE \(name)", isKept: false, []) }
        self.rows = rows
        place = 0
        return try rows.rowCount == 0 ? nil : next()
    }
}
