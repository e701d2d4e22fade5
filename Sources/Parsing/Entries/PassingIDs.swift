import Foundation
import Model

/// Ids that a publisher's software makes anew for every document, told by the document itself.
enum PassingIDs {
    /// What the ids of a whole document are instead of ids; `nil` if nothing speaks against them.
    static func reason(_ entries: [Entry], _ made: Date?) -> String? {
        if arePositions(entries) { return "are positions in the list" }
        if let made, areMoments(entries, made) { return "hold the moment the document was made" }
        return nil
    }

    // MARK: - Private

    /// Whether ids count from 0 or 1 down a list whose newest entry stands first: the next new one
    /// will move all of them on.
    ///
    /// Numbers that were given once rise with the dates.
    private static func arePositions(_ entries: [Entry]) -> Bool {
        guard entries.count >= 3, let first = entries.first,
            first.id.value.last == "0" || first.id.value.last == "1"
        else { return false }
        let start = first.id.value.last == "0" ? 0 : 1
        let prefix = first.id.value.dropLast()
        guard prefix.last?.isNumber != true else { return false }
        for index in entries.indices {
            guard entries[index].id.value == "\(prefix)\(start + index)" else { return false }
        }
        let dates = entries.compactMap(\.published)
        guard dates.count == entries.count, let newest = dates.first, let oldest = dates.last else {
            return false
        }
        return newest > oldest && zip(dates, dates.dropFirst()).allSatisfy { $0 >= $1 }
    }

    /// Whether every id has in it when the document was made, though no entry is of that moment.
    private static func areMoments(_ entries: [Entry], _ made: Date) -> Bool {
        guard entries.count >= 2, let first = entries.first else { return false }
        let spellings = spellings(of: made).filter { first.id.value.contains($0) }
        guard !spellings.isEmpty else { return false }
        return entries.allSatisfy { entry in
            entry.published != made && entry.updated != made
                && spellings.contains { entry.id.value.contains($0) }
        }
    }

    /// Seconds since 1970, `20261119083000`, `2026-11-19T08:30:00`.
    private static func spellings(of moment: Date) -> [String] {
        let timestamp = String(ContractJSON.timestamp(moment).dropLast())
        return [
            "\(Int(moment.timeIntervalSince1970))", timestamp.filter(\.isNumber), timestamp,
        ]
    }
}
