import Foundation
import Model
import Transferring

// One request after the other: what goes to libcurl, and what becomes of what comes back.

extension TransferWorker {
    /// Asks for the poll's next document if robots.txt lets us.
    func ask(for poll: Poll, _ job: Job) {
        guard mayAsk(for: poll, job) else { return }
        if poll.isOfPage { schedule.lengthenPause(of: job.line, to: settings.pausePerPage) }
        var orders = orders(for: poll.address, poll.headers, job)
        orders.keepsConnection = schedule.mayKeepConnection(isContinued: false)
        start(orders, job)
    }

    func ask(for robots: RobotsPoll, _ job: Job) {
        var orders = orders(for: robots.address, robots.headers, job)
        // One more than is read, which shows that the last line is not whole.
        orders.maximumSizeInBytes = RobotsLimits.fileSizeInBytes + 1
        orders.keepsStart = true
        orders.keepsConnection = schedule.mayKeepConnection(isContinued: true)
        start(orders, job)
    }

    /// Lets bodies grow again as far as there is room.
    func resumePaused() {
        guard !paused.isEmpty else { return }
        for key in paused.sorted() where budget.mayGrow(isFavoured: isFavoured(key)) {
            paused.remove(key)
            jobs[key]?.transfer?.resume()
        }
    }

    func finishTransfers() {
        while let finished = multi?.nextFinished() {
            guard let job = jobs[finished.key], let transfer = job.transfer else { continue }
            let outcome = transfer.outcome(finished.end)
            charge(transfer, to: job)
            goOn(job, after: outcome)
        }
    }

    /// Takes the transfer out and books its cost.
    func charge(_ transfer: Transfer, to job: Job) {
        multi?.remove(transfer.handle)
        budget.endGrowth(transfer.grantedBytes)
        job.transfer = nil
        transferCount -= 1
        paused.remove(job.key)
        if favoured == job.key { favoured = nil }
        let timing = transfer.timing
        job.answerTime = .now - timing.phases.afterFirstByte
        job.add(timing)
        if transfer.leavesHandle { idleHandles.append(transfer.handle) }
    }

    // MARK: - Private: starting

    private func orders(for address: WebAddress, _ headers: [String], _ job: Job)
        -> Transfer.Orders
    {
        let key = job.key
        let terms = job.terms
        return Transfer.Orders(
            address: address, headers: headers, timeout: job.timeLeft,
            maximumSizeInBytes: job.limits.maximumSizeInBytes,
            certificateFile: terms.certificateFile.map {
                WorkspacePath.resolved($0, in: job.channel.workspace)
            }, usesHTTP1: terms.usesHTTP1, needsNewConnection: job.needsNewConnection,
            unpacks: job.unpacks, limits: limits, userAgent: settings.userAgent,
            proxy: settings.proxy, policy: policy, connections: connections,
            mayConnect: { [unowned self] address in mayConnect(to: address, key) },
            mayUse: { [unowned self] address in mayUseConnection(to: address, key) },
            mayGrow: { [unowned self] count in mayGrow(key, by: count) })
    }

    private func start(_ orders: Transfer.Orders, _ job: Job) {
        do throws(TransferFault) {
            job.transfer = try transfer(orders, job)
            transferCount += 1
        } catch {
            end(job, .failed(FetchFailure(error, host: orders.address.host)))
        }
    }

    private func transfer(_ orders: Transfer.Orders, _ job: Job) throws(TransferFault) -> Transfer {
        let multi: MultiHandle, handle: CurlHandle
        do throws(CurlError) {
            multi = try readyMulti()
            handle = try readyHandle(orders)
        } catch {
            throw TransferFault(error)
        }
        let transfer = try Transfer(orders, key: job.key, handle: handle)
        do throws(CurlError) {
            try multi.add(handle)
        } catch {
            throw TransferFault(error)
        }
        return transfer
    }

