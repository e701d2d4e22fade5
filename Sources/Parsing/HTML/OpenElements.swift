/// Counts the elements of a page whose end tags are still to come, which shows where it was cut off.
///
/// Nothing else does where a server closes the connection too soon, announces too little, or ends its compression
/// within. A whole page may leave out `</body>` and `</html>` (HTML Standard §13.1.2.4), and some leave a `div`
/// open; a page that does both is cut off, as far as one can tell.
struct OpenElements {
    private var count = 0

    var areSome: Bool { count > 0 }

    mutating func noteStart(of name: ShortName) {
        if Self.needEnds.contains(name) { count += 1 }
    }

    /// An end tag too many closes nothing.
    mutating func noteEnd(of name: ShortName) {
        if count > 0, Self.needEnds.contains(name) { count -= 1 }
    }

    // MARK: - Private

    /// Those that pages are built of, and none whose end tag may be left out.
    private static let needEnds = Set(
        """
        article aside blockquote div footer form header main nav ol script section style table ul
        """.split(separator: " ").map { ShortName($0) })
}
