package import Model

/// What a report says of what was erased from it since.
package enum ErasureNote {
    package enum Erased: Sendable {
        /// One at least.
        case mentions(Int)
        /// Of an author, or of a page, though no mention was theirs.
        case name, address
    }

    /// - Parameter mark: by which the erasure is known.
    package static func sentence(
        of erased: Erased, mark: String, in language: ReportLanguage
    ) -> String {
        let words = ReportWords(language)
        let isOne = if case .mentions(let count) = erased { count == 1 } else { true }
        let what = what(erased, words)
        return words.pick(
            "\(what) \(isOne ? "was" : "were") erased from this report on request; its figures still "
                + "count what was heard then \(mark).",
            "Na żądanie usunięto z tego raportu \(what); jego liczby nadal obejmują to, co wtedy "
                + "usłyszano \(mark).",
            "Pēc pieprasījuma no šī pārskata izdzēsām \(what); tā skaitļi joprojām ietver toreiz "
                + "dzirdēto \(mark).")
    }

    // MARK: - Private

    /// In Polish and Latvian in the accusative.
    private static func what(_ erased: Erased, _ words: ReportWords) -> String {
        switch erased {
        case .mentions(let count):
            words.counted(
                count, ["mention", "mentions"], ["wzmiankę", "wzmianki", "wzmianek"],
                ["pieminējumu", "pieminējumus", "pieminējumu"])
        case .name: words.pick("A name", "nazwę autora", "autora vārdu")
        case .address: words.pick("An address", "adres", "adresi")
        }
    }
}
