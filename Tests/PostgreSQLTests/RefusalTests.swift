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
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = unsafe bind(listener, pointer, size)
                _ = listen(listener, 1)
                _ = unsafe getsockname(listener, pointer, &size)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        let error = refusal(
            of: "postgres://earshot@127.0.0.1:\(port)/heard?connect_timeout=1")
        #expect(error?.message == "the server did not answer in time")
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
                + "`GRANT CREATE, USAGE ON SCHEMA … TO …`, or make it the owner of the database")
    }
}
