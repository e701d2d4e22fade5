import Foundation
import Model
package import Storing

/// Keeps two runs from writing one archive at the same time.
///
/// An advisory lock (flock(2)) on a file beside the archive: the kernel lets go of it when the
/// process ends, however it ends, so there is no age to guess and nothing to clean up.
package final class RunLock: Sendable {
    /// `nil` where there is no file to lock.
    private let descriptor: Int32?
    /// On the server that keeps the archive, where there is one.
    private let archiveLock: ArchiveLock?

    /// Of a workspace: its output belongs to this machine, its archive may be shared with others.
    package convenience init(of workspace: Workspace) throws(RunError) {
        try self.init(path: workspace.lockPath, archive: workspace.archive)
    }

    /// Keeps runs away while the archive is read, be it by who may not write to the workspace.
    ///
    /// Readers do not keep one another away.
    package convenience init(readingOf workspace: Workspace) throws(RunError) {
        try self.init(
            descriptor: Self.locked(workspace.lockPath, isReader: true), workspace.archive,
            isReader: true)
    }

    /// - Parameter archive: what is locked, too, if it is on a server.
    /// - Throws: `RunError.locked` when another run holds it.
    package convenience init(path: String, archive: ArchiveLocation? = nil) throws(RunError) {
        let descriptor = try Self.locked(path, isReader: false)
        try self.init(descriptor: descriptor, archive, isReader: false)
        // For whoever looks into it; nothing reads it, and nothing depends on its being written.
        if let descriptor {
            let holder = Array("\(getpid()) \(ContractJSON.timestamp(Date()))\n".utf8)
            _ = ftruncate(descriptor, 0)
            _ = unsafe pwrite(descriptor, holder, holder.count, 0)
        }
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
        if let descriptor { close(descriptor) }
    }

    // MARK: - Private

    private init(
        descriptor: Int32?, _ archive: ArchiveLocation?, isReader: Bool
    ) throws(RunError) {
        do throws(StoreError) {
            archiveLock = try archive.flatMap { location throws(StoreError) in
                try ArchiveLock(of: location, isReader: isReader)
            }
        } catch {
            if let descriptor { close(descriptor) }
            throw RunError(lockError: error)
        }
        self.descriptor = descriptor
    }

    /// - Returns: `nil` where a reader finds no file: nobody has locked it then, and one that the reader made
    ///   would be the reader's, so that no run of somebody else could lock it.
    private static func locked(_ path: String, isReader: Bool) throws(RunError) -> Int32? {
        let access = isReader ? O_RDONLY : O_RDWR | O_CREAT
        let descriptor = unsafe open(path, access | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            if isReader, errno == ENOENT { return nil }
            throw isReader ? .cannotRead(path) : .cannotWrite(path)
        }
        guard flock(descriptor, (isReader ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            defer { close(descriptor) }
            throw isHeld ? .locked(path: path) : .cannotWrite(path)
        }
        return descriptor
    }
}

extension RunError {
    /// The failure of a system call just made for a reader.
    fileprivate static func cannotRead(_ path: String) -> RunError {
        let reason = unsafe String(cString: strerror(errno))
        return .badInput(
            "\(path): cannot be read (\(reason)), so that a run may be at work unseen; have its owner let "
                + "you read it")
    }

    fileprivate init(lockError error: StoreError) {
        if case .locked(let path) = error {
            self = .locked(path: path)
        } else {
            self = .store(error)
        }
    }
}
