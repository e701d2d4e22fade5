/// Parts a mailbox in the form `mbox` into its mails (RFC 4155), as it arrives in pieces.
///
/// Each mail has a line for the postman above it, `From ola@poczta.example Sat Nov 21 18:00:00 2026`, and a
/// blank one before that. Lines of a mail that began so got a `>` before them, which is taken away again, as
/// are those of lines that began with such signs already (mboxrd). A line that merely begins with "From "
/// and has no date is one of the mail's, but for `From MAILER-DAEMON`, as bounces have it.
///
/// Memory is bounded by what arrives at once and by the longest mail allowed.
package struct MailboxReader {
    package struct Mail: Sendable {
        /// Counted from 1.
        package let number: Int
        /// Of the postman's line, in bytes from the beginning of the mailbox.
        package let offset: Int
        /// Without that line; of one that is longer than allowed, its first.
        package let bytes: [UInt8]
        /// Whether it is longer than allowed.
        package let isCut: Bool
    }

    private let maximumLength: Int
    /// A line that has not come whole; of one longer than a mail may be, its beginning.
    private var waiting: [UInt8] = []
    /// Of the line that is waited for.
    private var offset = 0
    private var isBehindBlank = true
    private var number = 0
    private var start = 0
    private var bytes: [UInt8] = []
    private var isCut = false

    /// - Parameter maximumLength: in bytes.
    package init(maximumLength: Int = usualMaximum) {
        self.maximumLength = maximumLength
    }

    /// How long a mail may be, in bytes, unless somebody says otherwise.
    package static let usualMaximum = 16 << 20

    /// Whether a text begins as a mailbox does.
    package static func isMailbox(_ head: some Collection<UInt8>) -> Bool {
        isPostmark(
            Array(
                head.drop(while: \.isASCIISpace).prefix(longestPostmark)
                    .prefix { $0 != .lineFeed })[...])
    }

    /// The mails that are complete with this chunk.
    package mutating func mails(completedBy chunk: [UInt8]) -> [Mail] {
        var mails: [Mail] = []
        var rest = chunk[...]
        while let end = rest.firstIndex(of: .lineFeed) {
            wait(for: rest[...end])
            take(into: &mails)
            rest = rest[(end + 1)...]
        }
        wait(for: rest)
        return mails
    }

    /// The last one.
    package mutating func finish() -> [Mail] {
        var mails: [Mail] = []
        if !waiting.isEmpty { take(into: &mails) }
        end(into: &mails)
        return mails
    }

    // MARK: - Private

    private static let longestPostmark = 1_000
    private static let postmark = Array("From ".utf8)
    private static let bouncing = Array("MAILER-DAEMON".utf8)
    private static let months = Set(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".utf8.split { $0.isASCIISpace }
            .map(Array.init))

    /// Of the line that is waited for, in bytes, whether they were kept or not.
    private var length = 0

    private mutating func wait(for piece: ArraySlice<UInt8>) {
        length += piece.count
        let room = maximumLength - waiting.count
        waiting += piece.prefix(max(room, 0))
    }

    /// Takes the line that has come.
    private mutating func take(into mails: inout [Mail]) {
        let isBlank = waiting.allSatisfy { $0 == .lineFeed || $0 == .carriageReturn }
        if isBehindBlank, Self.isPostmark(waiting[...]) {
            end(into: &mails)
            number += 1
            start = offset
        } else if number > 0 {
            let signs = waiting.prefix { $0 == .greaterThan }.count
            let isQuoted = signs > 0 && waiting.dropFirst(signs).starts(with: Self.postmark)
            let line = isQuoted ? waiting.dropFirst() : waiting[...]
            let room = maximumLength - bytes.count
            isCut = isCut || line.count > room || length > waiting.count
            bytes += line.prefix(max(room, 0))
        }
        isBehindBlank = isBlank
        offset += length
        length = 0
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func end(into mails: inout [Mail]) {
        guard number > 0 else { return }
        mails.append(Mail(number: number, offset: start, bytes: bytes, isCut: isCut))
        bytes = []
        isCut = false
    }

    /// Whether a line names a month, a time of day and a year, as nearly each postman's does.
    private static func isPostmark(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= longestPostmark, line.starts(with: postmark) else { return false }
        let words = line.dropFirst(postmark.count).split { $0.isASCIISpace }
        if words.count == 1, words[0].elementsEqual(bouncing) { return true }
        guard words.contains(where: { months.contains(Array($0)) }) else { return false }
        let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }
        let hasTime = words.contains { word in
            let parts = word.split(separator: .colon, omittingEmptySubsequences: false)
            return (2...3).contains(parts.count)
                && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
        }
        return hasYear && hasTime
    }
}
