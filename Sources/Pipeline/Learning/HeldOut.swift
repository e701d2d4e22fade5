/// Which of some examples are learnt from, and which of the others judge what was learnt.
struct HeldOut {
    /// Indices of the examples.
    let learnt: [Int]
    let judged: [Int]

    /// Holds out each part in turn from the others.
    ///
    /// A text that is in the held-out part and elsewhere, too, is not learnt from: otherwise it would
    /// be judged by what was learnt from itself.
    ///
    /// - Parameters:
    ///   - parts: By example, the number of its part, below `count`.
    ///   - texts: By example; one for all near-copies.
    static func each(of parts: [Int], count: Int, texts: [String]) -> [HeldOut] {
        (0..<count).map { part in
            let judged = parts.indices.filter { parts[$0] == part }
            let held = Set(judged.map { texts[$0] })
            return HeldOut(
                learnt: parts.indices.filter { parts[$0] != part && !held.contains(texts[$0]) },
                judged: judged)
        }
    }
}
