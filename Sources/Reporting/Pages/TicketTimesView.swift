import Model

/// How long tickets took, as the trend report's page shows it.
struct TicketTimesView {
    struct RowView {
        let timesName: String
        let timesTickets: String
        let timesUnknown: String
        let timesResponse: String
        let timesResolution: String
        let timesFirstContact: String
        let timesReopened: String
        let timesReopening: String
        let timesRepeated: String
    }

    let timesWords: TicketTimesWords
    let timesRows: [RowView]

    init(_ times: Trends.TicketTimes, words: PageWords) {
        timesWords = TicketTimesWords(words.report)
        let severities = times.severities.map { group in
            (Severity(rawValue: group.id).map(words.severity) ?? group.name, group.figures)
        }
        timesRows =
            ([(timesWords.all, times.all)] + times.teams.map { ($0.name, $0.figures) } + severities)
            .map { Self.row($0, $1, words) }
    }

    // MARK: - Private

    private static func row(
        _ name: String, _ figures: Trends.TicketTimes.Figures, _ page: PageWords
    ) -> RowView {
        let words = page.report
        func spread(_ spread: Trends.TicketTimes.Spread?) -> String {
            spread.map {
                "\(page.length(inMinutes: $0.medianMinutes)) · "
                    + page.length(inMinutes: $0.ninthDecileMinutes)
            } ?? "–"
        }
        func share(_ part: Int, of whole: Int) -> String {
            whole > 0
                ? "\(words.number(part)) (\(words.percent(Double(part) / Double(whole))))" : "–"
        }
        return RowView(
            timesName: name, timesTickets: words.number(figures.tickets),
            timesUnknown: words.number(figures.unknown), timesResponse: spread(figures.response),
            timesResolution: spread(figures.resolution),
            timesFirstContact: share(figures.resolvedAtFirstContact, of: figures.resolved),
            timesReopened: share(figures.reopened, of: figures.tickets - figures.unknown),
            timesReopening: spread(figures.reopening),
            timesRepeated: share(figures.repeated, of: figures.tickets))
    }
}

/// What a template names is stored: templates do not see what is computed.
struct TicketTimesWords {
    let title: String
    let all: String
    let whose: String
    let tickets: String
    let notKnown: String
    let response: String
    let resolution: String
    let firstContact: String
    let reopened: String
    let reopening: String
    let repeated: String
    let note: String

    init(_ words: ReportWords) {
        title = words.pick(
            "How long tickets took", "Ile trwały zgłoszenia", "Cik ilgi risināti pieteikumi")
        all = words.pick("All", "Wszystkie", "Visi")
        whose = words.pick(
            "Team or severity", "Zespół lub pilność", "Komanda vai steidzamība")
        tickets = words.pick("Tickets", "Zgłoszenia", "Pieteikumi")
        notKnown = words.pick("Not known", "Nie wiadomo", "Nav zināms")
        response = words.pick("First answer", "Pierwsza odpowiedź", "Pirmā atbilde")
        resolution = words.pick("Resolved", "Rozwiązanie", "Atrisināts")
        firstContact = words.pick(
            "At first contact", "Przy pierwszym kontakcie", "Pirmajā saziņā")
        reopened = words.pick("Reopened", "Otwarte ponownie", "Atvērti atkārtoti")
        reopening = words.pick("Reopened after", "Ponownie po", "Atkārtoti pēc")
        repeated = words.pick("Came back", "Wróciły", "Atgriezušies")
        note = words.pick(
            "Times: half took no longer than the first, nine in ten no longer than the second. "
                + "Resolved at first contact: closed, never opened again, and nobody told it again "
                + "after the first answer.",
            "Czasy: połowa trwała nie dłużej niż pierwszy, dziewięć na dziesięć nie dłużej niż drugi. "
                + "Przy pierwszym kontakcie: zamknięte, nieotwarte ponownie i po pierwszej odpowiedzi "
                + "nikt o tym już nie pisał.",
            "Laiki: puse ilga ne vairāk par pirmo, deviņi no desmit ne vairāk par otro. Pirmajā "
                + "saziņā: aizvērts, nav atvērts atkārtoti, un pēc pirmās atbildes neviens par to "
                + "vairs nerakstīja.")
    }
}
