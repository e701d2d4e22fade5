/// How much is kept of one field, so that no entry costs later stages more than a thousand others.
///
/// Texts are cut between two characters. Nothing is cut off an address, which would then be another
/// one: it is left out. An id gives way to its hash, which is as good to know an entry by.
package enum FieldLimit {
    /// Browsers and proxies take no more.
    static let addressSizeInBytes = 2_048
    package static let idSizeInBytes = 2_048
    /// Of a title, in Unicode scalars.
    static let titleLength = 1_000
    /// Of an author's name, a feed's name for a topic, and the like, in Unicode scalars.
    static let nameLength = 200
    static let textSizeInBytes = 256 * 1024

    /// As much of a text as is kept; `nil` where that is all of it.
    package static func cut(_ text: String) -> String? { text.cut(toBytes: textSizeInBytes) }
}

extension String {
    /// Its longest beginning of so many scalars that ends between two characters; `nil` if it is no
    /// longer.
    func cut(toScalars limit: Int) -> String? {
        // Nearly every text ends here: there are never more scalars than bytes.
        utf8.count > limit ? cut(to: limit) { _ in 1 } : nil
    }

    /// The same of so many bytes of UTF-8.
    func cut(toBytes limit: Int) -> String? {
        utf8.count > limit ? cut(to: limit) { UTF8.width($0) } : nil
    }

    // MARK: - Private

    private func cut(to limit: Int, size: (Unicode.Scalar) -> Int) -> String? {
        var total = 0
        let end = unicodeScalars.indices.first { index in
            total += size(unicodeScalars[index])
            return total > limit
        }
        guard let end else { return nil }
        // Both steps start from the beginning of the character that they are within.
        let start = index(before: index(after: end))
        // One character may have scalars without end.
        return String(self[..<(start > startIndex ? start : end)])
    }
}
