import Foundation

/// Time zones that feeds name instead of giving an offset: RFC 822 §5 and what is in use besides.
///
/// Names that mean different offsets in different countries (CST, IST, BST…) are taken as feeds use
/// them most: the American zones, and the European ones.
enum TimeZoneNames {
    /// - Parameter name: in lower case.
    static func zone(_ name: String) -> CivilDate.Zone? {
        offsets[name].map(CivilDate.Zone.offset) ?? places[name].map(CivilDate.Zone.place)
            ?? identifiers[name].flatMap(TimeZone.init(identifier:)).map(CivilDate.Zone.place)
    }

    // MARK: - Private

    /// Names that are the same in summer, when the clocks are not.
    private static let places: [String: TimeZone] = [
        "europe/warsaw": "Europe/Warsaw", "europe/riga": "Europe/Riga", "et": "America/New_York",
        "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
        "at": "America/Halifax", "est5edt": "America/New_York", "cst6cdt": "America/Chicago",
        "mst7mdt": "America/Denver", "pst8pdt": "America/Los_Angeles",
    ].compactMapValues(TimeZone.init(identifier:))

    /// The places of the time zone database, which are written in any case.
    private static let identifiers: [String: String] = Dictionary(
        TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.map { ($0.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first })

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
        (60, "cet met mez bst west"),
        (120, "cest mest mesz eet sast cat"),
        (180, "eest msk мск"),
        (240, "msd gst"),
        (300, "pkt"),
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
