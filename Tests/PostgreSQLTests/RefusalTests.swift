import Foundation
import PostgreSQL
import TestSupport
import Testing

/// What an operator reads who is not let in.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct RefusalTests {
    private let cluster: PostgreSQLCluster

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
    }

    private func refusal(of address: String) -> PostgreSQLError? {
        #expect(throws: PostgreSQLError.self) { try Connection(to: try ServerAddress(address)) }
    }

    @Test func `a database that is not there`() throws {
        let error = refusal(of: cluster.address(database: "nowhere"))
        #expect(error?.sqlState == "3D000")
        #expect(
            error?.description
                == "connection to server at \"127.0.0.1\", port \(cluster.port) failed: FATAL: "
                + "database \"nowhere\" does not exist; make the database with `createdb`, or "
                + "name another")
    }

    @Test func `a wrong password, which nobody reads`() throws {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        try own.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        try own.guardRoles(["guarded"])
        let error = refusal(of: own.address(user: "guarded:wr0ng"))
        #expect(error?.sqlState == "28P01")
        #expect(error?.isConnectionLost == false)
        #expect(error?.description.contains("give the password in PGPASSWORD or ~/.pgpass") == true)
        #expect(error?.description.contains("wr0ng") == false)
        let open = try Connection(to: try ServerAddress(own.address(user: "guarded:right")))
        #expect(try open.query(.text("SELECT current_user::text")).text(0, 0) == "guarded")
    }

    @Test func `a password that is wrong with TLS, and then without, is told once`() throws {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        try own.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        try own.guardRoles(["guarded"])
        // Made by the server, as a key must be its own.
        try own.run(
            """
            COPY (SELECT) TO PROGRAM 'openssl req -new -x509 -nodes -subj /CN=localhost \
            -out server.crt -keyout server.key 2>/dev/null'
            """)
        try own.run("ALTER SYSTEM SET ssl = on")
        try own.run("SELECT pg_reload_conf()")
        let ownAddress = own.address(user: "guarded:right") + "?sslmode="
        while (try? Connection(to: ServerAddress(ownAddress + "require"))) == nil {}
        let error = refusal(of: own.address(user: "guarded:wr0ng"))
        #expect(error?.sqlState == "28P01")
        #expect(
            error?.message
                == "connection to server at \"127.0.0.1\", port \(own.port) failed: FATAL: "
                + "password authentication failed for user \"guarded\"")
    }

    @Test func `a role that is not there`() throws {
        let error = refusal(of: cluster.address(user: "stranger"))
        #expect(error?.sqlState == "28000")
        #expect(error?.isConnectionLost == false)
    }

    @Test func `nobody who listens`() throws {
        let error = refusal(of: "postgres://earshot@127.0.0.1:1/heard")
        #expect(error?.isConnectionLost == true)
        #expect(
            error?.description.hasSuffix(
                "see whether the server runs, and whether host and port are right") == true)
    }

    @Test func `somebody who listens and never answers`() throws {
        let silent = try SilentListener()
        let error = refusal(
            of: "postgres://earshot@127.0.0.1:\(silent.port)/heard?connect_timeout=1")
        #expect(error?.message == "the server did not answer in time")
    }

    @Test(arguments: [true, false])
    func `a connection that is cut while TLS is agreed on is worth another attempt`(isReset: Bool)
        throws
    {
        let cutting = try CuttingListener(isReset: isReset)
        defer { cutting.stop() }
        let error = refusal(
            of: "postgres://earshot@127.0.0.1:\(cutting.port)/heard?sslmode=require")
        #expect(error?.message.contains("SSL") == true)
        #expect(error?.isConnectionLost == true)
        #expect(error?.description.contains("see whether the server runs") == true)
    }

    @Test func `a host that never answers does not hide those behind it`() throws {
        let silent = try SilentListener()
        let rest = "connect_timeout=1 user=earshot dbname=postgres"
        let ports = "\(silent.port),\(silent.port),\(cluster.port)"
        let open = try Connection(
            to: try ServerAddress("host=127.0.0.1,localhost,127.0.0.1 port=\(ports) \(rest)"))
        #expect(try open.query(.text("SELECT current_user::text")).text(0, 0) == "earshot")
        let error = refusal(
            of: "host=127.0.0.1,127.0.0.1 port=\(silent.port),\(silent.port) \(rest)")
        #expect(error?.message == "the server did not answer in time")
    }

    @Test func `no password where one is asked for`() throws {
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        try own.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        try own.guardRoles(["guarded"])
        let error = refusal(of: own.address(user: "guarded") + "?passfile=/dev/null")
        #expect(error?.isConnectionLost == false)
        #expect(error?.description.contains("give the password in PGPASSWORD or ~/.pgpass") == true)
    }

    @Test func `a server without the encryption that is asked for`() throws {
        let error = refusal(of: cluster.address() + "?sslmode=require")
        #expect(error?.isConnectionLost == false)
        #expect(error?.description.contains("see sslmode and sslrootcert in the address") == true)
    }

    @Test func `a row that breaks a rule is not repeated`() throws {
        let connection = try Connection(to: try ServerAddress(cluster.emptySchema()))
        try connection.run(
            script: "CREATE TABLE thing (body text, length int CHECK (length > 0))")
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.query(.text("INSERT INTO thing VALUES ('what Jan wrote', 0)"))
        }
        #expect(error?.sqlState == "23514")
        #expect(error?.message.contains("thing_length_check") == true)
        #expect(error?.message.contains("Jan") == false)
    }

    @Test func `a role that has all the connections it may have`() throws {
        let name = "r" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE ROLE \(name) LOGIN CONNECTION LIMIT 1")
        let address = cluster.address(user: name)
        let open = try Connection(to: try ServerAddress(address))
        let error = refusal(of: address)
        #expect(error?.sqlState == "53300")
        #expect(error?.description.contains("too many connections for role \"\(name)\"") == true)
        #expect(error?.description.contains("or the limit of the role or database") == true)
        #expect(
            error?.description.hasSuffix("a run holds up to seven connections, a worker five")
                == true)
        withExtendedLifetime(open) {}
    }

    @Test func `a statement that somebody cancels is not said to have taken long`() throws {
        let connection = try Connection(to: try ServerAddress(cluster.address()))
        let process = connection.serverProcess
        let cancels = "SELECT pg_cancel_backend(\(process)), pg_sleep(10)"
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.query(.text(cancels))
        }
        #expect(
            error?.description
                == "canceling statement due to user request; where it took longer than "
                + "statement_timeout allows, raise that in the address: "
                + "?options=-cstatement_timeout%3D2h")
    }

    /// As PostgreSQL's standbys put it, from 9.0 on.
    @Test func `a standby that is to write`() throws {
        let connection = try Connection(to: try ServerAddress(cluster.address()))
        let refusal = """
            DO $$ BEGIN
                RAISE EXCEPTION 'cannot set transaction read-write mode during recovery'
                    USING ERRCODE = '0A000';
            END $$
            """
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.run(script: refusal)
        }
        #expect(
            error?.description
                == "cannot set transaction read-write mode during recovery; where this server is "
                + "another's standby, name the one that is written to")
    }

    @Test func `a role that may make no tables`() throws {
        let name = "r" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE ROLE \(name) LOGIN; CREATE SCHEMA \(name)")
        try cluster.run("GRANT USAGE ON SCHEMA \(name) TO \(name)")
        let connection = try Connection(
            to: try ServerAddress(cluster.address(schema: name, user: name)))
        let error = #expect(throws: PostgreSQLError.self) {
            try connection.run(script: "CREATE TABLE thing (number bigint)")
        }
        #expect(error?.sqlState == "42501")
        #expect(
            error?.description
                == "permission denied for schema \(name); let the role make tables there: "
                + "`GRANT CREATE, USAGE ON SCHEMA … TO …`, or make it the owner of the database; "
                + "where it only looks, let it: `GRANT SELECT ON ALL TABLES IN SCHEMA … TO …`")
    }
}
