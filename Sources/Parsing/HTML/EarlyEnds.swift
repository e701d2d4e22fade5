/// The tags `</body>` and `</html>` behind which a page goes on.
///
/// Browsers take what follows for a part of the body (HTML Standard §13.2.6.4.19): templates print a
/// whole page for their heading, plug-ins print behind the last tag. libxml2 puts it outside, or leaves
/// out all the rest.
struct EarlyEnds {
    private var ranges: [Range<Int>] = []
    /// Those behind which nothing has been read yet.
    private var last: [Range<Int>] = []

    /// Whether the page says anywhere that it ends.
    var areSome: Bool { !ranges.isEmpty || !last.isEmpty }

    /// - Parameter tokens: have read the end tag of that name just now.
    mutating func noteEnd(of name: ShortName, in tokens: HTMLTokenizer) {
        guard name == "body" || name == "html" else { return }
        var start: Int? = tokens.position
        while let end = start {
            start = tokens.bytes.lastOffset(of: .lessThan, before: end)
            guard let start, Self.isEnd(at: start, in: tokens.bytes) else { continue }
            last.append(start..<tokens.position)
            return
        }
    }

    /// What is no end tag, and no blank, has been read.
    mutating func noteRest() {
        guard !last.isEmpty else { return }
        ranges += last
        last = []
    }

    /// The page with blanks in their place, so that lines stay where they are.
    func blanked(in source: [UInt8]) -> [UInt8] {
        guard !ranges.isEmpty else { return source }
        var output = source
        for range in ranges {
            for index in range where output[index] != .lineFeed { output[index] = .space }
        }
        return output
    }

    // MARK: - Private

    private static func isEnd(at offset: Int, in bytes: [UInt8]) -> Bool {
        bytes.hasPrefix("</body", at: offset) || bytes.hasPrefix("</html", at: offset)
    }
}
