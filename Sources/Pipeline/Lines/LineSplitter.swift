/// Puts lines together from the chunks they arrive in.
///
/// Memory is bounded by what arrives at once and by the longest line allowed.
package struct LineSplitter {
    private let maximumLength: Int
    private var waiting: [UInt8] = []
    /// Up to here there is no line end.
    private var searched = 0
    /// Whether a part of the line that is waited for was let go.
    private var isWaitingCut = false
    /// Of the line that is waited for.
    private var number = 1

    /// - Parameter maximumLength: in bytes.
    package init(maximumLength: Int = 16 << 20) {
        self.maximumLength = maximumLength
    }

    /// The lines that are complete with this chunk, but for blank ones.
    package mutating func lines(completedBy chunk: [UInt8]) -> [InputLine] {
        waiting += chunk
        guard let last = waiting[searched...].lastIndex(of: Self.lineFeed) else {
            if waiting.count > maximumLength {
                waiting.removeSubrange(maximumLength...)
                isWaitingCut = true
            }
            searched = waiting.count
            return []
        }
        let complete = waiting[..<last]
        waiting = Array(waiting[(last + 1)...])
        searched = waiting.count
        return lines(in: complete)
    }

    /// The last line, if no end is behind it.
    package mutating func rest() -> [InputLine] {
        defer { waiting = [] }
        return lines(in: waiting[...])
    }

    // MARK: - Private

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private mutating func lines(in bytes: ArraySlice<UInt8>) -> [InputLine] {
        var lines: [InputLine] = []
        for line in bytes.split(separator: Self.lineFeed, omittingEmptySubsequences: false) {
            let content = line.last == Self.carriageReturn ? line.dropLast() : line
            let isCut = isWaitingCut || content.count > maximumLength
            if content.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
                lines.append(
                    InputLine(number: number, bytes: content.prefix(maximumLength), isCut: isCut))
            }
            isWaitingCut = false
            number += 1
        }
        return lines
    }
}
