/// Why the archive cannot be used, and what its operator can do.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    case foreignFile(path: String)
    case newerSchema(path: String, version: Int, known: Int)
    /// An archive that no run has finished making, or that an older version made.
    case notMadeYet(path: String)
    case damaged(path: String, reason: String)
    /// Damaged so that nothing of it can be read.
    case beyondSaving(path: String, reason: String)
    case cannotOpen(path: String, reason: String)
    case full(path: String)
    case failingDisk(path: String, reason: String)
    /// On another machine's disk, where locks and shared memory do not hold.
    case remote(path: String, fileSystem: String)
    /// By another program, so that what was erased cannot be overwritten.
    case beingRead(path: String)
    /// Beside the archive, so that what was erased cannot be overwritten; for all else there may be.
    case noRoomToOverwrite(path: String)
    /// A database on a server that holds somebody else's tables.
    case foreignDatabase(name: String)
    /// A database on a server that can hold no archive.
    case unsuitable(path: String, reason: String)
    /// A server that does not answer, or refuses.
    case server(name: String, reason: String)
    /// Something that is done to files, asked of a server, and what does it there.
    case notForServers(what: String, instead: String)
    /// While a crawler was at work, which does not know of it.
    case erasedSince(id: String)
    /// Another run holds it.
    case locked(path: String)
    /// Another program keeps the file locked for longer than a write waits (`SQLITE_BUSY`).
    case busy(path: String)
    /// By a run that began meanwhile, where whoever reads it cannot lock it.
    case changedWhileRead(path: String)
    /// A part of another archive, as far as a copy has come.
    case unfinishedCopy(path: String, source: String)
    /// A row of another archive that this one does not take.
    case refusedRow(path: String, table: String, reason: String)
    /// Crawlers cannot be kept from storing while a digest is made.
    case unquiet(path: String)
    /// What was named as a server's address is none.
    case noAddress
    /// A server's address that cannot be read.
    case wrongAddress(reason: String)
    /// Tags of an entry that a newer program has written.
    case newerTags(of: String)
    case failed(reason: String)

    /// Whether what was erased is gone from all that is read, and only its bytes are still to be
    /// overwritten: a later run can do that as well.
    package var leavesOnlyOverwriting: Bool {
        switch self {
        case .beingRead, .noRoomToOverwrite: true
        case .foreignFile, .newerSchema, .notMadeYet, .damaged, .beyondSaving, .cannotOpen, .full,
            .failingDisk, .remote, .foreignDatabase, .unsuitable, .server, .notForServers,
            .erasedSince, .locked, .busy, .changedWhileRead, .unfinishedCopy, .refusedRow, .unquiet,
            .noAddress, .wrongAddress, .newerTags, .failed:
            false
        }
    }

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
        case .beyondSaving(let path, let reason):
            "\(path): damaged so that nothing of it can be read (\(reason)); `earshot restore` puts a "
                + "backup in its place"
        case .cannotOpen(let path, let reason):
            "\(path): cannot be opened (\(reason)); check that its folder exists and is yours to write, as "
                + "are the file and its -wal and -shm beside it"
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
        case .noRoomToOverwrite(let path):
            "\(path): the disk has no room for a copy of it, twice over, so that what was erased is still "
                + "in the file; free some space, and run again"
        case .erasedSince(let id):
            "\(id) was erased while this crawler was at work, which would have taken it in again; it "
                + "has stored nothing since, and may be begun anew"
        case .foreignDatabase(let name):
            "\(name): holds other tables than Earshot's; name a database, or a schema "
                + "(?options=-csearch_path%3Dearshot), of its own"
        case .unsuitable(let path, let reason):
            "\(path): can hold no archive: \(reason)"
        case .server(let name, let reason):
            "\(name): \(reason)"
        case .notForServers(let what, let instead):
            "\(what) is for an archive in a file; for one on a PostgreSQL server, \(instead)"
        case .locked(let path):
            "\(path): another run is at work; try again when it is done"
        case .busy(let path):
            "\(path): another program keeps it locked, such as a shell of SQLite, one that copies the file, or "
                + "another earshot; let that end, and run again"
        case .changedWhileRead(let path):
            "\(path): was written to while it was read, as by a run; ask again when that has ended"
        case .unfinishedCopy(let path, let source):
            "\(path): holds only a part of \(source), whose copying has not ended; "
                + "`earshot store copy` with the same --from and --to goes on with it"
        case .refusedRow(let path, let table, let reason):
            "\(path): takes no row of '\(table)' that it was given (\(reason)); see what "
                + "`earshot doctor --full` says of the archive it comes from"
        case .unquiet(let path):
            "\(path): the server ended the session that keeps crawlers from storing while a digest is "
                + "made, each time it was tried; see its log for why, and run again: nothing was lost"
        case .noAddress:
            "what --store or EARSHOT_STORE names is no address of a PostgreSQL server; write "
                + "postgres://USER@HOST:PORT/DATABASE, with %-escapes for what is special in a URL"
        case .wrongAddress(let reason):
            reason
        case .newerTags(let entry):
            "the tags of \(entry) were written by a newer Earshot; upgrade earshot, or have this one make "
                + "them again: `earshot doctor --fix`, then `earshot retag`"
        case .failed(let reason):
            "the archive refused: \(reason)"
        }
    }

    /// - Parameter entry: whose tags cannot be read, as people know it.
    init(_ fault: TagsColumn.Fault, ofTagsOf entry: String) {
        self =
            switch fault {
            case .damaged:
                .failed(reason: "the tags of \(entry) cannot be read; the file is damaged")
            case .newer: .newerTags(of: entry)
            }
    }
}
