import Tokenizing

/// The part of a labelled set that an item is dealt into, by a hash of its key: the same on every
/// machine, and in every version of the set.
struct Fold {
    /// 0 … 4.
    let number: Int

    init(of key: String) {
        // FNV's low bits depend on the low bits of the bytes alone, so the high ones are mixed in.
        let hash = WordHash(key.utf8).value
        number = Int((hash ^ hash >> 32) % 5)
    }

    /// Whether rules may be written with its items in view.
    var isTuned: Bool { number < 3 }
}
