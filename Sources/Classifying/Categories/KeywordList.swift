import Model

/// The keywords of all categories in one list, so that a keyword is a number.
struct KeywordList: Sendable {
    struct Item: Sendable {
        /// Index into the categories.
        let category: Int
        let language: LanguageCode
        let term: String
        let weight: Double
        /// Where it stands in the rules, as evidence names it.
        let rule: String
    }

    let items: [Item]
    /// By keyword, the category: side by side, since every text asks for some.
    private let categories: [Int32]

    init(_ categories: [Category]) {
        items = categories.enumerated().flatMap { number, category in
            category.keywords.sorted { $0.key < $1.key }.flatMap { language, keywords in
                keywords.map {
                    Item(
                        category: number, language: language, term: $0.term, weight: $0.weight,
                        rule: $0.place.description)
                }
            }
        }
        self.categories = items.map { Int32($0.category) }
    }

    /// Index into the categories.
    func category(of keyword: Int) -> Int {
        Int(categories[keyword])
    }
}
