extension RobotsRules {
    /// Reads a robots.txt, whatever it is: there is no file that cannot be read.
    ///
    /// The first 512 KiB are looked at (RFC 9309 §2.5 asks for 500), once and in order. An HTML
    /// page, which servers send in place of a missing file, holds no rules.
    ///
    /// - Parameter productToken: how we are named in these files; a version after it is ignored.
    package init(_ document: [UInt8], productToken: String) {
        self.init(octets: document, productToken: productToken)
    }

    init(octets: some Sequence<UInt8>, productToken: String) {
        var groups = RobotsGroups(token: RobotsAgent.token(of: productToken.utf8))
        var isBlankSoFar = true
        for octets in RobotsLines(octets) {
            if isBlankSoFar, let first = octets.first(where: { !RobotsLine.isWhiteSpace($0) }) {
                if first == UInt8(ascii: "<") { break }
                isBlankSoFar = false
            }
            if let line = RobotsLine(octets) { groups.add(line) }
        }
        self = groups.rules
    }
}
