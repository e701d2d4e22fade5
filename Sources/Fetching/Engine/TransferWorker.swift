import Foundation
import Model

/// What runs on the engine's thread: takes messages, starts what may start, lets libcurl work, and
/// hands over what is done.
///
/// Not `Sendable`: made, used and let go on that thread.
final class TransferWorker {
    let settings: FetchSettings
    let limits: TransferLimits
    let policy: AddressPolicy
    let mailbox: Mailbox
    let budget: BodyBudget
    let terms: HostTerms
    var book: HostBook
    var schedule: HostSchedule
    /// Made with the first transfer, so that failing to is that transfer's result.
    var multi: MultiHandle?
    /// All that have no result yet.
    var jobs: [Int: Job] = [:]
    /// Those of them that libcurl is at work on.
    var transfers: [Int: Transfer] = [:]
    /// Those whose body waits for room in memory.
    var paused: Set<Int> = []
    /// The one that came first when there was no room for any; it goes before all others.
    var favoured: Int?
    /// Lines that are taken up by a job.
    var occupied: [Int: HostSchedule.Line] = [:]
    /// Those that wait for the robots.txt of an origin that another one is asking for.
    var waitingForRobots: [String: [Int]] = [:]
    let connections = KeptConnections()
    var nameChecks = NameChecks()
    private var lastKey = 0
    /// Channels that start nothing more from then on.
    private var deadlines: [ObjectIdentifier: ContinuousClock.Instant] = [:]

    /// After so many failures to reach a host the rest of its feeds are left for the next run.
    static let troubleLimit = 5

    init(
        settings: FetchSettings, limits: TransferLimits, policy: AddressPolicy, book: HostBook,
        mailbox: Mailbox, budget: BodyBudget
    ) {
        self.settings = settings
        self.limits = limits
        self.policy = policy
        self.mailbox = mailbox
        self.budget = budget
        self.book = book
        terms = HostTerms(settings)
        schedule = HostSchedule(terms: terms, maximumRunning: settings.maximumTransfers)
    }

    /// Works until told to stop.
    func run() {
        while true {
            for message in mailbox.takeAll() {
                if case .stop = message { return cancel { _ in true } }
                handle(message)
            }
            endWhatIsTooLate()
            startWhatMay()
            resumePaused()
            let rest = budget.hasRoom() ? schedule.nextStart : nil
            let next = [multi?.deadline, rest, deadlines.values.min()].compactMap { $0 }.min()
            for event in mailbox.loop.wait(until: next) { multi?.act(on: event) }
            multi?.actOnTime()
            finishTransfers()
        }
    }

    // MARK: - For the extensions

    /// Puts a job that has begun before all others of its line.
    func goOn(_ key: Int, _ work: Job.Work) {
        leave(key)
        jobs[key]?.work = work
        guard let job = jobs[key] else { return }
        schedule.add(key, to: line(of: job), isNext: true, at: .now)
    }

    /// Frees what the job holds and hands over its result.
    func end(_ key: Int, _ answer: PollAnswer) {
        leave(key)
        guard let job = jobs.removeValue(forKey: key) else { return }
        budget.keep(answer.sizeInBytes)
        job.channel.deliver(
            ResultChannel.Delivery(request: job.request, answer: answer, timing: job.timing))
        // Another one has to ask in its place.
        if case .robots(let robots, _) = job.work { admitThoseWaiting(forRobotsOf: robots.origin) }
    }

    /// Gives the line to the next one.
    func leave(_ key: Int) {
        if let line = occupied.removeValue(forKey: key) { schedule.finish(line, at: .now) }
    }

    func line(of job: Job) -> HostSchedule.Line {
        job.host.map(terms.line(ofHost:)) ?? .files
    }

    /// Ends what waits for a host that is not asked any more.
    func dropQueue(of line: HostSchedule.Line) {
        guard let reason = book.reasonToWait(line) else { return }
        for key in schedule.removeAll(in: line) { end(key, .failed(reason)) }
    }

    // MARK: - Private

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .start(let new):
            for job in new { admit(job) }
        case .cancel(let channel):
            deadlines[channel] = nil
            cancel { ObjectIdentifier($0.channel) == channel }
        case .fileRead(let key, let result, let duration):
            finishFile(key, result, duration)
        case .nameChecked(let key, let isServed):
            finishNameCheck(key, isServed: isServed)
        case .stop: break
        }
    }

    private func admit(_ job: Job) {
        lastKey += 1
        jobs[lastKey] = job
        if let deadline = job.channel.deadline {
            deadlines[ObjectIdentifier(job.channel)] = deadline
        }
        let line = line(of: job)
        if case .failed(let failure) = job.work {
            end(lastKey, .failed(failure))
        } else if let reason = book.reasonToWait(line) ?? book.admit(to: line) {
            end(lastKey, .failed(reason))
        } else {
            schedule.add(lastKey, to: line, at: .now)
        }
    }

    private func startWhatMay() {
        while budget.hasRoom(), let key = schedule.start(at: .now) {
            guard let job = jobs[key] else { preconditionFailure("a job left its line behind") }
            occupied[key] = line(of: job)
            jobs[key]?.hasBegun = true
            switch job.work {
            case .poll(let poll): begin(poll, of: job, key)
            case .robots(let robots, _): ask(for: robots, of: job, key)
            case .file(let file): read(file, key)
            case .failed(let failure): end(key, .failed(failure))
            }
        }
    }

    private func cancel(where isMeant: (Job) -> Bool) {
        let keys = Set(jobs.filter { isMeant($0.value) }.keys)
        schedule.remove(keys)
        for key in keys.sorted() {
            if let transfer = transfers[key] { charge(transfer, to: key) }
            end(key, .failed(.cancelled))
        }
    }

    /// What has begun is let come to its end, which its own limits set.
    private func endWhatIsTooLate() {
        let now = ContinuousClock.now
        for (channel, deadline) in deadlines where deadline <= now {
            deadlines[channel] = nil
            let late = jobs.filter {
                ObjectIdentifier($0.value.channel) == channel && !$0.value.hasBegun
            }
            schedule.remove(Set(late.keys))
            for key in late.keys.sorted() { end(key, .failed(.outOfTime)) }
        }
    }
}
