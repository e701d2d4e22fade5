import Model

/// A category in the handbook: what it is, who takes it and how soon.
struct HandbookCategoryView {
    struct RouteRow {
        let condition: String
        let teamName: String
        let answerTimes: String
        let link: HandbookLink?
    }

    struct SeverityRow {
        let condition: String
        let severityName: String
    }

    /// What was learnt in one language.
    struct LearntRow {
        /// `Polish 12`.
        let counted: String
        /// The weightiest, with their weights.
        let terms: String
        let link: HandbookLink
    }

    let name: HandbookText
    let categoryID: String
    let link: HandbookLink
    let meaning: HandbookText?
    let nextStep: HandbookText?
    let severityName: String
    let keywordCounts: String
    let usageFacts: [HandbookBrandView.NamedValue]
    let hasLearnt: Bool
    let learntRows: [LearntRow]
    let raised: [SeverityRow]
    /// `nil` where a team takes it.
    let isNobodys: String?
    let hasRoutes: Bool
    let routes: [RouteRow]
    let hasExamples: Bool
    let examples: [HandbookExample]

    init(
        _ category: Model.Category, content: HandbookContent, links: HandbookLinks,
        words: HandbookWords
    ) {
        let rules = content.rules
        let translation = category.translations[LanguageCode(rawValue: words.language.rawValue)]
        name = HandbookText(category.name, translated: translation?.name, words: words)
        categoryID = category.id.value
        link = links.link(category.place)
        meaning = category.meaning.map {
            HandbookText($0, translated: translation?.meaning, words: words)
        }
        nextStep = category.nextStep.map {
            HandbookText($0, translated: translation?.nextStep, words: words)
        }
        severityName = words.severity(category.severity)
        keywordCounts = words.keywordCounts(of: category)
        usageFacts = words.usage(of: category.id.value, .category, in: content.usage)
        learntRows = rules.learntKeywords.filter { $0.category == category.id }.map { learnt in
            LearntRow(
                counted: words.count(learnt.keywords, in: learnt.language),
                terms: words.weightiest(of: learnt.keywords),
                link: links.link(FileLocation(file: "rules/\(learnt.path)")))
        }
        hasLearnt = !learntRows.isEmpty
        raised = rules.routing.severityRules.filter { $0.condition.concerns(category.id) }.map {
            SeverityRow(
                condition: words.condition($0.condition, rules: rules),
                severityName: words.severity($0.severity))
        }
        func row(_ id: Team.ID, when condition: String, at place: FileLocation?) -> RouteRow {
            let team = rules.routing.teams.first { $0.id == id }
            return RouteRow(
                condition: condition, teamName: team.map(words.name) ?? id.value,
                answerTimes: team.map(words.answerTimes) ?? "",
                link: (place ?? team?.place).map(links.link))
        }
        let isSpam = category.id == .spam
        isNobodys = isSpam ? words.spamIsNobodys : nil
        let asking = rules.routing.routes.filter { $0.condition.concerns(category.id) }
        // The first that fits takes a mention, so that some behind it may get none of the category.
        func isReached(_ condition: TagCondition, behind earlier: ArraySlice<Route>) -> Bool {
            !earlier.contains { route in
                route.condition.ofAnyCategory.holdsWherever(condition.ofAnyCategory) { id in
                    rules.brands.first { $0.id == id }?.kind
                }
            }
        }
        let taking =
            asking.indices.filter { isReached(asking[$0].condition, behind: asking[..<$0]) }
            .map { index in
                let route = asking[index]
                return row(
                    route.team, when: words.condition(route.condition, rules: rules),
                    at: route.place)
            }
            + (isReached(TagCondition(), behind: asking[...])
                ? [row(rules.routing.defaultTeam, when: words.otherwise, at: nil)] : [])
        routes = isSpam ? [] : taking
        hasRoutes = !isSpam
        examples = HandbookExample.all(of: category.examples, words: words)
        hasExamples = !examples.isEmpty
    }
}

/// A team in the handbook: when it works, and what it gets.
struct HandbookTeamView {
    let teamName: String
    let link: HandbookLink?
    let hours: String
    let answerTimes: String
    let isDefault: Bool

    init(_ team: Team, routing: Routing, links: HandbookLinks, words: HandbookWords) {
        teamName = words.name(of: team)
        link = team.place.map(links.link)
        hours =
            team.hours.isEmpty
            ? words.always
            : team.hours.map(words.shift).joined(separator: "; ") + " (\(routing.timeZone))"
                + words.holidays(of: team)
        answerTimes = words.answerTimes(of: team)
        isDefault = team.id == routing.defaultTeam
    }
}

extension HandbookWords {
    private static let shownKeywords = 24

    /// `nie działa* +2.50 · dzięki −1.10 · +310`, the rest as their number.
    fileprivate func weightiest(of keywords: [Model.Category.Keyword]) -> String {
        let rest = keywords.count - Self.shownKeywords
        return
            keywords
            .sorted { ($1.weight.magnitude, $0.term) < ($0.weight.magnitude, $1.term) }
            .prefix(Self.shownKeywords).map { "\($0.term) \(report.signed($0.weight))" }
            .joined(separator: " · ") + (rest > 0 ? " · +\(report.number(rest))" : "")
    }
}

extension TagCondition {
    /// Whether it may apply to a mention of the category; a condition that asks for no category applies
    /// to all.
    fileprivate func concerns(_ category: Model.Category.ID) -> Bool {
        categories.isEmpty || categories.contains(category)
    }
}
