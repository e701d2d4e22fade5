import Model

extension PageWords {
    /// What is wrong with a feed and what to do, in the language of the page.
    ///
    /// In English this is the feed's own message, which names hosts and limits. Other languages say the
    /// same by the kind of failure, with the status and times that the report holds. A report of an
    /// earlier version has no kind, so its message is shown as it is.
    func trouble(of feed: FeedHealth, calendar: LocalCalendar) -> String {
        let message = feed.message ?? ""
        switch feed.status {
        case .ok: return message
        case .unheard:
            return report.pick(
                message, "jeszcze nie odpytano; zrobi to jeden z następnych przebiegów",
                "vēl nav aptaujāta; to izdarīs kāda no nākamajām izpildēm")
        case .silent:
            guard let last = feed.lastEntryAt ?? feed.lastNewEntryAt else { return message }
            let date = report.date(calendar.moment(of: last))
            return report.pick(
                message, "od \(date) nic nowego; sprawdź, czy strona nie przeniosła kanału",
                "kopš \(date) nekā jauna; pārbaudiet, vai vietne nav pārcēlusi plūsmu")
        case .retired:
            return report.pick(
                message,
                "serwer dwa razy odpowiedział, że kanału już nie ma; usuń go z pliku kanałów",
                "serveris divreiz atbildēja, ka plūsmas vairs nav; izņemiet to no plūsmu faila")
        case .failing:
            guard let failure = feed.failure else { return message }
            let told = failure.told
            let rest = failure.retryAfterSeconds.map(length(inSeconds:))
            return report.pick(
                message, told.polish + (rest.map { "; prosi, by nie pytać przez \($0)" } ?? ""),
                told.latvian + (rest.map { "; lūdz neaptaujāt \($0)" } ?? ""))
        }
    }
}
