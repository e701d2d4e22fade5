/// Hashtags that are a term with a sign before it: `#kawka`, where `kawka` is looked for.
extension TermTrie {
    /// As `mayMatch(in:)`, of hashtags without their sign as well.
    package func mayMatchWithHashtags(in words: Words) -> Bool {
        hasStems
            || words.indices.contains { index in
                mayBegin(words[index].hash, .word)
                    || words[index].kind == .hashtag && mayBeHashtag(index, of: words)
            }
    }

    /// The hashtags that are terms of one word, in reading order; stems are none, nor are numbers: `#24`
    /// is what something is numbered.
    package func matches(ofHashtagsIn words: Words) -> [Match] {
        var found: [Match] = []
        for index in words.indices
        where words[index].kind == .hashtag && mayBeHashtag(index, of: words) {
            let bytes = words.foldedBytes
            let range = words[index].foldedRange.dropFirst()
            guard range.contains(where: { !(0x30...0x39).contains(bytes[$0]) }),
                let node = edges.target(of: 0, Self.hash(bytes, range), .word, bytes, range)
            else { continue }
            let first = found.count
            var term = lastTerm(of: node)
            while let number = term {
                found.append(Match(words: index..<index + 1, term: number))
                term = self.term(before: number)
            }
            found[first...].reverse()
        }
        return found
    }

    // MARK: - Private

    private func mayBeHashtag(_ index: Int, of words: Words) -> Bool {
        edges.mayBeFirst(Self.hash(words.foldedBytes, words[index].foldedRange.dropFirst()))
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash = WordHash()
        for offset in range { hash.add(bytes[offset]) }
        return hash.value
    }
}
