import Foundation
import Model
package import Storing

/// Keeps two runs from writing one archive at the same time.
///
/// An advisory lock (flock(2)) on a file beside the archive: the kernel lets go of it when the
/// process ends, however it ends, so there is no age to guess and nothing to clean up.
package final class RunLock: Sendable {
    private let descriptor: Int32
    /// On the server that keeps the archive, where there is one.
    private let archiveLock: ArchiveLock?

    /// Of a workspace: its output belongs to this machine, its archive may be shared with others.
    convenience init(of workspace: Workspace) throws(RunError) {
        try self.init(path: workspace.lockPath, archive: workspace.archive)
    }

    /// - Parameter archive: what is locked, too, if it is on a server.
    /// - Throws: `RunError.locked` when another run holds it.
    package init(path: String, archive: ArchiveLocation? = nil) throws(RunError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            throw .cannotWrite(path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            defer { close(descriptor) }
            throw isHeld ? .locked(path: path) : .cannotWrite(path)
        }
        do throws(StoreError) {
            archiveLock = try archive.flatMap { location throws(StoreError) in
                try ArchiveLock(of: location)
            }
        } catch {
            close(descriptor)
            throw RunError(lockError: error)
        }
        self.descriptor = descriptor
        // For whoever looks into it; nothing reads it, and nothing depends on its being written.
        let holder = Array("\(getpid()) \(ContractJSON.timestamp(Date()))\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, holder, holder.count, 0)
    }

    /// Makes sure that nobody else has it by now, as may be where the archive's server was started
    /// anew.
    ///
    /// - Throws: `RunError.locked` when another run has.
    func ensure() throws(RunError) {
        do throws(StoreError) {
            try archiveLock?.ensure()
        } catch {
            throw RunError(lockError: error)
        }
    }

    deinit {
        close(descriptor)
    }
}

extension RunError {
    fileprivate init(lockError error: StoreError) {
        if case .locked(let path) = error {
            self = .locked(path: path)
        } else {
            self = .store(error)
        }
    }
}
