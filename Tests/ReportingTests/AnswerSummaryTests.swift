import Model
import TestSupport
import Testing

@testable import Reporting

struct AnswerSummaryTests {
    /// The page of so many posts that ask, some of them critical, others high.
    private func page(_ count: Int64, critical: Int64 = 0, high: Int64 = 0) throws -> String {
        let heard = (1...count).map { number in
            HeardEntry.sample(
                number, "Zefirnet, \(number)?",
                saying: [.init(of: "zefirnet", as: "Zefirnet")],
                categories: [.sample("question")],
                severity: number <= critical
                    ? .critical : number <= critical + high ? .high : .normal)
        }
        return try DigestPage.html(of: SampleReports.digest(of: heard))
    }

    private func folded(_ html: String) -> String? {
        html.firstMatch(of: /<details class="more">\n<summary>(.*)<\/summary>/)
            .map { String($0.output.1) }
    }

    @Test(arguments: [
        (12, 0, 0, nil), (13, 0, 0, "1 more: 1 normal"),
        (43, 2, 20, "31 more: 10 high, 21 normal"),
    ])
    func `the twelve most urgent are shown, the rest folded`(
        count: Int64, critical: Int64, high: Int64, folded: String?
    ) throws {
        let html = try page(count, critical: critical, high: high)
        #expect(self.folded(html) == folded)
        #expect(html.matches(of: /<p class="due">/).count == count)
    }

    @Test(arguments: [(15, "5 more: 5 normal"), (40, "15 more: 10 critical, 5 normal")])
    func `what is critical is not folded, up to thirty`(critical: Int64, folded: String) throws {
        let more = critical == 15 ? 20 : 45
        #expect(try self.folded(page(Int64(more), critical: critical)) == folded)
    }

    @Test func `the list begins with who has to answer how many, and by when`() throws {
        let html = try page(3, critical: 1)
        #expect(
            html.contains(/<p class="standfirst"><bdi>[^<]+ 3, first by [^<]+<\/bdi><\/p>/))
        #expect(html.contains("3 posts (3 stories) need an answer, 1 of them critical, the first"))
    }
}