    private func readyHandle(_ orders: Transfer.Orders) throws(CurlError) -> CurlHandle {
        if let idle = idleHandles.popLast() { return idle }
        let made = try CurlHandle()
        try made.configureForAll(orders)
        return made
    }

    private func readyMulti() throws(CurlError) -> MultiHandle {
        if let multi { return multi }
        let made = try MultiHandle(
            loop: mailbox.loop, maximumTransfers: settings.maximumTransfers)
        multi = made
        return made
    }

    /// Counts what a body is about to grow by, unless it must wait.
    private func mayGrow(_ key: Int, by count: Int) -> Bool {
        guard budget.mayGrow(isFavoured: isFavoured(key)) else {
            paused.insert(key)
            return false
        }
        if !budget.mayGrow(isFavoured: false) { favoured = favoured ?? key }
        budget.grow(by: count)
        return true
    }

    private func isFavoured(_ key: Int) -> Bool {
        (favoured ?? key) == key
    }

    // MARK: - Private: going on

    private func goOn(_ job: Job, after outcome: Transfer.Outcome) {
        switch outcome {
        case .addressTaken(let address): wait(job, for: address)
        case .connectionStale:
            job.noteAsked()
            job.needsNewConnection = true
            goOn(job, job.work)
        case .undecoded:
            job.noteAsked()
            job.unpacks = false
            goOn(job, job.work)
        case .answered(let response):
            job.noteAsked()
            book.noteAnswer(schedule[job.line])
            nameChecks.noteAnswer()
            goOn(job, after: .success(response))
        case .failed(let fault):
            job.noteAsked()
            // Of hosts that are asked as one, a name that leads nowhere says nothing of the others.
            let line = schedule[job.line]
            let isOfLine = fault != .nameNotFound || job.host.map { .host($0) } == line
            if fault.isOfReach, isOfLine {
                book.noteTrouble(line)
                dropQueue(of: job.line)
            }
            goOn(job, after: .failure(fault))
        }
    }

    private func goOn(_ job: Job, after outcome: Result<HTTPResponse, TransferFault>) {
        switch job.work {
        case .waiting: break
        case .poll(let poll):
            switch outcome {
            case .failure(.nameNotFound): checkName(poll.address.host, job)
            case .failure(let fault):
                end(job, .failed(FetchFailure(fault, host: poll.address.host)))
            case .success(let response): goOn(job, with: poll, after: response)
            }
        case .robots(let robots, let poll):
            goOn(job, with: robots, before: poll, after: outcome)
        }
    }

    private func goOn(_ job: Job, with poll: Poll, after response: HTTPResponse) {
        var poll = poll
        switch poll.step(after: response, now: book.now) {
        case .done(let answer):
            if let rest = Self.rest(askedForBy: answer) {
                book.rest(schedule[job.line], for: rest)
                dropQueue(of: job.line)
            }
            end(job, answer)
        case .redirected where job.timeLeft > .zero:
            goOn(job, .poll(poll))
        case .redirected:
            let fault = TransferFault.timedOut(during: .firstByte, after: job.timing.duration)
            end(job, .failed(FetchFailure(fault, host: poll.address.host)))
        }
    }

    /// How long a host is left alone after this answer: as long as it says, or ten minutes.
    private static func rest(askedForBy answer: PollAnswer) -> Duration? {
        guard case .failed(let failure) = answer, [429, 503].contains(failure.status) else {
            return nil
        }
        return .seconds(failure.retryAfterSeconds ?? 600)
    }
}

extension TransferFault {
    /// Whether the host itself could not be reached, so that its other feeds cannot either.
    fileprivate var isOfReach: Bool {
        switch self {
        case .nameNotFound, .noNameServer, .notConnected, .proxy(.reachesNoHost(_)), .tls,
            .timedOut, .tooSlow, .interrupted:
            true
        case .refused, .exceeded, .proxy, .undecodable, .notHTTP, .library: false
        }
    }
}
