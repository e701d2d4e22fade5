import CLibPQ

/// Where a database is, as libpq reads it: a URL or a list of `keyword=value`.
///
/// What it leaves out comes from the environment (`PGHOST`, `PGPASSWORD`, …), from `~/.pgpass` and
/// from the service file (libpq, "Environment Variables"). It may hold a password, and is therefore
/// never shown but as its `description`.
package struct ServerAddress: Hashable, Sendable {
    let text: String
    /// The parts of it that are no secrets.
    private let parts: [String: String]

    /// - Throws: `PostgreSQLError.wrongAddress`, without a word of the address: it may be the password.
    package init(_ text: String) throws(PostgreSQLError) {
        guard let options = unsafe PQconninfoParse(text, nil) else { throw .wrongAddress }
        defer { unsafe PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            // `*` marks passwords, `D` what only somebody who looks for faults wants to see.
            let isShown = unsafe option.pointee.dispchar.map { unsafe $0.pointee } == 0
            if isShown, let value = unsafe option.pointee.val {
                parts[unsafe String(cString: keyword)] = unsafe String(cString: value)
            }
            unsafe option += 1
        }
        self.text = text
        self.parts = parts
    }

    /// Whether a text is meant as the address of a server, rather than as the path of a file.
    package static func isAddress(_ text: String) -> Bool {
        ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
            || text.split(separator: " ").contains { word in
                ["host=", "hostaddr=", "dbname=", "service="].contains { word.hasPrefix($0) }
            }
    }

    /// How long to wait for the server, as the address says; `nil` where it does not, or for ever.
    var patience: Duration? {
        parts["connect_timeout"].flatMap { Int($0) }.flatMap { $0 > 0 ? .seconds($0) : nil }
    }
}

extension ServerAddress: CustomStringConvertible {
    /// As a URL without password and options: `postgres://earshot@db.example.org:5432/earshot`.
    package var description: String {
        let user = parts["user"].map { "\($0)@" } ?? ""
        let host = parts["host"] ?? parts["hostaddr"] ?? ""
        let port = parts["port"].map { ":\($0)" } ?? ""
        return "postgres://\(user)\(host)\(port)/\(parts["dbname"] ?? "")"
    }
}
