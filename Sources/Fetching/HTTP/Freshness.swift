import Foundation
import Model

/// For how long an answer says that it holds (RFC 9111 §4.2.1).
struct Freshness {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) {
        self.response = response
    }

    /// What is left of it: `max-age`, or `Expires` less `Date`, less what it has aged in caches.
    ///
    /// - Returns: 0 … 31 536 000, a year being the most that RFC 9111 wants said; `nil` when
    ///   nothing is said, or nothing that can be read. `no-cache` and `no-store` are 0.
    func seconds(now: Date) -> Int? {
        guard let stated = directive() ?? untilExpiry(now: now) else { return nil }
        return min(max(0, stated - age), 365 * 86_400)
    }

    /// The server's clock as the answer came: `Date` (RFC 9110 §6.6.1), and what it has aged in
    /// caches since; `nil` when it is not stated.
    ///
    /// - Parameter now: decides the century of a year of two digits.
    func serverTime(now: Date) -> Date? {
        response[.date].flatMap { HTTPDate.date($0, now: now) }?
            .addingTimeInterval(Double(age))
    }

    // MARK: - Private

    /// In seconds (RFC 9111 §5.1).
    private var age: Int { response[.age].flatMap(Self.number) ?? 0 }

    private func directive() -> Int? {
        var seconds: Int?
        for part in response[.cacheControl]?.lowercased().split(separator: ",") ?? [] {
            let words = part.split(separator: "=", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespaces.union(["\""])) }
            switch words.first {
            case "no-cache", "no-store": return 0
            case "max-age" where words.count == 2: seconds = seconds ?? Self.number(words[1])
            default: break
            }
        }
        return seconds
    }

    /// A value that is no date, above all `0` and `-1`, means that it has expired (RFC 9111 §5.3).
    private func untilExpiry(now: Date) -> Int? {
        guard let expires = response[.expires] else { return nil }
        guard let end = HTTPDate.date(expires, now: now) else { return 0 }
        let sent = response[.date].flatMap { HTTPDate.date($0, now: now) } ?? now
        return Int(end.timeIntervalSince(sent).rounded(.down))
    }

    /// A number that is too large is as good as the largest (RFC 9111 §1.2.2).
    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return min(Int(text) ?? .max, Int(Int32.max))
    }
}
