import Foundation
import Model

// Whether a host's owner wants the request at all.

extension TransferWorker {
    /// Whether robots.txt lets us ask; where it does not, or is not known yet, the job is dealt with.
    func mayAsk(for poll: Poll, _ job: Job) -> Bool {
        guard poll.obeysRobots else { return true }
        let origin = poll.address.origin
        switch book.robotsDecision(on: poll.address) {
        case .allowed:
            return mayAskAtPace(of: origin, poll, job)
        case .disallowed(let rule):
            end(job, .failed(.forbidden(by: rule, origin: origin, isOfPage: poll.isOfPage)))
        case .unavailable:
            end(job, .failed(.robotsUnavailable(origin: origin, isOfPage: poll.isOfPage)))
        case nil:
            if waitingForRobots[origin] != nil {
                waitingForRobots[origin]?.append(job.key)
                leave(job)
            } else {
                beginRobots(of: origin, before: poll, job)
            }
        }
        return false
    }

    func goOn(
        _ job: Job, with robots: RobotsPoll, before poll: Poll,
        after outcome: Result<HTTPResponse, TransferFault>
    ) {
        var robots = robots
        switch outcome {
        case .failure(let fault):
            if let record = robots.recordWithoutAnswer(now: book.now) {
                book.note(record, of: robots.origin)
                admitThoseWaiting(forRobotsOf: robots.origin)
                goOn(job, behind: robots, with: poll)
            } else if case .nameNotFound = fault {
                checkName(robots.address.host, job)
            } else {
                if fault.isOfAnswer {
                    book.note(robots.recordOfNoUse(now: book.now), of: robots.origin)
                }
                // Others are not remembered: the next feed may come with other certificates, and how
                // often a host is tried in vain is bounded anyway.
                end(job, .failed(FetchFailure(fault, host: robots.address.host).ofRobots))
            }
        case .success(let response):
            switch robots.step(after: response, now: book.now) {
            case .redirected: goOn(job, .robots(robots, before: poll))
            case .done(let record):
                book.note(record, of: robots.origin)
                restIfAsked(by: response, job)
                admitThoseWaiting(forRobotsOf: robots.origin)
                goOn(job, behind: robots, with: poll)
            }
        }
    }

    /// Why a page has no turn in this run, so far as its origin's robots.txt is known already.
    func reasonToLeave(_ job: Job) -> FetchFailure? {
        guard job.request.purpose == .page, case .waiting(let address?) = job.work,
            book.crawlDelay(of: address.origin) != nil,
            book.robotsDecision(on: address) == .allowed
        else { return nil }
        return reasonToLeave(pageOf: job, at: address.origin)
    }

    /// Lets those go on that waited for another one to ask.
    func admitThoseWaiting(forRobotsOf origin: String) {
        // Each goes before all others, so the first comes last.
        for key in (waitingForRobots.removeValue(forKey: origin) ?? []).reversed() {
            // One that was cancelled meanwhile has its result.
            guard let job = jobs[key] else { continue }
            if let reason = book.reasonToWait(schedule[job.line]) {
                end(job, .failed(reason))
            } else {
                schedule.add(key, to: job.line, isNext: true, at: .now)
            }
        }
    }

    // MARK: - Private

    /// Goes on to the document, unless the run or the host has no more time for it.
    private func goOn(_ job: Job, behind robots: RobotsPoll, with poll: Poll) {
        if let deadline = job.channel.deadline, deadline <= .now {
            end(job, .failed(.outOfTime))
        } else if robots.hasHeldRules, let reason = book.reasonToWait(schedule[job.line]) {
            end(job, .failed(reason))
        } else {
            goOn(job, .poll(poll))
        }
    }

    /// A host that says 429, or 503 and until when, is left alone, whatever it was asked for.
    private func restIfAsked(by response: HTTPResponse, _ job: Job) {
        let delay = response.retryAfter.flatMap { retryDelay($0, now: book.now) }
        guard response.status == 429 || response.status == 503 && delay != nil else { return }
        book.rest(schedule[job.line], for: delay ?? .seconds(600))
        dropQueue(of: job.line)
    }

    private func beginRobots(of origin: String, before poll: Poll, _ job: Job) {
        do throws(WebAddress.Refusal) {
            let robots = try RobotsPoll(
                origin: origin, held: book.robotsRecord(of: origin),
                productToken: productToken)
            waitingForRobots[origin] = []
            job.work = .robots(robots, before: poll)
            ask(for: robots, job)
        } catch {
            end(job, .failed(FetchFailure(error, isRedirect: false)))
        }
    }

    /// The part of our User-Agent that robots.txt files name (RFC 9309 §2.2.1).
    private var productToken: String {
        String(settings.userAgent.prefix { $0.isLetter || $0 == "-" || $0 == "_" })
    }

    /// Keeps to the pause that an owner asks for, as far as a run has time for it.
    ///
    /// - Returns: `false` once the request has been ended, as its turn comes in a later run.
    private func mayAskAtPace(of origin: String, _ poll: Poll, _ job: Job) -> Bool {
        guard let delay = book.crawlDelay(of: origin) else { return true }
        schedule.slowDown(job.line, to: min(delay, limits.longestCrawlDelay))
        guard poll.isOfPage, !job.hasBegun, let reason = reasonToLeave(pageOf: job, at: origin)
        else { return true }
        end(job, .failed(reason))
        return false
    }

    /// Of an origin that asks for longer pauses than a run has time for, one page is asked for.
    private func reasonToLeave(pageOf job: Job, at origin: String) -> FetchFailure? {
        guard let delay = book.crawlDelay(of: origin), delay > limits.longestCrawlDelay,
            !book.admitSlowPage(job.key, of: origin)
        else { return nil }
        return .leftForCrawlDelay(delay, origin: origin)
    }
}
