extension RandomAccessCollection {
    /// Its elements in order, in batches of `size`; the last one may be smaller.
    package func batches(of size: Int) -> some Sequence<SubSequence> {
        stride(from: 0, to: count, by: size).lazy.map { start in
            dropFirst(start).prefix(size)
        }
    }
}
