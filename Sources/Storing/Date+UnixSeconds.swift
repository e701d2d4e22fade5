import Foundation

// Every time is stored as whole seconds since 1970 in UTC.
extension Date {
    init(unixSeconds: Int64) {
        self.init(timeIntervalSince1970: Double(unixSeconds))
    }

    var unixSeconds: Int64 {
        Int64(timeIntervalSince1970.rounded(.down))
    }
}
