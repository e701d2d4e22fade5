import ArgumentParser
import Foundation
import TestSupport

/// How long the server waits before it answers: for each feed a time of its own, always the same.
struct Latency: ExpressibleByArgument {
    /// As `init(argument:)` reads it.
    let argument: String
    private let milliseconds: ClosedRange<Double>

    /// Reads `50-500`, or `80` for both ends; `0` is no wait at all.
    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map {
            Double($0)
        }
        guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1],
            first >= 0, first <= last, last <= 60_000, first > 0 || last == 0
        else { return nil }
        self.argument = argument
        milliseconds = first...last
    }

    static let standard = Latency("50-500", 50...500)

    /// Log-uniform: as many feeds between 50 ms and 100 ms as between 200 ms and 400 ms.
    func delay(of feed: Int) -> Duration {
        guard milliseconds.upperBound > 0 else { return .zero }
        var random = SeededGenerator(seed: UInt64(feed))
        let share = Double.random(in: 0..<1, using: &random)
        let ratio = milliseconds.upperBound / milliseconds.lowerBound
        return .microseconds(Int(milliseconds.lowerBound * pow(ratio, share) * 1_000))
    }

    var defaultValueDescription: String { argument }

    // MARK: - Private

    private init(_ argument: String, _ milliseconds: ClosedRange<Double>) {
        self.argument = argument
        self.milliseconds = milliseconds
    }
}
