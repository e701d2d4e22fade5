import Foundation
import Model
import RuleLoading
import Storing

/// Whether a digest can be made again from the archive and the rules, and what differs if not.
///
/// The archive only knows how well the feeds are heard, and how tickets stand, at present, not how it
/// was when the digest was made. So both are taken from the digest itself; everything else is made
/// anew.
package struct DigestVerification: Codable, Hashable, Sendable {
    package let file: String
    /// Whether the same bytes came out.
    package let isReproduced: Bool
    /// What is known to have changed since.
    package let reasons: [String]
    /// In the order of the file.
    package let differences: [JSONDifference]

    package var text: String {
        if isReproduced { return "\(file): the same bytes come out of archive and rules\n" }
        var lines = ["\(file): cannot be made again"] + reasons.map { "  " + $0 }
        lines += differences.prefix(Self.differencesShown).map { "  \($0)" }
        let more = differences.count - Self.differencesShown
        if more > 0 { lines.append("  and \(more) more; --format json has them all") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let differencesShown = 20
}

extension Archive {
    /// Makes a digest again and holds it against its file.
    ///
    /// - Parameter path: of its JSON, relative to the folder the command was given in, or absolute.
    /// - Throws: `RunError.badInput` where the file is no digest.
    package func verify(digestAt path: String) throws(RunError) -> DigestVerification {
        let bytes = Data(try InputFile(path).contents())
        let digest: Digest
        let original: JSONTree
        do {
            digest = try ContractJSON.decode(Digest.self, from: bytes)
            original = try JSONDecoder().decode(JSONTree.self, from: bytes)
        } catch {
            throw .badInput("\(path): is no digest of ours in JSON; name one of out/digests/")
        }
        let again = try remade(digest)
        let bytesAgain: Data
        let tree: JSONTree
        do {
            bytesAgain = try ContractJSON.encode(again, isPretty: true) + Data("\n".utf8)
            tree = try JSONDecoder().decode(JSONTree.self, from: bytesAgain)
        } catch {
            throw .bug("a digest cannot be encoded: \(error)")
        }
        let isReproduced = bytes == bytesAgain
        return DigestVerification(
            file: path, isReproduced: isReproduced,
            reasons: isReproduced
                ? []
                : changes(from: digest.origin, to: again.origin)
                    + (try correctedSince(digest)) + (try heardSince(digest))
                    + (try erasedSince(digest)) + (try expiredSince(digest)),
            differences: JSONDifference.all(between: original, and: tree))
    }

    // MARK: - Private

    private func remade(_ digest: Digest) throws(RunError) -> Digest {
        let reports = Reports(
            store: store, configuration: try workspace.load(), language: digest.origin.language,
            listed: digest.mentions.unlisted == 0 ? .max : Reports.usuallyListed)
        var again = try storing(
            reports.digest(
                digest.window, digest.scope ?? Digest.Scope(period: .day),
                health: try reports.health(now: digest.window.through),
                listening: digest.health, tickets: .told(digest.tickets)))
        for index in again.alerts.indices {
            let same = digest.alerts.first {
                ($0.kind, $0.brand) == (again.alerts[index].kind, again.alerts[index].brand)
            }
            again.alerts[index].burst?.answeredAt = same?.burst?.answeredAt
        }
        let tickets = digest.needsAnswer.items.map { ($0.mention, $0.ticket) }
        for index in again.needsAnswer.items.indices {
            let mention = again.needsAnswer.items[index].mention
            again.needsAnswer.items[index].ticket = tickets.first { $0.0 == mention }?.1
        }
        return again
    }

    private func correctedSince(_ digest: Digest) throws(RunError) -> [String] {
        let count = try storing(
            store.corrections(after: digest.window.through, through: .distantFuture)
        ).count
        return count == 0
            ? []
            : [
                "\(count) \(count == 1 ? "correction was" : "corrections were") applied since; "
                    + "reports count by them"
            ]
    }

    /// What feeds have edited, and what was only heard later and is dated before the digest's end.
    ///
    /// Digests of other periods may have been made long after their end, nobody knows when.
    private func heardSince(_ digest: Digest) throws(RunError) -> [String] {
        guard digest.scope?.period ?? .day == .day else { return [] }
        let changes = try storing(store.changes(since: digest.window.through))
        var reasons: [String] = []
        if changes.editedEntries > 0 {
            reasons.append(
                changes.editedEntries.counted("entry that", "entries that")
                    + " had been heard by then \(changes.editedEntries == 1 ? "was" : "were") edited "
                    + "since")
        }
        if changes.laterMentions > 0 {
            reasons.append(
                changes.laterMentions.counted("mention that is", "mentions that are")
                    + " dated by then \(changes.laterMentions == 1 ? "was" : "were") only heard since, "
                    + "as a new feed or an import brings them")
        }
        return reasons
    }

    /// What was erased on request; the digest still counts what was heard then.
    private func erasedSince(_ digest: Digest) throws(RunError) -> [String] {
        let erasures = try ErasureLog(path: workspace.erasuresPath).erasures().filter {
            $0.askedAt >= digest.window.through && $0.entries > 0
        }
        var reasons: [String] = []
        let count = erasures.map(\.entries).reduce(0, +)
        if count > 0 {
            reasons.append(
                "\(count.counted("entry", "entries")) \(count == 1 ? "was" : "were") erased on request "
                    + "since (\(erasures.map(\.id).joined(separator: ", "))); the digest still counts "
                    + "what it had of them")
        }
        return reasons
    }

    /// What of the digest, or of the time before it, was deleted after it had been kept for long enough.
    private func expiredSince(_ digest: Digest) throws(RunError) -> [String] {
        let retention = try workspace.load().feeds.privacy.retention
        guard let end = try storing(ToldPeriods(of: store)).lastDigestEnd else { return [] }
        var reasons: [String] = []
        let compared = digest.window.after.addingTimeInterval(-Self.comparedBefore)
        if let kept = retention.mentions, end - kept.inSeconds > compared {
            reasons.append(
                "mentions are kept for a time only (retention), and those of the digest's are gone, or "
                    + "some of them, or of those that it compares them with")
        }
        if let kept = retention.authors, let begin = try storing(store.recordsSince()),
            end - kept.inSeconds > begin
        {
            reasons.append(
                "authors are kept for a time only (retention): who is new, who wrote before, and how "
                    + "many voices there are is told by those that are left")
        }
        return reasons
    }

    /// A digest is held against the day a week before, too.
    private static let comparedBefore: TimeInterval = 8 * 86_400

    private func changes(from old: ReportOrigin, to new: ReportOrigin) -> [String] {
        var changes: [String] = []
        if old.programVersion != new.programVersion {
            changes.append(
                "it was made by Earshot \(old.programVersion), not \(new.programVersion)")
        }
        if old.rulesHash != new.rulesHash {
            changes.append("it was made with rules \(old.rulesHash), not \(new.rulesHash)")
        }
        return changes
    }
}

extension Duration {
    fileprivate var inSeconds: TimeInterval { TimeInterval(components.seconds) }
}
