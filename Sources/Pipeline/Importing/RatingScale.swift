import Foundation
import Model

/// Out of how many the ratings of a file are that are a number alone.
///
/// Of reviewers who rate from one to ten some give more than five: a 3 is a bad rating then and no middling
/// one. A stray number among ratings of five shows nothing.
struct RatingScale: Sendable {
    /// The usual one.
    static let stars = 5.0

    private var numbers = 0
    private var aboveFive = 0
    private var aboveTen = 0

    mutating func note(_ number: Double) {
        guard (0...100).contains(number) else { return }
        numbers += 1
        if number > 5 { aboveFive += 1 }
        if number > 10 { aboveTen += 1 }
    }

    /// 5, 10 or 100.
    var best: Double {
        if isShown(by: aboveTen) { return 100 }
        return isShown(by: aboveFive) ? 10 : Self.stars
    }

    /// A rating that is a number alone: `4`, `4,5`; `nil` for any other.
    static func number(_ text: String) -> Double? {
        Double(text.filter { !$0.isWhitespace }.replacing(",", with: "."))
    }

    // MARK: - Private

    /// One in so many.
    private static let fewest = 20

    private func isShown(by count: Int) -> Bool { count > 0 && count * Self.fewest >= numbers }
}
