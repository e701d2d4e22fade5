import Foundation
import Model

/// Keeps two runs from writing one archive at the same time.
///
/// An advisory lock (flock(2)) on a file beside the archive: the kernel lets go of it when the
/// process ends, however it ends, so there is no age to guess and nothing to clean up.
package final class RunLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `RunError.locked` when another run holds it.
    package init(path: String) throws(RunError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            throw .cannotWrite(path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            defer { close(descriptor) }
            throw isHeld ? .locked(path: path) : .cannotWrite(path)
        }
        self.descriptor = descriptor
        // For whoever looks into it; nothing reads it, and nothing depends on its being written.
        let holder = Array("\(getpid()) \(ContractJSON.timestamp(Date()))\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, holder, holder.count, 0)
    }

    deinit {
        close(descriptor)
    }
}
