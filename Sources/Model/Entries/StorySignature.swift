/// What two entries are compared by to decide whether they tell the same story.
///
/// `minima` is a MinHash sketch of the text's word triples (Broder 1997, "On the resemblance and
/// containment of documents"): the share of equal minima estimates the share of triples that two texts
/// have in common (Jaccard). It is empty for a text too short to be a reprint of anything.
package struct StorySignature: Hashable, Sendable {
    package let minima: [UInt32]
    /// The link without what varies between copies of it; `nil` where there is no link.
    package let linkKey: String?

    package init(minima: [UInt32], linkKey: String?) {
        self.minima = minima
        self.linkKey = linkKey
    }

    /// Length of a sketch; the estimate's standard error is at most 0.07.
    package static let size = 60
    /// Two texts with this share of triples in common are taken for the same story.
    ///
    /// Press releases with a new title, opening and closing stay above it; posts about one event
    /// stay far below.
    package static let threshold = 0.5

    /// 0 … 1; 0 where either text is too short.
    package func similarity(to other: StorySignature) -> Double {
        guard minima.count == other.minima.count, !minima.isEmpty else { return 0 }
        let (own, others) = (minima.span, other.minima.span)
        var equal = 0
        for place in own.indices where own[place] == others[place] { equal += 1 }
        return Double(equal) / Double(minima.count)
    }

    /// The sketch in groups of three, each hashed with its place: texts at the threshold share at
    /// least one of the 20 with a probability of 0.93, those with two thirds of their triples in
    /// common with 0.999.
    package var bands: [Int64] {
        stride(from: 0, to: minima.count, by: 3).map { start in
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 &* UInt64(start + 1)
            for minimum in minima[start..<start + 3] {
                hash = (hash ^ UInt64(minimum)) &* 0xFF51_AFD7_ED55_8CCD
                hash ^= hash >> 32
            }
            return Int64(bitPattern: hash)
        }
    }
}
