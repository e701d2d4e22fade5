import Model

/// What needs an answer under one title of one source: a forum's thread, or a post by itself.
struct AnswerGroupView {
    /// A mention that needs an answer, and how soon.
    struct Item {
        let urgency: String
        let urgencyClass: String
        let deadline: String
        let isLate: Bool
        /// How its ticket stands; empty where there is none.
        let ticketState: String
        let ticketLink: OutsideLink?
        let alsoIn: String
        /// In fewer words than a mention of its own.
        let isBrief: Bool
        /// Its row stands in the page without a script.
        let isWritten: Bool
        let mention: MentionView
    }

    let isThread: Bool
    let threadTitle: String
    let threadSource: String
    let threadCount: String
    let items: [Item]
}

/// Puts together what needs an answer in the same thread.
struct AnswerGrouping {
    private let mentions: [ListedMention.ID: MentionView]
    private let calendar: LocalCalendar
    private let words: PageWords
    private let threads: [ListedMention.ID: Thread]
    /// Of a whole thread, those that need no answer among them.
    private let posts: [Thread: Int]
    private let toAnswer: [Thread: Int]

    init(
        _ digest: Digest, mentions: [ListedMention.ID: MentionView], calendar: LocalCalendar,
        words: PageWords
    ) {
        self.mentions = mentions
        self.calendar = calendar
        self.words = words
        let threads = digest.mentions.items.compactMap { mention in
            Thread(mention).map { (mention.id, $0) }
        }
        self.threads = Dictionary(threads, uniquingKeysWith: { first, _ in first })
        posts = Dictionary(grouping: digest.mentions.items, by: Thread.init).reduce(into: [:]) {
            if let thread = $1.key { $0[thread] = Set($1.value.map(\.sequence)).count }
        }
        let byID = self.threads
        toAnswer = digest.needsAnswer.items.reduce(into: [:]) {
            if let thread = byID[$1.mention] { $0[thread, default: 0] += 1 }
        }
    }

    /// Groups items by thread; each thread stands in the place of its most urgent item.
    ///
    /// - Parameter written: mentions whose rows stand in the page without a script.
    func groups(
        of items: some Sequence<Digest.AnswerItem>, isBrief: Bool,
        written: Set<ListedMention.ID>
    ) -> [AnswerGroupView] {
        var groups: [(thread: Thread?, items: [Digest.AnswerItem])] = []
        for item in items {
            let thread = threads[item.mention].flatMap { toAnswer[$0, default: 0] > 1 ? $0 : nil }
            if let thread, let index = groups.firstIndex(where: { $0.thread == thread }) {
                groups[index].items.append(item)
            } else {
                groups.append((thread, [item]))
            }
        }
        return groups.map { group in
            self.group(group.thread, group.items) { item, mention in
                self.item(
                    item, mention: mention, isBrief: isBrief,
                    isWritten: written.contains(item.mention))
            }
        }
    }

    // MARK: - Private

    /// A title in a source, without the marks of an answer to it.
    private struct Thread: Hashable {
        let source: String
        let title: String

        init?(_ mention: ListedMention) {
            source = mention.source
            title = (mention.title ?? "").split(separator: " ")
                .filter { !Self.answerMarks.contains($0.lowercased()) }.joined(separator: " ")
            if title.isEmpty { return nil }
        }

        private static let answerMarks: Set = ["re:", "odp:", "atb:", "aw:"]
    }

    private func group(
        _ thread: Thread?, _ items: [Digest.AnswerItem],
        _ view: (Digest.AnswerItem, MentionView) -> AnswerGroupView.Item
    ) -> AnswerGroupView {
        AnswerGroupView(
            isThread: thread != nil, threadTitle: OutsideText.limited(thread?.title ?? "", to: 200),
            threadSource: OutsideText.limited(thread?.source ?? "", to: 80),
            threadCount: thread.map {
                words.thread(posts: posts[$0] ?? 0, toAnswer: toAnswer[$0] ?? 0)
            } ?? "",
            items: items.compactMap { item in
                mentions[item.mention].map {
                    view(item, thread == nil ? $0 : $0.underItsTitle)
                }
            })
    }

    private func item(
        _ item: Digest.AnswerItem, mention: MentionView, isBrief: Bool, isWritten: Bool
    ) -> AnswerGroupView.Item {
        AnswerGroupView.Item(
            urgency: words.severity(item.severity), urgencyClass: item.severity.rawValue,
            deadline: item.answerBy.map {
                words.report.shortDateAndTime(calendar.moment(of: $0))
            } ?? words.noDeadline,
            isLate: item.isOverdue,
            ticketState: item.ticket.map { words.ticket($0.state) } ?? "",
            ticketLink: item.ticket.flatMap { OutsideLink($0.address) },
            alsoIn: words.copies(item.copies), isBrief: isBrief, isWritten: isWritten,
            mention: mention)
    }
}
