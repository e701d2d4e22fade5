import Model

/// What only e-mails and chat messages say, in one language.
struct NoticeWords: Sendable {
    let page: PageWords
    var report: ReportWords { page.report }

    init(_ language: ReportLanguage) {
        page = PageWords(language)
    }

    func digestSubject(_ day: String) -> String {
        report.pick("Mentions: \(day)", "Wzmianki: \(day)", "Pieminējumi: \(day)")
    }

    func alertSubject(_ count: Int) -> String {
        report.counted(
            count, ["alert", "alerts"], ["alarm", "alarmy", "alarmów"],
            ["trauksme", "trauksmes"])
    }

    var overdue: String {
        report.pick("Overdue tickets", "Zgłoszenia po terminie", "Nokavēti pieteikumi")
    }

    var tableHead: [String] {
        report.language.picking(
            ["Brand", "Mentions", "Stories", "Tone"],
            ["Marka", "Wzmianki", "Historie", "Wydźwięk"],
            ["Zīmols", "Pieminējumi", "Stāsti", "Noskaņojums"])
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
