extension RandomAccessCollection where Index == Int {
    /// The first index from which on a condition holds, by halving; it holds for no element before.
    ///
    /// Public, as `Words` is, so that it is inlined where other modules look things up word by word.
    @inlinable
    public func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var bounds = startIndex..<endIndex
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            bounds =
                holds(self[middle])
                ? bounds.lowerBound..<middle : middle + 1..<bounds.upperBound
        }
        return bounds.lowerBound
    }
}
