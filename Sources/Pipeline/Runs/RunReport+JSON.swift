package import Foundation
import Model

extension RunReport {
    /// The report as its file has it: the same bytes as `ContractJSON` makes of the whole.
    ///
    /// The feeds are encoded a few at a time: an encoder holds all that it encodes in a form many
    /// times as large, which is too much of a hundred thousand of them.
    package func json() throws -> Data {
        let frame = try ContractJSON.encode(withoutFeeds, isPretty: true)
        let mark = Data("\n  \"feeds\" : [".utf8)
        // In a text a quotation mark is never without a backslash, so it is the key.
        guard let opening = frame.range(of: mark), !feeds.isEmpty,
            let closing = frame[opening.upperBound...].firstIndex(of: UInt8(ascii: "]"))
        else { return frame + Self.end }
        var json = Data(frame[..<opening.upperBound])
        for (place, batch) in feeds.batches(of: Self.feedsAtOnce).enumerated() {
            if place > 0 { json.append(UInt8(ascii: ",")) }
            // Between the brackets, which stand on lines of their own.
            let lines = try ContractJSON.encode(Array(batch), isPretty: true)
                .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for line in lines.dropFirst().dropLast() {
                json += (line.isEmpty ? Self.end : Self.indent) + line
            }
        }
        json += Self.indent + frame[closing...] + Self.end
        return json
    }

    // MARK: - Private

    private static let feedsAtOnce = 500
    private static let indent = Data("\n  ".utf8)
    private static let end = Data("\n".utf8)

    private var withoutFeeds: RunReport {
        var report = self
        report.feeds = []
        return report
    }
}
