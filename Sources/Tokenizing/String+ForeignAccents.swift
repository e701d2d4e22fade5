extension String {
    /// The same with no accents but those of Polish and Latvian, as who writes these types names from
    /// elsewhere: `Citroenā` for `Citroënā`; `nil` when it has no others.
    package var withoutForeignAccents: String? {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let plain = map { character -> String in
            let letter = String(character)
            guard !Self.ownLetters.contains(letter.lowercased()) else { return letter }
            return letter.withoutAccents ?? letter
        }.joined()
        return plain == self ? nil : plain
    }

    // MARK: - Private

    private static let ownLetters = Set("ąćęłńóśźżāčēģīķļņšūž".map { String($0) })
}
