import Model

extension PageWords {
    /// Why a mention has its tags, one line for each.
    func reasons(for mention: ListedMention, names: PageNames) -> [MentionView.Reason] {
        let by = report.pick("by", "przez", "iemesls:")
        let contact = mention.repeatContact.map(reason)
        return [toneReason(of: mention, by)] + categoryReasons(of: mention, names, by) + [
            MentionView.Reason(
                of: report.pick("Severity", "Pilność", "Steidzamība"),
                because: "\(adjective(mention.severity)), \(severityReason(of: mention, names, by))"
            ),
            MentionView.Reason(
                of: report.pick("Team", "Zespół", "Komanda"),
                because: "\(names.team(mention.team)), \(teamReason(of: mention, by))"),
            MentionView.Reason(
                of: report.pick("Story", "Historia", "Stāsts"), because: story(mention)),
        ] + [contact].compactMap(\.self) + [
            MentionView.Reason(
                of: report.pick("Entry", "Wpis", "Ieraksts"),
                because: report.pick(
                    "no. \(mention.sequence) of feed \(mention.feed)",
                    "nr \(mention.sequence) z kanału \(mention.feed)",
                    "nr. \(mention.sequence) no plūsmas \(mention.feed)"))
        ]
    }

    func repeatContact(_ contact: RepeatContact) -> String {
        let number = report.number(contact.number)
        return report.pick(
            "writes again (no. \(number))", "pisze ponownie (nr \(number))",
            "raksta atkārtoti (\(number).)")
    }

    /// `4 mentions in 3 sources, first in Kurier; 2 with the same text`.
    func spread(_ story: Digest.StorySummary) -> String {
        let first = OutsideText.limited(story.sources.first ?? "", to: 80)
        if story.mentions == 1 {
            return report.pick("Only in \(first)", "Tylko: \(first)", "Tikai: \(first)")
        }
        let count = report.mentions(story.mentions)
        let sources = report.sources(story.sources.count)
        let start = report.pick(
            "\(count) in \(sources), "
                + (story.isContinued ? "first here in \(first)" : "first in \(first)"),
            "\(count), \(sources), " + (story.isContinued ? "tutaj " : "") + "najpierw: \(first)",
            "\(count), \(sources), " + (story.isContinued ? "šeit " : "") + "vispirms: \(first)")
        let continued =
            story.isContinued
            ? report.pick(", begun earlier", ", zaczęta wcześniej", ", sākts agrāk") : ""
        return ([start + continued] + story.joined.map(joined)).joined(separator: "; ")
    }

    // MARK: - Private

    /// The strongest words; the data file of the digest has them all.
    private static let wordsShown = 6

    private func toneReason(of mention: ListedMention, _ by: String) -> MentionView.Reason {
        let evidence = mention.sentiment.evidence
        let strongest = evidence.sorted { abs($0.weight) > abs($1.weight) }.prefix(Self.wordsShown)
        var words = strongest.map { word in
            "\(quoted(word.term)) \(report.signed(word.weight))"
                + (word.isNegated
                    ? report.pick(" (negated)", " (zaprzeczone)", " (noliegts)") : "")
        }
        let lighter = evidence.count - strongest.count
        if lighter > 0 {
            words.append(
                report.counted(
                    lighter, ["lighter word", "lighter words"],
                    ["słabsze słowo", "słabsze słowa", "słabszych słów"],
                    ["vājāks vārds", "vājāki vārdi", "vājāku vārdu"]))
        }
        // Without words behind it, neutral may be the rules' verdict too.
        let noWord =
            mention.isToneCorrected == true
            ? report.pick("a person's correction", "poprawkę człowieka", "cilvēka labojums")
            : report.pick("no word we know", "żadne znane słowo", "nav neviena zināma vārda")
        return MentionView.Reason(
            of: tone,
            because: "\(tone(mention.sentiment.label)) "
                + "\(report.signed(mention.sentiment.score)), \(by) "
                + (words.isEmpty ? noWord : words.joined(separator: ", ")))
    }

    private func categoryReasons(of mention: ListedMention, _ names: PageNames, _ by: String)
        -> [MentionView.Reason]
    {
        mention.categories.map { category in
            let terms = category.evidence.map { "\(told($0)) (\($0.rule))" }
            let query = report.pick("its query", "jej zapytanie", "tās vaicājums")
            let sure = report.percent(category.confidence)
            return MentionView.Reason(
                of: names.category(category.id),
                because: report.pick("\(sure) sure", "pewność \(sure)", "ticamība \(sure)")
                    + ", \(by) " + (terms.isEmpty ? query : terms.joined(separator: ", ")))
        }
    }

