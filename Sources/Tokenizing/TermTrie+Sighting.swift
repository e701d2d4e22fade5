/// A place of terms of one word, told by a look at the bytes of a text.
package struct TermSighting: Sendable {
    /// The term that was inserted last of those that stand here; `TermTrie.term(before:)` has the others.
    package let lastTerm: Int
    /// As written.
    package let form: String
    /// Unicode scalars of the text.
    package let range: Range<Int>
}

extension TermTrie {
    /// Whether a term may stand in a text: a look at its bytes, many times as fast as cutting it into
    /// words.
    ///
    /// - Returns: `false` only where no term stands; `true` also where it would take the words to tell.
    package func mayMatch(in text: String) -> Bool {
        guard count > 0, !text.isEmpty else { return false }
        guard !isBeyondScan else { return true }
        var text = text
        return text.withUTF8 { unsafe mayMatch($0) }
    }

    /// The terms that stand in a text, in reading order, where a look at its bytes tells them: all are
    /// single words that stand plainly (see `PlainPlace`).
    ///
    /// - Parameter body: Gets each, and says whether it can be told by its form alone.
    /// - Returns: `false` where it takes the words to tell; what `body` got by then does not count.
    package func tellSightings(in text: String, _ body: (TermSighting) -> Bool) -> Bool {
        guard count > 0, !text.isEmpty else { return true }
        guard !isBeyondScan, !hasStems else { return false }
        var text = text
        return text.withUTF8 { unsafe tellSightings($0, body) }
    }

    // MARK: - Private

    private func mayMatch(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasStems, unsafe mayMatchStem(bytes) { return true }
        let place = unsafe PlainPlace(bytes)
        var scan = unsafe FirstWordScan(bytes)
        while true {
            switch scan.next(in: self) {
            case .end: return false
            case .unknown: return true
            case .word(_, let end, let first):
                if first.onlyTerm >= 0 || isTerm(first.node)
                    || mayGoOn(from: first.node, behind: end, place)
                {
                    return true
                }
            }
        }
    }

    private func mayMatchStem(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let scan = unsafe TermScan(bytes)
        var runs = unsafe ByteRuns(bytes)
        while let block = runs.nextBlock() {
            var ends = block.ends
            while ends != 0 {
                let (start, end) = block.run(endingAt: ends.takeLowest())
                // A stem's hash has its sign in it, which is not among the letters.
                if hasSigns, scan.hasSign(before: start) { return true }
                if scan.mayMeetPrefix(start, end, isLookedFor: { mayBegin($0, .stem) }) {
                    return true
                }
            }
        }
        return false
    }

    private func tellSightings(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (TermSighting) -> Bool
    ) -> Bool {
        let place = unsafe PlainPlace(bytes)
        var scan = unsafe FirstWordScan(bytes)
        var scalars = unsafe ScalarCount(in: bytes)
        var isFound = false
        while true {
            switch scan.next(in: self) {
            case .end: return !isFound || place.hasPlainLines
            case .unknown: return false
            case .word(let start, let end, let first):
                var term = Int(first.onlyTerm)
                if term < 0 {
                    if mayGoOn(from: first.node, behind: end, place) { return false }
                    guard let last = lastTerm(of: first.node) else { continue }
                    term = last
                }
                guard place.isPlain(start, end) else { return false }
                isFound = true
                let lower = scalars.advance(to: start)
                let range = lower..<scalars.advance(to: end)
                let form = unsafe String(decoding: bytes[start..<end], as: UTF8.self)
                guard body(TermSighting(lastTerm: term, form: form, range: range)) else {
                    return false
                }
            }
        }
    }

    /// Whether the word behind one may be the next of a phrase.
    private func mayGoOn(from node: Int32, behind end: Int, _ place: PlainPlace) -> Bool {
        guard hasChildren(node) else { return false }
        guard let next = place.nextWord(behind: end) else { return true }
        return mayGoOn(from: node, by: next)
    }
}

/// Finds the words in a text that terms begin with.
@safe private struct FirstWordScan {
    enum Step {
        case word(start: Int, end: Int, FirstWords.Place)
        /// Something that it takes the words to tell.
        case unknown
        case end
    }

    private let scan: TermScan
    private var runs: ByteRuns
    private var block = ByteRuns.Block.none
    /// A bit for the end of each run in the block that may be a word which is looked for, and is to come.
    private var likelyEnds: UInt64 = 0
    /// What is left of a run that takes reading letter by letter.
    private var nextLetter = 0
    private var lettersEnd = 0

    /// - Parameter bytes: At least one; there as long as this is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        scan = unsafe TermScan(bytes)
        runs = unsafe ByteRuns(bytes)
    }

    mutating func next(in trie: TermTrie) -> Step {
        while true {
            if nextLetter < lettersEnd, let step = stepByLetters(in: trie) { return step }
            if likelyEnds == 0 {
                if let step = findLikely(in: trie) { return step }
            }
            var (start, end) = block.run(endingAt: likelyEnds.takeLowest())
            if block.hasOthers { (start, end) = runs.text.withoutMarks(start, end) }
            // A dash between spaces is a run of marks alone.
            guard start < end else { continue }
            guard let word = runs.text.shortWord(start, end) else {
                (nextLetter, lettersEnd) = (start, end)
                continue
            }
            let place = trie.shortFirstWords.place(of: word)
            if place.node != 0 { return .word(start: start, end: end, place) }
        }
    }

    // MARK: - Private

    /// Goes on to the next block that has runs which may be looked for, without a branch on which they
    /// are.
    ///
    /// - Returns: `nil` where there is one.
    @inline(never)
    private mutating func findLikely(in trie: TermTrie) -> Step? {
        // Copies, so that the loop works in registers.
        var runs = runs
        let text = runs.text
        let filter = trie.shortFirstWords.filter
        let hasSigns = trie.hasSigns
        while let block = runs.nextBlock() {
            var ends = block.ends
            var likely: UInt64 = 0
            while ends != 0 {
                let place = ends.takeLowest()
                let (start, end) = block.run(endingAt: place)
                if hasSigns, isSigned(start, end, in: trie) { return .unknown }
                let isLikely =
                    end &- start > ShortWord.longest
                        || block.hasOthers && block.hasOthers(start, end)
                    ? 1 : filter.mayHave(outline: text.outline(start, end))
                likely |= isLikely &<< UInt64(truncatingIfNeeded: place)
            }
            if likely != 0 {
                self.runs = runs
                self.block = block
                likelyEnds = likely
                return nil
            }
        }
        return .end
    }

    /// Whether a handle or hashtag stands here that is looked for.
    private func isSigned(_ start: Int, _ end: Int, in trie: TermTrie) -> Bool {
        scan.hasSign(before: start) && trie.mayBegin(scan.signedHash(start, end), .word)
    }

    @inline(never)
    private mutating func stepByLetters(in trie: TermTrie) -> Step? {
        while true {
            switch scan.step(&nextLetter, lettersEnd) {
            case .end: return nil
            case .unknown: return .unknown
            case .word(let start, let hash):
                if trie.mayBegin(hash, .word),
                    let node = trie.first(scan.folded(start, nextLetter), hash)
                {
                    return .word(start: start, end: nextLetter, trie.place(of: node))
                }
            }
        }
    }
}
