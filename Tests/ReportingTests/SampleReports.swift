import Foundation
import Model
import Reporting

/// The reports on the sample news, and on a day on which nothing was heard.
enum SampleReports {
    static let digest = digest(of: SampleNews.today, previous: SampleNews.yesterday)
    static let emptyDigest = digest(of: [], health: [])
    static let trends = trends(of: SampleNews.course)
    static let emptyTrends = trends(of: [])

    static func digest(
        of heard: [HeardEntry], previous: [HeardEntry] = [], weekBefore: [HeardEntry] = [],
        health: [FeedHealth] = FeedHealth.sample, context: ReportingContext = .sample
    ) -> Digest {
        let window = SampleNews.window
        return DigestMaker(context: context).digest(
            window,
            heard: HeardEntries(
                (heard + previous + weekBefore),
                of: { span in
                    switch span.upperBound {
                    case window.through: heard
                    case window.after: previous
                    default: weekBefore
                    }
                }), health: health)
    }

    static func trends(
        of heard: [HeardEntry], from: String = "2026-08-30T22:00:00Z",
        to: String = "2026-11-22T23:00:00Z", context: ReportingContext = .sample,
        tracked: [TrackedTicket] = []
    ) -> Trends {
        TrendsMaker(context: context).trends(
            from: .at(from), to: .at(to), heard: HeardEntries(heard), health: FeedHealth.sample,
            tracked: tracked)
    }
}

extension HeardEntries where Failure == Never {
    /// Those said in a span belong to it.
    init(_ all: [HeardEntry]) {
        self.init(all) { span in all.filter { span.contains($0.date) } }
    }

    init(_ all: [HeardEntry], of span: @escaping (Range<Date>) -> [HeardEntry]) {
        self.init { range, body in
            for entry in span(range) { body(entry) }
        } numbered: { sequences in
            all.filter { sequences.contains($0.sequence) }
        }
    }
}
