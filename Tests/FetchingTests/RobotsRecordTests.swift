import Foundation
import Model
import TestSupport
import Testing

@testable import Fetching

struct RobotsAnswerTests {
    private let body = Array("User-agent: *\nDisallow: /x".utf8)

    @Test(arguments: [200, 201, 203, 206, 226, 299])
    func `an answer with a file brings its rules`(status: Int) {
        let rules = RobotsRules(stored: "Disallow: /x")
        #expect(RobotsAnswer(status: status, body: body, productToken: "earshot") == .rules(rules))
    }

    @Test(arguments: [([], "no bytes"), (Array("<p>Hello".utf8), "a page")])
    func `a file without rules is a file`(body: [UInt8], what: String) {
        let answer = RobotsAnswer(status: 200, body: body, productToken: "earshot")
        #expect(answer == .rules(.allowAll), "\(what)")
    }

    @Test(arguments: [
        400, 401, 402, 403, 404, 405, 410, 418, 421, 428, 430, 431, 451, 499,
        300, 301, 302, 303, 305, 307, 308, 399,
    ])
    func `no file for us, or only ever another redirect: no rules`(status: Int) {
        #expect(RobotsAnswer(status: status, body: body, productToken: "earshot") == .noRules)
    }

    @Test(arguments: [407, 429, 500, 501, 502, 503, 504, 520, 599, 600, 999, 0, -1, 100, 101, 199])
    func `a server that cannot say: unavailable`(status: Int) {
        #expect(RobotsAnswer(status: status, body: body, productToken: "earshot") == .unavailable)
    }

    @Test func `304 means the copy we hold`() {
        #expect(RobotsAnswer(status: 304, body: [], productToken: "earshot") == .unchanged)
    }
}

struct RobotsRecordTests {
    private let rules = RobotsRules(stored: "Disallow: /x")
    private let validators = Validators(
        url: "https://example.org/robots.txt", etag: "1", lastModified: nil)

    // MARK: When to ask

    @Test(
        arguments: [
            (nil, 86_400), (86_400, 86_400), (86_401, 86_400), (31_536_000, 86_400), (3_600, 3_600),
            (300, 300), (299, 300), (0, 300), (-5, 300),
        ] as [(Int?, Int)])
    func `a copy is used as long as it may be kept, 5 minutes to 24 hours`(
        maxAge: Int?, seconds: Int
    ) {
        for answer in [RobotsAnswer.rules(rules), .noRules] {
            let record = RobotsRecord(answer, at: .sample, maxAge: maxAge.map { .seconds($0) })
            #expect(record.pause == .seconds(seconds))
            #expect(!record.needsFetch(at: .sample))
            #expect(!record.needsFetch(at: later(seconds - 1)))
            #expect(record.needsFetch(at: later(seconds)))
        }
    }

    @Test(
        arguments: [
            (nil, 300), (0, 300), (60, 300), (301, 301), (3_600, 3_600), (86_400, 86_400),
            (604_800, 86_400),
        ] as [(Int?, Int)])
    func `an origin that cannot say is asked again when it wants, 5 minutes to 24 hours later`(
        retryAfter: Int?, seconds: Int
    ) {
        let delay = retryAfter.map { Duration.seconds($0) }
        var record = RobotsRecord(.rules(rules), at: .sample)
        record.update(with: .unavailable, at: later(100_000), retryAfter: delay)
        #expect(!record.needsFetch(at: later(100_000 + seconds - 1)))
        #expect(record.needsFetch(at: later(100_000 + seconds)))
        #expect(record.isUnavailable)
    }

    @Test func `a file asks for no pause, and a fault has no age`() {
        let file = RobotsRecord(.rules(rules), at: .sample, retryAfter: .seconds(600))
        #expect(file.pause == .seconds(86_400))
        let fault = RobotsRecord(.unavailable, at: .sample, maxAge: .seconds(600))
        #expect(fault.pause == .seconds(300))
    }

    @Test(arguments: [-1, -86_400, -315_360_000])
    func `a time of asking that is still to come is not believed`(seconds: Int) {
        #expect(RobotsRecord(.rules(rules), at: .sample).needsFetch(at: later(seconds)))
    }

    // MARK: What may be fetched

