/// What the server, or the way to it, refused.
package struct PostgreSQLError: Error, Hashable, Sendable {
    /// Five characters (PostgreSQL, appendix A); `nil` for what libpq found itself.
    package let sqlState: String?
    /// One line, as the server or libpq put it.
    package let message: String
    /// Whether the connection is gone with it, so that nobody answers on it any more.
    package let isConnectionLost: Bool

    init(sqlState: String?, message: String, isConnectionLost: Bool) {
        self.sqlState = sqlState
        self.message = message
        self.isConnectionLost = isConnectionLost || Self.meansLost(sqlState)
    }

    static let wrongAddress = PostgreSQLError(
        sqlState: nil,
        message: "this is no address of a PostgreSQL server; write "
            + "postgres://USER@HOST:PORT/DATABASE, with %-escapes for what is special in a URL",
        isConnectionLost: false)

    static let unescapedAddress = PostgreSQLError(
        sqlState: nil,
        message:
            "this is no address of a PostgreSQL server: in the URL's password or name stands an "
            + "`@` or `/` of its own; write %40 and %2F for them",
        isConnectionLost: false)

    static func unknownParameter(_ name: String) -> PostgreSQLError {
        PostgreSQLError(
            sqlState: nil,
            message:
                "the address of the PostgreSQL server has a parameter that libpq does not know, "
                + "'\(name)'; settings of the session go into options, as in "
                + "?options=-csearch_path%3Dearshot",
            isConnectionLost: false)
    }

    static func tooOld(_ version: String) -> PostgreSQLError {
        PostgreSQLError(
            sqlState: nil,
            message: "the server is PostgreSQL \(version); 13 is the oldest that will do",
            isConnectionLost: false)
    }

    /// A role works with another's tables, and something only their owner may do is asked of it.
    package static func notOwned(by role: String, but owner: String) -> PostgreSQLError {
        PostgreSQLError(
            sqlState: nil,
            message:
                "what was erased can only be overwritten by the owner of the tables, \(owner): "
                + "come in as that role, or `GRANT \(owner) TO \(role)`",
            isConnectionLost: false)
    }

    /// Whether the same transaction may pass when it is tried again: it met another one.
    package var isConflict: Bool {
        ["40001", "40P01"].contains(sqlState)
    }

    /// Whether somebody else held a lock for longer than it was to be waited for.
    package var isLockTimeout: Bool { sqlState == "55P03" }

    // MARK: - Private

    /// A server that shuts down, crashed or is starting, or that ended a session or a transaction which
    /// was idle for too long.
    private static let ends = ["57P01", "57P02", "57P03", "57P05", "25P03"]

    private static func meansLost(_ sqlState: String?) -> Bool {
        guard let sqlState else { return false }
        // Class 08 are connection exceptions.
        return sqlState.hasPrefix("08") || Self.ends.contains(sqlState)
    }
}

extension PostgreSQLError: CustomStringConvertible {
    /// The message, and what its operator can do.
    package var description: String {
        advice.map { "\(message); \($0)" } ?? message
    }

    private var advice: String? {
        switch sqlState {
        case "28P01", "28000":
            "give the password in PGPASSWORD or ~/.pgpass, and see pg_hba.conf for who may come in"
        case "3D000": "make the database with `createdb`, or name another"
        case "3F000": "make the schema with `CREATE SCHEMA`, or leave search_path alone"
        case "42501":
            "let the role make tables there: `GRANT CREATE, USAGE ON SCHEMA … TO …`, or make it "
                + "the owner of the database; where it only looks, let it: "
                + "`GRANT SELECT ON ALL TABLES IN SCHEMA … TO …`"
        case "25006": "this server only answers; name the one that is written to"
        // What a standby says to a transaction that is to write.
        case "0A000":
            "where this server is another's standby, name the one that is written to"
        case "53100": "the server's disk is full; free some space and run again, nothing was lost"
        case "53300":
            "close what else is connected, or raise max_connections, or the limit of the role or "
                + "database that the message names; a run holds up to seven connections, a worker five"
        case "55P03": "somebody else holds what it waited for; run again when they are done"
        case "57014":
            "where it took longer than statement_timeout allows, raise that in the address: "
                + "?options=-cstatement_timeout%3D2h"
        case nil
        where !isConnectionLost && ["SSL", "certificate"].contains { message.contains($0) }:
            "see sslmode and sslrootcert in the address, and ssl in the server's postgresql.conf"
        case nil where isConnectionLost:
            "see whether the server runs, and whether host and port are right"
        default: nil
        }
    }
}
