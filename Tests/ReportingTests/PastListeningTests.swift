import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What reports of a time long ago say of how feeds were heard.
struct PastListeningTests {
    private static let failing = FeedHealth(
        feed: "forum", sourceName: "Forum", status: .failing, message: "the server answered 503")
    private static let ok = FeedHealth(feed: "kurier", sourceName: "Kurier", status: .ok)

    @Test(arguments: [true, false])
    func `a report of long ago says that the feeds stand so now`(isLater: Bool) {
        let digest = DigestMaker(context: .sample).digest(
            SampleNews.window, heard: HeardEntries([]), health: [Self.failing],
            isHealthLater: isLater)
        let said = "The feeds are shown as they stand now; how they stood then is not known."
        #expect(digest.health.sentence.contains(said) == isLater)
    }

    @Test(arguments: [FeedHealth.Status.failing, .unheard, .retired])
    func `of a time long ago a feed that has answered since was heard`(status: FeedHealth.Status) {
        func health(answeredAt moment: Date, isLater: Bool = true) -> ListeningHealth {
            let feed = FeedHealth(
                feed: "forum", sourceName: "Forum", status: status, lastSuccessAt: moment)
            return DigestMaker(context: .sample).digest(
                SampleNews.window, heard: HeardEntries([]), health: [Self.ok, feed],
                isHealthLater: isLater
            ).health
        }
        let end = SampleNews.window.through
        #expect(health(answeredAt: end).ok == 2)
        #expect(health(answeredAt: end).troubled == [])
        #expect(health(answeredAt: end - 1).ok == 1)
        #expect(health(answeredAt: end, isLater: false).ok == 1)
    }
}
