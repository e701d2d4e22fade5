import Foundation
import Model
import Storing

/// Finds the new entries of a document that its feed has told before, under other ids and at other
/// addresses: a blog that moves to another platform shows all that it has said anew.
///
/// They are stored, so as to be known from then on, but count nowhere a second time. Nothing new may be
/// taken for told: in a document in which most is known it would be somebody who says the same again.
struct RetoldEntries {
    private let unknown: [Entry]
    private let titles: [String: Int]
    private let settledCount: Int

    /// `nil` where it is not worth looking for any.
    ///
    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once, or must not be.
    init?(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        unknown = document.entries.filter { known[$0.id] == nil && !gone.contains($0.id) }
        titles = document.entries.reduce(into: [:]) { $0[$1.title ?? "", default: 0] += 1 }
        settledCount = document.entries.count - unknown.count
        guard unknown.count > settledCount else { return nil }
    }

    var counts: (new: Int, known: Int) { (unknown.count, settledCount) }

    /// When they were said, so far as their feed says so and they have titles of their own.
    var dates: Set<Date> { Set(titled.compactMap { $0.published ?? $0.updated }) }

    /// - Parameters:
    ///   - dated: what is stored of `dates`.
    ///   - latest: the latest that is stored, where the list is another one than before; `nil` where it
    ///     is the same one. Some platforms date all that they take over by the day of the move.
    func found(dated: [KnownEntry], latest: [KnownWording]?) -> Set<Entry.ID> {
        let byTitle = Dictionary(grouping: dated, by: { $0.title ?? "" })
        var found = Set(
            titled.filter { entry in
                guard let date = entry.published ?? entry.updated else { return false }
                return (byTitle[entry.title ?? ""] ?? []).contains {
                    abs($0.date.timeIntervalSince(date)) < 1
                }
            }.map(\.id))
        guard let latest else {
            // A few of them may be another post of the day under its usual title.
            return found.count >= Self.fewest && found.count * 2 > unknown.count ? found : []
        }
        let said = Set(latest)
        found.formUnion(
            unknown.filter { said.contains(KnownWording(title: $0.title, text: $0.text ?? "")) }
                .map(\.id))
        return found
    }

    // MARK: - Private

    private static let fewest = 3

    /// Posts of a thread have one title, and some of them one date.
    private var titled: [Entry] {
        unknown.filter { entry in entry.title.map { titles[$0] == 1 } ?? false }
    }
}
