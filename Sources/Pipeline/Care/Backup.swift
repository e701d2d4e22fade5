package import Foundation
import Model
import Storing

/// Copies the archive of a workspace to one file, and back.
package struct Backup: Sendable {
    package struct Report: Sendable, Encodable {
        package let file: String
        package let entries: Int
        package let sizeInBytes: Int
        /// Where the archive is that the backup took the place of; absent where there was none.
        package let replaced: String?
        /// How many erasures were carried out in the archive once more; absent for a backup that is
        /// written.
        package let erasuresRepeated: Int?
        /// Those that wait for the key of the pseudonyms.
        package let erasuresLeft: Int?
        /// Whether the archive goes by a key of pseudonyms and the workspace has none, so that runs refuse
        /// to begin; absent for a backup that is written.
        package let keyIsMissing: Bool?
    }

    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// Writes what the archive holds at this moment to a file, which is there whole or not at all.
    ///
    /// The copy is checked before it gets its name. If the name is a link, the file that it leads to is
    /// written. The key of the pseudonyms is not in it.
    ///
    /// - Parameter replacesFile: whether a file that is there already may be replaced.
    package func write(to name: String, replacesFile: Bool) throws(RunError) -> Report {
        try checkIsFile("`earshot backup`", instead: "`pg_dump` writes a copy")
        try Archive.check(isThere: workspace)
        guard name != "-" else {
            throw .badInput("a backup is looked over once it is written: name a file, not -")
        }
        try checkIsNoFolder(name)
        let path = try place(of: name)
        guard !isArchive(path) else {
            throw .badInput("\(name): is the archive itself, or a part of it; name another file")
        }
        guard replacesFile || !FileManager.default.fileExists(atPath: path) else {
            throw .badInput("\(name): is there already; name another file, or add --force")
        }
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        try removeLeftovers(of: path)
        let temporary = "\(path).\(getpid())\(Self.temporarySuffix)"
        let store = try storing(Store(workspace.archive))
        do {
            try storing { () throws(StoreError) in
                try store.write(copyTo: temporary, named: path)
                try Store.check(backup: temporary)
            }
        } catch {
            try remove(temporary)
            throw error
        }
        try WholeFile(path: path).adopt(temporary)
        return Report(
            file: name,
            entries: try storing(store.entryCount()),
            sizeInBytes: Self.size(of: path), replaced: nil, erasuresRepeated: nil,
            erasuresLeft: nil, keyIsMissing: nil)
    }

    /// Puts a backup in the place of the archive, which is kept beside it.
    ///
    /// - Throws: before anything is changed, if the backup is damaged or is none of Earshot's.
    package func restore(from path: String, now: Date) throws(RunError) -> Report {
        try checkIsFile(
            "`earshot restore`", instead: "`pg_restore` takes back what `pg_dump` wrote")
        guard FileManager.default.fileExists(atPath: path) else {
            throw .badInput("\(path): there is no such file")
        }
        try checkIsNoFolder(path)
        try checkIsBackup(path)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let file = ArchiveFile(path: workspace.archivePath)
        let copy = try copyBesideArchive(ofBackup: path)
        let replaced = try file.replace(by: copy, keepingAs: "before-restore", now: now)
        let store = try storing(Store(workspace.archive))
        let (repeated, left) = try repeatErasures(in: store, now: now)
        let goesByKey = try storing { () throws(StoreError) in try store.keyID != nil }
        let hasKey = FileManager.default.fileExists(atPath: workspace.pseudonymKeyPath)
        return Report(
            file: path,
            entries: try storing { () throws(StoreError) in
                try store.checkpoint()
                return try store.entryCount()
            }, sizeInBytes: Self.size(of: path), replaced: replaced, erasuresRepeated: repeated,
            erasuresLeft: left, keyIsMissing: goesByKey && !hasKey)
    }

    // MARK: - Private

    /// The file that is written under a name: if the name is a link, the file it leads to, so that a
    /// backup gets to the disk that it is meant for.
    private func place(of name: String) throws(RunError) -> String {
        guard FileState(path: name, followsLinks: false)?.kind == .link else { return name }
        guard FileManager.default.fileExists(atPath: name) else {
            throw .badInput(
                "\(name): is a link that leads to no file, as where a disk is not mounted; mount it, "
                    + "mend the link, or name a file")
        }
        return URL(filePath: name).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    private func checkIsNoFolder(_ path: String) throws(RunError) {
        var isFolder: ObjCBool = false
        _ = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard !isFolder.boolValue else {
            throw .badInput("\(path): is a folder; name a file in it")
        }
    }

    private func checkIsBackup(_ path: String) throws(RunError) {
        do throws(StoreError) {
            try Store.check(backup: path)
        } catch .foreignFile {
            throw .badInput(
                "\(path): this is no backup of Earshot; name a file that `earshot backup` wrote")
        } catch .damaged(_, let reason) {
            throw .badInput(
                "\(path): this backup is damaged (\(reason)); the archive is as it was: name another "
                    + "backup, and see whether the disk that this one lies on is failing")
        } catch {
            throw .store(error)
        }
    }

    /// Copies a backup to where it can take the place of the archive in one step.
    private func copyBesideArchive(ofBackup path: String) throws(RunError) -> String {
        // Only our own file is removed: what others have left there may be what is to be restored.
        let temporary = Self.temporaryFile(beside: workspace.archivePath)
        try remove(temporary)
        do throws(RunError) {
            // SQLite opens it, since that follows links and reads the log that may lie beside the file.
            let backup = try storing(Store(path: path, isReadOnly: true, acceptsEarlier: true))
            try workspace.checkKey(ofBackup: backup)
            try storing(backup.write(copyTo: temporary))
        } catch {
            try remove(temporary)
            throw error
        }
        do {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640], ofItemAtPath: temporary)
        } catch {
            throw .cannotWrite(path: temporary, reason: error.reason)
        }
        return temporary
    }

    /// Carries out the erasures that an archive has missed, so that nobody is found in it even before
    /// the next run.
    ///
    /// - Returns: how many were carried out, and how many have to wait for the key.
    private func repeatErasures(in store: Store, now: Date) throws(RunError) -> (Int, Int) {
        let log = ErasureLog(path: workspace.erasuresPath)
        let receipts = try log.erasures()
        guard !receipts.isEmpty else { return (0, 0) }
        guard try PseudonymKey(path: workspace.pseudonymKeyPath).ifThere() != nil else {
            let done = try storing(store.finishedErasures())
            return (0, receipts.count { !done.contains($0.id) })
        }
        let hashes = try workspace.privacyHashes(for: store, isNoted: true)
        return (
            try ErasureWork(
                store: store, hashes: hashes, output: OutputFolder(path: workspace.outputPath),
                log: log, copies: ArchiveCopies(in: workspace), unread: UnreadFolder(of: workspace),
                now: now
            ).finishAll(), 0
        )
    }

    private func checkIsFile(_ command: String, instead: String) throws(RunError) {
        guard workspace.archive.isServer else { return }
        throw .badInput(StoreError.notForServers(what: command, instead: instead).description)
    }

    /// Whether a file of this name would replace the archive, or what SQLite keeps beside it: the log
    /// of one archive would then be played into the other.
    private func isArchive(_ path: String) -> Bool {
        let archive = URL(filePath: workspace.archivePath)
        let names = [archive.inItsFolder, archive.resolvingSymlinksInPath().path]
        let target = URL(filePath: path).inItsFolder
        return names.contains { name in Self.sideSuffixes.contains { target == name + $0 } }
    }

    private static func temporaryFile(beside path: String) -> String {
        "\(path).\(getpid())\(WholeFile.temporarySuffix)"
    }

    /// What SQLite writes beside a file while it writes the file.
    private static let sideSuffixes = ["", "-journal", "-wal", "-shm"]

    private func remove(_ temporary: String) throws(RunError) {
        for suffix in Self.sideSuffixes {
            let path = temporary + suffix
            guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path) }
        }
    }

    /// The ending of copies that no backup has finished, whatever the file is to be called.
    private static let temporarySuffix = ".earshot\(WholeFile.temporarySuffix)"
    /// After which nobody is at work on one any more.
    private static let longestBackup: TimeInterval = 86_400

    /// Removes the copies that interrupted backups have left: those to the same file, and old ones to
    /// other files in its folder, since the backup of each day has its own name.
    private func removeLeftovers(of path: String) throws(RunError) {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent().path
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .cannotWrite(path: folder, reason: error.reason)
        }
        for name in names {
            guard let target = Self.target(ofLeftover: name),
                target == file.lastPathComponent || isOld("\(folder)/\(name)")
            else { continue }
            let path = "\(folder)/\(name)"
            guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path) }
        }
    }

    /// The file that a copy was to become; `nil` for what is none of ours.
    private static func target(ofLeftover name: String) -> String? {
        let side = sideSuffixes.first { !$0.isEmpty && name.hasSuffix($0) } ?? ""
        let copy = name.dropLast(side.count)
        guard copy.hasSuffix(temporarySuffix) else { return nil }
        let parts = copy.dropLast(temporarySuffix.count).split(
            separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let number = parts.last, !number.isEmpty,
            number.allSatisfy(\.isNumber)
        else { return nil }
        return parts.dropLast().joined(separator: ".")
    }

    private func isOld(_ path: String) -> Bool {
        guard let time = FileState(path: path)?.modificationTime else { return false }
        return Double(time) + Self.longestBackup < Date().timeIntervalSince1970
    }

    private static func size(of path: String) -> Int {
        FileState(path: path)?.sizeInBytes ?? 0
    }
}

extension URL {
    /// The path, its folder without links in it.
    fileprivate var inItsFolder: String {
        let folder = absoluteURL.deletingLastPathComponent().resolvingSymlinksInPath()
        return folder.appending(path: lastPathComponent).path
    }
}
