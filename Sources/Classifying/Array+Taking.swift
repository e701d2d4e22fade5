extension Array {
    /// Takes out all elements with the memory they are in.
    ///
    /// Swift checks each access to a stored property of a class for another that overlaps it. What is
    /// taken out, changed as a local value and put back is checked twice, and not once an element.
    @inline(__always)
    mutating func takeAll() -> [Element] {
        var taken: [Element] = []
        swap(&taken, &self)
        return taken
    }
}
