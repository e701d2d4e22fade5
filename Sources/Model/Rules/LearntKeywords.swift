/// What a fit to labelled texts adds to the keywords of a category in one language, as
/// `rules/learnt/<category>.<language>.tsv` lists it.
///
/// The weights are in the unit of the category's own keywords, of which 1 is needed. In a text of n words
/// each counts `LearntTone.share(inWords: n)` of itself, once.
package struct LearntKeywords: Hashable, Sendable {
    package let category: Category.ID
    package let language: LanguageCode
    /// By term: words, `stem*`s, pairs of words and emoji.
    package let keywords: [Category.Keyword]

    package init(
        category: Category.ID, language: LanguageCode, keywords: [Category.Keyword]
    ) {
        self.category = category
        self.language = language
        self.keywords = keywords
    }

    /// Where they stand, from the folder of the rules on.
    package var path: String { "learnt/\(category).\(language).tsv" }
}
