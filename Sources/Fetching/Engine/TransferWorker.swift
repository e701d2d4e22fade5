import Foundation
import Model
import Transferring

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
    /// Handles that have done a transfer and wait for another.
    var idleHandles: [CurlHandle] = []
    /// All that have no result yet.
    var jobs: [Int: Job] = [:]
    /// How many libcurl is at work on.
    var transferCount = 0
    /// Those whose body waits for room in memory.
    var paused: Set<Int> = []
    /// The one that came first when there was no room for any; it goes before all others.
    var favoured: Int?
    /// Those that wait for the robots.txt of an origin that another one is asking for.
    var waitingForRobots: [String: [Int]] = [:]
    let connections = KeptConnections()
    var addresses = HostAddresses()
    var nameChecks = NameChecks()
    private let stalls: StallRecord
    /// `nil` where nobody else asks the same hosts.
    private let wishes: HostWishes?
    private let files: HostSchedule.Line.ID
    private var lastKey = 0
    /// Channels that start nothing more from then on.
    private var deadlines: [ObjectIdentifier: ContinuousClock.Instant] = [:]
    /// Those with results that their consumers have not been told of.
    private var delivered: [ResultChannel] = []
    /// When they will be told at the latest.
    private var wakeTime: ContinuousClock.Instant?

    init(
        settings: FetchSettings, limits: TransferLimits, policy: AddressPolicy, book: HostBook,
        mailbox: Mailbox, budget: BodyBudget, stalls: StallRecord, wishes: HostWishes?
    ) {
        self.settings = settings
        self.limits = limits
        self.policy = policy
        self.mailbox = mailbox
        self.budget = budget
        self.stalls = stalls
        self.wishes = wishes
        self.book = book
        terms = HostTerms(settings)
        var schedule = HostSchedule(
            terms: terms, maximumRunning: settings.maximumTransfers,
            sharing: SharedResources.Limits(address: settings.requestsPerAddress),
            sharesHosts: wishes != nil)
        files = schedule.id(of: .files)
        self.schedule = schedule
    }

    /// Works until told to stop.
    func run() {
        var wakeUp = ContinuousClock.now
        while true {
            for message in mailbox.takeAll() {
                if case .stop = message {
                    cancel { _ in true }
                    return wakeConsumers(isLast: true)
                }
                handle(message)
            }
            endWhatIsTooLate()
            let mayStartMore = startWhatMay()
            resumePaused()
            tellWishes()
            wakeConsumers()
            let rest = budget.hasRoom() ? schedule.nextStart : nil
            let next = [multi?.deadline, rest, wakeTime, deadlines.values.min()]
                .compactMap { $0 }.min()
            stalls.note(.now - wakeUp)
            let events = mailbox.loop.wait(until: mayStartMore ? .now : next)
            wakeUp = .now
            for event in events { multi?.act(on: event) }
            multi?.actOnTime()
            finishTransfers()
            wakeConsumers()
        }
    }

    // MARK: - For the extensions

    /// Puts a job that has begun before all others of the line it is now in.
    func goOn(_ job: Job, _ work: Job.Work) {
        leave(job)
        job.work = work
        let last = job.line
        if let host = job.host { job.line = schedule.id(of: terms.line(ofHost: host)) }
        // A redirect may lead to a host that wants to be left alone, or this one may want it by now.
        if job.line != last || job.hasBegun, let reason = book.reasonToWait(schedule[job.line]) {
            end(job, .failed(reason))
        } else {
            schedule.add(job.key, to: job.line, isNext: true, at: .now)
        }
    }

    /// Frees what the job holds and hands over its result.
    func end(_ job: Job, _ answer: PollAnswer) {
        leave(job)
        guard jobs.removeValue(forKey: job.key) != nil else { return }
        budget.keep(answer.sizeInBytes)
        job.channel.deliver(
            ResultChannel.Delivery(request: job.request, answer: answer, timing: job.timing))
        if delivered.last !== job.channel { delivered.append(job.channel) }
        wakeTime = wakeTime ?? .now + Self.wakeInterval
        // Another one has to ask in its place.
        if case .robots(let robots, _) = job.work { admitThoseWaiting(forRobotsOf: robots.origin) }
    }

    /// Gives its place in the line to the next one.
    func leave(_ job: Job) {
        guard let start = job.startTime else { return }
        let answer = job.answerTime.map { (startedAt: start, at: $0) }
        (job.startTime, job.answerTime) = (nil, nil)
        let resources = job.takeResources()
        if answer != nil {
            schedule.finish(job.line, givingBack: resources, answer: answer, at: .now)
        } else {
            schedule.giveUp(job.line, startedAt: start, givingBack: resources, at: .now)
        }
    }

    /// Ends what waits for a host that is not asked any more.
    func dropQueue(of line: HostSchedule.Line.ID) {
        guard let reason = book.reasonToWait(schedule[line]) else { return }
        for key in schedule.removeAll(in: line) {
            if let job = jobs[key] { end(job, .failed(reason)) }
        }
    }

    // MARK: - Private

    /// Starting a transfer takes time, even more with a new secure connection, and those at work have
    /// to wait for it.
    private static let startsInTurn = 32

    /// Waking a thread costs as much as a transfer, so it is told of several results at once.
    private static let wakeInterval = Duration.milliseconds(10)

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .start(let channel):
            // Also where it has none: a channel that is gone may have lain at the same address.
            deadlines[ObjectIdentifier(channel)] = channel.deadline
            for index in channel.requests.indices { admit(index, of: channel) }
        case .cancel(let channel):
            deadlines[channel] = nil
            cancel { ObjectIdentifier($0.channel) == channel }
        case .fileRead(let key, let result, let duration):
            finishFile(key, result, duration)
        case .nameChecked(let key, let isServed):
            finishNameCheck(key, isServed: isServed)
        case .opened(let host, let permit):
            book.learn(permit.memory)
            let line = schedule.id(of: .host(host))
            schedule.open(line, permit, at: .now)
            dropQueue(of: line)
        case .stop: break
        }
    }

    private func admit(_ index: Int, of channel: ResultChannel) {
        lastKey += 1
        let job = Job(key: lastKey, channel: channel, index: index, line: files)
        jobs[job.key] = job
        do throws(WebAddress.Refusal) {
            if case .url(let url) = job.address {
                let address = try WebAddress(url)
                job.work = .waiting(address)
                job.line = schedule.id(of: terms.line(ofHost: address.host))
            }
        } catch {
            return end(job, .failed(FetchFailure(error, isRedirect: false)))
        }
        let line = schedule[job.line]
        let isPoll = !job.request.isFurther
        if let reason = book.reasonToWait(line) ?? (isPoll ? book.admit(to: line) : nil)
            ?? reasonToLeave(job)
        {
            end(job, .failed(reason))
        } else {
            schedule.add(job.key, to: job.line, at: .now)
        }
    }

    /// - Returns: whether there may be more to start, after a look at those at work.
    private func startWhatMay() -> Bool {
        for _ in 0..<Self.startsInTurn {
            let now = ContinuousClock.now
            guard budget.hasRoom(),
                let start = schedule.start(at: now, using: { resources(for: $0) })
            else { return false }
            guard let job = jobs[start.job] else {
                preconditionFailure("a job left its line behind")
            }
            job.startTime = now
            job.resources = start.resources
            switch job.work {
            case .waiting(let address): begin(job, at: address)
            case .poll(let poll): ask(for: poll, job)
            case .robots(let robots, _): ask(for: robots, job)
            }
        }
        return true
    }

    private func begin(_ job: Job, at address: WebAddress?) {
        switch job.address {
        case .url:
            guard let address else { preconditionFailure("a request was admitted unread") }
            let poll = Poll(job.request, at: address, maximumRedirects: limits.redirects)
            job.work = .poll(poll)
            ask(for: poll, job)
        case .file(let path):
            let file = FeedFile(
                path: WorkspacePath.resolved(path, in: job.channel.workspace),
                maximumSizeInBytes: job.limits.maximumSizeInBytes)
            read(file, job.key)
        }
    }

    private func cancel(where isMeant: (Job) -> Bool) {
        let meant = jobs.values.filter(isMeant).sorted { $0.key < $1.key }
        guard !meant.isEmpty else { return }
        for job in meant {
            if let transfer = job.transfer { charge(transfer, to: job) }
            end(job, .failed(.cancelled))
        }
        // Only now: the end of one may have let in another that had waited for its robots.txt.
        takeOut(meant)
    }

    /// What has begun is let come to its end, which its own limits set.
    private func endWhatIsTooLate() {
        guard !deadlines.isEmpty else { return }
        let now = ContinuousClock.now
        for (channel, deadline) in deadlines where deadline <= now {
            deadlines[channel] = nil
            let late = jobs.values.filter { job in
                ObjectIdentifier(job.channel) == channel && !job.hasBegun && job.startTime == nil
            }.sorted { $0.key < $1.key }
            for job in late { end(job, .failed(.outOfTime)) }
            takeOut(late)
        }
    }

    /// Takes jobs that have ended out of the lines they wait in.
    private func takeOut(_ ended: [Job]) {
        schedule.remove(Set(ended.map(\.key)), from: Set(ended.map(\.line)))
    }

    private func tellWishes() {
        guard let wishes else { return }
        for wish in schedule.takeWishes(at: .now) { wishes.add(wish) }
    }

    private func wakeConsumers(isLast: Bool = false) {
        guard let wakeTime else { return }
        // Nothing else would come to wait for, or there is no room for it.
        let isUrgent = transferCount == 0 || !budget.hasRoom()
        guard isLast || isUrgent || wakeTime <= .now else { return }
        for channel in delivered { channel.wakeConsumer() }
        delivered.removeAll(keepingCapacity: true)
        self.wakeTime = nil
    }
}
