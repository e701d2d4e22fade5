/// Parts of labelled texts for cross-validation: which one a text falls in depends on its letters
/// alone (FNV-1a), so that the same text never stands on both sides and every run has the same parts.
package enum Folds {
    package static let count = 5

    /// 0 ..< `count`.
    package static func fold(of text: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int((hash ^ hash >> 32) % UInt64(count))
    }
}
