/// What an origin's answer to our asking for /robots.txt means (RFC 9309 §2.3.1).
package enum RobotsAnswer: Hashable, Sendable {
    case rules(RobotsRules)
    /// There is no such file, or it is not for us: nothing is forbidden.
    case noRules
    /// The copy we hold is still what the origin says.
    case unchanged
    /// Nobody can say at present, so nothing may be fetched; also where no answer came at all.
    case unavailable

    /// - Parameters:
    ///   - status: of the last answer. A redirect here is one more than we follow.
    ///   - productToken: how we are named in these files.
    package init(status: Int, body: [UInt8], productToken: String) {
        switch status {
        case 200..<300: self = .rules(RobotsRules(body, productToken: productToken))
        case 304: self = .unchanged
        // A server that asks us to slow down has not said that there are no rules.
        case 429: self = .unavailable
        // A proxy on the way says nothing of what the server has.
        case 407: self = .unavailable
        case 300..<500: self = .noRules
        default: self = .unavailable
        }
    }
}
