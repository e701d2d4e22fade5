import Model

/// An incident's card: the questions that somebody asks of a burst, and what the archive answers.
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
        calendar: LocalCalendar, words: PageWords
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
        let began = report.dateAndTime(calendar.moment(of: incident.beganAt))
        let ended = report.dateAndTime(calendar.moment(of: incident.endedAt))
        let sources = incident.sources.map {
            "\(OutsideText.limited($0.name, to: 60)) \(report.number($0.counts.mentions))"
        }
        facts = [
            Fact(question: words.sinceWhen, factAnswer: "\(began) – \(ended)"),
            Fact(
                question: words.whoNoticed,
                factAnswer: report.who(
                    sources: incident.sourcesInAll, authors: incident.authorsInAll, named: sources)),
            Fact(
                question: words.why,
                factAnswer: incident.terms.isEmpty
                    ? report.cause(incident.cause)
                    : report.cause(incident.cause) + ": "
                        + incident.terms.map {
                            report.quoted(OutsideText.limited($0, to: 60))
                        }.joined(separator: ", ")),
            Fact(
                question: words.afterAnAnswer,
                factAnswer: incident.answer.map { answer in
                    report.answered(
                        at: report.dateAndTime(calendar.moment(of: answer.at)),
                        before: answer.before, after: answer.after)
                } ?? words.noAnswerKnown),
        ]
        phases = [
            phase(words.trends.weekBefore, incident.tone.before),
            phase(words.trends.meanwhile, incident.tone.during),
            phase(words.trends.weekAfter, incident.tone.after),
        ]
        incidentMentions = incident.mentions.compactMap { mentions[$0] }
    }
}

extension ToneCounts {
    var sum: Counts { positive + neutral + negative + mixed + undecided }
}
