/// Time zones that feeds name instead of giving an offset: RFC 822 §5 and what is in use besides.
///
/// Names that mean different offsets in different countries (CST, IST, BST…) are taken as feeds use
/// them most: the American zones, and the European ones.
enum TimeZoneNames {
    /// Minutes east of Greenwich for a name in lower case.
    static func minutes(_ name: String) -> Int? { offsets[name] }

    // MARK: - Private

    private static let offsets: [String: Int] = {
        var offsets: [String: Int] = [:]
        for (minutes, names) in table {
            for name in names.split(separator: " ") { offsets[String(name)] = minutes }
        }
        return offsets
    }()

    private static let table: [(Int, String)] = [
        (0, "z gmt utc ut uct wet greenwich zulu etc/gmt etc/utc"),
        (60, "cet met bst west europe/warsaw"),
        (120, "cest mest eet sast europe/riga"),
        (180, "eest msk"),
        (240, "msd gst"),
        (330, "ist"),
        (480, "hkt sgt awst"),
        (540, "jst kst"),
        (600, "aest"),
        (660, "aedt"),
        (720, "nzst"),
        (780, "nzdt"),
        (-180, "adt brt art"),
        (-240, "at ast edt"),
        (-300, "et est cdt"),
        (-360, "ct cst mdt"),
        (-420, "mt mst pdt"),
        (-480, "pt pst akdt"),
        (-540, "akst"),
        (-600, "hst"),
    ]
}
