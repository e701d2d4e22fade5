import Foundation
import Model
import Pipeline
import Testing

struct CalendarDigestTests {
    /// Monday, 23 November 2026, 06:00 in Warsaw.
    private static let now = Date(timeIntervalSince1970: 1_795_410_000)

    private static let posts = [
        ("Sunday before", "Sun, 15 Nov 2026 23:59:59 +0100"),
        ("Monday midnight", "Mon, 16 Nov 2026 00:00:00 +0100"),
        ("outage", "Thu, 19 Nov 2026 12:00:00 +0100"),
        ("Sunday", "Sun, 22 Nov 2026 23:59:59 +0100"),
        ("next midnight", "Mon, 23 Nov 2026 00:00:00 +0100"),
        ("early", "Mon, 23 Nov 2026 05:30:00 +0100"),
    ]

    /// After a run on Sunday, the 8th, and none until Monday, the 23rd.
    private func heard<Value>(_ body: (Archive) throws -> Value) async throws -> Value {
        let old = [("old", "Sat, 7 Nov 2026 12:00:00 +0100")]
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": Self.document(old),
        ])
        for (moment, posts) in [
            (Self.now.addingTimeInterval(-15 * 86_400), old), (Self.now, old + Self.posts),
        ] {
            try folder.write(Self.document(posts), to: "forum.xml")
            _ = try await Run(workspace: folder.workspace, options: Run.Options(now: moment))
                .execute()
        }
        return try body(try Archive(workspace: folder.workspace))
    }

    private static func document(_ posts: [(String, String)]) -> String {
        rss(posts.map { (id: $0, text: "Zefirnet: \($0)", date: $1) })
    }

    private func titles(_ digest: Digest) -> [String] {
        digest.mentions.items.reversed().map(\.entry.value)
    }

    @Test func `a calendar's period has what was said in it, its first moment too`() async throws {
        let start = try #require(ContractJSON.date("2026-11-15T23:00:00Z"))
        try await heard { archive in
            let week = try archive.digest(DigestRequest(period: .week), now: Self.now)
            #expect(titles(week) == ["Monday midnight", "outage", "Sunday"])
            let hour = try archive.digest(
                DigestRequest(period: .hour), now: Self.now.addingTimeInterval(-5 * 3_600))
            #expect(titles(hour) == ["next midnight"])
            let span = try archive.digest(
                DigestRequest(period: .span, span: start..<start.addingTimeInterval(86_400)),
                now: Self.now)
            #expect(titles(span) == ["Monday midnight"])
        }
    }

    @Test func `posts of the week before count there, though this week's first run heard them`()
        async throws
    {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]"
        ])
        // On Monday, the 9th, then on Monday, the 16th, at six in the morning, and a week later.
        for (days, posts) in [(14.0, []), (7, [Self.posts[0]]), (0, Self.posts)] {
            try folder.write(Self.document(posts), to: "forum.xml")
            _ = try await Run(
                workspace: folder.workspace,
                options: Run.Options(now: Self.now.addingTimeInterval(-days * 86_400))
            ).execute()
        }
        let week = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(period: .week), now: Self.now)
        #expect(week.totals.counts.mentions == 3)
        #expect(week.totals.previous.before.mentions == 1)
    }

    @Test func `a span whose end lies ahead ends now, as nothing is late before its time`()
        async throws
    {
        try await heard { archive in
            let ahead = Self.now.addingTimeInterval(2 * 86_400)
            let digest = try archive.digest(
                DigestRequest(
                    period: .span, span: Self.now.addingTimeInterval(-7 * 86_400)..<ahead),
                now: Self.now)
            #expect(digest.window.through == Self.now)
            #expect(!digest.mentions.items.isEmpty)
            #expect(
                digest.mentions.items.allSatisfy {
                    $0.ageInMinutes == Int(Self.now.timeIntervalSince($0.date) / 60)
                })
            let later = try archive.digest(
                DigestRequest(period: .span, span: ahead..<ahead.addingTimeInterval(60)),
                now: Self.now)
            #expect(later.window.after == ahead && later.mentions.items.isEmpty)
        }
    }

    @Test func `the day's digest has what was heard since the last, whenever it was said`()
        async throws
    {
        let day = try await heard { try $0.digest(DigestRequest(), now: Self.now) }
        #expect(titles(day) == Self.posts.map(\.0))
    }

    @Test func `a source that is switched off since keeps its name, region, channel and voice`()
        async throws
    {
        func feeds(_ more: String) -> String {
            "sources: [{id: office, name: Office, path: forum.xml, region: PL, channel: press, "
                + "own: true\(more)}, {id: other, name: Other, path: other.xml, region: LV}]"
        }
        let folder = try TestWorkspace([
            "feeds/forum.yaml": feeds(""),
            "forum.xml": rss([("a", "Zefirnet nie działa", "Thu, 19 Nov 2026 12:00:00 +0100")]),
            "other.xml": rss([("b", "Zefirnet jest świetny", "Thu, 19 Nov 2026 13:00:00 +0100")]),
        ])
        _ = try await Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
            .execute()
        func digest(of region: String? = nil) throws -> Digest {
            try Archive(workspace: folder.workspace)
                .digest(DigestRequest(period: .week, region: region), now: Self.now)
        }
        let before = try digest()
        #expect(before.needsAnswer.items.isEmpty)
        try folder.write(feeds(", enabled: false"), to: "feeds/forum.yaml")
        let after = try digest()
        #expect(after.sources == before.sources)
        #expect(after.channels == before.channels)
        #expect(after.regions == before.regions)
        #expect(after.needsAnswer == before.needsAnswer)
        #expect(try digest(of: "PL").mentions.items.map(\.entry) == ["a"])
    }
}
