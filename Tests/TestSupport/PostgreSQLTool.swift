import Foundation

/// The programs of a PostgreSQL server that is installed.
package struct PostgreSQLTool: Sendable {
    /// Where they are.
    let folder: String

    /// Those of the newest version; `nil` where there is no server.
    package static let found: PostgreSQLTool? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let folders =
            versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
            + Tool.folders
        return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
            .map { PostgreSQLTool(folder: $0) }
    }()

    /// What a test says that needs one and finds none.
    package static let isMissing = "no PostgreSQL server is installed (Debian: postgresql)"

    /// Runs one of them to the end.
    @discardableResult
    func run(_ program: String, _ arguments: String...) throws -> String {
        let words = prefix + ["\(folder)/\(program)"] + arguments
        return try Tool.run(words[0], Array(words.dropFirst()), environment: Self.environment)
    }

    /// One of them as a shell takes it, run as the user that a server runs as.
    func command(_ program: String, _ arguments: String...) -> String {
        (prefix + ["\(folder)/\(program)"] + arguments).joined(separator: " ")
    }

    /// Hands a folder to that user.
    func give(_ folder: String) throws {
        guard let user else { return }
        guard unsafe chown(folder, user.id, user.group) == 0 else {
            throw Tool.Failure(description: "\(folder): cannot be given away")
        }
    }

    func writeAsServer(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        try give(path)
    }

    // MARK: - Private

    private struct User {
        let id: uid_t
        let group: gid_t
    }

    /// `nil` for whoever is no root anyway.
    private var user: User? {
        guard getuid() == 0 else { return nil }
        let entry = unsafe getpwnam("postgres") ?? getpwnam("nobody")
        return unsafe entry.map { unsafe User(id: $0.pointee.pw_uid, group: $0.pointee.pw_gid) }
    }

    /// What runs a program as that user.
    private var prefix: [String] {
        user.map {
            [
                "/usr/bin/setpriv", "--reuid", "\($0.id)", "--regid", "\($0.group)",
                "--clear-groups",
            ]
        } ?? []
    }

    /// What this process says of servers is not meant for this one.
    static let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]
}
