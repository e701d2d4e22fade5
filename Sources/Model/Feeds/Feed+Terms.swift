extension Feed {
    /// What the operator arranged with a feed's publisher, beyond what holds for every feed.
    package struct Terms: Hashable, Sendable {
        /// Time between two polls by the publisher's leave; `nil` lets the feed's own rhythm decide.
        package var pollEvery: Duration?
        package var robots: RobotsPolicy
        /// Whether the first poll follows the feed's older pages (RFC 5005).
        package var wantsHistory: Bool
        package var authorization: Authorization?
        /// Where the operator wrote it, for messages; `nil` with none, or where nobody wrote it.
        package var authorizationPlace: FileLocation?
        /// Whether HTTP/2 is not even offered, for servers that claim to speak it and fail.
        package var usesHTTP1: Bool
        /// Certificates to trust in place of the system's, as PEM; relative paths start at the
        /// workspace.
        package var certificateFile: String?

        package init(
            pollEvery: Duration? = nil, robots: RobotsPolicy = .obey, wantsHistory: Bool = false,
            authorization: Authorization? = nil, authorizationPlace: FileLocation? = nil,
            usesHTTP1: Bool = false, certificateFile: String? = nil
        ) {
            self.pollEvery = pollEvery
            self.robots = robots
            self.wantsHistory = wantsHistory
            self.authorization = authorization
            self.authorizationPlace = authorizationPlace
            self.usesHTTP1 = usesHTTP1
            self.certificateFile = certificateFile
        }

        /// Those of a feed its publisher was never asked about.
        package static let standard = Terms()
    }
}

/// Whether a host's robots.txt (RFC 9309) decides what we fetch.
package enum RobotsPolicy: Hashable, Sendable {
    case obey
    /// Not for this feed; the reason is for those who read the feed's health.
    case ignore(reason: String)
}
