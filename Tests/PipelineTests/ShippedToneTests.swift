import Model
import Pipeline
import Testing

/// Posts as people write them, read by the shipped rules; all are invented.
struct ShippedToneTests {
    /// Read once: the lexicons are long.
    private static let tagger = Result {
        Tagger(rules: try TestWorkspace.shipped.loadRules().rules)
    }

    @Test(arguments: JudgedPost.all(in: .english))
    func `English posts have the tone that people read in them`(post: JudgedPost) throws {
        try expect(post, .english)
    }

    @Test(arguments: JudgedPost.all(in: .polish))
    func `Polish posts have the tone that people read in them`(post: JudgedPost) throws {
        try expect(post, .polish)
    }

    @Test(arguments: JudgedPost.all(in: .latvian))
    func `Latvian posts have the tone that people read in them`(post: JudgedPost) throws {
        try expect(post, .latvian)
    }

    @Test(arguments: [LanguageCode.english, .polish, .latvian])
    func `each language has at least 150 posts, of every tone`(language: LanguageCode) {
        let posts = JudgedPost.all(in: language)
        #expect(Set(posts.map(\.text)).count >= 150)
        for label in [Sentiment.Label.positive, .negative, .neutral] {
            #expect(posts.count { $0.label == label } >= 40)
        }
    }

    @Test(arguments: [LanguageCode.english, .polish, .latvian])
    func `of the posts that it was learnt from, five in six have their tone`(
        language: LanguageCode
    ) throws {
        let tagger = try Self.tagger.get()
        for batch in JudgedPost.batches(in: language) {
            #expect(batch.count >= 150)
            let right = batch.count { post in
                let text = EntryText(text: post.text, language: language)
                return tagger.tags(for: text).sentiment.label == post.label
            }
            #expect(Double(right) >= 5.0 / 6 * Double(batch.count))
        }
    }

    @Test(
        arguments: [
            ("Zefirnet down again 🙂", .english), ("Zefirnet znowu nie działa :)", .polish),
            ("Zefirnet muli od rana 😊", .polish), ("Zefirnet atkal nestrādā :)", .latvian),
        ] as [(String, LanguageCode)])
    func `a smile makes no praise of what a brand is blamed for`(
        text: String, language: LanguageCode
    ) throws {
        let tags = try Self.tagger.get().tags(for: EntryText(text: text, language: language))
        #expect(tags.mentions.map(\.sentiment.label) == [.negative])
    }

    // MARK: - Private

    private func expect(_ post: JudgedPost, _ language: LanguageCode) throws {
        let entry = EntryText(text: post.text, language: language)
        let tags = try Self.tagger.get().tags(for: entry)
        #expect(tags.sentiment.label == post.label)
        if let keyword = post.keyword {
            #expect(tags.sentiment.decidingTerm == keyword)
        }
    }
}

extension Sentiment {
    /// Of the keywords that speak for the label, the one that weighs most.
    fileprivate var decidingTerm: String? {
        let sign = label == .negative ? -1.0 : 1
        return evidence.max { $0.weight * sign < $1.weight * sign }?.term
    }
}
