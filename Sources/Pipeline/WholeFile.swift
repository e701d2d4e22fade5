import Foundation

/// A file that is there whole or not at all.
///
/// Written under another name in the same folder, flushed, renamed, and the folder flushed, so that
/// neither a reader nor a power cut ever sees half of it.
struct WholeFile {
    static let temporarySuffix = ".tmp"

    let path: String

    func write(_ bytes: Data, permissions: mode_t) throws(RunError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
        } catch {
            throw .cannotWrite(path: folder, reason: error.reason)
        }
        let temporary = "\(path).\(getpid())\(Self.temporarySuffix)"
        try writeFlushed(bytes, to: temporary, permissions: permissions)
        guard unsafe rename(temporary, path) == 0 else { throw .cannotWrite(path) }
        try flushFolder(folder)
    }

    // MARK: - Private

    private func writeFlushed(_ bytes: Data, to file: String, permissions: mode_t)
        throws(RunError)
    {
        // What an ended process with the same number left behind is in the way of `O_EXCL`.
        _ = unsafe unlink(file)
        let descriptor = unsafe open(
            file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        defer { close(descriptor) }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                .write(contentsOf: bytes)
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(path) }
    }

    private func flushFolder(_ folder: String) throws(RunError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(folder) }
    }
}
