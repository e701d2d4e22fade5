import Foundation
import Model

/// One document on its way from address to result, over as many requests as redirects make of it.
///
/// It says what to ask and judges what came; asking is the engine's part.
struct Poll: Sendable {
    /// Of the next request.
    private(set) var address: WebAddress
    private let request: FetchRequest
    private let maximumRedirects: Int
    private var visited: Set<String>
    /// As far as permanent redirects alone have led; `nil` before the first.
    private var movedTo: String?
    private var areAllPermanent = true

    /// - Parameter address: the request's own.
    init(_ request: FetchRequest, at address: WebAddress, maximumRedirects: Int) {
        self.address = address
        self.request = request
        self.maximumRedirects = maximumRedirects
        visited = [address.text]
    }

    enum Step {
        /// Ask again, at the new `address`.
        case redirected
        case done(PollAnswer)
    }

    /// Whether the owner's robots.txt is asked first: for a page always, for a feed unless its
    /// operator has another agreement.
    var obeysRobots: Bool {
        request.purpose == .page || request.feed.terms.robots == .obey
    }

    var isOfPage: Bool { request.purpose == .page }

    /// The request's own header lines.
    var headers: [String] {
        var lines = ["Accept: \(Self.accepted(for: request.purpose))"]
        if let validators = ownValidators {
            lines += validators.headerLines
            // Only together with the validator that says what we have (RFC 3229 §10.5.3).
            if validators.etag != nil, request.purpose == .feed { lines.append("A-IM: feed") }
        }
        if let credentials = ownCredentials { lines.append(credentials.headerLine) }
        return lines
    }

    mutating func step(after response: HTTPResponse, now: Date) -> Step {
        switch response.status {
        // With 203, a proxy has changed something of a whole document (RFC 9110 §15.3.4).
        case 200 where BotWallAnswer(response) == nil, 203 where BotWallAnswer(response) == nil:
            return .done(.document(document(response, now: now)))
        case 226 where ownValidators?.etag != nil && response.isFeedDelta:
            return .done(.document(document(response, now: now)))
        case 304 where ownValidators != nil:
            return .done(
                .notModified(
                    validators(of: response, now: now), hints(of: response, now: now)))
        case 301, 302, 303, 307, 308:
            return redirect(to: response, now: now)
        default:
            return failed(response, now: now)
        }
    }

    // MARK: - Private: what came

    /// What we hold, if it is of the very address asked next, and need not be read in another way.
    private var ownValidators: Validators? {
        guard let validators = request.validators, validators.url == address.text,
            validators.etag != nil || validators.lastModified != nil, request.isReadAsHeld
        else { return nil }
        return validators
    }

    /// What shows who asks, if it is the origin that the operator meant.
    private var ownCredentials: Credentials? {
        guard let credentials = request.credentials, case .url(let url) = request.feed.address
        else { return nil }
        do throws(WebAddress.Refusal) {
            return try WebAddress(url).origin == address.origin ? credentials : nil
        } catch {
            // An address that is none has no origin to send anything to.
            return nil
        }
    }

    /// What became of what shows who asks.
    private var logIn: FetchFailure.LogIn {
        if ownCredentials != nil { return .sent }
        // What an entry links to may be anybody's.
        return request.credentials == nil || request.isFurther ? .notGiven : .keptBack
    }

    private func document(_ response: HTTPResponse, now: Date) -> PollAnswer.Document {
        PollAnswer.Document(
            body: response.body, url: address.text, contentType: response.contentType,
            validators: validators(of: response, now: now), hints: hints(of: response, now: now))
    }

    /// What the answer can be recognised by; a 304 that carries one of the two leaves the other
    /// as it was.
    private func validators(of response: HTTPResponse, now: Date) -> Validators? {
        let lastModified = response.lastModified.flatMap {
            Self.isSensible($0, now: now) ? $0 : nil
        }
        guard response.etag != nil || lastModified != nil else { return nil }
        let held = response.status == 304 ? ownValidators : nil
        return Validators(
            url: address.text, etag: response.etag ?? held?.etag,
            lastModified: lastModified ?? held?.lastModified)
    }

    private func hints(of response: HTTPResponse, now: Date) -> AnswerHints {
        let freshness = Freshness(response)
        return AnswerHints(
            freshForSeconds: freshness.seconds(now: now), movedTo: movedTo,
            isDelta: response.status == 226, isReserved: response.isReserved,
            serverTime: freshness.serverTime(now: now))
    }

    /// Servers have been seen to send 2038 and 2041, which would answer 304 for ever.
    private static func isSensible(_ lastModified: String, now: Date) -> Bool {
        let year2038 = Date(timeIntervalSince1970: 2_145_916_800)
        guard let date = HTTPDate.date(lastModified, now: now) else { return true }
        return date < year2038
    }

    private func failed(_ response: HTTPResponse, now: Date) -> Step {
        let delay =
            response.status >= 300 ? response.retryAfter.flatMap { retryDelay($0, now: now) } : nil
        let failure =
            BotWallAnswer(response).map {
                FetchFailure($0, status: response.status, retryAfter: delay, host: address.host)
            }
            ?? FetchFailure(
                status: response.status, retryAfter: delay, host: address.host, logIn: logIn)
        return .done(.failed(failure))
    }

    // MARK: - Private: where it leads

    private mutating func redirect(to response: HTTPResponse, now: Date) -> Step {
        guard let location = response.location else { return failed(response, now: now) }
        let target: WebAddress
        do throws(WebAddress.Refusal) {
            target = try WebAddress(location)
        } catch {
            return .done(.failed(FetchFailure(error, isRedirect: true)))
        }
        if request.credentials != nil, address.isSecure, !target.isSecure {
            return failed(
                "redirects from https to http, where its credentials would be readable; tell its "
                    + "owner")
        }
        guard visited.insert(target.text).inserted else {
            return failed("the redirects lead in a circle; tell the owner of \(target.host)")
        }
        guard visited.count <= maximumRedirects + 1 else {
            return failed(
                "more than \(maximumRedirects) redirects; open the feed in a browser and put its "
                    + "final address in the feeds file")
        }
        areAllPermanent = areAllPermanent && [301, 308].contains(response.status)
        if areAllPermanent { movedTo = target.text }
        address = target
        return .redirected
    }

    private func failed(_ message: String) -> Step {
        .done(.failed(FetchFailure(kind: .redirects, message: message)))
    }

    private static func accepted(for purpose: FetchRequest.Purpose) -> String {
        switch purpose {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, "
                + "application/xml;q=0.9, */*;q=0.5"
        case .page:
            "text/html, application/xhtml+xml, */*;q=0.1"
        }
    }
}

extension Validators {
    /// As a request shows them, byte for byte (RFC 9110 §13.1).
    var headerLines: [String] {
        [etag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }]
            .compactMap { $0 }
    }
}
