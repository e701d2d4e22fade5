/// A trie as bytes, for a file: what took long to find out, and no more. Hashes and tables are made
/// anew, which takes milliseconds.
extension TermTrie {
    package func write(to writer: inout PlainArrayWriter) {
        let edges = self.edges.edges.dropFirst()
        writer.add(edges.map(\.parent))
        writer.add(edges.map { UInt8($0.kind.rawValue) })
        writer.add(edges.map { Int32($0.word.count) })
        writer.add(nodes.dropFirst().map(\.lastTerm))
        writer.add(self.edges.bytes)
        writer.add(nextTerm)
        writer.add([UInt8(isBeyondScan ? 1 : 0), UInt8(hasSigns ? 1 : 0)])
    }

    /// - Returns: `nil` where the bytes are not those of a trie.
    package init?(from reader: inout PlainArrayReader) {
        guard let parents = reader.array(of: Int32.self), let kinds = reader.array(of: UInt8.self),
            let lengths = reader.array(of: Int32.self), let terms = reader.array(of: Int32.self),
            let bytes = reader.array(of: UInt8.self), let nextTerm = reader.array(of: Int32.self),
            let traits = reader.array(of: UInt8.self), traits.count == 2,
            [kinds.count, lengths.count, terms.count].allSatisfy({ $0 == parents.count }),
            nextTerm.enumerated().allSatisfy({ $1 >= -1 && $1 < $0 })
        else { return nil }
        self.init()
        reserve(nodes: parents.count + 1)
        for index in parents.indices {
            guard let kind = TermEdges.Kind(rawValue: UInt64(kinds[index])),
                parents[index] >= 0, parents[index] <= index, terms[index] >= -1,
                terms[index] < nextTerm.count,
                let word = word(lengths[index], of: bytes)
            else { return nil }
            append(
                word, WordHash(word).value, kind, to: parents[index], lastTerm: terms[index])
        }
        guard edges.bytes.count == bytes.count else { return nil }
        take(nextTerm, isBeyondScan: traits[0] == 1, hasSigns: traits[1] == 1)
    }

    // MARK: - Private

    /// The next word of those that follow one another.
    private func word(_ length: Int32, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let start = edges.bytes.count
        guard length >= 0, Int(length) <= bytes.count - start else { return nil }
        return bytes[start..<start + Int(length)]
    }
}
