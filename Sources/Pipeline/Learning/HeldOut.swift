/// Which of some examples are learnt from, and which of the others judge what was learnt.
struct HeldOut {
    /// Indices of the examples.
    let learnt: [Int]
    let judged: [Int]

    /// Each part in turn is held out from the others.
    ///
    /// - Parameter parts: By example, the number of its part, below `count`.
    static func each(of parts: [Int], count: Int) -> [HeldOut] {
        (0..<count).map { part in
            HeldOut(
                learnt: parts.indices.filter { parts[$0] != part },
                judged: parts.indices.filter { parts[$0] == part })
        }
    }
}
