import Hashing
import Model

/// Ids that a file gives to several rows: of each the last row counts.
///
/// If all of them did, each import of the file would have an entry say the one thing and then the
/// other, as often as it is imported.
struct RepeatedIDs {
    /// The start of a hash: of all rows there ever are no two have the same by chance.
    private struct Key: Hashable {
        let start: UInt64
        let rest: UInt64

        init(_ hash: some StringProtocol) {
            start = UInt64(hash.prefix(16), radix: 16) ?? 0
            rest = UInt64(hash.dropFirst(16).prefix(16), radix: 16) ?? 0
        }
    }

    private var seen: Set<Key> = []
    /// Of ids that came again, the last row: its line, and what it says.
    private var last: [Key: (line: Int, wording: Key)] = [:]

    /// - Parameter line: where the row is; they come in their order.
    mutating func add(_ row: ImportRow, line: Int) {
        guard let key = Self.key(of: row), !seen.insert(key).inserted else { return }
        last[key] = (line, Key(row.fingerprint))
    }

    /// Makes no room any more for ids that came once.
    mutating func settle() { seen = [] }

    /// The line that counts in place of a row; `nil` where the row itself does, or says the same.
    func replacement(of row: ImportRow, line: Int) -> Int? {
        guard !last.isEmpty, let key = Self.key(of: row), let last = last[key], last.line != line,
            last.wording != Key(row.fingerprint)
        else { return nil }
        return last.line
    }

    // MARK: - Private

    private static func key(of row: ImportRow) -> Key? {
        let id = row.entry.id.value
        return id.isEmpty ? nil : Key(ContentHash.hex(of: [row.source.value, id]))
    }
}
