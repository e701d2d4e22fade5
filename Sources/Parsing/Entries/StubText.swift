/// Tells whether the first of two texts in fields of one name says nothing, or next to nothing, of what the
/// second says.
struct StubText {
    /// Of one entry: each takes as long as both texts are, and a document may have fields without end.
    private var comparisonsLeft = 4

    /// - Parameters:
    ///   - one: the first; `nil` where nothing shows, as of a picture.
    ///   - other: the second.
    mutating func isOne(
        _ one: @autoclosure () -> String?, beside other: @autoclosure () -> String?
    ) -> Bool {
        guard comparisonsLeft > 0 else { return false }
        comparisonsLeft -= 1
        guard let other = other() else { return false }
        guard let one = one() else { return true }
        return one.utf8.count <= Self.longest && one.utf8.count * 2 < other.utf8.count
    }

    // MARK: - Private

    /// In bytes: "Read on at our site" is shorter, the lead of an article hardly ever.
    private static let longest = 120
}
