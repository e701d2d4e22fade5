import Foundation
import Model
import Storing

/// Shows entries that change: tags them once more by both sets of rules, with all their reasons.
struct BacktestExamples {
    private let comparison: Comparison
    private let snapshot: Snapshot

    init(_ comparison: Comparison, _ snapshot: Snapshot) {
        self.comparison = comparison
        self.snapshot = snapshot
    }

    /// - Returns: `nil` when there is no entry with this key.
    func example(_ key: Int64, of change: BacktestChange) throws(StoreError)
        -> BacktestReport.Example?
    {
        guard let entry = try snapshot.entry(key: key) else { return nil }
        let read = ReadEntry(entry.text)
        let before = TagReasons(read, comparison.taggerBefore, comparison.before.rules)
        let after = TagReasons(read, comparison.taggerAfter, comparison.after.rules)
        let shown = after.place(of: change) ?? before.place(of: change)
        return BacktestReport.Example(
            feed: entry.feed, date: entry.date, link: entry.text.link, title: entry.text.title,
            snippet: BacktestReport.Snippet(entry.text, around: shown),
            reasonBefore: before.reason(for: change, value: change.from),
            reasonAfter: after.reason(for: change, value: change.to))
    }
}

extension BacktestReport.Snippet {
    /// Scalars to either side of what is shown.
    private static let reach = 100

    init(_ entry: EntryText, around place: TagReasons.Place?) {
        let scalars = Array(entry.string(of: place?.field ?? .text).unicodeScalars)
        let shown = (place?.range ?? 0..<0).clamped(to: scalars.indices)
        let cut =
            max(
                0, shown.lowerBound - Self.reach)..<min(
                scalars.count, shown.upperBound + Self.reach)
        var text = String.UnicodeScalarView()
        // On one line.
        text.append(contentsOf: scalars[cut].map { $0.properties.isWhitespace ? " " : $0 })
        self.text = String(text)
        start = shown.isEmpty ? nil : shown.lowerBound - cut.lowerBound
        end = shown.isEmpty ? nil : shown.upperBound - cut.lowerBound
    }
}
