import Foundation
import GRDB

extension Store {
    /// Writes the archive as it is at this moment to a new file, without gaps and without a log.
    ///
    /// - Parameters:
    ///   - path: where nothing is yet.
    ///   - name: what to call it when it cannot be written; `nil` for its path.
    package func write(copyTo path: String, named name: String? = nil) throws(StoreError) {
        let database = try file(for: "`earshot backup`", instead: "`pg_dump` writes a copy")
        do {
            try database.writeWithoutTransaction {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw StoreError(error, path: self.path)
        } catch {
            throw StoreError(error, path: name ?? path)
        }
    }

    /// Opens an archive of this or an earlier version that no run works on, such as a backup, looks
    /// it over and lets go of it.
    ///
    /// - Throws: what is wrong with it.
    package static func check(backup path: String) throws(StoreError) {
        let store = try Store(path: path, isReadOnly: true, acceptsEarlier: true)
        // An empty file passes for an archive that no run has finished making.
        guard try store.reading({ try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }) > 0
        else { throw .foreignFile(path: path) }
        let messages = try store.reading {
            try String.fetchAll($0, sql: "PRAGMA integrity_check(1)")
        }
        if let message = messages.first, message != "ok" {
            throw .damaged(path: path, reason: message)
        }
    }
}