    /// The rule that raised it, or the category that it starts from.
    private func severityReason(
        of mention: ListedMention, _ names: PageNames, _ by: String
    ) -> String {
        let reason = mention.severityReason
        guard reason != "no category" else {
            return report.pick("no category", "brak kategorii", "nav kategorijas")
        }
        for category in mention.categories {
            let head = "category \(category.id), "
            guard reason.hasPrefix(head) else { continue }
            return "\(by) \(report.quoted(names.category(category.id))) "
                + "(\(reason.dropFirst(head.count)))"
        }
        return "\(by) \(reason)"
    }

    /// The route that chose it; there is none behind the default team.
    private func teamReason(of mention: ListedMention, _ by: String) -> String {
        mention.teamReason == Routing.defaultTeamReason
            ? report.pick(
                "\(by) default team", "zespół domyślny", "noklusētā komanda")
            : "\(by) \(mention.teamReason)"
    }

    private func reason(of contact: RepeatContact) -> MentionView.Reason {
        let times = report.counted(
            contact.number - 1, ["time", "times"], ["raz", "razy", "razy"],
            ["reizi", "reizes", "reižu"])
        let last = contact.previous
        return MentionView.Reason(
            of: report.pick("Repeat contact", "Kolejny kontakt", "Atkārtota saziņa"),
            because: report.pick(
                "the same author had such a problem \(times) before within 30 days, last in no. "
                    + "\(last)",
                "ten sam autor miał taki problem już \(times) w ciągu 30 dni, ostatnio w nr \(last)",
                "tam pašam autoram 30 dienās tā jau bijis \(times), pēdējoreiz nr. \(last)"))
    }

    private func told(_ evidence: CategoryEvidence) -> String {
        switch EvidenceReason(term: evidence.term) {
        case .blame(let name):
            let name = quoted(name)
            return report.pick(
                "blame said to \(name)", "krytyka pod adresem \(name)",
                "pārmetumi, kas teikti \(name)")
        case .praise(let name):
            let name = quoted(name)
            return report.pick(
                "praise said to \(name)", "pochwała pod adresem \(name)",
                "uzslava, kas teikta \(name)")
        case .blameTold(let name):
            let name = quoted(name)
            return report.pick(
                "blame told of \(name)", "krytyka na temat \(name)", "pārmetumi par \(name)")
        case .praiseTold(let name):
            let name = quoted(name)
            return report.pick(
                "praise told of \(name)", "pochwała na temat \(name)", "uzslava par \(name)")
        case .tone(let label): return "\(tone.lowercased()): \(adjective(label))"
        case nil: return quoted(evidence.term)
        }
    }

    /// As it stands behind `ton` and `noskaņa`; elsewhere it is said of a mention.
    private func adjective(_ label: Sentiment.Label) -> String {
        switch label {
        case .positive: report.pick("positive", "pozytywny", "pozitīva")
        case .neutral: report.pick("neutral", "neutralny", "neitrāla")
        case .negative: report.pick("negative", "negatywny", "negatīva")
        case .mixed: report.pick("mixed", "mieszany", "jaukta")
        case .undecided: report.pick("undecided", "nieustalony", "nenoteikta")
        }
    }

    private func quoted(_ term: String) -> String {
        report.quoted(OutsideText.limited(term, to: 60))
    }

    private func joined(_ joined: Digest.Joined) -> String {
        let count = report.number(joined.mentions)
        switch joined.reason {
        case .first:
            return report.pick(
                "\(count) as the first", "\(count) jako pierwsza", "\(count) kā pirmais")
        case .sameLink:
            return report.pick(
                "\(count) with the same link", "\(count) z tym samym odnośnikiem",
                "\(count) ar to pašu saiti")
        case .sameText:
            return report.pick(
                "\(count) with the same text", "\(count) z tym samym tekstem",
                "\(count) ar to pašu tekstu")
        case .similarText:
            let share = report.percent(joined.similarity)
            let polish = report.language.form(
                joined.mentions, one: "mająca", few: "mające", many: "mających")
            return report.pick(
                "\(count) with \(share) or more of its word triples",
                "\(count) \(polish) co najmniej \(share) jej trójek słów",
                "\(count) ar vismaz \(share) tā vārdu trijnieku")
        }
    }

    private func story(_ mention: ListedMention) -> String {
        let id = mention.story.id
        switch mention.story.reason {
        case .first: return report.pick("the first to tell it", "pierwszy wpis", "pirmais ieraksts")
        case .sameLink:
            return report.pick(
                "same link as no. \(id)", "ten sam odnośnik co nr \(id)",
                "tā pati saite kā nr. \(id)")
        case .sameText:
            return report.pick(
                "same text as no. \(id)", "ten sam tekst co nr \(id)",
                "tas pats teksts kā nr. \(id)")
        case .similarText:
            let share = report.percent(mention.story.similarity)
            return report.pick(
                "\(share) of its word triples are those of no. \(id)",
                "\(share) trójek słów jest takich jak w nr \(id)",
                "\(share) vārdu trijnieku ir tādi paši kā nr. \(id)")
        }
    }
}
