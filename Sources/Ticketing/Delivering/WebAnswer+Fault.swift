import Foundation
import Model

extension WebAnswer {
    /// What an answer means that is no success.
    func fault(now: Date) -> DeliveryFault {
        let reason = serverText.isEmpty ? "\(status)" : "\(status): \(serverText)"
        let delay = requestedDelay(now: now)
        switch status {
        case 429: return .wait(delay, reason)
        // Some say so when too much was asked of them, GitHub not always for how long.
        case 403 where delay != nil || isAboutItsLimit: return .wait(delay, reason)
        case 401, 407: return .shut("access is refused: \(reason)")
        case 402: return .shut("the account does not allow it: \(reason)")
        // A ticket may be locked, or where we may not go.
        case 403: return .barred("access is refused: \(reason)")
        // The queue may be gone, and its tickets may be elsewhere.
        case 404, 410: return .misfit("there is no such project, queue or address: \(reason)")
        case 300..<400:
            let place = redirectOrigin.map { ", \($0)" } ?? ""
            return .shut("it answers from elsewhere (\(reason)\(place)); write that address")
        // At the same moment somebody else changes the same, or an earlier request of ours is still at
        // work (RFC 9110 §15.5.10); nothing is wrong with the ticket.
        case 408, 409, 425, 500...: return .unclear(reason, after: delay)
        default: return .refused(reason)
        }
    }

    /// How long the server asks us to wait, a week at most (RFC 9110 §10.2.3, and the headers in use
    /// beside it): the longest of what it names.
    func requestedDelay(now: Date) -> Duration? {
        let delay = headers["retry-after"].flatMap { retryDelay($0, now: now) }
        return [delay, limitReset(now: now)].compactMap(\.self).max()
    }

    /// What the server says of its reasons, in one line; of a page its title.
    var serverText: String {
        let page = String(decoding: body.prefix(2_000), as: UTF8.self)
        let texts = json.map(Self.messages) ?? [page.pageTitle ?? page]
        return texts.joined(separator: "; ").withoutInvisibles.onOneLine.cut(to: 300)
    }

    // MARK: - Private

    /// Scheme, host and port of where it sends us; the rest of it may be a secret.
    private var redirectOrigin: String? {
        guard let location = headers["location"].flatMap({ URLComponents(string: $0) }),
            let scheme = location.scheme, let host = location.host
        else { return nil }
        return "\(scheme)://\(host)" + (location.port.map { ":\($0)" } ?? "")
    }

    private var isAboutItsLimit: Bool { serverText.lowercased().contains("rate limit") }

    /// Until the limit counts anew, where nothing is left of it.
    private func limitReset(now: Date) -> Duration? {
        let left = headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"]
        // Who says 429 and not how much is left has nothing left.
        guard left == "0" || status == 429 && left == nil && headers["retry-after"] == nil,
            let reset = headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"]
        else { return nil }
        let seconds: TimeInterval
        if let date = ContractJSON.date(reset) {
            seconds = date.timeIntervalSince(now)
        } else if let number = Double(reset), number >= 0 {
            // A moment since 1970, or so many seconds.
            seconds = number > 1e9 ? number - now.timeIntervalSince1970 : number
        } else {
            return nil
        }
        return .seconds(min(max(1, seconds.rounded(.up)), 7 * 86_400))
    }

    /// Every text in it, in the order of the keys: servers agree on no name for their reasons.
    private static func messages(_ json: JSON) -> [String] {
        switch json {
        case .string(let text): [text]
        case .array(let items): items.flatMap(messages)
        case .object(let members):
            // Intercom says beside its reasons that they are a list of errors.
            members.filter { $0.value != "error.list" }.sorted { $0.key < $1.key }.flatMap {
                key, value in
                messages(value).map {
                    ["error", "errors", "message"].contains(key) ? $0 : "\(key): \($0)"
                }
            }
        case .null, .bool, .number: []
        }
    }
}

extension String {
    /// What stands between `<title>` and its end; `nil` where this is no page, or has none.
    fileprivate var pageTitle: String? {
        guard let opening = range(of: "<title>", options: .caseInsensitive),
            let closing = range(
                of: "</title>", options: .caseInsensitive, range: opening.upperBound..<endIndex)
        else { return nil }
        return String(self[opening.upperBound..<closing.lowerBound])
    }
}
