extension Array {
    /// The first index from which on a condition holds, by halving; it holds for no element before.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var bounds = indices
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            bounds =
                holds(self[middle])
                ? bounds.lowerBound..<middle : middle + 1..<bounds.upperBound
        }
        return bounds.lowerBound
    }
}
