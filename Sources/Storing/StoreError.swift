/// Why the archive cannot be used, and what its operator can do.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    case foreignFile(path: String)
    case newerSchema(path: String, version: Int, known: Int)
    /// An archive that no run has finished making, or that an older version made.
    case notMadeYet(path: String)
    case damaged(path: String, reason: String)
    case cannotOpen(path: String, reason: String)
    case full(path: String)
    case failingDisk(path: String, reason: String)
    /// On another machine's disk, where locks and shared memory do not hold.
    case remote(path: String, fileSystem: String)
    /// By another program, so that what was erased cannot be overwritten.
    case beingRead(path: String)
    case failed(reason: String)

    package var description: String {
        switch self {
        case .foreignFile(let path):
            "\(path): this file is not an Earshot archive; name another with --workspace, "
                + "or move it away"
        case .newerSchema(let path, let version, let known):
            "\(path): written by a newer Earshot (schema \(version), this one knows \(known)); "
                + "upgrade earshot, or restore a backup"
        case .notMadeYet(let path):
            "\(path): not ready to be read; `earshot run` makes it so"
        case .damaged(let path, let reason):
            "\(path): damaged (\(reason)); `earshot doctor --fix` saves what can be read, "
                + "`earshot restore` takes a backup"
        case .cannotOpen(let path, let reason):
            "\(path): cannot be opened (\(reason)); check that the folder exists and is yours to write"
        case .full(let path):
            "\(path): the disk is full; free some space and run again, nothing was lost"
        case .failingDisk(let path, let reason):
            "\(path): the disk does not do what it is asked (\(reason)); see whether it is full, or "
                + "failing, and run again"
        case .remote(let path, let system):
            "\(path): lies on a network file system (\(system)), where SQLite cannot keep it whole; "
                + "use a folder on this machine's own disk"
        case .beingRead(let path):
            "\(path): somebody is reading it, so that what was erased is still in the file; let that "
                + "end, and run again"
        case .failed(let reason):
            "the archive refused: \(reason)"
        }
    }
}
