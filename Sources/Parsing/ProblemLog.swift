import Foundation
import Model

/// What had to be repaired or left out of a document, by the byte where it stands.
struct ProblemLog {
    private var problems: [(offset: Int, message: String)] = []
    private var uncounted = 0
    private let maximumCount: Int
    /// What is dated later is told of.
    let latestDate: Date?
    /// Of dates that name none; `nil` for UTC.
    let timeZone: TimeZone?
    /// What is known of the dates in numbers.
    var dayOrder = DayOrderOfDocument()

    init(maximumCount: Int, latestDate: Date? = nil, timeZone: TimeZone? = nil) {
        self.maximumCount = maximumCount
        self.latestDate = latestDate
        self.timeZone = timeZone
    }

    mutating func add(_ message: String, at offset: Int) {
        if problems.count < maximumCount {
            problems.append((offset, message))
        } else {
            uncounted += 1
        }
    }

    /// How often something was noted.
    var count: Int { problems.count + uncounted }

    /// Whether nothing was noted.
    var isEmpty: Bool { count == 0 }

    /// The problems in document order, each on one line, with their places in the text they were found in.
    func problems(in text: [UInt8]) -> [ParseProblem] {
        var positions = PositionCounter(text)
        // The sort is stable: problems of one place stay in the order they were found.
        var list = problems.sorted { $0.offset < $1.offset }.map { offset, message in
            let position = positions.position(of: offset)
            return ParseProblem(
                line: position.line, column: position.column,
                message: message.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        if uncounted > 0, let last = list.last {
            list.append(
                ParseProblem(
                    line: last.line, column: last.column,
                    message: "\(uncounted) more problems are not listed"))
        }
        return list
    }
}
