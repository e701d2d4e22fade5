import Model

/// How often routes and severity rules decided, and which lines of the lexicons were found most.
struct HandbookRoutingView {
    struct Row {
        /// A team or a severity.
        let decided: String
        let condition: String
        let postCount: String
        let link: HandbookLink
    }

    let routingTitle: String
    let routesTitle: String
    let routeRows: [Row]
    let hasSeverityRules: Bool
    let severityTitle: String
    let severityRows: [Row]
    let hasTone: Bool
    let toneTitle: String
    /// Of each language the most found lines.
    let toneRows: [HandbookBrandView.NamedValue]

    init(
        _ rules: Rules, usage: HandbookUsage, links: HandbookLinks, words: HandbookWords
    ) {
        func row(
            _ decided: String, _ kind: HandbookUsage.Kind, when condition: TagCondition,
            at place: FileLocation
        ) -> Row {
            Row(
                decided: decided, condition: words.wholeCondition(condition, rules: rules),
                postCount: words.report.number(usage.posts(kind, place.description)),
                link: links.link(place))
        }
        routingTitle = words.pick(
            "Routing, severity and tone at work", "Kierowanie, pilność i ton w działaniu",
            "Novirzīšana, steidzamība un noskaņa darbībā")
        routesTitle = words.pick(
            "Routes; the first that fits decides", "Kierowanie; decyduje pierwsza pasująca reguła",
            "Novirzīšana; izšķir pirmais atbilstošais noteikums")
        routeRows = rules.routing.routes.map { route in
            let team = rules.routing.teams.first { $0.id == route.team }
            return row(
                team.map(words.name) ?? route.team.value, .route, when: route.condition,
                at: route.place)
        }
        severityTitle = words.pick("Severity rules", "Reguły pilności", "Steidzamības noteikumi")
        severityRows = rules.routing.severityRules.map { rule in
            row(words.severity(rule.severity), .severity, when: rule.condition, at: rule.place)
        }
        hasSeverityRules = !severityRows.isEmpty
        toneTitle = words.pick(
            "Found most in the lexicons of tone", "Najczęściej znajdowane w słownikach tonu",
            "Visbiežāk atrastais noskaņas vārdnīcās")
        toneRows = Dictionary(grouping: usage.toneLines, by: \.language)
            .sorted { $0.key < $1.key }
            .map { language, lines in
                let most = lines.sorted { ($1.posts, $0.term) < ($0.posts, $1.term) }
                    .prefix(HandbookWords.shownFound)
                return HandbookBrandView.NamedValue(
                    label: words.language(of: language),
                    value: most.map { "\(Self.short($0.term)) \(words.report.number($0.posts))" }
                        .joined(separator: " · "))
            }
        hasTone = !toneRows.isEmpty
    }

    /// A line of a lexicon with no more than a few forms of each word: `polecam|polecasz|…`.
    static func short(_ term: String) -> String {
        term.split(separator: " ").map { word in
            let forms = word.split(separator: "|")
            return forms.count > 3 ? forms.prefix(2).joined(separator: "|") + "|…" : String(word)
        }
        .joined(separator: " ")
    }
}