    @Test(arguments: [0, 60, 86_400, 86_401, 30 * 86_400])
    func `the last good copy decides for 30 days`(seconds: Int) {
        let record = RobotsRecord(.rules(rules), at: .sample)
        #expect(record.decision(for: "/a", at: later(seconds)) == .allowed)
        let decision = record.decision(for: "/x/y?z", at: later(seconds))
        #expect(decision == .disallowed(rule: "Disallow: /x"))
    }

    @Test(arguments: ["/a", "/x", "", "/?q"])
    func `after 30 days nothing is known any more`(path: String) {
        var record = RobotsRecord(.rules(rules), at: .sample)
        for day in 1...30 {
            record.update(with: .unavailable, at: later(day * 86_400))
            #expect(record.decision(for: path, at: later(day * 86_400)) != .unavailable)
        }
        #expect(record.decision(for: path, at: later(30 * 86_400 + 1)) == .unavailable)
        record.update(with: .rules(.allowAll), at: later(31 * 86_400))
        #expect(record.decision(for: path, at: later(31 * 86_400)) == .allowed)
    }

    @Test(arguments: ["/a", "/x", "", "/a/robots.txt"])
    func `where there has been no copy nothing may be fetched`(path: String) {
        for answer in [RobotsAnswer.unavailable, .unchanged] {
            let record = RobotsRecord(answer, at: .sample)
            #expect(record.decision(for: path, at: .sample) == .unavailable)
            #expect(record.isUnavailable)
        }
    }

    @Test(arguments: [RobotsAnswer.unavailable, .noRules, .rules(.disallowAll)])
    func `robots.txt itself may always be fetched`(answer: RobotsAnswer) {
        let record = RobotsRecord(answer, at: .sample)
        #expect(record.decision(for: "/robots.txt", at: later(90 * 86_400)) == .allowed)
    }

    @Test func `a file that is gone takes its rules with it`() {
        var record = RobotsRecord(.rules(rules), at: .sample, validators: validators)
        record.update(with: .noRules, at: later(9), validators: validators)
        #expect(record.decision(for: "/x", at: later(9)) == .allowed)
        #expect(record.validators == nil)
        record.update(with: .unavailable, at: later(99))
        #expect(record.decision(for: "/x", at: later(99)) == .allowed)
    }

    // MARK: What is kept

    @Test func `a fault leaves the copy and what it is known by`() {
        var record = RobotsRecord(.rules(rules), at: .sample, validators: validators)
        record.update(with: .unavailable, at: later(500))
        #expect(record.rules == rules)
        #expect(record.validators == validators)
        #expect(record.fetchedAt == .sample)
        #expect(record.checkedAt == later(500))
    }

    @Test func `an unchanged file is as good as a new copy`() {
        var record = RobotsRecord(.rules(rules), at: .sample, validators: validators)
        record.update(with: .unavailable, at: later(500))
        record.update(with: .unchanged, at: later(900), maxAge: .seconds(7_200))
        let expected = RobotsRecord(
            .rules(rules), at: later(900), maxAge: .seconds(7_200), validators: validators)
        #expect(record == expected)
        #expect(!record.isUnavailable)
    }

    @Test func `new validators replace the old ones, and a new copy without drops them`() {
        let others = Validators(url: validators.url, etag: "2", lastModified: nil)
        var record = RobotsRecord(.rules(rules), at: .sample, validators: validators)
        record.update(with: .unchanged, at: later(1), validators: others)
        #expect(record.validators == others)
        record.update(with: .rules(rules), at: later(2))
        #expect(record.validators == nil)
    }

    @Test func `a record is stored in parts and put together again`() {
        let record = RobotsRecord(
            .rules(rules), at: .sample, maxAge: .seconds(600), validators: validators)
        let restored = RobotsRecord(
            rules: record.rules.map { RobotsRules(stored: $0.stored) },
            fetchedAt: record.fetchedAt, validators: record.validators,
            checkedAt: record.checkedAt, pause: record.pause, isUnavailable: record.isUnavailable)
        #expect(restored == record)
    }

    // MARK: - Private

    private func later(_ seconds: Int) -> Date {
        Date.sample.addingTimeInterval(Double(seconds))
    }
}
