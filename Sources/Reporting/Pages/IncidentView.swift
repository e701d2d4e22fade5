import Model

/// An incident's card: what everybody asks about a burst, and what the archive answers.
struct IncidentView {
    struct Fact {
        let question: String
        let factAnswer: String
    }

    struct TonePhase {
        let phaseName: String
        let phaseCounts: String
        let phaseTone: ToneBarView
    }

    let incidentAnchor: String
    let incidentSentence: String
    let isReturn: Bool
    let facts: [Fact]
    let phases: [TonePhase]
    let incidentMentions: [MentionView]

    init(
        _ incident: Trends.Incident, mentions: [ListedMention.ID: MentionView],
        days: TrendDays, words: PageWords
    ) {
        let report = words.report
        func phase(_ name: String, _ tone: ToneCounts) -> TonePhase {
            TonePhase(
                phaseName: name, phaseCounts: report.mentions(tone.sum.mentions),
                phaseTone: ToneBarView(tone, words: words))
        }
        incidentAnchor = "incident-\(incident.id)"
        incidentSentence = incident.sentence
        isReturn = incident.returnOf != nil
        let began = report.dateAndTime(days.localMoment(of: incident.beganAt))
        let ended = report.dateAndTime(days.localMoment(of: incident.endedAt))
        let sources = incident.sources.map {
            "\(report.inSentence(OutsideText.limited($0.name, to: 60))) "
                + report.number($0.counts.mentions)
        }
        facts = [
            Fact(
                question: words.sinceWhen,
                factAnswer: incident.isOpen ? report.since(began) : "\(began) – \(ended)"),
            Fact(
                question: words.whoNoticed,
                factAnswer: report.who(
                    sources: incident.sourcesInAll, authors: incident.authorsInAll, named: sources)),
            why(incident, words: words),
            Fact(
                question: words.afterAnAnswer,
                factAnswer: incident.answer.map { answer in
                    report.answered(
                        at: report.dateAndTime(days.localMoment(of: answer.at)),
                        before: answer.before, after: answer.after)
                } ?? words.noAnswerKnown),
        ].compactMap(\.self)
        // A report that ends less than a week after the incident has only begun to see what follows.
        let last = days.names.firstIndex(of: incident.lastDay) ?? days.names.count
        let hasWeekAfter = last + Self.week < days.whole.upperBound
        phases = [
            phase(words.trends.phases.weekBefore, incident.tone.before),
            phase(words.trends.phases.meanwhile, incident.tone.during),
            phase(
                hasWeekAfter ? words.trends.phases.weekAfter : words.trends.phases.sinceThen,
                incident.tone.after),
        ]
        let quotes = Dictionary((incident.quotes ?? []).map { ($0.mention, $0.snippet) }) {
            first, _ in first
        }
        incidentMentions = incident.mentions.compactMap { mentions[$0]?.quoting(quotes[$0]) }
    }

    // MARK: - Private

    private static let week = 7
}

/// - Returns: `nil` where people talk and no words stand out in what they say.
private func why(_ incident: Trends.Incident, words: PageWords) -> IncidentView.Fact? {
    let report = words.report
    let terms = incident.terms.map { report.quoted(OutsideText.limited($0, to: 60)) }
    if terms.isEmpty, incident.cause == .talk { return nil }
    let said = terms.isEmpty ? "" : ": " + terms.joined(separator: ", ")
    return IncidentView.Fact(
        question: words.why, factAnswer: report.cause(incident.cause) + said)
}

extension ToneCounts {
    var sum: Counts { positive + neutral + negative + mixed + undecided }
}
