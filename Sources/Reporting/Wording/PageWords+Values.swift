package import Foundation
package import Model

extension PageWords {
    /// `Mon 23 Nov 2026, 06:00`, as the clocks of the zone show it.
    ///
    /// - Parameter timeZone: As the tz database names it.
    package func dateAndTime(_ date: Date, timeZone: String) -> String {
        report.dateAndTime(LocalCalendar(timeZone: timeZone).moment(of: date))
    }

    func tone(_ label: Sentiment.Label) -> String {
        switch label {
        case .positive: report.pick("positive", "pozytywna", "pozitīvs")
        case .neutral: report.pick("neutral", "neutralna", "neitrāls")
        case .negative: report.pick("negative", "negatywna", "negatīvs")
        case .mixed: report.pick("mixed", "mieszana", "jaukts")
        case .undecided: report.pick("undecided", "nieustalona", "nenoteikts")
        }
    }

    /// `55 negative`; in Polish and Latvian in the form that goes with the number.
    func toned(_ count: Int, _ label: Sentiment.Label) -> String {
        let (polish, latvian) =
            switch label {
            case .positive:
                (["pozytywna", "pozytywne", "pozytywnych"], ["pozitīvs", "pozitīvi"])
            case .neutral: (["neutralna", "neutralne", "neutralnych"], ["neitrāls", "neitrāli"])
            case .negative:
                (["negatywna", "negatywne", "negatywnych"], ["negatīvs", "negatīvi"])
            case .mixed: (["mieszana", "mieszane", "mieszanych"], ["jaukts", "jaukti"])
            case .undecided:
                (["nieustalona", "nieustalone", "nieustalonych"], ["nenoteikts", "nenoteikti"])
            }
        let english = label.rawValue
        return report.counted(count, [english, english], polish, latvian)
    }

    /// What a column of positive and one of negative mentions are headed by.
    package var tonesCounted: (positive: String, negative: String) {
        let words = ChannelWords(report)
        return (words.positive, words.negative)
    }

    /// `−0.68`; a dash where there is no tone.
    package func net(_ tone: Double?) -> String { tone.map(report.signed) ?? "–" }

    package func severity(_ severity: Severity) -> String {
        switch severity {
        case .low: report.pick("Low", "Pilność niska", "Steidzamība zema")
        case .normal: report.pick("Normal", "Pilność zwykła", "Steidzamība parasta")
        case .high: report.pick("High", "Pilność wysoka", "Steidzamība augsta")
        case .critical: report.pick("Critical", "Pilność krytyczna", "Steidzamība kritiska")
        }
    }

    /// As it stands behind `Pilność` and `Steidzamība`.
    func adjective(_ severity: Severity) -> String {
        switch severity {
        case .low: report.pick("low", "niska", "zema")
        case .normal: report.pick("normal", "zwykła", "parasta")
        case .high: report.pick("high", "wysoka", "augsta")
        case .critical: report.pick("critical", "krytyczna", "kritiska")
        }
    }

    func kind(_ kind: Brand.Kind) -> String {
        switch kind {
        case .own: report.pick("own", "własna", "savs")
        case .competitor: report.pick("competitor", "konkurencja", "konkurents")
        case .topic: report.pick("topic", "temat", "temats")
        }
    }

    func own(_ voice: Trends.Influencer.Kind) -> String {
        switch voice {
        case .source: report.pick("Source, ours", "Źródło, nasze", "Avots, mūsu")
        case .author: report.pick("Author, ours", "Autor, nasz", "Autors, mūsu")
        }
    }

    /// How many: "3 stories".
    package func stories(_ count: Int) -> String { report.stories(count) }

