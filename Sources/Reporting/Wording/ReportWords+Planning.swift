import Model

extension ReportWords {
    /// - Parameter whose: a brand or a team; `nil` for all own brands, or all teams.
    func target(_ target: Target, of whose: String?, value: Double?, isMet: Bool?) -> String {
        let all =
            target.measure == .answeredInTime
            ? pick("all teams", "wszystkie zespoły", "visas komandas")
            : pick("own brands", "własne marki", "savi zīmoli")
        let (bound, sign) =
            switch target.bound {
            case .atLeast(let bound): (bound, pick("at least", "co najmniej", "vismaz"))
            case .atMost(let bound): (bound, pick("at most", "najwyżej", "ne vairāk kā"))
            }
        let measured =
            value.map { value in
                isMet == false
                    ? missed(value, bound, of: target.measure)
                    : self.value(value, of: target.measure)
            }
            ?? pick("nothing to measure", "nie ma czego mierzyć", "nav ko mērīt")
        let verdict = isMet.map {
            $0
                ? pick("met", "osiągnięty", "sasniegts")
                : pick("missed", "nieosiągnięty", "nav sasniegts")
        }
        return "\(measure(target.measure)), \(whose ?? all): \(measured); "
            + "\(pick("target", "cel", "mērķis")) \(sign) \(self.value(bound, of: target.measure))"
            + (verdict.map { ", \($0)" } ?? "") + "."
    }

    func measure(_ measure: Target.Measure) -> String {
        switch measure {
        case .positiveShare: pick("Positive share", "Udział pozytywnych", "Pozitīvo daļa")
        case .negativeShare: pick("Negative share", "Udział negatywnych", "Negatīvo daļa")
        case .netTone: pick("Net tone", "Ton netto", "Kopējā noskaņa")
        case .shareOfVoice: pick("Share of voice", "Udział w głosie", "Balss daļa")
        case .mentionsPerDay: pick("Mentions a day", "Wzmianki dziennie", "Pieminējumi dienā")
        case .answeredInTime: pick("Answered in time", "Odpowiedzi w terminie", "Atbildēts laikā")
        }
    }

    func value(_ value: Double, of measure: Target.Measure) -> String {
        switch measure {
        case .positiveShare, .negativeShare, .answeredInTime: percent(value)
        case .shareOfVoice: percentOfWhole(value)
        case .netTone: signed(value)
        case .mentionsPerDay: number(value, decimals: 1)
        }
    }

    /// With as many decimals as tell it from the bound, which it would read as: "30%; target at least 30%,
    /// missed".
    private func missed(_ value: Double, _ bound: Double, of measure: Target.Measure) -> String {
        let short = self.value(value, of: measure)
        guard short == self.value(bound, of: measure) else { return short }
        func told(from decimals: Int, factor: Double = 1) -> String {
            let (value, bound) = (value * factor, bound * factor)
            let needed =
                (decimals...8).first {
                    number(value, decimals: $0) != number(bound, decimals: $0)
                } ?? 8
            return number(value, decimals: needed)
        }
        switch measure {
        case .positiveShare, .negativeShare, .answeredInTime, .shareOfVoice:
            return told(from: 2, factor: 100) + "%"
        case .netTone: return (value > 0 ? "+" : "") + told(from: 4)
        case .mentionsPerDay: return told(from: 4)
        }
    }

    func method(_ method: Trends.Forecast.Method) -> String {
        switch method {
        case .seasonalNaive:
            pick(
                "same weekday a week before", "ten sam dzień tydzień wcześniej",
                "tā pati diena nedēļu agrāk")
        case .weekdayMean:
            pick(
                "mean of four same weekdays", "średnia z czterech takich samych dni",
                "četru tādu pašu dienu vidējais")
        case .holtWinters:
            pick(
                "Holt-Winters smoothing", "wygładzanie Holta-Wintersa",
                "Holta–Vintersa nogludināšana")
        }
    }

