import Foundation
import Hashing
import Model

/// Files that other programs and people read: each is there whole or not at all.
///
/// Written under another name in the same folder, flushed, renamed, and the folder flushed, so that
/// neither a reader nor a power cut ever sees half a file.
struct OutputFolder: Sendable {
    let path: String

    /// Writes `out/<name>` and returns its size and hash for the manifest.
    func write(_ bytes: Data, to name: String) throws(RunError) -> WrittenFile {
        let target = path + "/" + name
        let folder = URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false)
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
        } catch {
            throw .cannotWrite(path: folder, reason: error.localizedDescription)
        }
        let temporary = target + ".\(getpid()).tmp"
        try flush(bytes, to: temporary)
        guard unsafe rename(temporary, target) == 0 else { throw .cannotWrite(target) }
        try flushFolder(folder)
        return WrittenFile(
            path: name, sizeInBytes: bytes.count, sha256: ContentHash.hex(bytes))
    }

    // MARK: - Private

    private func flush(_ bytes: Data, to file: String) throws(RunError) {
        _ = unsafe unlink(file)
        let descriptor = unsafe open(
            file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw .cannotWrite(file) }
        defer { close(descriptor) }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                .write(contentsOf: bytes)
        } catch {
            throw .cannotWrite(path: file, reason: error.localizedDescription)
        }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(file) }
    }

    private func flushFolder(_ folder: String) throws(RunError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(folder) }
    }
}

/// A file as the manifest lists it.
package struct WrittenFile: Codable, Hashable, Sendable {
    /// Relative to `out/`.
    package let path: String
    package let sizeInBytes: Int
    package let sha256: String
}