    /// `90 s`, `90 min`, `24 h`: in the largest unit of which there are two or more; half is rounded up.
    func length(inSeconds seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\((seconds + 30) / 60) min"
        default: report.number((seconds + 1_800) / 3_600) + report.pick(" h", " godz.", " h")
        }
    }

    /// `90 min`, `3 h`.
    package func length(inMinutes minutes: Int) -> String {
        minutes < 2 ? "\(minutes) min" : length(inSeconds: minutes * 60)
    }

    /// `5 late`, of what is to be answered.
    func late(_ count: Int) -> String {
        report.counted(
            count, ["late", "late"], ["po czasie", "po czasie", "po czasie"],
            ["nokavēts", "nokavēti"])
    }

    func ticket(_ state: Digest.AnswerTicket.State) -> String {
        switch state {
        case .planned:
            report.pick("ticket to be made", "zgłoszenie do utworzenia", "pieteikums taps")
        case .waiting: report.pick("ticket on its way", "zgłoszenie w drodze", "pieteikums ceļā")
        case .handedOver:
            report.pick("ticket handed over", "zgłoszenie przekazane", "pieteikums nodots")
        case .open: report.pick("ticket open", "zgłoszenie otwarte", "pieteikums atvērts")
        case .answered:
            report.pick("ticket answered", "na zgłoszenie odpowiedziano", "pieteikums atbildēts")
        case .closed: report.pick("ticket closed", "zgłoszenie zamknięte", "pieteikums slēgts")
        }
    }

    /// Of an author whose name is not kept.
    var pseudonym: String {
        report.pick("Author, by a pseudonym", "Autor, pseudonim", "Autors, pseidonīms")
    }

    func status(_ status: FeedHealth.Status) -> String {
        switch status {
        case .ok: report.pick("heard", "odpowiada", "atbild")
        case .failing: report.pick("cannot be fetched", "nie do pobrania", "neizdodas ielādēt")
        case .silent:
            report.pick(
                "silent for longer than usual", "milczy dłużej niż zwykle",
                "klusē ilgāk nekā parasti")
        case .unheard: report.pick("not polled yet", "jeszcze nieodpytany", "vēl nav aptaujāta")
        case .retired:
            report.pick("gone for good", "zamknięty na dobre", "slēgta uz visiem laikiem")
        }
    }

    /// `40 min old`, `3 h old`, `2 days old`.
    func age(inMinutes minutes: Int) -> String {
        switch minutes {
        case ..<60: report.pick("\(minutes) min old", "\(minutes) min temu", "pirms \(minutes) min")
        case ..<(48 * 60):
            report.pick(
                "\(minutes / 60) h old", "\(minutes / 60) godz. temu", "pirms \(minutes / 60) h")
        default:
            report.pick("", "", "pirms ")
                + report.counted(
                    minutes / 60 / 24, ["day old", "days old"],
                    ["dzień temu", "dni temu", "dni temu"], ["dienas", "dienām"])
        }
    }

    /// `41 (27)`: mentions, then stories.
    func both(_ counts: Counts) -> String {
        "\(report.number(counts.mentions)) (\(report.number(counts.stories)))"
    }

    /// `▲ 23%`, `▲ 3.2×`, `▼ 40%`, `=`; `52, was 1` where there were few before; `–` where nobody
    /// listened then.
    func change(_ change: Change, now: Counts) -> String {
        guard change.unheard != true else { return "–" }
        guard let ratio = change.ratio.mentions else {
            return now == .zero ? "=" : "▲ " + report.pick("new", "nowe", "jauni")
        }
        guard isTold(change) else {
            return "\(report.number(now.mentions)), \(was) \(report.number(change.before.mentions))"
        }
        switch ratio {
        case 2...: return "▲ \(report.number(ratio, decimals: 1))×"
        case 1.005...: return "▲ \(report.percent(ratio - 1))"
        case ..<0.995:
            return "▼ " + (now.mentions == 0 ? report.percent(1) : report.decrease(to: ratio))
        default: return "="
        }
    }

    /// `was 13 (9)`; `stories 36, was 1` where there were few before.
    func was(_ change: Change, now: Counts) -> String {
        guard change.unheard != true else {
            return report.pick("not known", "nieznane", "nav zināms")
        }
        guard change.ratio.mentions == nil || isTold(change) else {
            return "\(byStories) \(report.number(now.stories)), \(was) "
                + report.number(change.before.stories)
        }
        return "\(was) \(both(change.before))"
    }

    /// `was −0.12`; empty where it is not known.
    func netBefore(_ ratios: Ratios?) -> String {
        ratios?.mentions.map { "\(was) \(report.signed($0))" } ?? ""
    }

    /// `28%`: of what has a tone; a dash where nothing has one.
    package func negativeShare(_ tone: ToneCounts) -> String {
        tone.exactNegativeShare.mentions.map(report.percent) ?? "–"
    }

    /// `by story −0.63`; empty for `nil`.
    func byStory(_ value: String?) -> String {
        value.map { "\(byStory) \($0)" } ?? ""
    }

    /// `8.3 → 24 stories a week`: of the days before the last seven, and of those.
    ///
    /// - Parameter period: of the whole report.
    package func rise(of term: Trends.RisingTerm, in period: Trends.Period) -> String {
        aWeek(term.before.stories, over: period.weeksBefore) + " → "
            + report.stories(term.recent.stories) + report.pick(" a week", " tygodniowo", " nedēļā")
    }

    /// `8.3 (7.1)`: mentions a week, then stories, in so many of them.
    func bothAWeek(_ counts: Counts, over weeks: Double) -> String {
        "\(aWeek(counts.mentions, over: weeks)) (\(aWeek(counts.stories, over: weeks)))"
    }

    /// `8.8 (3.6–11.7)`: the posts that are expected, and the range that most days lie in.
    package func expected(_ day: Trends.Forecast.Day) -> String {
        func told(_ count: Double) -> String { report.number(count, decimals: 1) }
        return "\(told(day.expected)) (\(told(day.low))–\(told(day.high)))"
    }

    /// What a digest of such a period is called.
    func digest(of period: Digest.Scope.Period) -> String {
        switch period {
        case .day: digest
        case .hour: report.pick("Hourly digest", "Przegląd godziny", "Stundas apskats")
        case .week: report.pick("Weekly digest", "Przegląd tygodnia", "Nedēļas apskats")
        case .month: report.pick("Monthly digest", "Przegląd miesiąca", "Mēneša apskats")
        case .span: report.pick("Digest", "Przegląd", "Apskats")
        }
    }

    /// `41 more: 28 high, 13 normal`.
    func more(_ count: Int, _ severities: [(severity: Severity, count: Int)]) -> String {
        let counts = severities.map { severity, count in
            let (count, adjective) = (report.number(count), adjective(severity))
            return report.pick(
                "\(count) \(adjective)", "\(adjective) \(count)", "\(adjective) \(count)")
        }
        let number = report.number(count)
        return report.pick(
            "\(number) more: ", "Jeszcze \(number), pilność: ", "Vēl \(number), steidzamība: ")
            + counts.joined(separator: ", ")
    }

    /// `, first by Sun 22 Nov, 07:30`.
    func firstBy(_ moment: String) -> String {
        report.pick(", first by \(moment)", ", pierwszy do \(moment)", ", pirmais līdz \(moment)")
    }

    /// `11 posts, 9 need an answer`.
    func thread(posts: Int, toAnswer: Int) -> String {
        let (posts, count) = (report.posts(posts), report.number(toAnswer))
        return report.pick(
            "\(posts), \(count) " + (toAnswer == 1 ? "needs an answer" : "need an answer"),
            "\(posts), do odpowiedzi \(count)", "\(posts), jāatbild \(count)")
    }

    /// `also in 2 copies`; empty for none.
    func copies(_ count: Int) -> String {
        guard count > 0 else { return "" }
        return report.pick("also in ", "poza tym ", "vēl ")
            + report.counted(
                count, ["copy", "copies"], ["kopia", "kopie", "kopii"],
                ["kopija", "kopijas", "kopiju"])
    }

    /// `3 entries marked as spam and left out of every figure`.
    func spamLeftOut(_ count: Int) -> String {
        let entries = report.counted(
            count, ["entry", "entries"], ["wpis", "wpisy", "wpisów"],
            ["ieraksts", "ieraksti", "ierakstu"])
        return report.pick(
            "\(entries) marked as spam and left out of every figure",
            "\(entries) ze znacznikiem spamu, poza wszystkimi liczbami",
            "\(entries) ar surogātpasta birku, ārpus visiem skaitļiem")
    }

    /// `22 Nov` for `2026-11-22`.
    func shortDay(_ day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? report.dayAndMonth(day: parts[2], month: parts[1]) : day
    }

    // MARK: - Private

    private func aWeek(_ count: Int, over weeks: Double) -> String {
        report.number(Double(count) / max(weeks, 1), decimals: 1)
    }

    var was: String { report.pick("was", "było", "bija") }

    /// Whether a quotient says something.
    private func isTold(_ change: Change) -> Bool {
        change.before.mentions >= ReportWords.smallestBase
    }
}
