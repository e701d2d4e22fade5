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
        guard var scan = unsafe FirstWordScan(bytes) else { return false }
        while true {
            switch scan.next(in: self) {
            case .end: return false
            case .unknown: return true
            case .word(_, let end, let node):
                if isTerm(node) || mayGoOn(from: node, behind: end, place) { return true }
            }
        }
    }

    private func mayMatchStem(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        let scan = unsafe TermScan(bytes)
        var runs = unsafe ByteRuns(start, count: bytes.count)
        while let run = runs.next() {
            // A stem's hash has its sign in it, which is not among the letters.
            if hasSigns, scan.hasSign(before: run.start) { return true }
            if scan.mayMeetPrefix(run.start, run.end, isLookedFor: { mayBegin($0, .stem) }) {
                return true
            }
        }
        return false
    }

    private func tellSightings(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (TermSighting) -> Bool
    ) -> Bool {
        let place = unsafe PlainPlace(bytes)
        guard var scan = unsafe FirstWordScan(bytes) else { return true }
        var scalars = unsafe ScalarCount(in: bytes)
        var isFound = false
        while true {
            switch scan.next(in: self) {
            case .end: return !isFound || place.hasPlainLines
            case .unknown: return false
            case .word(let start, let end, let node):
                if mayGoOn(from: node, behind: end, place) { return false }
                guard let term = lastTerm(of: node) else { continue }
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
        case word(start: Int, end: Int, node: Int32)
        /// Something that it takes the words to tell.
        case unknown
        case end
    }

    private let scan: TermScan
    private var runs: ByteRuns
    /// What is left of a run that takes reading letter by letter.
    private var nextLetter = 0
    private var lettersEnd = 0

    /// - Returns: `nil` for no bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return nil }
        scan = unsafe TermScan(bytes)
        runs = unsafe ByteRuns(start, count: bytes.count)
    }

    mutating func next(in trie: TermTrie) -> Step {
        let hasSigns = trie.hasSigns
        while true {
            if nextLetter < lettersEnd, let step = stepByLetters(in: trie) { return step }
            guard let run = runs.next() else { return .end }
            if hasSigns, scan.hasSign(before: run.start),
                trie.mayBegin(scan.signedHash(run.start, run.end), .word)
            {
                return .unknown
            }
            guard let (low, high) = runs.bytes(run.start, run.end) else {
                (nextLetter, lettersEnd) = run
                continue
            }
            let isLikely = trie.shortFirstWords.mayHave(outline: ShortWord(outline: low, high))
            guard isLikely || runs.mayHaveOthers(run.start, run.end) else { continue }
            guard let word = runs.shortWord(run.start, low, high) else {
                (nextLetter, lettersEnd) = run
                continue
            }
            guard isLikely else { continue }
            let node = trie.shortFirstWords.node(of: word)
            if node != 0 { return .word(start: run.start, end: run.end, node: node) }
        }
    }

    // MARK: - Private

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
                    return .word(start: start, end: nextLetter, node: node)
                }
            }
        }
    }
}
