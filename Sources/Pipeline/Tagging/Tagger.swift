import Classifying
import Matching
package import Model
import Synchronization
import Tokenizing

/// Matching and classifying in one: a text in, all its tags out.
///
/// A pure function of the text and the rules, safe to use from many tasks at once.
package struct Tagger: Sendable {
    private let matcher: MentionMatcher
    private let lazyClassifier: LazyClassifier
    private let locations: LocationFinder

    package init(rules: Rules) {
        self.init(rules: rules, names: NameIndex(brands: rules.brands))
    }

    /// - Parameter names: Those of the rules' brands.
    init(rules: Rules, names: NameIndex) {
        let lazyClassifier = LazyClassifier(rules)
        let language = { @Sendable (entry: EntryText, title: Words, text: Words) in
            Optional(lazyClassifier.classifier.language(of: entry, title: title, text: text).code)
        }
        self.lazyClassifier = lazyClassifier
        matcher = MentionMatcher(brands: rules.brands, index: names, language: language)
        locations = LocationFinder(rules.locations, language: language)
    }

    private var classifier: Classifier { lazyClassifier.classifier }

    /// Makes at once, on all cores, what is else made when the first text in a language asks for it.
    package func prepare() {
        classifier.prepare()
    }

    /// Gives back the memory of what reads texts, once there are none for a while.
    func rest() {
        lazyClassifier.letGo()
    }

    package func tags(for entry: EntryText) -> Tags {
        let read = ReadEntry(entry)
        return tags(for: read)
    }

    func tags(for read: ReadEntry) -> Tags {
        tags(
            for: read,
            mentions: matcher.mentions(in: read.entry, title: read.title, text: read.text))
    }

    /// The tags of an entry that mentions a brand; `nil` where it mentions none, which is told without
    /// tagging it.
    func tagsIfMention(in entry: EntryText) -> Tags? {
        mayMention(in: entry) ? tagsIfMention(in: ReadEntry(entry)) : nil
    }

    func tagsIfMention(in read: ReadEntry) -> Tags? {
        let mentions = matcher.mentions(in: read.entry, title: read.title, text: read.text)
        return mentions.isEmpty ? nil : tags(for: read, mentions: mentions)
    }

    /// The first mention without which the tags would be as they are wanted; `nil` where there is none.
    func mention(in entry: EntryText, withoutWhich isAsWanted: (Tags) -> Bool) -> Mention? {
        let read = ReadEntry(entry)
        let mentions = matcher.mentions(in: read.entry, title: read.title, text: read.text)
        return mentions.first { mention in
            isAsWanted(tags(for: read, mentions: mentions.filter { $0 != mention }))
        }
    }

    /// Whether an entry may mention a brand: `false` only where it does not.
    func mayMention(in entry: EntryText) -> Bool {
        matcher.mayFind(in: entry)
    }

    /// The same tags, with severity and team by these rules.
    func triaging(_ tags: Tags) -> Tags {
        classifier.triaging(tags)
    }

    /// Names of brands and places that were found and not counted, and categories that came near.
    func nearMisses(for read: ReadEntry, tags: Tags) -> (
        names: [NameFinding], places: [NameFinding], categories: [NearMiss]
    ) {
        let names = matcher.findings(in: read.entry, title: read.title, text: read.text)
        return (
            names.filter { $0.rejection != nil },
            locations.rejected(in: read.entry, title: read.title, text: read.text),
            classifier.nearMisses(
                for: read.entry, title: read.title, text: read.text,
                mentions: tags.mentions.map(\.mention))
        )
    }

    /// Keywords that spoke against a category or a value of a facet, which the tags do not tell.
    func opposingKeywords(in read: ReadEntry, tags: Tags) -> [OpposingKeyword] {
        classifier.opposingKeywords(
            for: read.entry, title: read.title, text: read.text,
            mentions: tags.mentions.map(\.mention))
    }

    // MARK: - Private

    private func tags(for read: ReadEntry, mentions: [Mention]) -> Tags {
        classifier.tags(
            for: read.entry, title: read.title, text: read.text, mentions: mentions,
            locations: locations.tags(for: read.entry, title: read.title, text: read.text))
    }
}

/// A classifier that is made when the first text is to be tagged: a run that hears nothing new, as
/// most do, needs none, and it takes a fifth of such a run to make one.
private final class LazyClassifier: Sendable {
    private let rules: Rules
    private let made = Mutex<Classifier?>(nil)

    init(_ rules: Rules) {
        self.rules = rules
    }

    var classifier: Classifier {
        made.withLock { made in
            if let made { return made }
            let classifier = Classifier(rules: rules)
            made = classifier
            return classifier
        }
    }

    func letGo() {
        made.withLock { $0 = nil }
    }
}

/// An entry's text, cut into words once for all stages.
struct ReadEntry: Sendable {
    let entry: EntryText
    let title: Words
    let text: Words

    init(_ entry: EntryText) {
        self.entry = entry
        title = Words(of: entry.title ?? "", numberedIn: .shared)
        text = Words(of: entry.text, numberedIn: .shared)
    }
}
