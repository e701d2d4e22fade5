import Learning

/// The part of a labelled set that an item is dealt into, by a hash of its key: the same on every
/// machine, and in every version of the set.
struct Fold {
    /// 0 ..< `Folds.count`.
    let number: Int

    init(of key: String) { number = Folds.fold(of: key) }

    /// Whether rules may be written with its items in view.
    var isTuned: Bool { number < 3 }
}
