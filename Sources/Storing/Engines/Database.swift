import GRDB
import PostgreSQL

/// One session with an archive, inside a transaction: what every statement of this module goes
/// through, whichever engine keeps the archive.
///
/// Statements are written once, in what SQLite and PostgreSQL have in common, with `?` for arguments;
/// what is left between the two, `Dialect` rewrites. It is shaped as GRDB's own, which is what lies
/// below it for a file, so that nothing is paid for it there.
struct Database {
    enum Engine {
        case sqlite(GRDB.Database)
        case postgreSQL(PostgreSQLSession)
    }

    let engine: Engine
    /// Those of a file.
    private let misreadings: Misreadings

    init(_ database: GRDB.Database, noting misreadings: Misreadings) {
        engine = .sqlite(database)
        self.misreadings = misreadings
    }

    init(_ session: PostgreSQLSession) {
        engine = .postgreSQL(session)
        misreadings = Misreadings()
    }

    /// An `ORDER BY` for a server, which gives rows in any order; nothing for a file, whose indexes
    /// give them in this order anyway, or in another that is as good.
    func order(by columns: String) -> String {
        switch engine {
        case .sqlite: ""
        case .postgreSQL: "ORDER BY \(columns)"
        }
    }

    /// A statement that is kept for as long as the session lasts; for one whose text is always the
    /// same.
    func cachedStatement(sql: String) throws -> Statement {
        switch engine {
        case .sqlite(let database):
            Statement(kept: try database.cachedStatement(sql: sql), database, misreadings)
        case .postgreSQL(let session): Statement(sql, isKept: true, session, misreadings)
        }
    }

    /// A statement for once.
    func makeStatement(sql: String) throws -> Statement {
        switch engine {
        case .sqlite(let database):
            Statement(try database.makeStatement(sql: sql), database, misreadings)
        case .postgreSQL(let session): Statement(sql, isKept: false, session, misreadings)
        }
    }

    func execute(sql: String, arguments: StatementArguments = []) throws {
        try makeStatement(sql: sql).execute(arguments: arguments)
    }

    /// The same, and how many rows it inserted, changed or deleted.
    func countChanges(sql: String, arguments: StatementArguments = []) throws -> Int {
        try makeStatement(sql: sql).countChanges(arguments: arguments)
    }
}

/// A statement of one session.
struct Statement {
    private enum Kind {
        case sqlite(GRDB.Statement, GRDB.Database)
        /// One that is carried out many times, and is known to change nothing but rows.
        case keptSQLite(GRDB.Statement, GRDB.Database)
        case postgreSQL(PostgreSQLStatement)
    }

    private let kind: Kind
    private let misreadings: Misreadings

    init(_ statement: GRDB.Statement, _ database: GRDB.Database, _ misreadings: Misreadings) {
        kind = .sqlite(statement, database)
        self.misreadings = misreadings
    }

    init(kept statement: GRDB.Statement, _ database: GRDB.Database, _ misreadings: Misreadings) {
        kind = .keptSQLite(statement, database)
        self.misreadings = misreadings
    }

    init(
        _ sql: String, isKept: Bool, _ session: PostgreSQLSession, _ misreadings: Misreadings
    ) {
        kind = .postgreSQL(PostgreSQLStatement(sql: sql, isKept: isKept, session: session))
        self.misreadings = misreadings
    }

    /// Carries it out; a server may do so only when something is asked of it, at the latest before the
    /// transaction ends.
    func execute(arguments: StatementArguments = []) throws {
        switch kind {
        case .sqlite(let statement, _):
            try statement.execute(arguments: arguments.ofSQLite)
        case .keptSQLite(let statement, let database):
            try statement.carryOut(with: arguments.values, in: database)
        case .postgreSQL(let statement): try statement.send(arguments)
        }
    }

    /// Carries it out and says how many rows it inserted, changed or deleted.
    func countChanges(arguments: StatementArguments = []) throws -> Int {
        switch kind {
        case .sqlite(let statement, let database):
            try statement.execute(arguments: arguments.ofSQLite)
            return database.changesCount
        case .keptSQLite(let statement, let database):
            try statement.carryOut(with: arguments.values, in: database)
            return database.changesCount
        case .postgreSQL(let statement): return try statement.rows(arguments).changedRows
        }
    }

    /// Inserts a row into a table with a column `id` that is numbered by itself.
    ///
    /// - Returns: its number; `nil` where the row was there and `ON CONFLICT` leaves it.
    func insert(arguments: StatementArguments) throws -> Int64? {
        try insert(ofEach: [arguments])[0]
    }

    /// The same for many, one after the other; a server is waited for once.
    func insert(ofEach lists: [StatementArguments]) throws -> [Int64?] {
        switch kind {
        case .sqlite(_, let database), .keptSQLite(_, let database):
            try lists.map { arguments in
                try execute(arguments: arguments)
                return database.changesCount > 0 ? database.lastInsertedRowID : nil
            }
        case .postgreSQL(let statement): try statement.insert(ofEach: lists)
        }
    }

    // MARK: For rows and values

    func rows(_ arguments: StatementArguments) throws -> [Row] {
        switch kind {
        case .sqlite(let statement, _), .keptSQLite(let statement, _):
            try GRDB.Row.fetchAll(statement, arguments: arguments.ofSQLite).map {
                Row($0, noting: misreadings)
            }
        case .postgreSQL(let statement): try statement.allRows(arguments)
        }
    }

    func row(_ arguments: StatementArguments) throws -> Row? {
        switch kind {
        case .sqlite(let statement, _), .keptSQLite(let statement, _):
            try GRDB.Row.fetchOne(statement, arguments: arguments.ofSQLite).map {
                Row($0, noting: misreadings)
            }
        case .postgreSQL(let statement): try statement.allRows(arguments).first
        }
    }

    /// The rows for each of many arguments; a server is waited for once.
    func rows(ofEach lists: [StatementArguments]) throws -> [[Row]] {
        switch kind {
        case .sqlite, .keptSQLite: try lists.map(rows)
        case .postgreSQL(let statement): try statement.rows(ofEach: lists)
        }
    }

    func cursor(_ arguments: StatementArguments) throws -> RowCursor {
        switch kind {
        case .sqlite(let statement, _), .keptSQLite(let statement, _):
            RowCursor(
                try GRDB.Row.fetchCursor(statement, arguments: arguments.ofSQLite),
                noting: misreadings)
        case .postgreSQL(let statement): RowCursor(try statement.cursor(arguments))
        }
    }

    func value<Value: ColumnValue>(_: Value.Type, _ arguments: StatementArguments) throws -> Value?
    {
        switch kind {
        case .sqlite(let statement, _), .keptSQLite(let statement, _):
            try Value.fetchOne(statement, arguments: arguments.ofSQLite)
        case .postgreSQL(let statement): try statement.allRows(arguments).first?[0]
        }
    }

    func values<Value: ColumnValue>(_: Value.Type, _ arguments: StatementArguments) throws
        -> [Value]
    {
        switch kind {
        case .sqlite(let statement, _), .keptSQLite(let statement, _):
            try Value.fetchAll(statement, arguments: arguments.ofSQLite)
        case .postgreSQL(let statement): try statement.allRows(arguments).map { $0[0] }
        }
    }
}
