package import Foundation

/// What is remembered of hosts between runs, so that a restart forgets no politeness.
package struct HostMemory: Hashable, Sendable {
    /// Until when a host, or a group of hosts, is left alone; by its name.
    package var rests: [String: Date]
    /// By origin: `https://example.org`, with the port where it is not the usual one.
    package var robots: [String: RobotsCopy]

    package init(rests: [String: Date] = [:], robots: [String: RobotsCopy] = [:]) {
        self.rests = rests
        self.robots = robots
    }

    package var isEmpty: Bool { rests.isEmpty && robots.isEmpty }

    /// Takes in what was learnt later.
    package mutating func merge(_ news: HostMemory) {
        rests.merge(news.rests) { $1 }
        robots.merge(news.robots) { $1 }
    }
}

/// What an origin's robots.txt said to us, and when.
package struct RobotsCopy: Hashable, Sendable {
    /// The rules that apply to us, as the fetching stage writes them; `nil` before the first answer.
    package var rules: String?
    /// When the rules were read.
    package var fetchedAt: Date?
    /// When they were last asked for.
    package var checkedAt: Date
    /// From then on, how long they are not asked for again.
    package var pauseSeconds: Int
    /// Whether no answer was to be had the last time.
    package var isUnavailable: Bool
    package var validators: Validators?

    package init(
        rules: String?, fetchedAt: Date?, checkedAt: Date, pauseSeconds: Int, isUnavailable: Bool,
        validators: Validators? = nil
    ) {
        self.rules = rules
        self.fetchedAt = fetchedAt
        self.checkedAt = checkedAt
        self.pauseSeconds = pauseSeconds
        self.isUnavailable = isUnavailable
        self.validators = validators
    }
}
