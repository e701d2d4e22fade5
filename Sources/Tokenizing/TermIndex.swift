/// Many terms with a value each, looked for in one pass over a text's words.
///
/// A term is a word, a `stem*`, or a phrase of such; it is cut into words exactly as a text is. The
/// words of a phrase stand side by side with no mark between them; marks of a term (`c++`, `:)`)
/// stand close to what they follow.
package struct TermIndex<Value: Sendable>: Sendable {
    /// A term found: which words it covers, and what was stored with it.
    package struct Match: Sendable {
        /// Indices into the `Words`.
        package let words: Range<Int>
        package let value: Value

        @inlinable
        init(words: Range<Int>, value: Value) {
            self.words = words
            self.value = value
        }
    }

    @usableFromInline
    var trie = TermTrie()
    /// By number of the term.
    @usableFromInline
    var values: [Value] = []

    @inlinable
    package init() {}

    @inlinable
    package init(_ terms: some Sequence<(term: String, value: Value)>) {
        for (term, value) in terms { insert(term, value) }
    }

    /// The terms that were given, and could be used.
    @inlinable
    package var count: Int { values.count }

    /// Adds a term.
    ///
    /// - Returns: `false` when the term holds no word and no mark, so that it could never match.
    @inlinable
    @discardableResult
    package mutating func insert(_ term: String, _ value: Value) -> Bool {
        insert(TermPattern(term), value)
    }

    /// Adds a term that is cut into steps already.
    ///
    /// - Returns: `false` when it has no steps.
    @inlinable
    @discardableResult
    package mutating func insert(_ pattern: TermPattern, _ value: Value) -> Bool {
        guard trie.insert(pattern) != nil else { return false }
        values.append(value)
        return true
    }

    /// Every place of every term, by start, then by length; places may overlap.
    @inlinable
    package func matches(in words: Words) -> [Match] {
        trie.matches(in: words).map { Match(words: $0.words, value: values[$0.term]) }
    }

    /// The longest term at each place from left to right, none overlapping.
    @inlinable
    package func longestMatches(in words: Words) -> [Match] {
        var found: [Match] = []
        var start = 0
        while start < words.count {
            let here = trie.matches(in: words, at: start)
            guard let longest = here.map(\.words.count).max() else {
                start += 1
                continue
            }
            found += here.filter { $0.words.count == longest }
                .map { Match(words: $0.words, value: values[$0.term]) }
            start += longest
        }
        return found
    }
}
