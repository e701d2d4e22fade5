import Foundation
import Hashing
import Model
import Storing

/// The steps of an erasure, in their order; each is told of once it is done.
package enum ErasureStep: Sendable, CaseIterable, Hashable {
    case noted, erased, overwritten, redacted, recorded, finished
}

/// Carries out erasures, from the archive to the last report; each may be ended at any instant and
/// is finished when it is begun again.
struct ErasureWork {
    let store: Store
    let hashes: PrivacyHashes
    let output: OutputFolder
    let log: ErasureLog
    let copies: ArchiveCopies
    /// All of it goes: whom a document that cannot be read speaks of nobody can tell.
    let unread: UnreadFolder
    let now: Date
    /// Told of each step; what it throws ends the work there.
    var onStep: (ErasureStep) throws(RunError) -> Void = { _ in }

    /// Finishes erasures that were interrupted, and carries out those that an archive from a backup has
    /// missed.
    ///
    /// An erasure that is held up by a reader of the archive, or by a disk without room for a copy of
    /// it, stays open for the next run.
    ///
    /// - Returns: how many erasures had to be carried out.
    func finishAll() throws(RunError) -> Int {
        try log.removeLeftovers()
        let done = try storing(store.finishedErasures())
        let open = try log.erasures().filter {
            ($0.finishedAt == nil || !done.contains($0.id)) && canFind($0)
        }
        for erasure in open {
            do throws(RunError) {
                _ = try carryOut(erasure)
            } catch {
                guard case .store(let cause) = error, cause.leavesOnlyOverwriting else {
                    throw error
                }
            }
        }
        return open.count
    }

    /// - Parameter erasure: new, or to be finished.
    func carryOut(_ erasure: Erasure) throws(RunError) -> Erasure {
        var erasure = erasure
        try log.save(erasure)
        try onStep(.noted)
        try unread.removeAll()
        let ended = try erase(erasure)
        // An archive from a backup loses the same stories once more.
        if erasure.finishedAt == nil {
            erasure.storiesEnded += ended
            try log.save(erasure)
        }
        // Until everything is overwritten, workers that do not know of the erasure would take the
        // entries in again; so they are told at once. For one that was finished before, they are told
        // when it is finished again.
        if store.isShared, erasure.finishedAt == nil { try record(erasure) }
        try onStep(.erased)
        let obstacle = try overwrite()
        if obstacle == nil { try onStep(.overwritten) }
        let files = try OutputRedaction(output: output, erasure: erasure, hashes: hashes).apply()
        erasure.filesRewritten = files.rewritten
        erasure.filesRemoved = Set(erasure.filesRemoved).union(files.removed).sorted()
        try log.save(erasure)
        try onStep(.redacted)
        if let obstacle { throw .store(obstacle) }
        try record(erasure)
        try onStep(.recorded)
        // An erasure that is only carried out again has left no new copies.
        if erasure.finishedAt == nil { try erasure.note(copies) }
        erasure.finishedAt = erasure.finishedAt ?? now
        try log.save(erasure)
        try onStep(.finished)
        return erasure
    }

    // MARK: - Private

    private static let batchSize = 1_000

    /// Has the archive say that it has been through an erasure.
    private func record(_ erasure: Erasure) throws(RunError) {
        try storing { () throws(StoreError) in
            try store.recordErasure(id: erasure.id, at: now)
            try store.checkpoint()
        }
    }

    /// - Returns: why it has to be done another time; `nil` where it is done.
    private func overwrite() throws(RunError) -> StoreError? {
        try storing { () throws(StoreError) -> StoreError? in
            do throws(StoreError) {
                let isDone = try store.overwriteErased(isRebuilding: true)
                return isDone ? nil : .beingRead(path: store.path)
            } catch {
                guard error.leavesOnlyOverwriting else { throw error }
                return error
            }
        }
    }

    /// Whether what a receipt is for is known by it: pages and texts are by its key alone.
    private func canFind(_ erasure: Erasure) -> Bool {
        switch erasure.kind {
        case .author, .before: true
        case .url, .text: erasure.keyID == hashes.keyID
        }
    }

    /// - Returns: how many stories ended.
    private func erase(_ erasure: Erasure) throws(RunError) -> Int {
        try storing { () throws(StoreError) in
            var tombstones: [(key: Int64, hashes: [String])] = []
            try store.forEachEntry(in: scope(of: erasure)) { entry in
                let hash = hashes.entry(entry.id, of: entry.feed)
                let isMeant =
                    erasure.kind == .before || erasure.suppression.entries.contains(hash)
                    || erasure.kind == .author
                if isMeant {
                    tombstones.append((entry.key, Tombstones.all(of: entry, hashes: hashes)))
                }
            }
            // As within a batch, so that a story is not passed on from batch to batch.
            tombstones.reverse()
            var ended = 0
            for batch in tombstones.batches(of: Self.batchSize) {
                ended += try store.erase(
                    tombstones: Dictionary(uniqueKeysWithValues: batch.map { ($0.key, $0.hashes) }))
            }
            return ended
        }
    }

    /// Where to look for what is to go: a receipt knows links and texts by their hashes only.
    private func scope(of erasure: Erasure) -> ErasureScope {
        switch erasure.kind {
        case .author: .authors(erasure.suppression.authors)
        case .url, .text: .all
        case .before: .before(erasure.suppression.before ?? .distantPast)
        }
    }
}

extension Erasure {
    /// Notes which copies it leaves as they are.
    mutating func note(_ copies: ArchiveCopies) throws(RunError) {
        let names = try copies.names()
        copiesLeft = names.isEmpty ? nil : names
    }
}
