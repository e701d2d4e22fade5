import Model
import Testing

@testable import Fetching

/// Lines that are asked for before they are asked anything, as others ask the same hosts.
struct HostScheduleAccessTests {
    private let start = ContinuousClock.now
    private let minute = ContinuousClock.now + .seconds(60)

    private func schedule(pause: Duration = .zero, atOnce: Int = 1) -> HostSchedule {
        HostSchedule(
            terms: HostTerms(FetchSettings(requestsPerHost: atOnce, pausePerHost: pause)),
            maximumRunning: 64, sharing: SharedResources.Limits(address: 2), sharesHosts: true)
    }

    private func permit(
        from: ContinuousClock.Instant? = nil, until: ContinuousClock.Instant? = nil
    ) -> HostPermit {
        HostPermit(notBefore: from ?? start, end: until ?? minute)
    }

    @Test func `nothing starts before its host is opened`() {
        var schedule = schedule()
        let (a, b) = (schedule.id(of: .host("a")), schedule.id(of: .host("b")))
        schedule.add(1, to: a, at: start)
        schedule.add(2, to: a, at: start)
        schedule.add(3, to: b, at: start)
        #expect(schedule.job(at: start) == nil)
        #expect(schedule.takeWishes(at: start) == [.wanted("a"), .wanted("b")])
        #expect(schedule.takeWishes(at: start).isEmpty)
        schedule.open(b, permit(), at: start)
        #expect(schedule.job(at: start) == 3)
        #expect(schedule.job(at: start) == nil)
        schedule.open(a, permit(), at: start)
        #expect(schedule.job(at: start) == 1)
    }

    @Test func `files need no permit`() {
        var schedule = schedule()
        let files = schedule.id(of: .files)
        schedule.add(1, to: files, at: start)
        #expect(schedule.job(at: start) == 1)
        schedule.finish(files, at: start)
        #expect(schedule.takeWishes(at: start).isEmpty)
    }

    @Test func `a host is given back when nothing of it is left, with what is left of its pause`() {
        var schedule = schedule(pause: .seconds(10))
        let a = schedule.id(of: .host("a"))
        schedule.add(1, to: a, at: start)
        _ = schedule.takeWishes(at: start)
        schedule.open(a, permit(), at: start)
        #expect(schedule.job(at: start) == 1)
        schedule.finish(a, at: start + .seconds(1))
        #expect(
            schedule.takeWishes(at: start + .seconds(4)) == [.done("a", pauseLeft: .seconds(6))])
        schedule.add(2, to: a, at: start + .seconds(20))
        #expect(schedule.job(at: start + .seconds(20)) == nil)
        #expect(schedule.takeWishes(at: start + .seconds(20)) == [.wanted("a")])
    }

    @Test func `that a host is asked more slowly is said once`() {
        var schedule = schedule(pause: .seconds(1))
        let a = schedule.id(of: .host("a"))
        schedule.add(1, to: a, at: start)
        _ = schedule.takeWishes(at: start)
        for _ in 0..<2 { schedule.slowDown(a, to: .seconds(7)) }
        #expect(schedule.takeWishes(at: start) == [.slowed("a", pause: .seconds(7))])
        schedule.slowDown(a, to: .seconds(3))
        #expect(schedule.takeWishes(at: start).isEmpty)
    }

    @Test func `a host is not given back between two requests of one poll`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        schedule.add(1, to: a, at: start)
        _ = schedule.takeWishes(at: start)
        schedule.open(a, permit(), at: start)
        #expect(schedule.job(at: start) == 1)
        schedule.finish(a, at: start)
        schedule.add(1, to: a, isNext: true, at: start)
        #expect(schedule.takeWishes(at: start).isEmpty)
        #expect(schedule.job(at: start) == 1)
    }

    @Test func `the pause after what another asked is kept`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        schedule.add(1, to: a, at: start)
        _ = schedule.takeWishes(at: start)
        schedule.open(a, permit(from: start + .seconds(5)), at: start)
        #expect(schedule.job(at: start) == nil)
        #expect(schedule.nextStart == start + .seconds(5))
        #expect(schedule.job(at: start + .seconds(5)) == 1)
    }

    @Test func `nothing starts when the permit has ended, until the host is opened anew`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        for job in 1...3 { schedule.add(job, to: a, at: start) }
        _ = schedule.takeWishes(at: start)
        schedule.open(a, permit(), at: start)
        #expect(schedule.job(at: start) == 1)
        let late = minute + .seconds(1)
        schedule.finish(a, at: late)
        #expect(schedule.job(at: late) == nil)
        #expect(schedule.takeWishes(at: late) == [.wanted("a")])
        schedule.open(a, permit(until: late + .seconds(60)), at: late)
        #expect(schedule.job(at: late) == 2)
    }

    @Test func `a permit that is made longer in time delays nothing`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        for job in 1...2 { schedule.add(job, to: a, at: start) }
        _ = schedule.takeWishes(at: start)
        schedule.open(a, permit(), at: start)
        #expect(schedule.job(at: start) == 1)
        let late = minute + .seconds(1)
        schedule.open(a, permit(until: late + .seconds(60)), at: start + .seconds(30))
        schedule.finish(a, at: late)
        #expect(schedule.job(at: late) == 2)
        #expect(schedule.takeWishes(at: late).isEmpty)
    }

    @Test func `a host whose requests were all given up is given back when it comes`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        schedule.add(1, to: a, at: start)
        #expect(schedule.takeWishes(at: start) == [.wanted("a")])
        schedule.remove([1], from: [a])
        #expect(schedule.takeWishes(at: start).isEmpty)
        schedule.open(a, permit(), at: start)
        #expect(schedule.takeWishes(at: start) == [.done("a", pauseLeft: .zero)])
    }

    @Test func `a host that nobody has wanted is not opened`() {
        var schedule = schedule()
        let a = schedule.id(of: .host("a"))
        schedule.open(a, permit(), at: start)
        schedule.add(1, to: a, at: start)
        #expect(schedule.job(at: start) == nil)
    }
}

extension HostSchedule {
    fileprivate mutating func job(at now: Instant) -> Int? {
        start(at: now) { _ in [] }?.job
    }
}
