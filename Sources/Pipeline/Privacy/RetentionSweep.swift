import Foundation
import Hashing
import Model
import Reporting
import RuleLoading
import Storing

/// What a run deleted because it had been kept for as long as the operator wants.
package struct Expired: Sendable, Codable, Hashable {
    /// Entries that named no brand.
    package var entries = 0
    /// Entries that named one.
    package var mentions = 0
    /// Entries that stay without their authors.
    package var authors = 0
    /// Below `out/`.
    package var files = 0

    package init() {}
}

/// Deletes what has been kept long enough, in batches, each a transaction of its own.
///
/// A run that is to end leaves the rest to the next one. Keyed hashes of an entry stay, by which it is
/// recognised if its feed still shows it.
struct RetentionSweep {
    let retention: Retention
    let store: Store
    let hashes: PrivacyHashes
    let output: OutputFolder
    let now: Date

    /// What was deleted earlier is overwritten, too, where a sweep was killed before it did that.
    ///
    /// - Parameter overwritesAll: whether that is done even where nothing is known to be left.
    /// - Returns: `nil` when everything is kept for good.
    func apply(overwritesAll: Bool = false) throws(RunError) -> Expired? {
        guard retention != Retention() else {
            try storing(overwriteWhatIsDue())
            return nil
        }
        var expired = Expired()
        try storing { () throws(StoreError) in
            expired.entries = try erase(areMentions: false, after: retention.entries)
            expired.mentions = try erase(areMentions: true, after: retention.mentions)
            expired.authors = try clearAuthors()
            if overwritesAll {
                try store.overwriteErased(isRebuilding: false)
            } else {
                try overwriteWhatIsDue()
            }
        }
        expired.files = try removeFiles()
        return expired
    }

    /// What `apply` would delete.
    func plan() throws(RunError) -> Expired {
        var due = Expired()
        try storing { () throws(StoreError) in
            due.entries = try count(areMentions: false, after: retention.entries)
            due.mentions = try count(areMentions: true, after: retention.mentions)
            due.authors =
                try authorsLeft(areMentions: false, after: retention.entries)
                + authorsLeft(areMentions: true, after: retention.mentions)
        }
        due.files = try expiredFiles().count
        return due
    }

    // MARK: - Private

    private static let batchSize = 1_000

    private func overwriteWhatIsDue() throws(StoreError) {
        if try store.isOverwritingDue() { try store.overwriteErased(isRebuilding: false) }
    }

    private func limit(_ duration: Duration) -> Date {
        now.addingTimeInterval(-Double(duration.components.seconds))
    }

    private func count(areMentions: Bool, after duration: Duration?) throws(StoreError) -> Int {
        guard let duration else { return 0 }
        return try store.expiredCount(areMentions: areMentions, heardBefore: limit(duration))
    }

    /// Entries that stay, and whose authors go.
    private func authorsLeft(areMentions: Bool, after duration: Duration?) throws(StoreError)
        -> Int
    {
        guard let authors = retention.authors else { return 0 }
        return try store.countOfAuthored(
            areMentions: areMentions, heardFrom: duration.map(limit),
            before: limit(authors))
    }

    private func erase(areMentions: Bool, after duration: Duration?) throws(StoreError) -> Int {
        guard let duration else { return 0 }
        var erased = 0
        while true {
            let batch = try store.expiredEntries(
                areMentions: areMentions, heardBefore: limit(duration), atMost: Self.batchSize)
            let tombstones = batch.map { ($0.key, Tombstones.all(of: $0, hashes: hashes)) }
            try store.erase(tombstones: Dictionary(uniqueKeysWithValues: tombstones))
            erased += batch.count
            if batch.count < Self.batchSize || Task.isCancelled { return erased }
        }
    }

    private func clearAuthors() throws(StoreError) -> Int {
        guard let duration = retention.authors else { return 0 }
        var cleared = 0
        while true {
            let batch = try store.clearAuthors(
                heardBefore: limit(duration), atMost: Self.batchSize)
            cleared += batch
            if batch < Self.batchSize || Task.isCancelled { return cleared }
        }
    }

    private func removeFiles() throws(RunError) -> Int {
        var removed = 0
        for name in try expiredFiles() where try output.remove(name) { removed += 1 }
        if removed > 0 {
            try IndexFiles(output: output).leaveOutRemoved()
            try Manifest.renew(in: output)
        }
        return removed
    }

    private func expiredFiles() throws(RunError) -> [String] {
        try output.files().filter { name in
            age(of: name).map { duration, date in date < limit(duration) } ?? false
        }
    }

    /// How long a file is kept, and the moment by which it is named; `nil` for what is kept.
    private func age(of name: String) -> (Duration, Date)? {
        let parts = name.split(separator: "/")
        guard parts.count == 2, let stem = parts[1].split(separator: ".").first else { return nil }
        switch parts[0] {
        case "digests", "trends":
            // A day's reports are written until it ends.
            guard let duration = retention.reports,
                let last = DigestName.lastDay(of: stem),
                let day = ContractJSON.date(last + "T00:00:00Z")
            else { return nil }
            return (duration, day.addingTimeInterval(86_400))
        case "runs":
            guard let duration = retention.runs,
                let time = ContractJSON.date(withColons(stem))
            else { return nil }
            return (duration, time)
        default: return nil
        }
    }

    /// `2026-11-22T060000Z`, or that of a worker, `2026-11-22T060000Z-1a2b3c4d`, as
    /// `2026-11-22T06:00:00Z`.
    private func withColons(_ stem: Substring) -> String {
        guard stem.count == 18 || stem.dropFirst(18).first == "-" else { return String(stem) }
        var text = String(stem.prefix(18))
        text.insert(":", at: text.index(text.startIndex, offsetBy: 15))
        text.insert(":", at: text.index(text.startIndex, offsetBy: 13))
        return text
    }
}
