import Foundation
import Model

// Whether a host's owner wants the request at all.

extension TransferWorker {
    /// Asks for the poll's document if robots.txt lets us, and for that first if it is not known.
    func begin(_ poll: Poll, of job: Job, _ key: Int) {
        guard poll.obeysRobots else { return ask(for: poll, of: job, key) }
        let origin = poll.address.origin
        switch book.robotsDecision(on: poll.address) {
        case .allowed:
            guard mayAskAtPace(of: origin, poll, key) else { return }
            ask(for: poll, of: job, key)
        case .disallowed(let rule):
            end(key, .failed(.forbidden(by: rule, origin: origin)))
        case .unavailable:
            end(key, .failed(.robotsUnavailable(origin: origin)))
        case nil:
            if waitingForRobots[origin] != nil {
                waitingForRobots[origin]?.append(key)
                leave(key)
            } else {
                beginRobots(of: origin, before: poll, key)
            }
        }
    }

    func goOn(
        _ key: Int, with robots: RobotsPoll, before poll: Poll,
        after outcome: Result<HTTPResponse, TransferFault>
    ) {
        var robots = robots
        let record: RobotsRecord
        switch outcome {
        case .failure(let fault):
            record = robots.recordWithoutAnswer(now: book.now)
            // What keeps robots.txt from us keeps the document from us: it says more than the rule.
            book.note(record, of: robots.origin)
            return end(key, .failed(FetchFailure(fault, host: robots.address.host)))
        case .success(let response):
            switch robots.step(after: response, now: book.now) {
            case .redirected: return goOn(key, .robots(robots, before: poll))
            case .done(let done): record = done
            }
            if response.status == 429, let line = occupied[key] {
                let delay = response.retryAfter.flatMap { retryDelay($0, now: book.now) }
                book.rest(line, for: delay ?? .seconds(600))
                dropQueue(of: line)
            }
        }
        book.note(record, of: robots.origin)
        goOn(key, .poll(poll))
        admitThoseWaiting(forRobotsOf: robots.origin)
    }

    /// Lets those go on that waited for another one to ask.
    func admitThoseWaiting(forRobotsOf origin: String) {
        for key in waitingForRobots.removeValue(forKey: origin) ?? [] {
            // One that was cancelled meanwhile has its result.
            guard let job = jobs[key] else { continue }
            schedule.add(key, to: line(of: job), isNext: true, at: .now)
        }
    }

    // MARK: - Private

    private func beginRobots(of origin: String, before poll: Poll, _ key: Int) {
        do throws(WebAddress.Refusal) {
            let robots = try RobotsPoll(
                origin: origin, held: book.robotsRecord(of: origin),
                productToken: productToken)
            waitingForRobots[origin] = []
            jobs[key]?.work = .robots(robots, before: poll)
            guard let job = jobs[key] else { return }
            ask(for: robots, of: job, key)
        } catch {
            end(key, .failed(FetchFailure(error, isRedirect: false)))
        }
    }

    /// The part of our User-Agent that robots.txt files name (RFC 9309 §2.2.1).
    private var productToken: String {
        String(settings.userAgent.prefix { $0.isLetter || $0 == "-" || $0 == "_" })
    }

    /// Keeps to the pause that an owner asks for, as far as a run has time for it.
    ///
    /// - Returns: `false` once the request has been ended, as its turn comes in a later run.
    private func mayAskAtPace(of origin: String, _ poll: Poll, _ key: Int) -> Bool {
        guard let delay = book.crawlDelay(of: origin), let line = occupied[key] else { return true }
        schedule.slowDown(line, to: min(delay, Self.longestPause))
        guard delay > Self.longestPause, poll.isOfPage else { return true }
        guard book.admitSlowPage(of: origin) else {
            end(key, .failed(.shareUsedUp(of: poll.address.host, feeds: 1)))
            return false
        }
        return true
    }

    /// A longer pause would keep a run waiting; instead it asks for one page only.
    private static let longestPause = Duration.seconds(30)
}
