import Foundation

/// One request as the score server saw it, and what it answered.
struct ScoreEvent: Sendable, CustomStringConvertible {
    /// The simulated moment.
    var at: Date
    /// The real one.
    var seenAt = ContinuousClock.now
    /// Which run asked, counted from 1.
    var run: Int
    var place: ScorePlace
    var method = "GET"
    /// As sent, in order.
    var headers: [(name: String, value: String)] = []
    var answer: ScoreAnswer

    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var isOfRobots: Bool { place.path == "/robots.txt" }
    var isOfPage: Bool { place.path.hasPrefix("/pages/") }

    /// Whether nobody was there to take it, so that nothing of it was seen.
    var isRefused: Bool { answer.status == 0 }

    /// Whether it shows what is held of the document.
    var isConditional: Bool {
        header("If-None-Match") != nil || header("If-Modified-Since") != nil
    }

    var description: String { "run \(run), \(httpDate(at)): \(place), \(answer.status)" }
}

/// An address of the score course.
struct ScorePlace: Hashable, Sendable, CustomStringConvertible {
    var host: String
    /// With the query.
    var path: String

    var description: String { host + path }
}
