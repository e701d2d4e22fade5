import Foundation

/// Time zones that feeds name instead of giving an offset: RFC 822 §5 and what is in use besides.
///
/// Names that mean different offsets in different countries (CST, IST, BST…) are taken as feeds use
/// them most: the American zones, and the European ones.
enum TimeZoneNames {
    /// - Parameter name: in lower case.
    static func zone(_ name: String) -> CivilDate.Zone? {
        offsets[name].map(CivilDate.Zone.offset) ?? places[name].map(CivilDate.Zone.place)
    }

    // MARK: - Private

    /// Names that are the same in summer, when the clocks are not.
    private static let places: [String: TimeZone] = [
        "europe/warsaw": "Europe/Warsaw", "europe/riga": "Europe/Riga", "et": "America/New_York",
        "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
        "at": "America/Halifax",
    ].compactMapValues(TimeZone.init(identifier:))

    /// Minutes east of Greenwich.
    private static let offsets: [String: Int] = {
        var offsets: [String: Int] = [:]
        for (minutes, names) in table {
            for name in names.split(separator: " ") { offsets[String(name)] = minutes }
        }
        return offsets
    }()

    private static let table: [(Int, String)] = [
        (0, "z gmt utc ut uct wet greenwich zulu etc/gmt etc/utc"),
        (60, "cet met bst west"),
        (120, "cest mest eet sast"),
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
        (-240, "ast edt"),
        (-300, "est cdt"),
        (-360, "cst mdt"),
        (-420, "mst pdt"),
        (-480, "pst akdt"),
        (-540, "akst"),
        (-600, "hst"),
    ]
}
