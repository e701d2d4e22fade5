/// Plain text of a mail whose lines were broken where there was no more room, with a blank at the end of each
/// that goes on (`format=flowed`, RFC 3676).
enum FlowedText {
    /// The text with its lines as they were written; `nil` where none goes on, as where a server took the
    /// blanks away.
    ///
    /// - Parameter deletesBlank: whether that blank was put there, and is none between two words.
    static func unbroken(_ text: String, deletesBlank: Bool) -> String? {
        var lines: [String] = []
        var depth = 0
        var goesOn = false
        var isBroken = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let quote = line.prefix { $0 == ">" }
            var words = line[quote.endIndex...]
            // One was put before what began with a blank, or with a sign that would count.
            if words.first == " " { words.removeFirst() }
            let isSignature = words == "-- "
            let isNext = goesOn && quote.utf8.count == depth && !isSignature
            depth = quote.utf8.count
            goesOn = words.last == " " && !isSignature
            if goesOn, deletesBlank { words.removeLast() }
            if isNext {
                isBroken = true
                lines[lines.count - 1] += words
            } else {
                lines.append(depth > 0 ? "\(quote) \(words)" : String(words))
            }
        }
        return isBroken ? lines.joined(separator: "\n") : nil
    }
}
