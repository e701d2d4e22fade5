import Foundation
import Model
import Pipeline
import Testing

struct DigestsInARowTests {
    /// 06:00 in Warsaw, from Sunday, 22 November 2026 on.
    private static let start = Date(timeIntervalSince1970: 1_795_323_600)

    @Test func `runs that begin seconds apart are held against each other, none twice`()
        async throws
    {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]"
        ])
        var posts: [Post] = []
        var digest: Digest?
        // A day apart, one run two seconds early or late.
        for (day, seconds) in [(0, 0.0), (1, 2), (2, 0), (3, 0), (7, 0), (8, 0)] {
            let now = Self.start.addingTimeInterval(Double(day) * 86_400 + seconds)
            posts += (1...3).map { number in
                Post(
                    id: "\(day)-\(number)", text: "Zefirnet, dzień \(day), wpis \(number)",
                    day: Double(day) + 0.5)
            }
            try folder.write(postRSS(posts), to: "forum.xml")
            _ = try await Run(workspace: folder.workspace, options: Run.Options(now: now))
                .execute()
            let name = now.formatted(
                .iso8601.year().month().day())
            digest = try ContractJSON.decode(
                Digest.self, from: folder.read("out/digests/\(name).json"))
            if day < 7, day > 0 {
                #expect(digest?.totals.previous.before.mentions == 3, "\(name)")
            }
        }
        #expect(digest?.totals.sameWeekday.before.mentions == 3)
    }

    /// A post a day, a poll six hours after the last that brings none, and ten days without any.
    @Test func `an outage is told though feeds had been asked in vain before it`() async throws {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]"
        ])
        func day(_ day: Double) -> Date { Self.start.addingTimeInterval(day * 86_400) }
        var posts: [Post] = []
        for number in Array(stride(from: 0.0, through: 19, by: 1)) + [19.25, 30, 31] {
            if number.rounded() == number {
                posts.append(Post(id: "\(number)", text: "Zefirnet, wpis \(number)", day: number))
            }
            try folder.write(postRSS(posts), to: "forum.xml")
            _ = try await Run(
                workspace: folder.workspace, options: Run.Options(now: day(number))
            ).execute()
        }
        let digest = try Archive(workspace: folder.workspace).digest(
            DigestRequest(period: .span, span: day(19)..<day(31)), now: day(31.5))
        #expect(
            digest.health.gaps == [ListeningHealth.Gap(from: day(19.25), to: day(29))])
    }

    /// A post a day, four days of polls at six and at eighteen that bring none, and polls each hour after
    /// them, more than the log of a feed keeps.
    @Test
    func `days that were listened to in vain are no gap, however often feeds are asked later`()
        async throws
    {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]"
        ])
        func day(_ day: Double) -> Date { Self.start.addingTimeInterval(day * 86_400) }
        var posts: [Post] = []
        func run(at moment: Double, post: Bool = false) async throws {
            if post {
                posts.append(Post(id: "\(moment)", text: "Zefirnet, wpis \(moment)", day: moment))
            }
            try folder.write(postRSS(posts), to: "forum.xml")
            let report = try await Run(
                workspace: folder.workspace, options: Run.Options(now: day(moment))
            ).execute()
            #expect(report.feeds.map(\.outcome) != ["not_due"])
        }
        func gaps() throws -> [ListeningHealth.Gap]? {
            try Archive(workspace: folder.workspace).digest(
                DigestRequest(period: .span, span: day(19)..<day(24)), now: day(25.5)
            ).health.gaps
        }
        for number in 0...19 { try await run(at: Double(number), post: true) }
        for half in 1...8 { try await run(at: 19 + Double(half) / 2) }
        try await run(at: 24, post: true)
        #expect(try gaps() == nil)
        for hour in 1...32 { try await run(at: 24 + Double(hour) / 24) }
        #expect(try gaps() == nil)
    }
}
