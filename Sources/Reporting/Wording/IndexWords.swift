import Model

/// Every word that only the page of all reports and the feed of news show, in one language.
///
/// What a template names is stored: templates do not see what is computed.
struct IndexWords: Sendable {
    let page: PageWords
    // The page's frame names these two.
    let sections: String
    let inShort: String

    let reports: String
    let none: String
    let day: String
    let digest: String
    let trends: String
    let otherPeriods: String
    let period: String
    let brands: String
    let alerts: String
    let needsAnswer: String
    let inBrackets: String
    let newsTitle: String
    let alert: String
    let answer: String

    init(_ language: ReportLanguage) {
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        page = PageWords(language)
        sections = page.sections
        inShort = page.inShort
        reports = pick("All reports", "Wszystkie raporty", "Visi pārskati")
        none = pick("No reports yet.", "Nie ma jeszcze raportów.", "Pārskatu vēl nav.")
        day = pick("Day", "Dzień", "Diena")
        digest = pick("Digest", "Przegląd", "Apskats")
        trends = pick("Trends", "Trendy", "Tendences")
        otherPeriods = pick(
            "Hours, weeks and months", "Godziny, tygodnie, miesiące", "Stundas, nedēļas, mēneši")
        period = pick("Period", "Okres", "Periods")
        brands = pick("Brands", "Marki", "Zīmoli")
        alerts = page.alerts
        needsAnswer = page.needsAnswer
        inBrackets = page.inBrackets
        newsTitle = pick(
            "Earshot: alerts and what needs an answer", "Earshot: alarmy i co czeka na odpowiedź",
            "Earshot: trauksmes un kas gaida atbildi")
        alert = pick("Alert", "Alarm", "Trauksme")
        answer = page.needsAnswer
    }

    func counted(_ days: Int) -> String {
        page.report.counted(
            days, ["day", "days"], ["dzień", "dni", "dni"], ["diena", "dienas", "dienu"])
    }

    /// `November 2026` for `2026-11`.
    func month(_ month: String) -> String {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return month }
        return page.report.capitalized(page.report.month(parts[1], year: parts[0]))
    }

    /// `Critical · answer by Mon 23 Nov 2026, 09:00 · Customer support`.
    func urgency(of answer: ReportIndex.Answer, calendar: LocalCalendar) -> String {
        let deadline = answer.answerBy.map {
            "\(page.answerBy) \(page.report.dateAndTime(calendar.moment(of: $0)))"
        }
        let team = page.report.inSentence(answer.team)
        return [page.severity(answer.severity), deadline, team].compactMap(\.self)
            .joined(separator: " · ")
    }
}
