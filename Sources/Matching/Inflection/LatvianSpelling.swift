/// Spells a foreign name as Latvian does, by the sounds its letters stand for: `Zoom` as `Zūm`.
enum LatvianSpelling {
    /// The name in Latvian letters; `nil` when it is so already, or when no letter tells the sound.
    static func adapted(_ word: String) -> String? {
        let lowercased = word.lowercased()
        // A j is heard between these vowels, and written: Zefia, Zefija.
        let isParted = lowercased.hasSuffix(in: ["ia", "ea"])
        var spelled = isParted ? String(lowercased.dropLast()) + "ja" : lowercased
        guard !unclear.contains(where: spelled.contains) else { return nil }
        for (foreign, latvian) in letters { spelled = spelled.replacing(foreign, with: latvian) }
        // Lea and Idea would be found wherever somebody goes down, lejā, or has an idea.
        if isParted, spelled.count < 5 || LatvianWords.nounsInJa.contains(spelled) { return nil }
        guard spelled != lowercased, let first = spelled.first else { return nil }
        return (word.first?.isUppercase ?? false)
            ? first.uppercased() + spelled.dropFirst() : spelled
    }

    // MARK: - Private

    /// Letters and pairs of letters that Latvian does not write, and what it writes for them; pairs
    /// before their letters.
    private static let letters: KeyValuePairs<String, String> = [
        "ck": "k", "ph": "f", "qu": "kv", "oo": "ū", "ee": "ī", "x": "ks", "w": "v",
    ]

    /// What is read in more than one way, so that a spelling would be a guess.
    private static let unclear = [
        "ce", "ci", "cy", "ch", "sh", "th", "gh", "ea", "ou", "ow", "aw", "ew", "y", "q'",
    ]
}
