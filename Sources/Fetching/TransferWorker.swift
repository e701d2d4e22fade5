import Foundation
import Model

/// What runs on the engine's thread: takes messages, starts what may start, lets libcurl work, and
/// hands over what is done.
///
/// Not `Sendable`: made, used and let go on that thread.
final class TransferWorker {
    private let settings: FetchSettings
    private let limits: TransferLimits
    private let policy: AddressPolicy
    private let mailbox: Mailbox
    private let budget: BodyBudget
    private var schedule: HostSchedule
    /// Made with the first transfer, so that failing to is that transfer's result.
    private var multi: MultiHandle?
    private var lastKey = 0
    /// All that have no result yet.
    private var jobs: [Int: Job] = [:]
    /// Those of them that libcurl is at work on.
    private var transfers: [Int: Transfer] = [:]
    /// Those whose body waits for room in memory.
    private var paused: Set<Int> = []
    /// The one that came first when there was no room for any; it goes before all others.
    private var favoured: Int?
    /// Lines that are taken up by a job.
    private var occupied: [Int: HostSchedule.Line] = [:]

    init(
        settings: FetchSettings, limits: TransferLimits, policy: AddressPolicy, mailbox: Mailbox,
        budget: BodyBudget
    ) {
        self.settings = settings
        self.limits = limits
        self.policy = policy
        self.mailbox = mailbox
        self.budget = budget
        schedule = HostSchedule(
            pause: settings.pausePerHost, maximumRunning: settings.maximumTransfers)
    }

    /// Works until told to stop.
    func run() {
        while true {
            for message in mailbox.takeAll() {
                if case .stop = message { return cancel { _ in true } }
                handle(message)
            }
            startWhatMay()
            resumePaused()
            let rest = budget.hasRoom() ? schedule.nextStart : nil
            let deadline = [multi?.deadline, rest].compactMap { $0 }.min()
            for event in mailbox.loop.wait(until: deadline) { multi?.act(on: event) }
            multi?.actOnTime()
            finishTransfers()
        }
    }

    // MARK: - Private: jobs

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .start(let new): for job in new { admit(job) }
        case .cancel(let channel): cancel { ObjectIdentifier($0.channel) == channel }
        case .fileRead(let key, let result, let duration):
            finishFile(key, result, duration)
        case .stop: break
        }
    }

    private func admit(_ job: Job) {
        lastKey += 1
        jobs[lastKey] = job
        if case .failed(let failure) = job.work {
            end(lastKey, .failed(failure))
        } else {
            schedule.add(lastKey, to: job.line, at: .now)
        }
    }

    private func startWhatMay() {
        while budget.hasRoom(), let key = schedule.start(at: .now) {
            guard let job = jobs[key] else { preconditionFailure("a job left its line behind") }
            occupied[key] = job.line
            switch job.work {
            case .poll(let poll): start(poll, of: job, key)
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

    /// Frees what the job holds and hands over its result.
    private func end(_ key: Int, _ answer: PollAnswer) {
        leave(key)
        guard let job = jobs.removeValue(forKey: key) else { return }
        budget.keep(answer.sizeInBytes)
        job.channel.deliver(
            ResultChannel.Delivery(request: job.request, answer: answer, timing: job.timing))
    }

    private func leave(_ key: Int) {
        if let line = occupied.removeValue(forKey: key) { schedule.finish(line, at: .now) }
    }

    // MARK: - Private: transfers

    private func start(_ poll: Poll, of job: Job, _ key: Int) {
        do throws(TransferFault) {
            let transfer = try Transfer(orders(for: poll, of: job, key), key: key)
            let multi = try readyMulti()
            try multi.add(transfer.handle)
            transfers[key] = transfer
        } catch {
            end(key, .failed(FetchFailure(error, host: poll.address.host)))
        }
    }

    private func orders(for poll: Poll, of job: Job, _ key: Int) -> Transfer.Orders {
        Transfer.Orders(
            address: poll.address, headers: poll.headers, timeout: job.timeLeft,
            maximumSizeInBytes: job.request.feed.limits.maximumSizeInBytes, limits: limits,
            userAgent: settings.userAgent, proxy: settings.proxy, policy: policy,
            mayGrow: { [unowned self] count in mayGrow(key, by: count) })
    }

    private func readyMulti() throws(TransferFault) -> MultiHandle {
        if let multi { return multi }
        let made = try MultiHandle(loop: mailbox.loop)
        multi = made
        return made
    }

    /// Counts what a body is about to grow by, unless it must wait.
    private func mayGrow(_ key: Int, by count: Int) -> Bool {
        guard budget.mayGrow(isFavoured: isFavoured(key)) else {
            paused.insert(key)
            return false
        }
        if !budget.hasRoom() { favoured = favoured ?? key }
        budget.grow(by: count)
        return true
    }

    private func isFavoured(_ key: Int) -> Bool {
        (favoured ?? key) == key
    }

    /// Lets bodies grow again as far as there is room.
    private func resumePaused() {
        for key in paused.sorted() where budget.mayGrow(isFavoured: isFavoured(key)) {
            paused.remove(key)
            transfers[key]?.resume()
        }
    }

    private func finishTransfers() {
        while let finished = multi?.nextFinished() {
            guard let transfer = transfers[finished.key] else { continue }
            let outcome = transfer.outcome(finished.code)
            charge(transfer, to: finished.key)
            go(on: finished.key, after: outcome)
        }
    }

    /// Takes the transfer out and books its cost.
    private func charge(_ transfer: Transfer, to key: Int) {
        multi?.remove(transfer.handle)
        budget.endGrowth(transfer.body.count)
        transfers[key] = nil
        paused.remove(key)
        if favoured == key { favoured = nil }
        jobs[key]?.add(transfer.timing)
    }

    private func go(on key: Int, after outcome: Result<HTTPResponse, TransferFault>) {
        guard var job = jobs[key], case .poll(var poll) = job.work else { return }
        switch outcome {
        case .failure(let fault):
            end(key, .failed(FetchFailure(fault, host: poll.address.host)))
        case .success(let response):
            switch poll.step(after: response, now: Date()) {
            case .done(let answer): end(key, answer)
            case .redirected:
                leave(key)
                job.work = .poll(poll)
                jobs[key] = job
                if job.timeLeft > .zero {
                    schedule.add(key, to: job.line, isNext: true, at: .now)
                } else {
                    let fault = TransferFault.timedOut(
                        during: .firstByte, after: job.timing.duration)
                    end(key, .failed(FetchFailure(fault, host: poll.address.host)))
                }
            }
        }
    }

    // MARK: - Private: files

    /// Reads on a thread of its own, as a file system may be slow; files take turns, so there is
    /// one such thread at most.
    private func read(_ file: FeedFile, _ key: Int) {
        Thread.detachNewThread { [mailbox] in
            let start = ContinuousClock.now
            let result = Result { () throws(FetchFailure) in try file.read() }
            mailbox.post(.fileRead(key, result, took: .now - start))
        }
    }

    private func finishFile(
        _ key: Int, _ result: Result<[UInt8], FetchFailure>, _ duration: Duration
    ) {
        // One that was cancelled meanwhile has its result.
        guard jobs[key] != nil else { return }
        switch result {
        case .failure(let failure): end(key, .failed(failure))
        case .success(let body):
            jobs[key]?.add(FetchTiming(duration: duration, decodedBytes: body.count))
            end(
                key,
                .document(
                    PollAnswer.Document(body: body, url: nil, contentType: nil, validators: nil)))
        }
    }
}
