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
        let isReached: (Double) -> Bool =
            switch target.bound {
            case .atLeast: { $0 >= Self.told(bound, target.measure) }
            case .atMost: { $0 <= Self.told(bound, target.measure) }
            }
        let measured =
            value.map { self.value($0, of: target.measure) { isReached($0) == isMet } }
            ?? pick("nothing to measure", "nie ma czego mierzyć", "nav ko mērīt")
        let verdict = isMet.map {
            $0
                ? pick("met", "osiągnięty", "sasniegts")
                : pick("missed", "nieosiągnięty", "nav sasniegts")
        }
        let asked = self.value(bound, of: target.measure) {
            $0 == Self.told(bound, target.measure)
        }
        return "\(measure(target.measure)), \(whose.map(inSentence) ?? all): \(measured); "
            + "\(pick("target", "cel", "mērķis")) \(sign) \(asked)"
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
        case .csat: "CSAT"
        case .nps: "NPS"
        case .ces: "CES"
        }
    }

    /// A net promoter score: `+42`, `0`, `−8`.
    func points(_ score: Double) -> String {
        (score >= 0.5 ? "+" : "") + number(score, decimals: 0)
    }

    /// As pages tell it or, where that is not right, with more decimals: "30%; target at least 30%, missed"
    /// is read as a mistake.
    ///
    /// - Parameter isRight: gets what would be told, a share in percent.
    private func value(
        _ value: Double, of measure: Target.Measure, where isRight: (Double) -> Bool
    ) -> String {
        let told = Self.told(value, measure)
        let (short, decimals) =
            switch measure {
            case .positiveShare, .negativeShare, .answeredInTime, .csat, .ces:
                (percent(value), told.rounded(decimals: 1) < 10 ? 1 : 0)
            case .shareOfVoice: (percentOfWhole(value), 1)
            case .netTone: (signed(value), 2)
            case .mentionsPerDay: (number(value, decimals: 1), 1)
            case .nps: (points(value), 0)
            }
        guard !isRight(told.rounded(decimals: decimals)) else { return short }
        let needed = (decimals...8).first { isRight(told.rounded(decimals: $0)) } ?? 8
        let text = number(told, decimals: needed)
        return switch measure {
        case .positiveShare, .negativeShare, .answeredInTime, .shareOfVoice, .csat, .ces: text + "%"
        case .netTone, .nps: (value > 0 ? "+" : "") + text
        case .mentionsPerDay: text
        }
    }

    /// A share in percent, without the last digits of binary fractions.
    private static func told(_ value: Double, _ measure: Target.Measure) -> Double {
        switch measure {
        case .positiveShare, .negativeShare, .answeredInTime, .shareOfVoice, .csat, .ces:
            (value * 100).rounded(decimals: 9)
        case .netTone, .mentionsPerDay, .nps: value.rounded(decimals: 9)
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
        let english = answers == 1 ? "needs" : "need"
        let polish = language.form(answers, one: "wymaga", few: "wymagają", many: "wymaga")
        return pick(
            ", of which \(count) \(english) an answer (\(percent(share)), \(origin))",
            ", z czego odpowiedzi \(polish) \(count) (\(percent(share)), \(origin))",
            ", no tiem atbilde vajadzīga uz \(count) (\(percent(share)), \(origin))")
    }
}
