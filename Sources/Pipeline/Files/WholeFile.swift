import Foundation
import Model

/// A file that is there whole or not at all.
///
/// Written under another name in the same folder, flushed, renamed, and the folder flushed, so that
/// neither a reader nor a power cut ever sees half of it. A link stays one: what it leads to is
/// replaced. A pipe or a device such as `/dev/stdout` is no file: it is written to.
struct WholeFile {
    static let temporarySuffix = ".tmp"

    let path: String

    /// - Parameter isFlushed: whether it has to outlive a power cut; without that it takes less time.
    func write(
        _ bytes: some DataProtocol, permissions: mode_t, isFlushed: Bool = true
    ) throws(RunError) {
        if kind == .pipe || kind == .characterDevice { return try writeThrough(bytes) }
        try checkIsReplaceable()
        try WholeFile(path: target ?? path)
            .replace(by: bytes, permissions: permissions, isFlushed: isFlushed)
    }

    /// Takes a file that something else has written in the same folder, whole, for its own.
    func adopt(_ temporary: String) throws(RunError) {
        try checkIsReplaceable()
        try flush(temporary, O_RDONLY)
        guard unsafe rename(temporary, path) == 0 else { throw .cannotWrite(path) }
        try flushFolder(folder)
    }

    /// Whether another process that is there has a temporary file of this name in hand.
    ///
    /// One of our own number is left by an earlier process that had it.
    static func isBeingWritten(_ temporary: String) -> Bool {
        let number = temporary.dropLast(temporarySuffix.count).split(separator: ".").last
        guard let process = number.flatMap({ pid_t($0) }), process > 0, process != getpid() else {
            return false
        }
        // One that we may not send anything to is there all the same.
        return kill(process, 0) == 0 || errno == EPERM
    }

    /// Whether a relative path stays below the folder that it starts in.
    static func isPlainPath(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains { [".", ".."].contains($0) }
    }

    // MARK: - Private

    private var folder: String {
        URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    }

    /// What kind of thing is there, links followed; `nil` for nothing.
    private var kind: FileState.Kind? { FileState(path: path)?.kind }

    /// The file that a link leads to; `nil` where there is no link, or none to a file.
    private var target: String? {
        guard FileState(path: path, followsLinks: false)?.kind == .link, kind != nil else {
            return nil
        }
        return URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    private func checkIsReplaceable() throws(RunError) {
        guard kind.map({ [.file, .folder].contains($0) }) ?? true else {
            throw .cannotWrite(path: path, reason: "it is no file; name one")
        }
    }

    private func writeThrough(_ bytes: some DataProtocol) throws(RunError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        defer { close(descriptor) }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                .write(contentsOf: bytes)
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
    }

    private func replace(
        by bytes: some DataProtocol, permissions: mode_t, isFlushed: Bool
    ) throws(RunError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
        } catch {
            throw .cannotWrite(path: folder, reason: error.reason)
        }
        let temporary = "\(path).\(getpid())\(Self.temporarySuffix)"
        do throws(RunError) {
            try write(bytes, to: temporary, permissions: permissions, isFlushed: isFlushed)
            FaultPoint.beforeRename.pass()
            guard unsafe rename(temporary, path) == 0 else { throw .cannotWrite(path) }
        } catch {
            // Nobody knows of it, and a full disk has no room for it.
            _ = unsafe unlink(temporary)
            throw error
        }
        FaultPoint.afterRename.pass()
        if isFlushed { try flushFolder(folder) }
    }

    private func write(
        _ bytes: some DataProtocol, to file: String, permissions: mode_t, isFlushed: Bool
    ) throws(RunError) {
        // What an ended process with the same number left behind is in the way of `O_EXCL`.
        _ = unsafe unlink(file)
        let descriptor = unsafe open(
            file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        defer { close(descriptor) }
        // Exactly these, whatever the mask of the program.
        guard fchmod(descriptor, permissions) == 0 else { throw .cannotWrite(path) }
        do {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
            try file.write(contentsOf: bytes.prefix(bytes.count / 2))
            FaultPoint.midFile.pass()
            try file.write(contentsOf: bytes.dropFirst(bytes.count / 2))
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
        guard !isFlushed || fsync(descriptor) == 0 else { throw .cannotWrite(path) }
    }

    private func flushFolder(_ folder: String) throws(RunError) {
        try flush(folder, O_RDONLY | O_DIRECTORY)
    }

    private func flush(_ path: String, _ flags: Int32) throws(RunError) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(path) }
    }
}
