extension Array {
    /// Takes out all elements with the memory they are in.
    ///
    /// What an object keeps for the next text is so changed where nothing else reaches it, and put back
    /// when it is done: were it changed in place, each look at it would be checked for that.
    @inline(__always)
    mutating func takeAll() -> [Element] {
        var taken: [Element] = []
        swap(&taken, &self)
        return taken
    }
}
