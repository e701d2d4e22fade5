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
        guard Self.isWellEscaped(text) else { throw .unescapedAddress }
        var failure: UnsafeMutablePointer<CChar>?
        defer { unsafe PQfreemem(failure) }
        guard let options = unsafe PQconninfoParse(text, &failure) else {
            let said = unsafe failure.map { unsafe String(cString: $0) } ?? ""
            throw Self.unknownParameter(in: text, said).map(PostgreSQLError.unknownParameter)
                ?? .wrongAddress
        }
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

    /// Hosts and ports that are tried one after the other, as pairs; empty where the address names none.
    var hosts: [(host: String?, hostAddress: String?, port: String?)] {
        let hosts = Self.list(parts["host"])
        let addresses = Self.list(parts["hostaddr"])
        let ports = Self.list(parts["port"])
        return (0..<max(hosts.count, addresses.count)).map { place in
            (
                hosts.isEmpty ? nil : hosts[min(place, hosts.count - 1)],
                addresses.isEmpty ? nil : addresses[min(place, addresses.count - 1)],
                ports.isEmpty ? nil : ports[min(place, ports.count - 1)]
            )
        }
    }

    /// How long to wait for each host: as the address says, or ten seconds where it does not, or says for
    /// ever.
    var patience: Duration {
        let stated = parts["connect_timeout"].flatMap { Int($0) } ?? 0
        return .seconds(stated > 0 ? min(stated, 86_400) : 10)
    }

    /// How long it may take to find that none of the hosts answers.
    package var longestAttempt: Duration { patience * max(1, hosts.count) }
}

extension ServerAddress {
    /// Whether in a URL's user, password, host, port and database nothing stands unescaped that ends the
    /// part before its time.
    ///
    /// libpq reads `user:top/secret@host/x` as the host `user`, whose port is `top`, and would say so.
    private static func isWellEscaped(_ text: String) -> Bool {
        guard let scheme = text.firstRange(of: "://") else { return true }
        let rest = text[scheme.upperBound...].prefix { $0 != "?" }
        let authority = rest.prefix { $0 != "/" }
        return authority.count { $0 == "@" } <= 1 && !rest.dropFirst(authority.count).contains("@")
    }

    /// The name of a parameter that libpq does not know, where it cannot be a piece of a password.
    private static func unknownParameter(in text: String, _ said: String) -> String? {
        guard let query = text.firstIndex(of: "?"), !text[query...].contains("@"),
            let match = said.firstMatch(of: #/invalid URI query parameter: "([a-z_]+)"/#)
        else { return nil }
        return String(match.output.1)
    }

    private static func list(_ value: String?) -> [String] {
        value.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            ?? []
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
