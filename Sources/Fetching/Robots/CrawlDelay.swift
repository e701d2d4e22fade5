/// The value of a Crawl-delay line: seconds, whole or with a fraction.
enum CrawlDelay {
    /// Reads a time, cut to a day; a fraction counts to the millisecond.
    ///
    /// - Returns: 0 s … 86 400 s, or `nil` if the value is not plain decimal digits, as a negative
    ///   one is not.
    static func duration(_ value: ArraySlice<UInt8>) -> Duration? {
        let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let fraction = parts.dropFirst().first ?? []
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count <= 2, value.contains(where: digits.contains),
            parts.joined().allSatisfy(digits.contains)
        else { return nil }
        let thousandths = fraction.prefix(3) + Array(repeating: digits.lowerBound, count: 3)
        let milliseconds = (parts.first ?? []) + thousandths.prefix(3)
        // What is too long for a number is too long for a day.
        let count = Int(String(decoding: milliseconds, as: UTF8.self)) ?? .max
        return .milliseconds(min(count, 86_400_000))
    }

    /// The shortest text that is read as the same time.
    static func text(of duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Int(attoseconds / 1_000_000_000_000_000)
        if milliseconds == 0 { return "\(seconds)" }
        var fraction = String(1_000 + milliseconds).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(seconds).\(fraction)"
    }
}
