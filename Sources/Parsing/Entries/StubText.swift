/// The first of two texts in fields of one name, where it says nothing, or next to nothing, of what the
/// second says.
enum StubText {
    /// - Parameters:
    ///   - one: the first; `nil` where nothing shows, as of a picture.
    ///   - other: the second.
    static func isOne(_ one: String?, beside other: String?) -> Bool {
        guard let other else { return false }
        guard let one else { return true }
        return one.utf8.count <= longest && one.utf8.count * 2 < other.utf8.count
    }

    // MARK: - Private

    /// In bytes: "Read on at our site" is shorter, the lead of an article hardly ever.
    private static let longest = 120
}
