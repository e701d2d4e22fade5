/// Reads a feed of whichever format that is XML, if there is nothing to mend in it.
enum FlawlessFeed {
    /// - Returns: `nil` if there may be something to mend, or the document is no feed.
    static func read(_ source: [UInt8], maximumEntries: Int) -> (any FeedReader)? {
        guard beginsPlainly(source), let start = source.offsetPastDeclaration,
            let root = source.offsetPastProlog(from: start), root + 1 < source.count,
            source[root] == .lessThan
        else { return nil }
        let name = root + 1..<source.offsetPastName(from: root + 1)
        let local = source[name].lastIndex(of: .colon).map { $0 + 1..<name.upperBound } ?? name
        switch ShortName(lowercasing: source, local) {
        case "rss", "rdf", "channel":
            guard XMLPreparation.offsetOfFeed(within: name, of: source) == nil else { return nil }
            return FlawlessDocument.read(
                source, from: root, by: RSSReader(maximumEntries: maximumEntries), isAtom: false)
        case "feed":
            return FlawlessDocument.read(
                source, from: root, by: AtomReader(maximumEntries: maximumEntries), isAtom: true)
        default:
            return nil
        }
    }

    // MARK: - Private

    /// Whether nothing is left out before the declaration, which may also stand within a comment or
    /// behind what looks like an instruction.
    private static func beginsPlainly(_ source: [UInt8]) -> Bool {
        var log = ProblemLog(maximumCount: 1)
        _ = XMLPreparation.start(of: source, log: &log)
        return log.isEmpty
    }
}

extension [UInt8] {
    /// The offset behind the XML declaration; 0 if the document starts with something else.
    fileprivate var offsetPastDeclaration: Int? {
        guard hasPrefix("<?xml ", at: 0) else { return 0 }
        let end = offset(of: .greaterThan, from: 0, to: count)
        let isWhole = end < count && self[end - 1] == .question
        return isWhole ? end + 1 : nil
    }

    /// The first offset from `start` on where neither a blank, a comment nor an instruction starts.
    ///
    /// `nil` if one of them has no end, or says that it is the document's declaration.
    func offsetPastProlog(from start: Int) -> Int? {
        var offset = offsetPastSpaces(from: start)
        while hasPrefix("<?", at: offset) || hasPrefix("<!--", at: offset) {
            guard !hasPrefix("<?xml ", at: offset) else { return nil }
            let end =
                self[offset + 1] == .question
                ? self.offset(of: "?>", from: offset + 2).map { $0 + 2 } : endOfComment(at: offset)
            guard let end else { return nil }
            offset = offsetPastSpaces(from: end)
        }
        return offset
    }

    /// The offset behind a comment; `nil` if none starts at `start`, or it does not end.
    func endOfComment(at start: Int) -> Int? {
        guard hasPrefix("<!--", at: start) else { return nil }
        return offset(of: "-->", from: start + 2).map { $0 + 3 }
    }

    /// Whether `pattern` stands at `offset`, letters in the same case.
    func hasPrefix(_ pattern: StaticString, caseSensitiveAt offset: Int) -> Bool {
        let length = pattern.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        let bytes = span
        for index in 0..<length
        where unsafe bytes[unchecked: offset + index] != pattern.utf8Start[index] {
            return false
        }
        return true
    }
}
