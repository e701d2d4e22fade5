import Foundation
import TestSupport
import Testing

/// The program as a role of a PostgreSQL server that may not do everything.
@Suite(
    .timeLimit(.minutes(10)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerRoleTests {
    private let cluster: PostgreSQLCluster
    private let name = "r" + UUID().uuidString.lowercased().filter { $0 != "-" }
    private let now = ["--now", "2026-11-22T06:00:00Z"]

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
    }

    private var store: [String: String] {
        ["EARSHOT_STORE": cluster.address(schema: name, user: name)]
    }

    @Test func `seven connections are enough for a run, and fewer are told of with the number`()
        throws
    {
        try cluster.run(
            "CREATE ROLE \(name) LOGIN CONNECTION LIMIT 7; CREATE SCHEMA \(name) AUTHORIZATION \(name)"
        )
        let folder = try SampleFolder()
        let run = ["run", "--quiet"] + now
        let enough = try Program.run(run, in: folder.url, environment: store)
        #expect(enough.exitCode == 0, "\(enough.errors)")
        try cluster.run("ALTER ROLE \(name) CONNECTION LIMIT 1")
        let fewer = try Program.run(run, in: folder.url, environment: store)
        #expect(fewer.exitCode == 74)
        #expect(
            fewer.errors.contains("a run holds up to seven connections, a worker five"),
            "\(fewer.errors)")
    }

    @Test func `doctor says why an archive cannot be counted that it finds nothing wrong with`()
        throws
    {
        try cluster.run("CREATE ROLE \(name) LOGIN; CREATE SCHEMA \(name)")
        let folder = try SampleFolder()
        let owner = ["EARSHOT_STORE": cluster.address(schema: name)]
        let run = try Program.run(["run", "--quiet"] + now, in: folder.url, environment: owner)
        #expect(run.exitCode == 0, "\(run.errors)")
        try cluster.run(
            """
            GRANT USAGE ON SCHEMA \(name) TO \(name);
            GRANT SELECT ON ALL TABLES IN SCHEMA \(name) TO \(name);
            """)
        let doctor = ["doctor"] + now
        #expect(try Program.run(doctor, in: folder.url, environment: store).exitCode == 0)
        try cluster.run("REVOKE SELECT ON \(name).entry_version FROM \(name)")
        let outcome = try Program.run(doctor, in: folder.url, environment: store)
        #expect(outcome.exitCode == 74)
        #expect(
            outcome.errors.contains("permission denied for table entry_version"),
            "\(outcome.errors)")
    }
}
