package import Model

/// What of a workspace's settings concerns the people who are heard.
package struct PrivacyFacts: Hashable, Sendable {
    /// How many days each kind is kept; `nil` for good.
    package struct Days: Hashable, Sendable {
        package var mentions: Int?
        package var entries: Int?
        package var authors: Int?
        package var reports: Int?

        package init(
            mentions: Int? = nil, entries: Int? = nil, authors: Int? = nil, reports: Int? = nil
        ) {
            self.mentions = mentions
            self.entries = entries
            self.authors = authors
            self.reports = reports
        }
    }

    /// Names of the sources, by what is kept of those who write there.
    package let sources: [AuthorPolicy: [String]]
    package let isMasking: Bool
    package let days: Days
    /// Names of the teams that answer.
    package let teams: [String]
    /// What posts are handed over by: ticket systems and channels.
    package let recipients: [String]

    package init(
        sources: [AuthorPolicy: [String]], isMasking: Bool, days: Days, teams: [String],
        recipients: [String]
    ) {
        self.sources = sources
        self.isMasking = isMasking
        self.days = days
        self.teams = teams
        self.recipients = recipients
    }
}

/// What people whose posts are read have to be told (GDPR, Article 14), as Markdown.
///
/// A template: what only the operator knows stands in brackets.
package enum PrivacyNotice {
    package static func markdown(of facts: PrivacyFacts, in language: ReportLanguage) -> String {
        let words = PrivacyNoticeWords(language)
        let sections: [(title: String, lines: [String])] = [
            (words.whoTitle, [words.who]),
            (words.whyTitle, [words.why]),
            (words.whatTitle, kept(facts, words).map { "- " + $0 }),
            (words.originTitle, [words.origin(names(facts.sources.values.joined(), words))]),
            (words.recipientsTitle, [words.recipients(facts.teams, facts.recipients)]),
            (words.daysTitle, days(facts.days, words).map { "- " + $0 } + [words.deletion]),
            (words.rightsTitle, words.rights(keepsCodes: !of(.pseudonym, facts).isEmpty)),
        ]
        let parts = sections.map { section in
            "## \(section.title)\n\n" + blocks(section.lines)
        }
        return (["<!-- \(words.toOperator) -->", "# \(words.title)", words.law] + parts)
            .joined(separator: "\n\n") + "\n"
    }

    // MARK: - Private

    private static let shownSources = 40

    /// Items of a list stand together, paragraphs apart.
    private static func blocks(_ lines: [String]) -> String {
        lines.enumerated().map { index, line in
            let isItem = line.hasPrefix("- ") && index > 0
            return (index == 0 ? "" : isItem ? "\n" : "\n\n") + line
        }.joined()
    }

    private static func of(_ policy: AuthorPolicy, _ facts: PrivacyFacts) -> [String] {
        facts.sources[policy] ?? []
    }

    private static func kept(_ facts: PrivacyFacts, _ words: PrivacyNoticeWords) -> [String] {
        let authors = AuthorPolicy.allCases.compactMap { policy -> String? in
            let sources = of(policy, facts)
            guard !sources.isEmpty else { return nil }
            return words.author(policy, at: names(sources, words))
        }
        return [words.post, facts.isMasking ? words.masked : words.unmasked] + authors
            + [words.tags]
    }

    private static func days(
        _ days: PrivacyFacts.Days, _ words: PrivacyNoticeWords
    ) -> [String] {
        [
            (words.mentions, days.mentions), (words.entries, days.entries),
            (words.authors, days.authors), (words.reports, days.reports),
        ].map { kind, days in "\(kind): " + (days.map(words.days) ?? words.noLimit) }
    }

    /// In the order of the alphabet, each once; of very many the first.
    private static func names(
        _ sources: some Sequence<String>, _ words: PrivacyNoticeWords
    ) -> String {
        let all = Set(sources).sorted()
        let rest = all.count - shownSources
        return all.prefix(shownSources).map(plain).joined(separator: ", ")
            + (rest > 0 ? " " + words.more(rest) : "")
    }

    /// A name in which nothing is taken for Markdown.
    static func plain(_ name: String) -> String {
        name.map { "\\`*_[]<>#|".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
