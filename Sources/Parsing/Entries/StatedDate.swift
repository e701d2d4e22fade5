import Foundation

/// A date as a document states it.
struct StatedDate: Hashable {
    let text: String
    /// Where it stands in the source.
    let offset: Int

    /// `nil`, and a problem, if it is no date or an impossible one.
    func date(log: inout ProblemLog) -> Date? {
        if let date = FeedDate.date(text) { return date }
        let shown = text.count > 60 ? "\(text.prefix(60))…" : text
        log.add("'\(shown)' is not a date; left out", at: offset)
        return nil
    }
}

extension Sequence<StatedDate?> {
    /// The first of several dates that is there, dates that cannot be read being told of.
    func first(log: inout ProblemLog) -> Date? {
        for case let stated? in self {
            if let date = stated.date(log: &log) { return date }
        }
        return nil
    }
}
