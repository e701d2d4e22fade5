import Model

/// A brand's part of a digest page.
struct BrandSectionView {
    struct StoryView {
        let story: MentionView
        let spread: String
    }

    struct QuoteList {
        let listName: String
        let listAnchor: String
        let quotes: [MentionView]
    }

    let brandAnchor: String
    let brandName: String
    let brandFigures: String
    let brandTone: ToneBarView
    let stories: [StoryView]
    let barLists: [BarsView]
    let quoteLists: [QuoteList]

    init(
        _ brand: Digest.BrandSummary, mentions: [ListedMention.ID: MentionView], words: PageWords
    ) {
        brandAnchor = "brand-\(brand.id)"
        brandName = brand.name
        brandFigures = [
            words.report.mentions(brand.counts.mentions),
            words.report.stories(brand.counts.stories), brand.rating.map(words.stars),
        ].compactMap(\.self).joined(separator: " · ")
        brandTone = ToneBarView(brand.tone, words: words)
        stories = brand.topStories.compactMap { summary in
            mentions[summary.mention].map {
                StoryView(story: $0, spread: words.spread(summary))
            }
        }
        barLists = [
            BarsView(brand.categories, caption: words.categories, words: words),
            BarsView(brand.sources, caption: words.sources, words: words),
            BarsView(brand.languages, caption: words.languages, words: words),
        ].filter { !$0.bars.isEmpty }
        let praise = brand.kind == .own ? words.praise : words.whatIsPraised
        let names = [
            ("praise", praise), ("questions", words.questions),
            ("wishes", words.featureRequests), ("leads", words.salesLeads),
            ("content", words.userContent),
        ]
        let quotes = brand.highlights.quotes ?? []
        quoteLists = zip(names, brand.highlights.byCategory).filter { !$1.mentions.isEmpty }.map {
            name, list in
            QuoteList(
                listName: name.1, listAnchor: "\(name.0)-\(brand.id)",
                quotes: list.mentions.compactMap { id in
                    let quote = quotes.first { $0.mention == id && $0.category == list.category }
                    return mentions[id]?.quoting(quote?.snippet)
                })
        }
    }
}
