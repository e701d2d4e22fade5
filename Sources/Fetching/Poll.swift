import Foundation
import Model

/// One feed on its way from address to result, over as many requests as redirects make of it.
///
/// It says what to ask and judges what came; asking is the engine's part.
struct Poll: Sendable {
    /// Of the next request.
    private(set) var address: WebAddress
    private let request: FetchRequest
    private let maximumRedirects: Int
    private var visited: Set<String>

    init(_ request: FetchRequest, url: String, maximumRedirects: Int) throws(WebAddress.Refusal) {
        address = try WebAddress(url)
        self.request = request
        self.maximumRedirects = maximumRedirects
        visited = [address.text]
    }

    enum Step {
        /// Ask again, at the new `address`.
        case redirected
        case done(PollAnswer)
    }

    /// The request's own header lines.
    var headers: [String] {
        var lines = ["Accept: \(Self.accepted(by: request.feed.source.kind))"]
        if let validators = ownValidators {
            if let etag = validators.etag { lines.append("If-None-Match: \(etag)") }
            if let date = validators.lastModified { lines.append("If-Modified-Since: \(date)") }
        }
        return lines
    }

    mutating func step(after response: HTTPResponse, now: Date) -> Step {
        switch response.status {
        case 200:
            let document = PollAnswer.Document(
                body: response.body, url: address.text, contentType: response.contentType,
                validators: validators(of: response, now: now))
            return .done(.document(document))
        case 304 where ownValidators != nil:
            return .done(.notModified(validators(of: response, now: now)))
        case 301, 302, 303, 307, 308:
            return redirect(to: response)
        default:
            let delay =
                response.status >= 300
                ? response.retryAfter.flatMap { retryDelay($0, now: now) } : nil
            return failed(
                FetchFailure(status: response.status, retryAfter: delay, host: address.host))
        }
    }

    // MARK: - Private

    /// What we hold, if it is of the very address asked next.
    private var ownValidators: Validators? {
        guard let validators = request.validators, validators.url == address.text,
            validators.etag != nil || validators.lastModified != nil
        else { return nil }
        return validators
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

    /// Servers have been seen to send 2038 and 2041, which would answer 304 for ever.
    private static func isSensible(_ lastModified: String, now: Date) -> Bool {
        let year2038 = Date(timeIntervalSince1970: 2_145_916_800)
        guard let date = HTTPDate.date(lastModified, now: now) else { return true }
        return date < year2038
    }

    private mutating func redirect(to response: HTTPResponse) -> Step {
        guard let location = response.location else {
            return failed(
                FetchFailure(status: response.status, retryAfter: nil, host: address.host))
        }
        do throws(WebAddress.Refusal) {
            address = try WebAddress(location)
        } catch {
            return failed(FetchFailure(error, isRedirect: true))
        }
        guard visited.insert(address.text).inserted else {
            return failed(
                FetchFailure(
                    kind: .redirects,
                    message: "the redirects lead in a circle; tell the owner of \(address.host)"))
        }
        guard visited.count <= maximumRedirects + 1 else {
            return failed(
                FetchFailure(
                    kind: .redirects,
                    message: "more than \(maximumRedirects) redirects; open the feed in a browser "
                        + "and put its final address in the feeds file"))
        }
        return .redirected
    }

    private func failed(_ failure: FetchFailure) -> Step {
        .done(.failed(failure))
    }

    private static func accepted(by kind: Source.Kind) -> String {
        switch kind {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, "
                + "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, "
                + "application/json;q=0.8, */*;q=0.1"
        case .page, .forum:
            "text/html, application/xhtml+xml, */*;q=0.1"
        }
    }
}
