import TestSupport
import Testing

@testable import Fetching

struct HostScheduleTests {
    private let start = ContinuousClock.now

    private func schedule(
        pause: Duration = .seconds(1), running: Int = 64, atOnce: Int = 1
    ) -> HostSchedule {
        HostSchedule(
            terms: HostTerms(FetchSettings(requestsPerHost: atOnce, pausePerHost: pause)),
            maximumRunning: running, sharing: SharedResources.Limits(address: 2))
    }

    @Test func `a host is asked one thing at a time`() {
        var schedule = schedule(pause: .zero)
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        schedule.add(3, to: .host("b"), at: start)
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.start(at: start) == 3)
        #expect(schedule.start(at: start) == nil)
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start) == 2)
    }

    @Test func `what comes while its host is asked waits`() {
        var schedule = schedule(pause: .zero)
        schedule.add(1, to: .host("a"), at: start)
        #expect(schedule.start(at: start) == 1)
        schedule.add(2, to: .host("a"), at: start)
        #expect(schedule.start(at: start) == nil)
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start) == 2)
    }

    @Test func `two starts at a host have a pause between them`() {
        var schedule = schedule()
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        schedule.finish(.host("a"), at: start + .milliseconds(300))
        #expect(schedule.start(at: start + .milliseconds(300)) == nil)
        #expect(schedule.nextStart == start + .seconds(1))
        #expect(schedule.start(at: start + .milliseconds(999)) == nil)
        #expect(schedule.start(at: start + .seconds(1)) == 2)
        #expect(schedule.nextStart == nil)
    }

    @Test func `the pause goes on from when the answer began to come`() {
        var schedule = schedule()
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        let line = schedule.id(of: .host("a"))
        #expect(schedule.start(at: start) == 1)
        let answer = start + .milliseconds(300)
        schedule.finish(line, answer: (start, answer), at: start + .milliseconds(700))
        #expect(schedule.start(at: start + .milliseconds(1_299)) == nil)
        #expect(schedule.start(at: start + .milliseconds(1_300)) == 2)
    }

    @Test func `the answer to an earlier one of several at once leaves the pause as it is`() {
        var schedule = schedule(atOnce: 2)
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        let line = schedule.id(of: .host("a"))
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.start(at: start + .seconds(1)) == 2)
        let answer = start + .milliseconds(1_900)
        schedule.finish(line, answer: (start, answer), at: answer)
        #expect(schedule.start(at: start + .seconds(2)) == 3)
    }

    @Test func `the pause holds for what comes later too`() {
        var schedule = schedule()
        schedule.add(1, to: .host("a"), at: start)
        #expect(schedule.start(at: start) == 1)
        schedule.finish(.host("a"), at: start)
        schedule.add(2, to: .host("a"), at: start)
        #expect(schedule.start(at: start) == nil)
        #expect(schedule.start(at: start + .seconds(1)) == 2)
    }

    @Test func `files need no pause`() {
        var schedule = schedule()
        for job in 1...2 { schedule.add(job, to: .files, at: start) }
        #expect(schedule.start(at: start) == 1)
        schedule.finish(.files, at: start)
        #expect(schedule.start(at: start) == 2)
    }

    @Test func `no more run at once than may`() {
        var schedule = schedule(running: 2)
        for (job, host) in ["a", "b", "c"].enumerated() {
            schedule.add(job, to: .host(host), at: start)
        }
        #expect(schedule.start(at: start) == 0)
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.start(at: start) == nil)
        schedule.finish(.host("b"), at: start)
        #expect(schedule.start(at: start) == 2)
    }

    @Test func `hosts take turns, each with a few requests over one connection`() {
        var schedule = schedule(pause: .zero, running: 1)
        for job in 1...20 { schedule.add(job, to: .host("a"), at: start) }
        for job in 21...23 { schedule.add(job, to: .host("b"), at: start) }
        var order: [Int] = []
        while let job = schedule.start(at: start) {
            order.append(job)
            schedule.finish(.host(job > 20 ? "b" : "a"), at: start)
        }
        #expect(order == Array(1...8) + [21, 22, 23] + Array(9...20))
    }

    @Test func `where there is a pause, hosts take turns with each request`() {
        var schedule = schedule(running: 1)
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        schedule.add(3, to: .host("b"), at: start)
        #expect(schedule.start(at: start) == 1)
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start) == 3)
        schedule.finish(.host("b"), at: start)
        #expect(schedule.start(at: start + .seconds(1)) == 2)
    }

    @Test func `what continues a poll goes first`() {
        var schedule = schedule(pause: .zero)
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        schedule.add(3, to: .host("a"), isNext: true, at: start)
        #expect(schedule.start(at: start) == 3)
    }

    @Test func `where a turn passed without a question, no pause follows`() {
        var schedule = schedule()
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        let line = schedule.id(of: .host("a"))
        #expect(schedule.start(at: start) == 1)
        schedule.finish(line, at: start)
        let next = start + .seconds(1)
        #expect(schedule.start(at: next) == 2)
        schedule.giveUp(line, startedAt: next, at: next)
        #expect(schedule.start(at: next) == 3)
    }

    @Test func `what is removed does not start`() {
        var schedule = schedule(pause: .zero)
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        schedule.add(4, to: .host("b"), at: start)
        let (a, b) = (schedule.id(of: .host("a")), schedule.id(of: .host("b")))
        schedule.remove([1, 2, 4], from: [a, b])
        #expect(schedule.start(at: start) == 3)
        #expect(schedule.start(at: start) == nil)
        schedule.add(5, to: .host("b"), at: start)
        #expect(schedule.start(at: start) == 5)
    }

    /// As when the time of a run is over, and each page that is still wanted is put off by itself.
    @Test func `to remove one job takes as long among many hosts as among few`() {
        let isEven = ProcessorTime.growsEvenly(from: 500) { count in
            var hosts = schedule(pause: .zero)
            for job in 0..<count { hosts.add(job, to: .host("host-\(job)"), at: start) }
            for job in 0..<count {
                hosts.remove([job], from: [hosts.id(of: .host("host-\(job)"))])
            }
            #expect(hosts.start(at: start) == nil)
        }
        #expect(isEven)
    }

    @Test func `the earliest pause ends first`() {
        var schedule = schedule()
        for (job, host) in ["a", "b", "c", "a", "b", "c"].enumerated() {
            schedule.add(job, to: .host(host), at: start)
        }
        for step in 0..<3 { #expect(schedule.start(at: start + .milliseconds(step)) == step) }
        for host in ["b", "c", "a"] { schedule.finish(.host(host), at: start) }
        for step in 0..<3 {
            #expect(schedule.nextStart == start + .milliseconds(1_000 + step))
            #expect(schedule.start(at: start + .milliseconds(1_000 + step)) == 3 + step)
        }
    }

    @Test func `a host may be asked several things at once where its terms say so`() {
        var schedule = schedule(pause: .zero, atOnce: 2)
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.start(at: start) == 2)
        #expect(schedule.start(at: start) == nil)
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start) == 3)
    }

    @Test func `a pause stands between starts that run at once, too`() {
        var schedule = schedule(atOnce: 2)
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.start(at: start) == nil)
        #expect(schedule.start(at: start + .seconds(1)) == 2)
    }

    @Test func `a host that asks for it is asked more slowly, and never faster`() {
        var schedule = schedule()
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        let line = schedule.id(of: .host("a"))
        schedule.slowDown(line, to: .seconds(5))
        schedule.slowDown(line, to: .milliseconds(1))
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start + .seconds(4)) == nil)
        #expect(schedule.start(at: start + .seconds(5)) == 2)
    }

    @Test func `the pause behind a page is longer, and that behind the next feed is not`() {
        var schedule = schedule()
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        schedule.lengthenPause(of: schedule.id(of: .host("a")), to: .seconds(5))
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start + .seconds(4)) == nil)
        #expect(schedule.nextStart == start + .seconds(5))
        #expect(schedule.start(at: start + .seconds(5)) == 2)
        schedule.finish(.host("a"), at: start + .seconds(5))
        #expect(schedule.start(at: start + .seconds(6)) == 3)
    }

    @Test func `a pause that is longer than a page's stays as it is`() {
        var schedule = schedule(pause: .seconds(60))
        for job in 1...2 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        schedule.lengthenPause(of: schedule.id(of: .host("a")), to: .seconds(5))
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start + .seconds(59)) == nil)
        #expect(schedule.start(at: start + .seconds(60)) == 2)
    }

    @Test func `what waits for a host can be taken away at once`() {
        var schedule = schedule(pause: .zero)
        for job in 1...3 { schedule.add(job, to: .host("a"), at: start) }
        #expect(schedule.start(at: start) == 1)
        #expect(schedule.removeAll(in: schedule.id(of: .host("a"))) == [2, 3])
        schedule.finish(.host("a"), at: start)
        #expect(schedule.start(at: start) == nil)
    }

    @Test func `a connection is kept for a host whose turn comes before too many others`() {
        var schedule = schedule(running: 2)
        schedule.add(1, to: .host("a"), at: start)
        #expect(schedule.start(at: start) == 1)
        // One runs, three are kept at most.
        for job in 2...3 { schedule.add(job, to: .host("b\(job)"), at: start) }
        #expect(schedule.mayKeepConnection(isContinued: false))
        schedule.add(4, to: .host("c"), at: start)
        #expect(!schedule.mayKeepConnection(isContinued: false))
        // What goes on with its poll does not stand behind them.
        #expect(schedule.mayKeepConnection(isContinued: true))
        for job in 2...4 {
            schedule.finish(.host(job == 2 ? "a" : "b\(job - 1)"), at: start)
            #expect(schedule.start(at: start) == job)
        }
        #expect(schedule.mayKeepConnection(isContinued: false))
    }

    @Test func `the hosts of a domain with terms of its own are asked as one`() {
        let terms = HostTerms(
            FetchSettings(
                termsByDomain: [
                    "example.org": FetchSettings.DomainTerms(pause: .seconds(60), feedsPerRun: 3)
                ]))
        for host in ["example.org", "a.example.org", "b.a.example.org"] {
            #expect(terms.line(ofHost: host) == .host("example.org"))
        }
        #expect(terms.line(ofHost: "notexample.org") == .host("notexample.org"))
        #expect(terms.terms(of: .host("example.org")).pause == .seconds(60))
        #expect(terms.feedsPerRun(in: .host("example.org")) == 3)
        #expect(terms.terms(of: .host("other.org")).pause == .seconds(1))
    }
}

extension HostSchedule {
    fileprivate mutating func add(
        _ job: Int, to line: Line, isNext: Bool = false, at now: Instant
    ) {
        add(job, to: id(of: line), isNext: isNext, at: now)
    }

    /// The next job that may start, where nothing is shared.
    fileprivate mutating func start(at now: Instant) -> Int? {
        start(at: now) { _ in [] }?.job
    }

    fileprivate mutating func finish(_ line: Line, at now: Instant) {
        finish(id(of: line), at: now)
    }
}
