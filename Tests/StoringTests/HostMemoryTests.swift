import Foundation
import Model
import Storing
import Testing

@Suite(.eachEngine)
struct HostMemoryTests {
    private let archive: TestArchive

    init() throws {
        archive = try TestArchive()
    }

    private let memory = HostMemory(
        rests: ["busy.example": .hour(2), "127.0.0.1": .hour(-1)],
        robots: [
            "https://open.example": RobotsCopy(
                rules: "", fetchedAt: .hour(0), checkedAt: .hour(1), pauseSeconds: 86_400,
                isUnavailable: false),
            "http://strict.example:8080": RobotsCopy(
                rules: "disallow /ą\nallow /b?c=%C4%85\n", fetchedAt: .hour(0), checkedAt: .hour(0),
                pauseSeconds: 0, isUnavailable: true,
                validators: Validators(
                    url: "http://strict.example:8080/robots.txt", etag: "W/\"1 2\"",
                    lastModified: "Sat, 21 Nov 2026 06:00:00 GMT")),
            "https://tag.example": RobotsCopy(
                rules: "x", fetchedAt: .hour(3), checkedAt: .hour(3), pauseSeconds: 300,
                isUnavailable: false,
                validators: Validators(
                    url: "https://tag.example/robots.txt", etag: "\"1\"", lastModified: nil)),
            "https://silent.example": RobotsCopy(
                rules: nil, fetchedAt: nil, checkedAt: .hour(1), pauseSeconds: 300,
                isUnavailable: true),
        ])

    @Test func `what was learnt of hosts is there in the next run`() async throws {
        try await archive.open().commit([], hosts: memory)
        #expect(try archive.open().hostMemory() == memory)
    }

    @Test func `news of a host replaces what was known of it, and of no other`() async throws {
        let store = try archive.open()
        try await store.commit([], hosts: memory)
        let news = HostMemory(
            rests: ["busy.example": .hour(9)],
            robots: [
                "http://strict.example:8080": RobotsCopy(
                    rules: nil, fetchedAt: nil, checkedAt: .hour(5), pauseSeconds: 60,
                    isUnavailable: false)
            ])
        try await store.commit([.bringing()], hosts: news)
        var expected = memory
        expected.rests.merge(news.rests) { $1 }
        expected.robots.merge(news.robots) { $1 }
        #expect(try store.hostMemory() == expected)
        try await store.commit([.bringing()])
        #expect(try store.hostMemory() == expected)
    }

    @Test func `rests that are over are forgotten, and a robots.txt after a month`() async throws {
        let store = try archive.open()
        try await store.commit([], hosts: memory)
        try store.forgetOldHosts(now: .hour(0))
        #expect(try store.hostMemory().rests.keys.sorted() == ["busy.example"])
        #expect(try store.hostMemory().robots.count == 4)
        try store.forgetOldHosts(now: .hour(30 * 24 + 2))
        #expect(try store.hostMemory().robots.keys.sorted() == ["https://tag.example"])
    }

    @Test func `a new archive remembers nothing`() throws {
        #expect(try archive.open().hostMemory().isEmpty)
    }

    @Test func `whatever is known of a feed is read back`() async throws {
        let states = Self.states.enumerated().map { (Feed.ID("\($0)"), $1) }
        try await archive.open().commit(states.map { .bringing(feed: $0, state: $1) })
        let known = try archive.open().feedStates()
        for (feed, state) in states { #expect(known[feed] == state) }
    }

    @Test func `what is known of a feed no more is forgotten`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(state: Self.full)])
        try await store.commit([.bringing(state: FeedState())])
        #expect(try store.feedStates() == ["news": FeedState()])
    }

    // MARK: - Private

    /// Nothing, everything, and everything but one.
    private static let states: [FeedState] =
        [FeedState(), full]
        + parts.map { remove in
            var state = full
            remove(&state)
            return state
        }

    private static let parts: [@Sendable (inout FeedState) -> Void] = [
        { $0.validators = nil }, { $0.bodyHash = nil }, { $0.firstFetchedAt = nil },
        { $0.lastPolledAt = nil }, { $0.lastSuccessAt = nil }, { $0.lastNewEntryAt = nil },
        { $0.nextCheckAt = nil }, { $0.failuresInARow = 0 }, { $0.lastFailure = nil },
        { $0.validators = Validators(url: "https://a.example/", etag: nil, lastModified: "x") },
        { $0.validators = Validators(url: "https://a.example/", etag: "x", lastModified: nil) },
        { $0.lastFailure = FetchFailure(kind: .dns, message: "no such name") },
        { $0.polling.configuredURL = nil }, { $0.polling.intervalSeconds = nil },
        { $0.polling.failureScore = 0 }, { $0.polling.isGapSuspected = false },
        { $0.polling.unmodifiedSince = nil }, { $0.polling.saysUnmodifiedWrongly = false },
        { $0.polling.wishes = FeedWishes() }, { $0.polling.wishes.ttlSeconds = nil },
        { $0.polling.wishes.skipHours = [] }, { $0.polling.wishes.skipDays = [] },
        { $0.polling.wishes.skipHours = Set(0..<24) }, { $0.polling.wishes.skipDays = Set(1...7) },
        { $0.polling.wishes.usualGapSeconds = nil }, { $0.polling.move = nil },
        { $0.polling.movedTo = nil }, { $0.polling.goneSince = nil },
        { $0.polling.retiredAt = nil },
    ]

    private static let full = FeedState(
        validators: Validators(
            url: "https://news.example/feed?a=%C4%85", etag: "W/\"ż\"", lastModified: "yesterday"),
        bodyHash: "00ff", firstFetchedAt: .hour(0), lastPolledAt: .hour(3), lastSuccessAt: .hour(2),
        lastNewEntryAt: .hour(1), nextCheckAt: .hour(4), failuresInARow: 7,
        lastFailure: FetchFailure(
            kind: .status, message: "news.example answers 503", status: 503, retryAfterSeconds: 60),
        polling: PollingState(
            configuredURL: "https://news.example/feed", intervalSeconds: 3_600, failureScore: 2.75,
            isGapSuspected: true, unmodifiedSince: .hour(-5), saysUnmodifiedWrongly: true,
            wishes: FeedWishes(
                ttlSeconds: 900, skipHours: [0, 23], skipDays: [1, 7], usualGapSeconds: 5_400),
            move: PollingState.Move(
                to: "https://new.example/feed", firstSeenAt: .hour(-9), sightings: 2),
            movedTo: "https://moved.example/feed", goneSince: .hour(7), retiredAt: .hour(8)))
}
