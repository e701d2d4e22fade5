import Foundation

/// A date as a document states it.
struct StatedDate: Hashable {
    let text: String
    /// Where it stands in the source.
    let offset: Int

    /// `nil`, and a problem, if it is no date or an impossible one; one to come is a problem, and kept.
    func date(log: inout ProblemLog) -> Date? {
        guard let date = FeedDate.date(text) else {
            log.add("'\(shown)' is not a date; left out", at: offset)
            return nil
        }
        reportIfFuture(date, log: &log)
        return date
    }

    func reportIfFuture(_ date: Date, log: inout ProblemLog) {
        if let latest = log.latestDate, date > latest {
            log.add("'\(shown)' is in the future; kept as stated", at: offset)
        }
    }

    private var shown: String { text.count > 60 ? "\(text.prefix(60))…" : text }
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
