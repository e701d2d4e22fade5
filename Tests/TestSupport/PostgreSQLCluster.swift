import Foundation

/// A PostgreSQL server of the tests' own, on a loopback port, in a folder that goes with it.
///
/// It ends when this process does, however that ends: the shell that looks after it reads from a pipe
/// that nobody writes to, and that closes.
package final class PostgreSQLCluster: Sendable {
    package let port: Int
    private let tool: PostgreSQLTool
    private let folder: String
    /// Ends the server when it is closed.
    private let keeper: Keeper

    /// The one that all tests share which do not harm it; `nil` where PostgreSQL is not installed.
    package static let shared: PostgreSQLCluster? = {
        guard let tool = PostgreSQLTool.found else { return nil }
        do {
            return try PostgreSQLCluster(tool)
        } catch {
            fatalError("a server for the tests cannot be started: \(error)")
        }
    }()

    package init(_ tool: PostgreSQLTool) throws {
        self.tool = tool
        port = try Self.freePort()
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "earshot-postgresql-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try tool.give(folder)
        try tool.run(
            "initdb", "-D", folder + "/data", "-U", "earshot", "--auth", "trust", "--encoding",
            "UTF8", "--locale", "C", "--no-sync")
        keeper = Keeper(tool, folder: folder, port: port)
        try keeper.start()
    }

    /// A database, or an empty schema of one, for one test.
    ///
    /// - Parameters:
    ///   - user: may have a password, as in `earshot:secret`.
    ///   - schema: the first of the search path; `nil` for the database's own.
    package func address(
        database: String = "postgres", schema: String? = nil, user: String = "earshot"
    ) -> String {
        "postgres://\(user)@127.0.0.1:\(port)/\(database)"
            + (schema.map { "?options=-csearch_path%3D\($0)" } ?? "")
    }

    /// Makes an empty schema, and returns the address of it.
    package func emptySchema() throws -> String {
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try run("CREATE SCHEMA \(name)")
        return address(schema: name)
    }

    /// Has the server's own client carry out some statements.
    @discardableResult
    package func run(_ sql: String, database: String = "postgres") throws -> String {
        try tool.run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d",
            address(database: database), "-c", sql)
    }

    /// Has who comes in as one of these give a password.
    package func guardRoles(_ roles: [String]) throws {
        let lines = roles.map { "host all \($0) 127.0.0.1/32 scram-sha-256\n" }.joined()
        try tool.writeAsServer(
            lines + "host all all 127.0.0.1/32 trust\n", to: folder + "/data/pg_hba.conf")
        try run("SELECT pg_reload_conf()")
    }

    /// Ends the server as a power cut would, as far as it knows.
    package func kill() throws { try keeper.kill() }

    package func start() throws { try keeper.start() }

    // MARK: - Private

    /// Free once the listener that found it is gone.
    private static func freePort() throws -> Int { Int(try SilentListener().port) }
}

/// The server process, and what ends it with this one.
private final class Keeper: @unchecked Sendable {
    // `@unchecked`: the pipes only stand for being open, under the lock.
    private let tool: PostgreSQLTool
    private let folder: String
    private let port: Int
    private let lock = NSLock()
    private var pipes: [Pipe] = []

    init(_ tool: PostgreSQLTool, folder: String, port: Int) {
        self.tool = tool
        self.folder = folder
        self.port = port
    }

    func start() throws {
        let pipe = Pipe()
        let server = tool.command(
            "postgres", "-D data -c listen_addresses=127.0.0.1 -c port=\(port)",
            "-c unix_socket_directories= -c fsync=off -c max_connections=300",
            "-c shared_buffers=32MB -c log_min_messages=fatal")
        let script = """
            \(server) >>log 2>&1 &
            server=$!
            read -r line
            kill -QUIT $server 2>/dev/null
            cd /; for try in 1 2 3 4 5 6 7 8 9; do sleep 0.2; rm -rf '\(folder)' && break; done
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = PostgreSQLTool.environment
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        lock.withLock { pipes.append(pipe) }
        for _ in 0..<300 {
            if (try? tool.run("pg_isready", "-q", "-h", "127.0.0.1", "-p", "\(port)")) != nil {
                return
            }
            Thread.sleep(forTimeInterval: 0.1)
        }
        let log = try String(contentsOfFile: folder + "/log", encoding: .utf8)
        throw Tool.Failure(description: "the server does not answer: \(log.suffix(2000))")
    }

    func kill() throws {
        let lines = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
        guard let first = lines.split(separator: "\n").first, let process = Int32(first) else {
            throw Tool.Failure(description: "the server has no number")
        }
        guard Foundation.kill(process, SIGKILL) == 0 else {
            throw Tool.Failure(description: "the server cannot be ended")
        }
        // Those who served somebody notice, and let go of what they share.
        for _ in 0..<200 where isAlive() { Thread.sleep(forTimeInterval: 0.05) }
        // A process that nobody has asked after yet seems to be there still, and to hold this.
        try FileManager.default.removeItem(atPath: folder + "/data/postmaster.pid")
    }

    /// Whether any process works in the server's folder.
    private func isAlive() -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            // Those that are gone meanwhile have no folder either.
            let place = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/\(process)/cwd")
            return place == folder + "/data"
        }
    }
}
