import Model

/// Reads OPML, broken as it may be, as feeds are read.
package enum OPMLReader {
    /// - Parameter maximumOutlines: how many are kept, the first in the document; a problem tells of
    ///   others.
    /// - Throws: `.notOPML`, or when the document ends too early or is over a limit.
    package static func read(
        _ bytes: [UInt8], maximumOutlines: Int = 20_000
    ) throws(ParseError) -> OPMLDocument {
        let limits = ParseLimits()
        var log = ProblemLog(maximumCount: limits.maximumProblems)
        let text = try DocumentParser(limits: limits)
            .decoded(bytes, contentType: nil, log: &log)
        let prepared = try prepare(text, limits: limits, log: &log)
        guard prepared.root.name == "opml" else {
            throw .notOPML(
                what: name(of: prepared.root.name),
                at: TextPosition(of: prepared.root.offset, in: text))
        }
        let elements = try XMLStream.read(
            prepared, by: OPMLElements(maximumOutlines: maximumOutlines), limits: limits, log: &log)
        return elements.document(text, log: &log)
    }

    // MARK: - Private

    private static func prepare(_ text: [UInt8], limits: ParseLimits, log: inout ProblemLog)
        throws(ParseError) -> PreparedXML
    {
        do {
            return try XMLPreparation.prepare(text, limits: limits, log: &log)
        } catch .notAFeed(let what, _, let place) {
            throw .notOPML(what: what, at: place)
        }
    }

    private static func name(of root: String) -> String {
        switch root {
        case "rss", "rdf", "channel", "feed": "a feed"
        case "html": "an HTML page"
        default: "a document of '\(root)'"
        }
    }
}
