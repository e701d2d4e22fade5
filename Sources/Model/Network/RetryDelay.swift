package import Foundation

/// Reads how long a server asks us to stay away.
///
/// The value is whole seconds or an HTTP date (RFC 9110 §10.2.3). Longer waits are cut to seven
/// days: servers have been seen to ask for years.
///
/// - Returns: 1 s … 604 800 s from `now`, or `nil` if the value is neither form or names no time
///   to come.
package func retryDelay(_ value: String, now: Date) -> Duration? {
    let text = value.trimmingCharacters(in: .whitespaces)
    let longest = 7 * 86_400.0
    let seconds: Double
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        // As a floating-point number no count of digits is too many.
        seconds = Double(text) ?? longest
    } else if let date = HTTPDate.date(text, now: now) {
        seconds = date.timeIntervalSince(now).rounded(.up)
    } else {
        return nil
    }
    return seconds > 0 ? .seconds(min(seconds, longest)) : nil
}
