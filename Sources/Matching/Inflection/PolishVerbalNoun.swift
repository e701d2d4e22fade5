/// The noun of a Polish verb, which dictionaries list under the infinitive: `czytać`, `czytanie`.
enum PolishVerbalNoun {
    /// The verbal noun without its ending; `nil` when the word is no infinitive by its look.
    static func stem(ofInfinitive word: String) -> String? {
        guard word.count > 4,
            let (end, noun) = endings.first(where: { word.hasSuffix($0.0) })
        else { return nil }
        return word.dropLast(end.count) + noun
    }

    // MARK: - Private

    /// The longest first.
    private static let endings: [(String, String)] = [
        ("ścić", "szczeni"), ("ździć", "żdżeni"), ("dzić", "dzeni"), ("dzieć", "dzeni"),
        ("cić", "ceni"), ("sić", "szeni"), ("zić", "żeni"), ("lić", "leni"), ("nąć", "nięci"),
        ("użyć", "użyci"), ("szyć", "szeni"), ("czyć", "czeni"), ("rzyć", "rzeni"),
        ("żyć", "żeni"), ("wyć", "wyci"), ("ryć", "ryci"), ("myć", "myci"), ("być", "byci"),
        ("ić", "ieni"), ("eć", "eni"), ("ać", "ani"), ("ąć", "ęci"), ("uć", "uci"),
    ]
}
