import Model

/// What only e-mails and chat messages say, in one language.
struct NoticeWords: Sendable {
    let page: PageWords
    var report: ReportWords { page.report }

    init(_ language: ReportLanguage) {
        page = PageWords(language)
    }

    /// - Parameter part: whose mentions they are; `nil` for all.
    func digestSubject(_ day: String, of part: String?) -> String {
        report.pick("Mentions", "Wzmianki", "Pieminējumi")
            + inBrackets(part) + ": \(day)"
    }

    /// - Parameter brands: names of those that it is about, the first ones of which are told: it is read
    ///   in a list of messages.
    func alertSubject(_ count: Int, of part: String?, about brands: [String]) -> String {
        let subject =
            report.counted(
                count, ["alert", "alerts"], ["alarm", "alarmy", "alarmów"],
                ["trauksme", "trauksmes", "trauksmju"]) + inBrackets(part)
        guard !brands.isEmpty, brands != [part] else { return subject }
        let rest = brands.count - Self.brandsInSubject
        let names = brands.prefix(Self.brandsInSubject).map(report.inSentence)
            .joined(separator: ", ")
        return "\(subject): \(names)" + (rest > 0 ? " \(more(rest))" : "")
    }

    private func inBrackets(_ part: String?) -> String {
        part.map { " (\(report.inSentence($0)))" } ?? ""
    }

    private static let brandsInSubject = 3

    var overdue: String {
        report.pick("Overdue tickets", "Zgłoszenia po terminie", "Nokavēti pieteikumi")
    }

    var tableHead: [String] {
        [
            report.pick("Brand", "Marka", "Zīmols"),
            report.pick("Mentions", "Wzmianki", "Pieminējumi"),
            page.stories, page.tone,
        ]
    }

    var nothingLeft: String {
        report.pick(
            "Nothing is left of what was to be told.",
            "Nic nie zostało z tego, co miało być przekazane.",
            "No ziņojamā nekas nav palicis.")
    }

    func more(_ count: Int) -> String {
        report.pick(
            "and \(report.number(count)) more", "i jeszcze \(report.number(count))",
            "un vēl \(report.number(count))")
    }
}
