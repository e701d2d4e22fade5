import Model

/// The words of an entry with their places, as PostgreSQL writes a `tsvector` (PostgreSQL, "Text
/// Search Types").
///
/// Those of the title have the weight A, and stand so far in front of the text's that no phrase
/// reaches from one into the other.
///
/// A vector knows 16,383 places, up to 255 of each word, and is a megabyte at most. What a text has
/// behind that its vector does not tell; it bears a mark then, and `LongTextSearch` reads the text.
struct SearchVector {
    private(set) var text = ""
    /// What no word is: that words stand at more places than are told.
    static let hasMorePlaces = "'~'"
    /// The same, and that there are more words.
    static let hasMoreWords = "'~~'"

    init(title: String?, text body: String, _ cutter: WordCutter) throws {
        let title = try title.map(cutter.words(of:)) ?? []
        var places: [String: String] = [:]
        var counts: [String: Int] = [:]
        var size = 0
        var (isPlaceMissing, isWordMissing) = (false, false)
        func add(_ word: String, at place: Int, _ weight: String) {
            let word = Self.shortened(word)
            let count = counts[word, default: 0]
            guard count < Self.mostPlaces, size < Self.mostBytes else {
                isPlaceMissing = true
                isWordMissing = isWordMissing || count == 0
                return
            }
            isPlaceMissing = isPlaceMissing || place > Self.lastPlace
            size += count == 0 ? word.utf8.count + 8 : 2
            counts[word] = count + 1
            places[word, default: ""] +=
                "\(count == 0 ? "" : ",")\(min(place, Self.lastPlace))\(weight)"
        }
        for (index, word) in title.enumerated() { add(word, at: index + 1, "A") }
        for (index, word) in try cutter.words(of: body).enumerated() {
            add(word, at: title.count + Self.gap + index, "")
        }
        for (word, places) in places { text += "'\(word)':\(places) " }
        if isPlaceMissing { text += Self.hasMorePlaces + " " }
        if isWordMissing { text += Self.hasMoreWords + " " }
    }

    /// A word is 2,046 bytes at most; searches cut theirs in the same way.
    static func shortened(_ word: String) -> String {
        guard word.utf8.count > mostWordBytes else { return word }
        var short = word.unicodeScalars.prefix(mostWordBytes / 4)
        while short.count > 0, String(short).utf8.count > mostWordBytes { short.removeLast() }
        return String(short)
    }

    // MARK: - Private

    /// More words than any search lets stand between two.
    private static let gap = 1_000
    private static let lastPlace = 16_383
    private static let mostPlaces = 255
    private static let mostBytes = 900_000
    private static let mostWordBytes = 2_000
}
