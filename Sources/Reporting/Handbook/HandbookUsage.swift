package import Foundation
package import Model

/// In how many posts of a period each rule has fired, as a handbook shows it beside the rule.
package struct HandbookUsage: Sendable {
    /// The rules that have such a number.
    package enum Kind: String, Sendable {
        case brand, name
        case contextWord = "context_word"
        case exception
        case struckForm = "struck_form"
        case category, facet, location
        /// One that speaks for its category or value.
        case keyword
        /// By their place in the rules, since several may lead to one team.
        case route, severity
    }

    package struct Rule: Hashable, Sendable {
        package let kind: Kind
        package let name: String
        /// Whose part it is: `kawka`, `praise`, `touchpoint:app`; `nil` for what stands for itself.
        package let owner: String?

        package init(_ kind: Kind, _ name: String, of owner: String?) {
            self.kind = kind
            self.name = name
            self.owner = owner
        }
    }

    /// A line of a lexicon.
    package struct ToneLine: Hashable, Sendable {
        package let language: LanguageCode
        package let term: String
        package let posts: Int

        package init(_ term: String, in language: LanguageCode, posts: Int) {
            self.language = language
            self.term = term
            self.posts = posts
        }
    }

    package let from: Date
    /// Exclusive.
    package let to: Date
    /// Those that were found.
    package var toneLines: [ToneLine] = []
    private let posts: [Rule: Int]

    /// - Parameter posts: of each rule; one that is listed twice, as a keyword of two languages is, has both
    ///   numbers together.
    package init(from: Date, to: Date, posts: [(Rule, Int)]) {
        self.from = from
        self.to = to
        self.posts = Dictionary(posts, uniquingKeysWith: +)
    }

    func posts(_ kind: Kind, _ name: String, of owner: String? = nil) -> Int {
        posts[Rule(kind, name, of: owner)] ?? 0
    }

    /// Those of a topic, as they are written, `stuck on|at loading`, in no order.
    func keywords(of topic: String) -> [(text: String, posts: Int)] {
        posts.filter { $0.key.kind == .keyword && $0.key.owner == topic }
            .map { (text: $0.key.name, posts: $0.value) }
    }
}

extension HandbookWords {
    /// `Malwa (12)`, or the term alone where nobody asked how often it is found.
    func counted(
        _ term: String, _ kind: HandbookUsage.Kind, of owner: String, in usage: HandbookUsage?
    ) -> String {
        usage.map { "\(term) (\(report.number($0.posts(kind, term, of: owner))))" } ?? term
    }

    /// In how many posts a topic was found, and by which of its keywords; empty where nobody asked.
    func usage(
        of topic: String, _ kind: HandbookUsage.Kind, in usage: HandbookUsage?
    ) -> [HandbookBrandView.NamedValue] {
        guard let usage else { return [] }
        let keywords = usage.keywords(of: topic)
        let found = keywords.filter { $0.posts > 0 }
            .sorted { ($1.posts, $0.text) < ($0.posts, $1.text) }
        let most = found.prefix(Self.shownFound).map { "\($0.text) \(report.number($0.posts))" }
        let posts = HandbookBrandView.NamedValue(
            label: postsLabel, value: report.number(usage.posts(kind, topic)))
        guard !keywords.isEmpty else { return [posts] }
        let share = report.pick(
            "\(report.number(found.count)) of \(report.number(keywords.count))",
            "\(report.number(found.count)) z \(report.number(keywords.count))",
            "\(report.number(found.count)) no \(report.number(keywords.count))")
        return [
            posts,
            HandbookBrandView.NamedValue(
                label: report.pick("Keywords found", "Znalezione słowa", "Atrastie vārdi"),
                value: (most + [share]).joined(separator: " · ")),
        ]
    }

    /// Of which time the numbers are.
    func told(_ usage: HandbookUsage, timeZone: String) -> String {
        let period = report.period(
            .span, Digest.Window(after: usage.from, through: usage.to, timeZone: timeZone))
        return report.pick(
            "The numbers say in how many posts each rule was at work, spam left out: \(period).",
            "Liczby mówią, w ilu wpisach zadziałała każda reguła, bez spamu: \(period).",
            "Skaitļi rāda, cik ierakstos katrs noteikums ir darbojies, neskaitot surogātpastu: "
                + "\(period).")
    }

    static let shownFound = 24
}