    /// How far off the forecast was, on the archive itself.
    func backtest(_ forecast: Trends.Forecast) -> String {
        let test = forecast.backtest
        let own = test.errors.first { $0.method == forecast.method }?.meanAbsoluteError ?? 0
        let share = test.relativeError.map { " (\(percent($0)))" } ?? ""
        let inside = test.coverage.map(percent).map { share in
            pick(
                "; \(share) of days lay within the interval, which aims at 80%",
                "; w przedziale, który celuje w 80%, leżało \(share) dni",
                "; intervālā, kas tiecas uz 80%, bija \(share) dienu")
        }
        let tries = counted(
            test.origins, ["earlier day", "earlier days"],
            ["wcześniejszym dniu", "wcześniejszych dniach", "wcześniejszych dniach"],
            ["agrākā dienā", "agrākās dienās"])
        let error = number(own, decimals: 1)
        let entries = form(
            withTenths: own, one: "ierakstu", few: "ierakstiem", many: "ierakstiem")
        let method = method(forecast.method)
        return pick(
            "Method: \(method), the nearest of three. Made on \(tries), it would have been off by "
                + "\(error) posts a day\(share)",
            "Metoda: \(method), najbliższa z trzech. Wykonana w \(tries) myliłaby się o \(error) "
                + "wpisu dziennie\(share)",
            "Metode: \(method), tuvākā no trim. \(capitalized(tries)) tā būtu kļūdījusies par "
                + "\(error) \(entries) dienā\(share)") + (inside ?? "") + "."
    }

    func staffing(_ staffing: Trends.Staffing) -> String {
        guard staffing.isNeeded else {
            return pick(
                "There are no posts to answer.", "Nie ma wpisów do odpowiedzi.",
                "Nav ierakstu, uz ko atbildēt.")
        }
        let table = staffing.byTable
        let least = table.from == table.to ? "" : "\(table.from)–"
        let people =
            least
            + counted(
                table.to, ["operator", "operators"], ["operator", "operatorów", "operatorów"],
                ["operators", "operatori", "operatoru"])
        let posts = posts(staffing.monthlyPosts) + pick(" a month", " miesięcznie", " mēnesī")
        let row = tableRow(of: staffing.monthlyAnswers ?? staffing.monthlyPosts)
        let byTable = pick(
            "\(posts)\(answers(staffing)): \(people) by the published table (\(row)).",
            "\(posts)\(answers(staffing)): \(people) według opublikowanej tabeli (\(row)).",
            "\(posts)\(answers(staffing)): \(people) pēc publicētās tabulas (\(row)).")
        guard let roster = staffing.roster else { return byTable }
        let handling = number(Double(roster.handlingSeconds) / 60, decimals: 1)
        let within =
            roster.answerWithinSeconds < 60
            ? "\(roster.answerWithinSeconds) s"
            : "\(number(Double(roster.answerWithinSeconds) / 60, decimals: 0)) min"
        let share = percent(roster.shareWithin)
        let hours = counted(
            roster.hoursInAll, ["hour", "hours"], ["godzina", "godziny", "godzin"],
            ["darba stunda", "darba stundas", "darba stundu"])
        return byTable
            + pick(
                " At \(handling) minutes a post, with \(share) taken up within \(within) "
                    + "(Erlang C): at most \(roster.peak) at once, \(hours) of work a week.",
                " Po \(handling) min na wpis, \(share) podjętych w ciągu \(within) (Erlang C): "
                    + "najwyżej \(roster.peak) naraz, \(hours) pracy w tygodniu.",
                " Pa \(handling) min ierakstam, \(share) sākti \(within) laikā (Erlang C): "
                    + "ne vairāk kā \(roster.peak) reizē, \(hours) nedēļā.")
    }

    // MARK: - Private

    /// For how many messages a month the published table means its row: few posts take fewer people.
    private func tableRow(of monthly: Int) -> String {
        guard let end = StaffingPlan.rowEnd(of: monthly) else {
            let last = number(50_000)
            return pick("for more than \(last)", "powyżej \(last)", "vairāk nekā \(last)")
        }
        return pick(
            "for up to \(number(end))", "dla najwyżej \(number(end))", "līdz \(number(end))")
    }

    /// How many of the posts make work, and why so many are assumed; empty in reports of earlier versions.
    private func answers(_ staffing: Trends.Staffing) -> String {
        guard let answers = staffing.monthlyAnswers, let share = staffing.answerShare else {
            return ""
        }
        let origin =
            staffing.isShareOfRules == true
            ? pick("as the rules say", "jak mówią reguły", "kā teikts noteikumos")
            : pick("as in this period", "jak w tym okresie", "kā šajā periodā")
        let count = number(answers)
        return pick(
            ", of which \(count) need an answer (\(percent(share)), \(origin))",
            ", z czego odpowiedzi wymaga \(count) (\(percent(share)), \(origin))",
            ", no tiem atbilde vajadzīga uz \(count) (\(percent(share)), \(origin))")
    }
}
