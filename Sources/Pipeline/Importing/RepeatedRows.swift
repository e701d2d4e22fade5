import Hashing
import Model

/// Rows of a file that come several times: of those with one id the last counts, and those without an
/// id are numbered.
///
/// If all rows of an id counted, each import of the file would have an entry say the one thing and then
/// the other, as often as it is imported.
///
/// Memory grows with the rows that come again, and with those few that come once and only seem to have
/// come before (see `KeyFilter`).
struct RepeatedRows {
    private typealias Key = KeyFilter.Key

    private var seen: KeyFilter
    /// The last row of each id that came again: its line, and what it says.
    ///
    /// Where an id only seemed to have come before, that is the row itself.
    private var last: [Key: (line: Int, wording: Key)] = [:]
    /// Of rows without ids that came again, or seemed to, how often each has been numbered.
    private var occurrences: [Key: Int] = [:]

    /// - Parameter fileSize: in bytes, of the file whose rows come.
    init(fileSize: Int) {
        seen = KeyFilter(size: min(fileSize / Self.bytesForOne, Self.largest))
    }

    /// - Parameter line: where the row is; they come in their order.
    mutating func add(_ row: ImportRow, line: Int) {
        let key = Self.key(of: row)
        guard !seen.insert(key) else { return }
        if row.entry.id.value.isEmpty {
            occurrences[key] = 0
        } else {
            last[key] = (line, Key(row.wording))
        }
    }

    /// Makes no room any more for rows that came once.
    mutating func settle() { seen = KeyFilter(size: 0) }

    /// The line that counts in place of a row; `nil` where the row itself does, or says the same.
    func replacement(of row: ImportRow, line: Int) -> Int? {
        guard !last.isEmpty, !row.entry.id.value.isEmpty, let last = last[Self.key(of: row)],
            last.line != line, last.wording != Key(row.wording)
        else { return nil }
        return last.line
    }

    /// Which of the rows that say the same a row without an id is, counted from 1: two people may say the
    /// same at the same time.
    mutating func number(of row: ImportRow) -> Int {
        guard !occurrences.isEmpty else { return 1 }
        let key = Self.key(of: row)
        guard let before = occurrences[key] else { return 1 }
        occurrences[key] = before + 1
        return before + 1
    }

    // MARK: - Private

    /// A short row has 32 bytes, and so a byte of the filter at least.
    private static let bytesForOne = 32
    /// In bytes: five bits for each of fifty million rows.
    private static let largest = 32 << 20

    private static func key(of row: ImportRow) -> Key {
        let id = row.entry.id.value
        return Key(id.isEmpty ? row.fingerprint : ContentHash.hex(of: [row.source.value, id]))
    }
}
