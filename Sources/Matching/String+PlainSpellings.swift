extension String {
    /// How many type it, without one or all of the apostrophes between its letters: `Brennans` for
    /// `Brennan's`.
    ///
    /// None where that leaves four letters or fewer, which are soon another word, as `Lays` is.
    package var spellingsWithoutApostrophes: [String] {
        let letters = Array(self)
        let marks = letters.indices.dropFirst().dropLast().filter { index in
            Self.apostrophes.contains(letters[index]) && letters[index - 1].isLetter
                && letters[index + 1].isLetter
        }
        guard !marks.isEmpty, count - marks.count > 4 else { return [] }
        let dropped = [Set(marks)] + (marks.count > 1 ? marks.map { [$0] } : [])
        return dropped.map { dropped in
            String(letters.indices.filter { !dropped.contains($0) }.map { letters[$0] })
        }
    }

    /// How many type a name of several words, without the full stops behind its abbreviations: `Dr Ząbek`
    /// for `Dr. Ząbek`; `nil` where there are none.
    package var withoutFullStops: String? {
        let words = split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 1 else { return nil }
        let plain = words.map { word in
            word.last == "." && word.dropLast().last.map { $0.isLetter || $0.isNumber } == true
                ? word.dropLast() : word
        }
        return plain == words ? nil : plain.joined(separator: " ")
    }

    /// How many type a name with hyphens, without them: `TNet` for `T-Net`.
    ///
    /// `nil` where there are none between letters or digits, where a word of fewer than four letters is
    /// left, and of handles and domain names, which are somebody else's then.
    package var withoutHyphens: String? {
        guard unicodeScalars.contains(where: Self.isHyphen), !hasPrefix("@"), !isDomain else {
            return nil
        }
        let letters = Array(self)
        let dropped = letters.indices.dropFirst().dropLast().filter { index in
            letters[index].unicodeScalars.allSatisfy(Self.isHyphen)
                && letters[index - 1].isPartOfWord && letters[index + 1].isPartOfWord
        }
        guard !dropped.isEmpty else { return nil }
        let hyphens = Set(dropped)
        let plain = String(letters.indices.filter { !hyphens.contains($0) }.map { letters[$0] })
        let words = split(separator: " ")
        let isLong = zip(plain.split(separator: " "), words).allSatisfy { word, written in
            word.count == written.count || word.count > 3
        }
        return isLong ? plain : nil
    }

    /// `kawka.example`, but neither `Dr. Ząbek` nor `Dr.Ząbek`.
    var isDomain: Bool {
        guard let stop = lastIndex(of: "."), !contains(where: \.isWhitespace) else { return false }
        let label = self[index(after: stop)...]
        return label.count > 1 && label.allSatisfy(\.isLowercase)
    }

    // MARK: - Private

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "′", "`", "´"]

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
