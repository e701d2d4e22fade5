import Foundation
import TestSupport

/// What a site of the score course answers, in terms that the judge need not read out of headers.
struct ScoreAnswer: Sendable {
    /// Zero where nobody took the connection.
    var status: Int
    var etag: String?
    var lastModified: String?
    var lifetime: Lifetime?
    var rest: Rest?
    /// Where a redirect leads: a path of the same site.
    var location: String?
    var contentType = "application/rss+xml"
    var body = ""
    /// Between the two halves of the body.
    var pause: Duration?

    /// For how long the document counts as fresh, and which header says so.
    enum Lifetime: Sendable {
        case maxAge(TimeInterval)
        case expires(TimeInterval)

        var seconds: TimeInterval {
            switch self {
            case .maxAge(let seconds), .expires(let seconds): seconds
            }
        }
    }

    /// How long we are asked to stay away, and in which of its two spellings.
    enum Rest: Sendable {
        case seconds(TimeInterval)
        case date(TimeInterval)

        var seconds: TimeInterval {
            switch self {
            case .seconds(let seconds), .date(let seconds): seconds
            }
        }
    }

    init(_ status: Int, rest: Rest? = nil) {
        self.status = status
        self.rest = rest
    }

    static func document(
        _ body: String, etag: String? = nil, lastModified: String? = nil,
        lifetime: Lifetime? = nil
    ) -> ScoreAnswer {
        var answer = ScoreAnswer(200)
        answer.body = body
        answer.etag = etag
        answer.lastModified = lastModified
        answer.lifetime = lifetime
        return answer
    }

    static func page(_ body: String) -> ScoreAnswer {
        var answer = ScoreAnswer(200)
        answer.contentType = "text/html; charset=utf-8"
        answer.body = body
        return answer
    }

    static func robots(_ lines: String..., etag: String? = nil) -> ScoreAnswer {
        var answer = ScoreAnswer(200)
        answer.contentType = "text/plain"
        answer.body = lines.joined(separator: "\n")
        answer.etag = etag
        return answer
    }

    static func moved(to path: String) -> ScoreAnswer {
        var answer = ScoreAnswer(301)
        answer.location = path
        return answer
    }

    /// 304 to whoever holds it already.
    func unlessHeld(by ask: ScoreAsk) -> ScoreAnswer {
        // An entity tag goes before a date (RFC 9110 §13.2.2).
        let isHeld =
            etag.map { $0 == ask.ifNoneMatch }
            ?? lastModified.map { $0 == ask.ifModifiedSince } ?? false
        guard isHeld else { return self }
        var answer = self
        answer.status = 304
        answer.body = ""
        return answer
    }

    /// Whether it is a document whose validators are worth keeping.
    var isDocument: Bool { status == 200 && !contentType.hasPrefix("text/html") }

    /// With a cookie each time, for whoever would send it back.
    func response(at now: Date) -> LoopbackServer.Response {
        var headers = [("Date", httpDate(now)), ("Set-Cookie", "reader=1; Path=/")]
        func add(_ name: String, _ value: String?) {
            if let value { headers.append((name, value)) }
        }
        add("Content-Type", status == 304 ? nil : contentType)
        add("ETag", etag)
        add("Last-Modified", lastModified)
        add("Location", location)
        switch lifetime {
        case .maxAge(let seconds)?: add("Cache-Control", "public, max-age=\(Int(seconds))")
        case .expires(let seconds)?: add("Expires", httpDate(now + seconds))
        case nil: break
        }
        switch rest {
        case .seconds(let seconds)?: add("Retry-After", "\(Int(seconds))")
        case .date(let seconds)?: add("Retry-After", httpDate(now + seconds))
        case nil: break
        }
        return LoopbackServer.Response(
            status, headers: headers, body: body.utf8,
            delivery: pause.map { .drip(bytes: (body.utf8.count + 1) / 2, every: $0) } ?? .whole)
    }
}

/// A moment as HTTP and RSS write it.
func httpDate(_ date: Date) -> String {
    let style = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
            \(year: .defaultDigits) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
            \(minute: .twoDigits):\(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
        calendar: Calendar(identifier: .gregorian))
    return date.formatted(style)
}
