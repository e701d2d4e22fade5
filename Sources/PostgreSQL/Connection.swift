import CLibPQ
import Foundation

/// One session with a server.
///
/// Statements are sent behind one another without waiting for what nobody has asked for (libpq,
/// "Pipeline Mode"): what fails among them is told by the next one that is waited for, and nothing
/// that was sent after it is carried out.
///
/// Not `Sendable`: libpq allows a connection on one thread at a time (libpq, "Behavior in Threaded
/// Programs").
@safe package final class Connection {
    /// How a statement is known to the server.
    package enum Statement {
        /// Read anew each time.
        case text(String)
        /// Read once, and kept under its text for as long as the connection lasts.
        case kept(String)
    }

    let raw: OpaquePointer
    package let address: ServerAddress
    /// Names of the statements that the server keeps, by their texts.
    private var kept: [String: String] = [:]
    /// The texts of those that the server has not yet confirmed.
    private var unconfirmed: [String] = []
    /// How many names were given; none is given twice.
    private var names = 0
    /// Commands that were sent and whose results nobody has read.
    private var unread = 0
    /// How often the server was told meanwhile that this was all for now, without anybody waiting for
    /// its answer.
    private var unreadEnds = 0

    /// - Throws: where nobody answers in time, or the server is none that one can work with.
    package init(to address: ServerAddress, application: String = "earshot")
        throws(PostgreSQLError)
    {
        self.address = address
        unsafe raw = try Self.connect(
            [
                // The address overrides what stands in front of it.
                ("fallback_application_name", application), ("keepalives_idle", "30"),
                ("keepalives_interval", "10"), ("keepalives_count", "3"),
                ("tcp_user_timeout", "60000"), ("dbname", address.text),
                ("client_encoding", "UTF8"),
            ], to: address, within: address.patience)
        let version = unsafe PQserverVersion(raw)
        guard version >= 130_000 else {
            throw .tooOld("\(version / 10_000).\(version % 10_000)")
        }
        try enterPipeline()
        try set(Self.keepalives, where: "source = 'default'")
    }

    deinit { unsafe PQfinish(raw) }

    /// The version of libpq found when the program runs, such as `15.8`.
    package static var libraryVersion: String {
        let version = PQlibVersion()
        return "\(version / 10_000).\(version % 10_000)"
    }

    /// The process that serves it, as `pg_terminate_backend` takes it.
    package var serverProcess: Int32 { unsafe PQbackendPID(raw) }

    /// Sets limits of this session, whatever the address, the role or the database say; those that the
    /// server is too old for are left out.
    package func overrule(_ settings: [String: String]) throws(PostgreSQLError) {
        try set(settings, where: "true")
    }

    // MARK: Statements

    /// Sends a statement and goes on; its failure is thrown by whatever is waited for next.
    package func send(_ statement: Statement, _ parameters: [SQLParameter] = [])
        throws(PostgreSQLError)
    {
        try put(statement, parameters)
        if unread >= Self.mostUnread { try flush() }
    }

    /// Sends a statement and waits for its rows, and for all that was sent before it.
    package func query(_ statement: Statement, _ parameters: [SQLParameter] = [])
        throws(PostgreSQLError) -> QueryResult
    {
        try put(statement, parameters)
        guard let result = try synchronize(1).last else {
            throw failure(or: "the server answered nothing")
        }
        return result
    }

    /// Sends a statement once for each list of parameters, and waits for what each of them gives, in
    /// their order; many share one way to the server and back.
    package func query(_ statement: Statement, ofEach lists: [[SQLParameter]])
        throws(PostgreSQLError) -> [QueryResult]
    {
        var results: [QueryResult] = []
        for start in stride(from: 0, to: lists.count, by: Self.mostAtOnce) {
            let part = lists[start..<min(start + Self.mostAtOnce, lists.count)]
            for parameters in part { try put(statement, parameters) }
            results += try synchronize(part.count)
        }
        guard results.count == lists.count else {
            throw failure(or: "the server answered too little")
        }
        return results
    }

    /// Sends a statement as the last one for now, and does not wait: what fails in it is told as in
    /// `send`, though what is sent after it is carried out.
    package func sendLast(_ statement: Statement) throws(PostgreSQLError) {
        try put(statement, [])
        guard unsafe PQpipelineSync(raw) == 1 else { throw failure(or: "the connection broke") }
        unreadEnds += 1
    }

    /// Waits for all that was sent.
    package func flush() throws(PostgreSQLError) {
        guard unread > 0 else { return }
        _ = try synchronize(0)
    }

    /// Carries out several statements, with semicolons between them; without parameters.
    package func run(script: String) throws(PostgreSQLError) {
        try outsidePipeline { () throws(PostgreSQLError) in
            _ = try unsafe result(of: unsafe PQexec(raw, script))
        }
    }

    // MARK: - Private

    /// How the server finds out that this side has vanished, as by a power cut, and lets go of what it
    /// held: within two minutes, where its system's own settings take more than two hours (Linux,
    /// tcp(7)).
    private static let keepalives = [
        "tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3",
        "tcp_user_timeout": "60000",
    ]

    /// - Parameter condition: of those of `pg_settings` that may be set.
    private func set(_ settings: [String: String], where condition: String)
        throws(PostgreSQLError)
    {
        let rows = settings.map { "('\($0.key)', '\($0.value)')" }.sorted()
        _ = try query(
            .text(
                """
                SELECT set_config(wanted.name, wanted.value, false)
                FROM (VALUES \(rows.joined(separator: ", "))) AS wanted (name, value)
                JOIN pg_settings USING (name) WHERE \(condition)
                """))
    }

    /// What is unread must fit into the buffers of both sides, or each waits for the other.
    private static let mostUnread = 200
    private static let mostAtOnce = 100
    /// Beyond so many, the server is made to forget all: texts may hold lists of any length.
    private static let mostKept = 400
    private static let binary: Int32 = 1

    private func put(_ statement: Statement, _ parameters: [SQLParameter]) throws(PostgreSQLError) {
        let block = ParameterBlock(parameters)
        switch statement {
        case .text(let text):
            let sent = unsafe block.withPointers { count, values, lengths, formats in
                unsafe PQsendQueryParams(
                    raw, text, count, nil, values, lengths, formats, Self.binary)
            }
            try check(sent ?? 0)
        case .kept(let text):
            let name = try name(of: text)
            let sent = unsafe block.withPointers { count, values, lengths, formats in
                unsafe PQsendQueryPrepared(
                    raw, name, count, values, lengths, formats, Self.binary)
            }
            try check(sent ?? 0)
        }
    }

    /// Has the server keep a statement, unless it does.
    private func name(of text: String) throws(PostgreSQLError) -> String {
        if let name = kept[text] { return name }
        if kept.count >= Self.mostKept {
            kept = [:]
            try put(.text("DEALLOCATE ALL"), [])
        }
        names += 1
        let name = "s\(names)"
        try check(unsafe PQsendPrepare(raw, name, text, 0, nil))
        kept[text] = name
        unconfirmed.append(text)
        return name
    }

    private func check(_ sent: Int32) throws(PostgreSQLError) {
        guard sent == 1 else { throw failure(or: "a statement could not be sent") }
        unread += 1
    }

    /// Reads the results of all that was sent.
    ///
    /// - Parameter count: how many of them somebody waits for, the last ones.
    private func synchronize(_ count: Int) throws(PostgreSQLError) -> [QueryResult] {
        guard unsafe PQpipelineSync(raw) == 1 else { throw failure(or: "the connection broke") }
        unread = 0
        var results: [QueryResult] = []
        var failed: PostgreSQLError?
        var isAfterEnd = false
        while true {
            guard let next = unsafe PQgetResult(raw) else {
                // One stands behind the results of each command; two say that no more will come.
                if isAfterEnd { throw failed ?? failure(or: "the connection broke") }
                isAfterEnd = true
                continue
            }
            isAfterEnd = false
            let result = unsafe QueryResult(next)
            switch result.status {
            case PGRES_PIPELINE_SYNC where unreadEnds > 0: unreadEnds -= 1
            case PGRES_PIPELINE_SYNC:
                try confirm(unless: failed)
                return results.suffix(count)
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: results.append(result)
            case PGRES_PIPELINE_ABORTED: break
            default:
                let error = failure(in: result)
                if error.isConnectionLost { throw error }
                failed = failed ?? error
            }
        }
    }

    /// What was sent behind something that failed was not carried out, the keeping of statements
    /// included.
    private func confirm(unless failed: PostgreSQLError?) throws(PostgreSQLError) {
        defer { unconfirmed = [] }
        guard let failed else { return }
        for text in unconfirmed { kept[text] = nil }
        throw failed
    }

    func outsidePipeline(_ body: () throws(PostgreSQLError) -> Void) throws(PostgreSQLError) {
        try flush()
        guard unsafe PQexitPipelineMode(raw) == 1 else {
            throw failure(or: "statements are still under way")
        }
        do {
            try body()
        } catch {
            readRest()
            // Where it cannot be gone back to, the connection is of no use, and the next statement says so.
            try? enterPipeline()
            throw error
        }
        try enterPipeline()
    }

    /// Lets go of what a command still has to say.
    func readRest() {
        while let rest = unsafe PQgetResult(raw) { unsafe PQclear(rest) }
    }

    private func enterPipeline() throws(PostgreSQLError) {
        guard unsafe PQenterPipelineMode(raw) == 1 else {
            throw failure(or: "the connection is busy")
        }
    }

    /// - Parameter raw: released with what is returned.
    func result(of raw: OpaquePointer?) throws(PostgreSQLError) -> QueryResult {
        guard let raw = unsafe raw else { throw failure(or: "out of memory") }
        let result = unsafe QueryResult(raw)
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return result
        default: throw failure(in: result)
        }
    }

    // MARK: - Failures

    private var isLost: Bool { unsafe PQstatus(raw) == CONNECTION_BAD }

    private func failure(in result: QueryResult) -> PostgreSQLError {
        PostgreSQLError(
            sqlState: result.sqlState, message: result.message, isConnectionLost: isLost)
    }

    /// What libpq itself has to say.
    func failure(or fallback: String) -> PostgreSQLError {
        let said = unsafe PQerrorMessage(raw).map { unsafe String(cString: $0) } ?? ""
        return PostgreSQLError(
            sqlState: nil, message: said.isEmpty ? fallback : said.oneLine,
            isConnectionLost: isLost)
    }
}
