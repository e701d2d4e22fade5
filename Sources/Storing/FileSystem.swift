import Foundation
import Model

/// What a file lies on.
enum FileSystem {
    /// - Throws: `StoreError.remote` for a network file system: the write-ahead log needs memory that
    ///   all who use it share (SQLite, "Write-Ahead Logging").
    static func check(_ path: String) throws(StoreError) {
        let folder = folder(of: path)
        // Without /proc nothing can be told, and nothing is refused.
        guard let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo"),
            let type = type(of: folder, mounts: String(decoding: mounts, as: UTF8.self))
        else { return }
        if remote.contains(type) { throw .remote(path: path, fileSystem: type) }
    }

    /// - Throws: `StoreError.cannotOpen` for a file that may only be read: SQLite would open it all the same, and
    ///   leave a log beside it that nobody may write to either, not even when the file may be written again.
    static func checkMayBeWritten(_ path: String) throws(StoreError) {
        guard !mayBeWritten(path) else { return }
        throw .cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }

    /// The folder that a file lies in, or would, which may be another than that of a link to it: it is
    /// there that SQLite keeps the log.
    static func folder(of path: String) -> String {
        var path = path
        for _ in 0..<mostLinks {
            // Most are no links, which is how they tell it.
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            else { break }
            path = target.hasPrefix("/") ? target : parent(of: path) + "/" + target
        }
        return URL(filePath: parent(of: path)).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    /// The type of the file system that a folder lies on.
    ///
    /// - Parameter mounts: as proc(5) describes `/proc/[pid]/mountinfo`; later lines cover earlier ones.
    static func type(of folder: String, mounts: String) -> String? {
        var best: (length: Int, type: String)?
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            let point = fields[4].replacing("\\040", with: " ")
            let isAbove = point == "/" || folder == point || folder.hasPrefix(point + "/")
            guard isAbove, point.utf8.count >= best?.length ?? 0 else { continue }
            best = (point.utf8.count, String(fields[dash + 1]))
        }
        return best?.type
    }

    /// Whether SQLite cannot make the files that it needs beside one with a log, or must not: on a file system that
    /// nobody can write to, as in a snapshot of a disk, in a folder that is somebody else's to write, and beside a
    /// file that is, as its owner could not write to them.
    static func takesNothing(_ path: String) -> Bool {
        var system = statvfs()
        let isReadOnly =
            unsafe statvfs(path, &system) == 0 && system.f_flag & UInt(ST_RDONLY) != 0
        return isReadOnly || !mayBeWritten(folder(of: path)) || !mayBeWritten(path)
    }

    /// The address of a file that nobody changes just now, by which SQLite reads it without the files that
    /// it makes beside one with a log (SQLite, "Uniform Resource Identifiers", `immutable`).
    ///
    /// - Returns: `nil` where the log holds something, which would be passed over; and where SQLite has
    ///   all that it needs beside the file already. Somebody who can write there may be at work then, as
    ///   where a folder is lent to a container to be read, and no lock would be taken.
    static func unchanging(_ path: String) -> String? {
        let file = URL(filePath: path).resolvingSymlinksInPath()
        let name = file.path(percentEncoded: false)
        let log = FileState(path: name + "-wal")?.sizeInBytes
        let isComplete = log != nil && FileState(path: name + "-shm") != nil
        return isComplete || log ?? 0 > 0 ? nil : file.absoluteString + "?immutable=1"
    }

    // MARK: - Private

    /// Whether a file may be written to, or is still to be made.
    private static func mayBeWritten(_ path: String) -> Bool {
        unsafe access(path, W_OK) == 0 || errno == ENOENT
    }

    /// As Linux follows them (path_resolution(7)).
    private static let mostLinks = 40

    private static func parent(of path: String) -> String {
        URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    }

    private static let remote: Set = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.sshfs",
        "fuse.glusterfs", "fuse.s3fs", "fuse.rclone",
    ]
}
