package import PostgreSQL

/// Where an archive is kept.
package enum ArchiveLocation: Hashable, Sendable {
    case file(path: String)
    case server(ServerAddress)

    /// The database on a server that somebody names, as libpq reads it: `postgres://…`, or a list of
    /// `keyword=value`.
    ///
    /// - Throws: `StoreError.noAddress` for anything else, `wrongAddress` for one that libpq cannot read;
    ///   what they say does not repeat the text, which may hold a password.
    package init(server text: String) throws(StoreError) {
        guard ServerAddress.isAddress(text) else { throw .noAddress }
        do {
            self = .server(try ServerAddress(text))
        } catch {
            throw .wrongAddress(reason: error.message)
        }
    }

    package var isServer: Bool {
        switch self {
        case .file: false
        case .server: true
        }
    }
}

extension ArchiveLocation: CustomStringConvertible {
    /// The file's path, or the server's address without its password.
    package var description: String {
        switch self {
        case .file(let path): path
        case .server(let address): address.description
        }
    }
}
