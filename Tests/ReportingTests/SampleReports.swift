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
        DigestMaker(context: context).digest(
            SampleNews.window, heard: heard, previous: previous, weekBefore: weekBefore,
            health: health)
    }

    static func trends(
        of heard: [HeardEntry], from: String = "2026-08-30T22:00:00Z",
        to: String = "2026-11-22T23:00:00Z"
    ) -> Trends {
        TrendsMaker(context: .sample).trends(
            from: .at(from), to: .at(to), heard: heard, health: FeedHealth.sample)
    }
}
