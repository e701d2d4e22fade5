/// The hours and days in which a publisher asks not to be polled (RSS 2.0, `skipHours` and
/// `skipDays`).
///
/// All of them together would mean never, which nobody who publishes can mean: then none is skipped.
enum SkippedTimes {
    /// 0 … 23, GMT; 24, as RSS 0.91 counts, is midnight too.
    static func hours(_ stated: [String]) -> Set<Int> {
        let hours = stated.compactMap { Int($0) }.filter { (0...24).contains($0) }
        return some(of: 24, Set(hours.map { $0 % 24 }))
    }

    /// 1 (Monday) … 7 (Sunday), from English names, whole or their first three letters.
    static func days(_ stated: [String]) -> Set<Int> {
        let days = stated.compactMap { name in
            let name = name.lowercased()
            return names.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
        }
        return some(of: 7, Set(days))
    }

    // MARK: - Private

    private static let names = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private static func some(of count: Int, _ times: Set<Int>) -> Set<Int> {
        times.count == count ? [] : times
    }
}
