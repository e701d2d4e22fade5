import Foundation
import Storing

/// Keeps runs from several archives at once.
final class ArchiveLocks: Sendable {
    private let ofFiles: [RunLock]
    private let ofServers: [ArchiveLock]

    /// - Throws: `RunError.locked` where a run is at work on one of them.
    init(of locations: [ArchiveLocation]) throws(RunError) {
        var folders: Set<String> = []
        var files: [RunLock] = []
        var servers: [ArchiveLock] = []
        for location in locations {
            switch location {
            case .file(let path):
                let folder = URL(filePath: path).deletingLastPathComponent()
                    .path(percentEncoded: false)
                // Two that lie side by side have one lock.
                guard folders.insert(folder).inserted else { continue }
                files.append(try RunLock(path: Workspace(path: folder).lockPath))
            case .server:
                do throws(StoreError) {
                    if let lock = try ArchiveLock(of: location) { servers.append(lock) }
                } catch {
                    guard case .locked(let path) = error else { throw .store(error) }
                    throw .locked(path: path)
                }
            }
        }
        ofFiles = files
        ofServers = servers
    }
}
