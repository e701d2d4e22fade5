import Foundation
import Model

/// An origin's robots.txt on its way, over as many requests as redirects make of it.
///
/// Redirects may lead to other hosts; what is found there are the rules of the first origin
/// (RFC 9309 §2.3.1.2).
struct RobotsPoll: Sendable {
    let origin: String
    /// Of the next request.
    private(set) var address: WebAddress
    private let held: RobotsRecord?
    private let productToken: String
    private var redirects = 0

    /// - Parameter held: the copy that is there already.
    init(origin: String, held: RobotsRecord?, productToken: String)
        throws(WebAddress.Refusal)
    {
        self.origin = origin
        self.held = held
        self.productToken = productToken
        address = try WebAddress(origin + "/robots.txt")
    }

    enum Step {
        /// Ask again, at the new `address`.
        case redirected
        case done(RobotsRecord)
    }

    /// Whether there were rules before this poll, which hold on when it brings none.
    var hasHeldRules: Bool { held?.rules != nil }

    /// The request's own header lines.
    var headers: [String] {
        ["Accept: text/plain, */*;q=0.1"] + (ownValidators?.headerLines ?? [])
    }

    mutating func step(after response: HTTPResponse, now: Date) -> Step {
        let isRedirect = [301, 302, 303, 307, 308].contains(response.status)
        if isRedirect, redirects < Self.maximumRedirects, let location = response.location {
            do throws(WebAddress.Refusal) {
                address = try WebAddress(location)
                redirects += 1
                return .redirected
            } catch {
                // As if there were no such file: nobody can follow rules that are nowhere.
                return .done(record(.noRules, response, now: now))
            }
        }
        let answer = RobotsAnswer(
            status: response.status, body: response.body, productToken: productToken)
        return .done(record(answer, response, now: now))
    }

    /// What is known when no answer came at all: the last good copy, while it may be relied on.
    func recordWithoutAnswer(now: Date) -> RobotsRecord? {
        guard let held, held.rules != nil, held.decision(for: "/", at: now) != .unavailable else {
            return nil
        }
        return updated(held, with: .unavailable, now: now)
    }

    /// What is known when an answer came that nobody can read.
    func recordOfNoUse(now: Date) -> RobotsRecord { updated(held, with: .unavailable, now: now) }

    // MARK: - Private

    private static let maximumRedirects = 5

    /// What we hold, if it is of the very address asked next.
    private var ownValidators: Validators? {
        held?.validators.flatMap { $0.url == address.text ? $0 : nil }
    }

    private func record(_ answer: RobotsAnswer, _ response: HTTPResponse, now: Date)
        -> RobotsRecord
    {
        let hasValidators = response.etag != nil || response.lastModified != nil
        return updated(
            held, with: answer, now: now,
            maxAge: Freshness(response).seconds(now: now).map { .seconds($0) },
            retryAfter: response.retryAfter.flatMap { retryDelay($0, now: now) },
            validators: hasValidators
                ? Validators(
                    url: address.text, etag: response.etag, lastModified: response.lastModified)
                : nil)
    }

    private func updated(
        _ record: RobotsRecord?, with answer: RobotsAnswer, now: Date, maxAge: Duration? = nil,
        retryAfter: Duration? = nil, validators: Validators? = nil
    ) -> RobotsRecord {
        guard var record else {
            return RobotsRecord(
                answer, at: now, maxAge: maxAge, retryAfter: retryAfter, validators: validators)
        }
        record.update(
            with: answer, at: now, maxAge: maxAge, retryAfter: retryAfter, validators: validators)
        return record
    }
}

extension RobotsRecord {
    init(_ copy: RobotsCopy) {
        self.init(
            rules: copy.rules.map(RobotsRules.init(stored:)), fetchedAt: copy.fetchedAt,
            validators: copy.validators, checkedAt: copy.checkedAt,
            pause: .seconds(copy.pauseSeconds), isUnavailable: copy.isUnavailable)
    }

    var copy: RobotsCopy {
        RobotsCopy(
            rules: rules?.stored, fetchedAt: fetchedAt, checkedAt: checkedAt,
            pauseSeconds: Int(pause.components.seconds), isUnavailable: isUnavailable,
            validators: validators)
    }
}
