import Foundation

extension Date {
    /// As it is stored, in whole seconds since 1970.
    var second: Int { Int(timeIntervalSince1970.rounded(.down)) }

    /// Whether it may be that of the day alone, or of a round time, which many entries have.
    ///
    /// At each quarter of an hour a day begins somewhere, and the second before it ends one.
    var mayBeOfMany: Bool {
        second.isMultiple(of: Self.quarter) || (second + 1).isMultiple(of: Self.quarter)
    }

    /// Of an hour, in seconds.
    private static let quarter = 900
}
