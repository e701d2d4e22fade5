import Foundation
import Model

// One request after the other: what goes to libcurl, and what becomes of what comes back.

extension TransferWorker {
    /// Asks for the poll's next document, of which robots.txt has been asked.
    func ask(for poll: Poll, of job: Job, _ key: Int) {
        let line = line(of: job)
        if poll.isOfPage { schedule.slowDown(line, to: settings.pausePerPage) }
        var orders = orders(for: poll.address, poll.headers, of: job, key)
        orders.certificateFile = job.certificateFile
        orders.usesHTTP1 = job.request.feed.terms.usesHTTP1
        start(orders, key)
    }

    func ask(for robots: RobotsPoll, of job: Job, _ key: Int) {
        var orders = orders(for: robots.address, robots.headers, of: job, key)
        // One more than is read, which shows that the last line is not whole.
        orders.maximumSizeInBytes = RobotsLimits.fileSizeInBytes + 1
        orders.keepsStart = true
        start(orders, key)
    }

    /// Lets bodies grow again as far as there is room.
    func resumePaused() {
        for key in paused.sorted() where budget.mayGrow(isFavoured: isFavoured(key)) {
            paused.remove(key)
            transfers[key]?.resume()
        }
    }

    func finishTransfers() {
        while let finished = multi?.nextFinished() {
            guard let transfer = transfers[finished.key] else { continue }
            var outcome = transfer.outcome(finished.code)
            if case .success(let response) = outcome, response.status == 408,
                transfer.isOverKeptConnection
            {
                // It is the idle connection that the server has given up, not us.
                outcome = .failure(.staleConnection)
            }
            charge(transfer, to: finished.key)
            noteReach(of: finished.key, outcome)
            goOn(finished.key, after: outcome)
        }
    }

    /// Takes the transfer out and books its cost.
    func charge(_ transfer: Transfer, to key: Int) {
        multi?.remove(transfer.handle)
        budget.endGrowth(transfer.body.count)
        transfers[key] = nil
        paused.remove(key)
        if favoured == key { favoured = nil }
        jobs[key]?.add(transfer.timing)
    }

    // MARK: - Private: starting

    private func orders(for address: WebAddress, _ headers: [String], of job: Job, _ key: Int)
        -> Transfer.Orders
    {
        var orders = Transfer.Orders(
            address: address, headers: headers, timeout: job.timeLeft,
            maximumSizeInBytes: job.request.feed.limits.maximumSizeInBytes, limits: limits,
            userAgent: settings.userAgent, proxy: settings.proxy, policy: policy,
            connections: connections,
            mayGrow: { [unowned self] count in mayGrow(key, by: count) })
        orders.needsNewConnection = job.needsNewConnection
        return orders
    }

    private func start(_ orders: Transfer.Orders, _ key: Int) {
        do throws(TransferFault) {
            let transfer = try Transfer(orders, key: key)
            let multi = try readyMulti()
            try multi.add(transfer.handle)
            transfers[key] = transfer
        } catch {
            end(key, .failed(FetchFailure(error, host: orders.address.host)))
        }
    }

    private func readyMulti() throws(TransferFault) -> MultiHandle {
        if let multi { return multi }
        let made = try MultiHandle(
            loop: mailbox.loop, maximumConnections: settings.maximumTransfers)
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

    // MARK: - Private: going on

    private func noteReach(of key: Int, _ outcome: Result<HTTPResponse, TransferFault>) {
        guard let line = occupied[key] else { return }
        switch outcome {
        case .success:
            book.noteAnswer(line)
            nameChecks.noteAnswer()
        case .failure(let fault) where fault.isOfReach:
            book.noteTrouble(line)
            dropQueue(of: line)
        case .failure: break
        }
    }

    private func goOn(_ key: Int, after outcome: Result<HTTPResponse, TransferFault>) {
        guard let job = jobs[key] else { return }
        if case .failure(.staleConnection) = outcome { return askAgain(key, job) }
        switch job.work {
        case .poll(let poll):
            switch outcome {
            case .failure(.nameNotFound): checkName(poll.address.host, key)
            case .failure(let fault):
                end(key, .failed(FetchFailure(fault, host: poll.address.host)))
            case .success(let response): goOn(key, with: poll, after: response)
            }
        case .robots(let robots, let poll):
            goOn(key, with: robots, before: poll, after: outcome)
        case .file, .failed: break
        }
    }

    /// Nothing has been asked yet, so this is no second request to the host.
    private func askAgain(_ key: Int, _ job: Job) {
        jobs[key]?.needsNewConnection = true
        goOn(key, job.work)
    }

    private func goOn(_ key: Int, with poll: Poll, after response: HTTPResponse) {
        var poll = poll
        switch poll.step(after: response, now: book.now) {
        case .done(let answer):
            if let line = occupied[key], let rest = Self.rest(askedForBy: answer) {
                book.rest(line, for: rest)
                dropQueue(of: line)
            }
            end(key, answer)
        case .redirected:
            if let job = jobs[key], job.timeLeft > .zero {
                goOn(key, .poll(poll))
            } else {
                let fault = TransferFault.timedOut(
                    during: .firstByte, after: jobs[key]?.timing.duration ?? .zero)
                end(key, .failed(FetchFailure(fault, host: poll.address.host)))
            }
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
        case .nameNotFound, .noNameServer, .notConnected, .tls, .timedOut, .tooSlow, .interrupted:
            true
        case .refused, .exceeded, .staleConnection, .undecodable, .notHTTP, .library: false
        }
    }
}
