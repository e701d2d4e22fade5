/// The middle of several values, of an even number the mean of the two.
func median(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "there is no middle of nothing")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
