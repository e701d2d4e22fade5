import Parsing
import Storing
import Transferring

/// A library of the system, as it is found when the program runs.
///
/// Libraries that read strangers' bytes are only safe if they are up to date, which is up to whoever
/// looks after the machine.
package struct LibraryVersion: Sendable, Encodable, Hashable {
    package let name: String
    /// As the library says it: `7.88.1`.
    package let version: String
    /// The oldest that this program is tested with; `nil` for one that another library chooses.
    package let oldestTested: String?

    package init(name: String, version: String, oldestTested: String?) {
        self.name = name
        self.version = version
        self.oldestTested = oldestTested
    }

    static var all: [LibraryVersion] {
        let encryption = CurlVersion.encryption.map {
            LibraryVersion(name: $0.name, version: $0.version, oldestTested: nil)
        }
        return [
            LibraryVersion(name: "libcurl", version: CurlVersion.current, oldestTested: "7.88.1"),
            encryption,
            LibraryVersion(name: "libxml2", version: LibXML2.version, oldestTested: "2.9.14"),
            LibraryVersion(name: "SQLite", version: Store.libraryVersion, oldestTested: "3.40.1"),
            LibraryVersion(
                name: "libpq", version: Store.serverLibraryVersion, oldestTested: "15.0"),
        ].compactMap(\.self)
    }

    /// What to do about one that is older; `nil` if it is not.
    package var note: String? {
        guard let oldestTested,
            Self.numbers(of: version).lexicographicallyPrecedes(Self.numbers(of: oldestTested))
        else { return nil }
        return
            "\(name) \(version) is older than \(oldestTested), with which it is tested; update it"
    }

    // MARK: - Private

    private static func numbers(of version: String) -> [Int] {
        version.split { !$0.isASCII || !$0.isNumber }.prefix(3).map { Int($0) ?? 0 }
    }
}
