import Model

extension HandbookWords {
    func severity(_ severity: Severity) -> String { page.adjective(severity) }

    func tone(_ label: Sentiment.Label) -> String {
        switch label {
        case .positive: pick("positive", "pozytywny", "pozitīvs")
        case .neutral: pick("neutral", "neutralny", "neitrāls")
        case .negative: pick("negative", "negatywny", "negatīvs")
        case .mixed: pick("mixed", "mieszany", "jaukts")
        case .undecided: pick("undecided", "nieustalony", "nenoteikts")
        }
    }

    /// `critical 30 min · high 1 h`, in business hours; the most urgent first.
    func answerTimes(of team: Team) -> String {
        let times = Severity.allCases.reversed().compactMap { severity in
            team.answerWithin[severity].map { "\(self.severity(severity)) \(length($0))" }
        }
        return times.isEmpty ? "–" : times.joined(separator: " · ")
    }

    /// `Mon–Fri 08:00–20:00`.
    func shift(_ shift: Team.Shift) -> String {
        var spans: [ClosedRange<Int>] = []
        for day in shift.weekdays {
            if let last = spans.last, last.upperBound == day - 1 {
                spans[spans.count - 1] = last.lowerBound...day
            } else {
                spans.append(day...day)
            }
        }
        let days = spans.map { span in
            span.count == 1
                ? report.shortWeekday(span.lowerBound)
                : report.shortWeekday(span.lowerBound) + "–" + report.shortWeekday(span.upperBound)
        }
        return days.joined(separator: ", ")
            + " \(time(shift.minutes.lowerBound))–\(time(shift.minutes.upperBound))"
    }

    /// `; holidays: 11 Nov, 24 Dec 2026`, those of every year in front; empty where there are none.
    func holidays(of team: Team) -> String {
        let days = team.holidays.sorted {
            ($0.year ?? 0, $0.month, $0.day) < ($1.year ?? 0, $1.month, $1.day)
        }.map { holiday in
            report.dayAndMonth(day: holiday.day, month: holiday.month)
                + (holiday.year.map { " \($0)" } ?? "")
        }
        guard !days.isEmpty else { return "" }
        return "; " + pick("holidays", "dni wolne", "brīvdienas") + ": "
            + days.joined(separator: ", ")
    }

    /// What a route or severity rule asks for besides the category.
    func condition(_ condition: TagCondition, rules: Rules) -> String {
        let named = condition.brands.map { id in
            rules.brands.first { $0.id == id }?.name ?? id.value
        }
        let names = FacetNames(rules.facets, rules.locations, in: language)
        let parts: [String?] =
            [
                list(condition.brandKinds.map(page.kind)).map {
                    "\(page.brand.lowercased()): \($0)"
                }, list(named),
                condition.facets.isEmpty
                    ? nil
                    : condition.facets.map { choice in told(choice, names) }
                        .joined(separator: " · "),
                list(condition.sentiments.map(tone)),
                list(condition.languages.map(report.language)),
                condition.minimumSeverity.map { "\(severityFrom.lowercased()) ≥ \(severity($0))" },
                condition.maximumScore.map { "\(page.tone.lowercased()) ≤ \(limit($0))" },
            ]
        let stated = parts.compactMap(\.self)
        return stated.isEmpty
            ? pick("always", "zawsze", "vienmēr") : stated.joined(separator: " · ")
    }

    /// What a route or severity rule asks for, the categories first.
    func wholeCondition(_ condition: TagCondition, rules: Rules) -> String {
        let names = condition.categories.map { id in
            let category = rules.categories.first { $0.id == id }
            return category?.translations[language.code]?.name ?? category?.name ?? id.value
        }
        guard let categories = list(names) else {
            return self.condition(condition, rules: rules)
        }
        return condition.ofAnyCategory == TagCondition()
            ? categories : "\(categories) · \(self.condition(condition, rules: rules))"
    }

    // MARK: - Private

    private func told(_ choice: TagCondition.FacetChoice, _ names: FacetNames) -> String {
        let values = choice.values.map { names.name(of: FacetValue(choice.facet, $0)) }
        return "\(names.name(of: choice.facet)): \(list(values) ?? "–")"
    }

    private func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: pick(" or ", " lub ", " vai "))
    }

    /// A limit with the decimals that it has, four at most, as a score has them.
    private func limit(_ score: Double) -> String {
        let decimals = (0...4).first { score.rounded(decimals: $0) == score } ?? 4
        return report.number(score, decimals: decimals)
    }

    private func length(_ duration: Duration) -> String {
        let minutes = Int(duration.components.seconds / 60)
        switch minutes {
        case let minutes where minutes % (24 * 60) == 0 && minutes > 24 * 60:
            return "\(minutes / 24 / 60) \(pick("d", "dni", "d."))"
        case let minutes where minutes % 60 == 0:
            return "\(minutes / 60) \(pick("h", "godz.", "h"))"
        default: return "\(minutes) min"
        }
    }

    private func time(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension TagCondition {
    /// The same, whatever the category.
    var ofAnyCategory: Self {
        var condition = self
        condition.categories = []
        return condition
    }
}
