import Foundation
import Model
import Reporting
import TestSupport
import Testing

/// What is told of a digest in which very much waits for an answer.
struct LongNoticeTests {
    @Test func `all posts are counted and ten of them told`() throws {
        let posts = (1...300).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet \(number)?",
                saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: SampleNews.window.through.addingTimeInterval(-60),
                categories: [.sample("question")])
        }
        let notice = try #require(
            NoticeWriter(language: .english, timeZone: "UTC").digest(
                SampleReports.digest(of: posts), minimumPosts: 1))
        let section = try #require(
            notice.sections.first { $0.title.hasPrefix("Needs an answer") })
        #expect(section.title == "Needs an answer (300)")
        #expect(section.items.count == 11)
        #expect(section.items.last?.text == "and 290 more")
    }
}
