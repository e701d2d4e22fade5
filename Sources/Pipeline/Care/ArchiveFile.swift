import Foundation
import Model
import Storing

/// The archive as a file that another can take the place of; only under the run lock.
struct ArchiveFile {
    let path: String

    /// Puts another file in the place of the archive, and keeps the present one and its log under
    /// another name.
    ///
    /// At each instant there is an archive under the usual name: the old one, or the new one.
    ///
    /// - Parameters:
    ///   - temporary: in the same folder.
    ///   - reason: goes into the name: `earshot.sqlite.damaged-20261122T060000Z`.
    /// - Returns: where the old one is now; `nil` where there was none.
    func replace(by temporary: String, keepingAs reason: String, now: Date) throws(RunError)
        -> String?
    {
        moveLogIn()
        var kept: String?
        if FileManager.default.fileExists(atPath: path) {
            let stamp = ContractJSON.timestamp(now).filter { !"-:".contains($0) }
            let name = freeName("\(path).\(reason)-\(stamp)")
            guard unsafe link(path, name) == 0 else { throw .cannotWrite(name) }
            if FileManager.default.fileExists(atPath: path + "-wal") {
                guard unsafe link(path + "-wal", name + "-wal") == 0 else {
                    throw .cannotWrite(name + "-wal")
                }
            }
            kept = name
        }
        // The log of one file must not be played into another.
        for ending in ["-wal", "-shm"] {
            guard unsafe unlink(path + ending) == 0 || errno == ENOENT else {
                throw .cannotWrite(path + ending)
            }
        }
        try WholeFile(path: path).adopt(temporary)
        return kept
    }

    // MARK: - Private

    /// Moves what the write-ahead log holds into the archive, where that can still be done; a damaged
    /// one keeps its log.
    private func moveLogIn() {
        guard FileManager.default.fileExists(atPath: path) else { return }
        // That it cannot be read may be why it is replaced.
        try? Store(path: path).checkpoint()
    }

    private func freeName(_ name: String) -> String {
        var candidate = name
        var number = 2
        while FileManager.default.fileExists(atPath: candidate) {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }
}
