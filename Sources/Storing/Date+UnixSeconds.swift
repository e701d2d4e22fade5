import Foundation

// Every time is stored as whole seconds since 1970 in UTC.
extension Date {
    init(unixSeconds: Int64) {
        self.init(timeIntervalSince1970: Double(unixSeconds))
    }

    /// The least or largest number of a damaged archive is a moment to `Date` that is out of reach in whole
    /// seconds; it stays that number.
    var unixSeconds: Int64 {
        let seconds = timeIntervalSince1970.rounded(.down)
        return Int64(exactly: seconds) ?? (seconds < 0 ? .min : .max)
    }
}
