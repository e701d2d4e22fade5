import Tokenizing

/// Parts of labelled texts for cross-validation: which one a text falls in depends on its letters
/// alone (FNV-1a), so that the same text never stands on both sides and every run has the same parts.
package enum Folds {
    package static let count = 5

    /// 0 ..< `count`.
    package static func fold(of text: String) -> Int {
        let hash = WordHash(text.utf8).value
        return Int((hash ^ hash >> 32) % UInt64(count))
    }
}
