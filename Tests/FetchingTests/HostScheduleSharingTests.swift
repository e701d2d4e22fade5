import Testing

import Model
@testable import Fetching

/// What lines wait for beside their own turn: a server behind several names, a name to be looked up.
struct HostScheduleSharingTests {
    private let start = ContinuousClock.now
    private let server = SharedResource.address(NetworkAddress(isIPv6: false, bits: 1))
    private let other = SharedResource.address(NetworkAddress(isIPv6: false, bits: 2))

    private func schedule(
        _ hosts: ClosedRange<Int>, pause: Duration = .zero, running: Int = 64, lookups: Int = 64
    ) -> HostSchedule {
        var schedule = HostSchedule(
            terms: HostTerms(FetchSettings(pausePerHost: pause)), maximumRunning: running,
            sharing: SharedResources.Limits(address: 2, nameLookup: lookups))
        for host in hosts { schedule.add(host, to: schedule.line(host), at: start) }
        return schedule
    }

    /// All that may start, one after the other.
    private func starts(
        of schedule: inout HostSchedule, at now: ContinuousClock.Instant? = nil,
        using resources: (Int) -> [SharedResource]
    ) -> [Int] {
        var jobs: [Int] = []
        while let next = schedule.start(at: now ?? start, using: resources) {
            #expect(next.resources == resources(next.job))
            jobs.append(next.job)
        }
        return jobs
    }

    @Test func `two hosts of one server are asked at once, the others wait in order`() {
        var schedule = schedule(1...6)
        #expect(starts(of: &schedule) { _ in [server] } == [1, 2])
        for job in 1...4 {
            schedule.finish(schedule.line(job), givingBack: [server], at: start)
            #expect(starts(of: &schedule) { _ in [server] } == [job + 2])
        }
    }

    @Test func `whoever waits for one server holds up no host of another`() {
        var schedule = schedule(1...8, running: 4)
        let resources = { (job: Int) in [job <= 4 ? server : other] }
        #expect(starts(of: &schedule, using: resources) == [1, 2, 5, 6])
        schedule.finish(schedule.line(6), givingBack: [other], at: start)
        #expect(starts(of: &schedule, using: resources) == [7])
        #expect(schedule.nextStart == nil)
    }

    @Test func `a host that has been asked does not overtake those who wait for its server`() {
        var schedule = schedule(1...3)
        schedule.add(10, to: schedule.line(1), at: start)
        #expect(starts(of: &schedule) { _ in [server] } == [1, 2])
        schedule.finish(schedule.line(1), givingBack: [server], at: start)
        #expect(starts(of: &schedule) { _ in [server] } == [3])
        schedule.finish(schedule.line(2), givingBack: [server], at: start)
        #expect(starts(of: &schedule) { _ in [server] } == [10])
    }

    @Test func `a request under way stands back behind those who wait, too`() {
        var schedule = schedule(1...3, running: 2)
        #expect(starts(of: &schedule) { _ in [server] } == [1, 2])
        #expect(schedule.takeIfFree(server) == false)
        #expect(schedule.takeIfFree(other) == true)
        schedule.giveBack(other)
        schedule.finish(schedule.line(1), at: start)
        #expect(starts(of: &schedule) { _ in [server] } == [])
        schedule.giveBack(server)
        #expect(schedule.takeIfFree(server) == false)
        #expect(starts(of: &schedule) { _ in [server] } == [3])
    }

    @Test func `what finds its server taken keeps its turn, and needs no pause`() {
        var schedule = schedule(1...1, pause: .seconds(1))
        schedule.add(2, to: schedule.line(1), at: start)
        let later = start + .seconds(10)
        #expect(starts(of: &schedule, at: later) { _ in [.nameLookup] } == [1])
        schedule.takeBack(
            1, to: schedule.line(1), startedAt: later, givingBack: [.nameLookup], at: later)
        #expect(starts(of: &schedule, at: later) { _ in [server] } == [1])
        schedule.finish(schedule.line(1), givingBack: [server], at: later)
        #expect(starts(of: &schedule, at: later) { _ in [server] } == [])
        #expect(schedule.nextStart == later + .seconds(1))
    }

    @Test func `what was taken back waits in the order it had started in`() {
        var schedule = schedule(1...5)
        #expect(starts(of: &schedule) { _ in [] } == [1, 2, 3, 4, 5])
        for job in 3...5 {
            schedule.takeBack(
                job, to: schedule.line(job), startedAt: start, givingBack: [], at: start)
        }
        for _ in 1...2 { #expect(schedule.takeIfFree(server) == true) }
        #expect(starts(of: &schedule) { _ in [server] } == [])
        for job in 3...5 {
            schedule.giveBack(server)
            #expect(starts(of: &schedule) { _ in [server] } == [job])
        }
    }

    @Test func `of new names so many are looked up at once, and no known host waits for them`() {
        var schedule = schedule(1...6, lookups: 3)
        let resources = { (job: Int) in job == 6 ? [server] : [.nameLookup] }
        #expect(starts(of: &schedule, using: resources) == [1, 2, 3, 6])
        // The name has been looked up, and the request goes on.
        schedule.giveBack(.nameLookup)
        #expect(starts(of: &schedule, using: resources) == [4])
        schedule.finish(schedule.line(2), givingBack: [.nameLookup], at: start)
        #expect(starts(of: &schedule, using: resources) == [5])
    }

    @Test func `a name that must be looked up again waits for both`() {
        var schedule = schedule(1...4, lookups: 1)
        let resources = { (job: Int) in job < 3 ? [server] : [server, .nameLookup] }
        #expect(starts(of: &schedule, using: resources) == [1, 2])
        schedule.finish(schedule.line(1), givingBack: [server], at: start)
        #expect(starts(of: &schedule, using: resources) == [3])
        schedule.finish(schedule.line(2), givingBack: [server], at: start)
        #expect(starts(of: &schedule, using: resources) == [])
        schedule.giveBack(.nameLookup)
        #expect(starts(of: &schedule, using: resources) == [4])
    }

    @Test func `what is removed while it waits does not start, and holds nobody up`() {
        var schedule = schedule(1...5)
        #expect(starts(of: &schedule) { _ in [server] } == [1, 2])
        schedule.remove([3], from: [schedule.line(3)])
        #expect(schedule.removeAll(in: schedule.line(4)) == [4])
        schedule.finish(schedule.line(1), givingBack: [server], at: start)
        #expect(starts(of: &schedule) { _ in [server] } == [5])
    }
}

extension HostSchedule {
    /// Each of these hosts has one line, and in it a job of its own number.
    fileprivate mutating func line(_ host: Int) -> Line.ID { id(of: .host("host-\(host)")) }
}
