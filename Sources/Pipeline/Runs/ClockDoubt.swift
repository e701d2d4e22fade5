import Foundation
import Model
import Storing

/// The suspicion that this machine's clock is wrong, because the servers that a run asked say so.
///
/// With such a clock nothing is deleted for having been kept long enough, since everything might look
/// old. It is only a suspicion, as servers err, too.
package struct ClockDoubt: Sendable, Codable, Hashable {
    /// By how much the clock is ahead of the servers'; negative when behind, `nil` when no server
    /// could say, as their certificates are not valid at the time that it shows.
    package let secondsAhead: Int?
    /// How many servers were asked.
    package let answers: Int

    /// - Returns: `nil` when nothing speaks against the clock.
    init?(_ outcomes: [FeedOutcome]) {
        // Of two servers that disagree, the one that agrees with the clock is believed.
        let errors = outcomes.compactMap(\.secondsAhead).sorted { abs($0) < abs($1) }
        if let middle = errors.isEmpty ? nil : errors[(errors.count - 1) / 2] {
            guard abs(middle) > Self.tolerance else { return nil }
            secondsAhead = Int(middle)
            answers = errors.count
        } else {
            let failures = outcomes.compactMap(\.failureKind).filter { $0 != .postponed }
            guard !failures.isEmpty, failures.allSatisfy({ $0 == .tls }) else { return nil }
            secondsAhead = nil
            answers = failures.count
        }
    }

    /// What is wrong, and what to do.
    package var message: String {
        let finding =
            if let secondsAhead {
                "this machine's clock is \(Self.words(abs(secondsAhead))) "
                    + "\(secondsAhead > 0 ? "ahead of" : "behind") the clocks of \(servers)"
            } else {
                "\(servers) showed a certificate that is not accepted at the time this machine's "
                    + "clock shows"
            }
        return finding
            + "; nothing was let go of as kept long enough. Set the clock (`timedatectl`)"
    }

    // MARK: - Private

    /// In seconds: a server's clock is hardly ever off by as much.
    private static let tolerance = ToldAhead.tolerance

    private var servers: String {
        answers == 1 ? "the server asked" : "the \(answers) servers asked"
    }

    private static func words(_ seconds: Int) -> String {
        let hours = (seconds + 1_800) / 3_600
        return hours < 72 ? "\(hours) hours" : "\(hours / 24) days"
    }
}

extension FeedOutcome {
    fileprivate var failureKind: FetchFailure.Kind? {
        if case .failed(let failure) = result { failure.kind } else { nil }
    }
}
