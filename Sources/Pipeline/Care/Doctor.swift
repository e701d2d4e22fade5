package import Foundation
import Hashing
import Model
import Storing

/// Looks a workspace over, says what is wrong in words, and mends what can be mended: `earshot doctor`.
package struct Doctor: Sendable {
    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// Examines the workspace and changes nothing; a run may be at work meanwhile.
    ///
    /// - Parameter now: whatever is dated far after it comes from a clock that was wrong.
    package func examine(isFull: Bool, now: Date) throws(RunError) -> DoctorReport {
        try Archive.check(isThere: workspace)
        let findings = try findings(isFull: isFull, now: now)
        return DoctorReport(
            archive: workspace.archive.description, isFull: isFull, findings: findings,
            notes: notes(now), copies: try copies(), mended: [], salvage: nil,
            statistics: try statistics(beside: findings), libraries: LibraryVersion.all)
    }

    /// Mends what can be mended without losing anything.
    ///
    /// An archive with damaged pages is copied, as far as it can be read, into a new one that takes its
    /// place; the damaged one is kept beside it.
    package func mend(now: Date) throws(RunError) -> DoctorReport {
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let found = try findings(isFull: true, now: now)
        var salvaged: DoctorReport.SalvageLine?
        if found.contains(where: { $0.remedy == .salvage }) {
            salvaged = try salvage(now: now)
        } else if !found.isEmpty {
            try storing { () throws(StoreError) in
                let store = try Store(workspace.archive)
                try store.repair(found)
                if found.contains(where: { $0.kind == .toldAhead }) {
                    try takeBack(store, to: now)
                }
                try store.checkpoint()
            }
        }
        try OutputFolder(path: workspace.outputPath).removeLeftovers()
        try ArchiveCopies(in: workspace).removeUnfinished()
        let left = found.isEmpty ? [] : try findings(isFull: true, now: now)
        return DoctorReport(
            archive: workspace.archive.description, isFull: true, findings: left,
            notes: notes(now), copies: try copies(), mended: found.filter { !left.contains($0) },
            salvage: salvaged,
            statistics: try statistics(beside: left), libraries: LibraryVersion.all)
    }

    /// Begins new pseudonyms, with the key that lies in the workspace or with one that it makes.
    ///
    /// From then on the archive does not recognise authors heard so far, and receipts of earlier
    /// erasures no longer keep anything out.
    ///
    /// - Returns: what tells the key from others; `nil` where the archive goes by it already.
    package func beginNewPseudonyms() throws(RunError) -> String? {
        // An archive that is still to be made goes by the key of the receipts.
        if !FileManager.default.fileExists(atPath: workspace.erasuresPath) {
            try Archive.check(isThere: workspace)
        }
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let store = try storing(Store(workspace.archive))
        let key = try PseudonymKey(path: workspace.pseudonymKeyPath).read(isNeeded: false)
        let id = PrivacyHashes(Pseudonymizer(key: key)).keyID
        return try storing { () throws(StoreError) in
            guard try store.keyID != id else { return nil }
            try store.replaceKey(by: id)
            try store.checkpoint()
            return id
        }
    }

    // MARK: - Private

    private func notes(_ now: Date) -> [String] {
        WorkspaceExamination(workspace: workspace).notes() + LibraryVersion.all.compactMap(\.note)
            + [clockNote(now)].compactMap(\.self)
    }

    /// `nil` where no post speaks against the clock, or the archive cannot be read.
    private func clockNote(_ now: Date) -> String? {
        // What is wrong is told by the findings.
        guard
            let store = try? Store(workspace.archive, isReadOnly: true),
            let posts = try? store.postsSaid(farAheadOf: now)
        else { return nil }
        return "\(posts.counted("post")) in the archive \(posts == 1 ? "is" : "are") dated after "
            + "\(ContractJSON.timestamp(now)), and \(posts == 1 ? "was" : "were") heard after it: this machine's clock seems to be behind; set it (`timedatectl`)"
    }

    private func copies() throws(RunError) -> [DoctorReport.CopyLine] {
        let copies = ArchiveCopies(in: workspace)
        // Receipts that cannot be read are told of by the notes.
        let erasures = (try? ErasureLog(path: workspace.erasuresPath).erasures()) ?? []
        return try copies.names().map { name in
            DoctorReport.CopyLine(
                file: name, sizeInBytes: copies.sizeInBytes(of: name),
                isUnfinished: copies.isUnfinished(name),
                erasuresMissed: erasures.count { $0.copiesLeft?.contains(name) == true })
        }
    }

    private func findings(isFull: Bool, now: Date) throws(RunError) -> [ArchiveFinding] {
        do {
            let store = try Store(workspace.archive, isReadOnly: true)
            let findings = try store.findings(isFull: isFull)
            // What cannot be read says nothing of its times.
            let isReadable = !findings.contains { $0.remedy == .salvage }
            guard isReadable, try store.postsSaid(farAheadOf: now) == nil else { return findings }
            return findings + (try store.findingsAhead(of: now))
        } catch .damaged(_, let reason) {
            return [ArchiveFinding(.damagedPages, in: "the file", "cannot be opened (\(reason))")]
        } catch {
            throw .store(error)
        }
    }

    /// Workers store what they hear after the moment up to which digests have reported; they wait
    /// meanwhile.
    private func takeBack(_ store: Store, to now: Date) throws(StoreError) {
        let pause = CrawlerPause(of: workspace.archive)
        try pause.beginSoon()
        defer { pause.end() }
        try store.takeBack(to: now)
    }

    /// `nil` where the archive is too damaged to be counted, as the findings tell.
    private func statistics(beside findings: [ArchiveFinding]) throws(RunError)
        -> ArchiveStatistics?
    {
        do {
            return try Store(workspace.archive, isReadOnly: true).statistics()
        } catch {
            guard !findings.isEmpty else { throw .store(error) }
            return nil
        }
    }

    private func salvage(now: Date) throws(RunError) -> DoctorReport.SalvageLine {
        let temporary = "\(workspace.archivePath).salvaged\(WholeFile.temporarySuffix)"
        try remove(temporary)
        let tables: [Salvage.TableLine]
        do {
            tables = try Salvage(from: workspace.archivePath, into: temporary).run()
        } catch .damaged(_, let reason) {
            try remove(temporary)
            throw .store(.beyondSaving(path: workspace.archivePath, reason: reason))
        } catch {
            throw .store(error)
        }
        let kept = try ArchiveFile(path: workspace.archivePath)
            .replace(by: temporary, keepingAs: "damaged", now: now)
        for ending in ["-wal", "-shm"] {
            // Empty since the last checkpoint; what stays behind is in nobody's way.
            _ = unsafe unlink(temporary + ending)
        }
        return DoctorReport.SalvageLine(damagedArchive: kept, tables: tables)
    }

    /// Removes a database and what SQLite puts beside it.
    private func remove(_ path: String) throws(RunError) {
        for ending in ["", "-wal", "-shm"] {
            guard unsafe unlink(path + ending) == 0 || errno == ENOENT else {
                throw .cannotWrite(path + ending)
            }
        }
    }
}
